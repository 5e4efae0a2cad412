package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"exoscan/internal/report"
	"exoscan/internal/scan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden renders each results.json of testdata as the other files of its archive. CSV is shown
// with \n for \r\n, as txtar cannot hold the latter in a readable way.
func TestGolden(t *testing.T) {
	renderings := map[string]struct {
		format string
		o      report.Options
	}{
		"text":       {"text", report.Options{}},
		"text-60":    {"text", report.Options{Width: 60}},
		"text-color": {"text", report.Options{Color: true}},
		"ndjson":     {"ndjson", report.Options{}},
		"csv":        {"csv", report.Options{}},
		"junit":      {"junit", report.Options{Fails: failsOnHuman}},
	}
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			results := readAll(t, archive.Files[0].Data)
			for i, f := range archive.Files[1:] {
				way, ok := renderings[f.Name]
				if !ok {
					t.Fatalf("nothing renders %q", f.Name)
				}
				got := strings.ReplaceAll(render(t, way.format, way.o, results...), "\r\n", "\n")
				got = strings.ReplaceAll(got, "\x1b", "␛")
				if *update {
					archive.Files[i+1].Data = []byte(got)
				} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func failsOnHuman(r scan.Result) string {
	if r.Verdict != nil && *r.Verdict == "human-derived" {
		return "matches --fail-on human"
	}
	return ""
}

func render(t *testing.T, format string, o report.Options, results ...scan.Result) string {
	t.Helper()
	var b bytes.Buffer
	w, err := report.New(format, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func readAll(t *testing.T, data []byte) []scan.Result {
	t.Helper()
	var all []scan.Result
	for r, err := range report.Read(bytes.NewReader(data)) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}
