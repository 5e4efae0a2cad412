package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"exoscan/internal/report"
)

// contender is a way to read all photos of the folder "in".
type contender struct {
	name string
	args []string  // a command
	took []float64 // seconds by the clock, of each round
	cpu  []float64 // seconds of processors, those of its children too
}

// TestThroughput reads one folder with one job and with two, and beside it with the tesseract program under GNU
// parallel, by turns, so that whatever else the machine does falls on all alike. make bench runs it;
// EXOSCAN_BENCH_PHOTOS is a folder of photos to read in place of those that come along.
func TestThroughput(t *testing.T) {
	if os.Getenv("EXOSCAN_BENCH") == "" {
		t.Skip("it takes minutes; make bench sets EXOSCAN_BENCH")
	}
	if runtime.NumCPU() < 2 {
		t.Skip("two jobs need two processors")
	}
	photos := benchPhotos(t)
	all := []*contender{
		{name: "exoscan, 1 job", args: []string{"exoscan", "scan", "-q", "--allow-unreadable", "--jobs", "1", "--output", "1.ndjson", "in"}},
		{name: "exoscan, 2 jobs", args: []string{"exoscan", "scan", "-q", "--allow-unreadable", "--jobs", "2", "--output", "2.ndjson", "in"}},
		{name: "exoscan, 2 jobs, 1 reading", args: []string{"exoscan", "scan", "-q", "--allow-unreadable", "--jobs", "2", "--readings", "1", "--output", "quick.ndjson", "in"}},
	}
	if out, err := exec.Command("parallel", "--version").Output(); err != nil || !bytes.HasPrefix(out, []byte("GNU parallel")) {
		t.Log("GNU parallel is not installed (apt-get install parallel): nothing to compare with")
	} else if _, err := exec.LookPath("tesseract"); err != nil {
		t.Log("the tesseract program is not installed (apt-get install tesseract-ocr): nothing to compare with")
	} else {
		all = append(all, &contender{name: "GNU parallel, 2 tesseracts",
			args: []string{"sh", "-c", "mkdir -p text && cd in && ls | OMP_THREAD_LIMIT=1 parallel --will-cite -j2 tesseract {} ../text/{} >/dev/null 2>&1"}})
	}
	const rounds = 3
	for range rounds {
		for _, c := range all {
			cmd := exec.Command(c.args[0], c.args[1:]...)
			begun := time.Now()
			if err := cmd.Run(); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			c.took = append(c.took, time.Since(begun).Seconds())
			c.cpu = append(c.cpu, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
		}
	}
	for _, c := range all {
		t.Logf("%-27s %5.2f photos a second at best, %5.2f in the middle; %.2f CPU seconds a photo", c.name,
			float64(photos)/slices.Min(c.took), float64(photos)/median(c.took), median(c.cpu)/float64(photos))
	}
	var linear []float64
	for i := range rounds {
		linear = append(linear, all[0].took[i]/all[1].took[i]/2)
	}
	t.Logf("from 1 job to 2: %.2f of linear in the middle, %.2f by the best of each; %.2f times the CPU seconds",
		median(linear), slices.Min(all[0].took)/slices.Min(all[1].took)/2, median(all[1].cpu)/median(all[0].cpu))
	if !bytes.Equal(read(t, "1.ndjson"), read(t, "2.ndjson")) {
		t.Error("two jobs give other results than one")
	}
	t.Logf("verdicts: %s; with 1 reading: %s", verdicts(t, "2.ndjson"), verdicts(t, "quick.ndjson"))
	if len(all) > 3 {
		// What the texts of plain Tesseract come to when they are read as lists.
		if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--output", "text.ndjson", "text")); code != 0 {
			t.Fatal(stderr)
		}
		t.Logf("verdicts from the texts of the tesseract program: %s", verdicts(t, "text.ndjson"))
	}
}

// benchPhotos makes the folder "in" and says how many photos it has: each one that comes along a few times, or those
// of EXOSCAN_BENCH_PHOTOS once.
func benchPhotos(t *testing.T) int {
	t.Helper()
	folder, times := os.Getenv("EXOSCAN_BENCH_PHOTOS"), 1
	if folder == "" {
		var err error
		if folder, err = filepath.Abs("../../testdata/photos"); err != nil {
			t.Fatal(err)
		}
		times = 8 // so that starting is little beside reading
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{".jpg", ".jpeg", ".png", ".webp"} // which tesseract reads too
	names = slices.DeleteFunc(names, func(name string) bool {
		return !slices.Contains(kinds, filepath.Ext(name)) || filepath.Base(name) == "korean.png" // for which there may be no data
	})
	t.Chdir(t.TempDir())
	if err := os.Mkdir("in", 0o755); err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := range times {
		for _, name := range names {
			n++
			if err := os.WriteFile(fmt.Sprintf("in/%02d-%s", i, filepath.Base(name)), read(t, name), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n == 0 {
		t.Fatalf("no photos in %s", folder)
	}
	return n
}

func median(of []float64) float64 {
	of = slices.Sorted(slices.Values(of))
	return of[len(of)/2]
}

// verdicts counts them.
func verdicts(t *testing.T, path string) string {
	t.Helper()
	var s report.Summary
	for r, err := range report.Read(bytes.NewReader(read(t, path))) {
		if err != nil {
			t.Fatal(err)
		}
		s.Add(r, 0)
	}
	var parts []string
	for _, c := range s.Verdicts() {
		parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Name))
	}
	return strings.Join(parts, ", ")
}
