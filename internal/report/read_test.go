package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"exoscan/internal/origin"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

const saved = `{"v":1,"source":"a.txt","kind":"text","verdict":"none","origins":[],"findings":[],"related":[],"claims":[],` +
	`"ingredients":[],"reading":{"list_found":true,"known":0.94,"confidence":88.1,"rotation":0,"lang":""},"warnings":[],"error":null}`

func TestRoundTrip(t *testing.T) {
	for _, data := range goldenResults(t) {
		results := readAll(t, data)
		lines := render(t, "ndjson", report.Options{}, results...)
		if again := render(t, "ndjson", report.Options{}, readAll(t, []byte(lines))...); again != lines {
			t.Errorf("ndjson changed on its way through Read:\n%s", cmp.Diff(lines, again))
		}
		doc := render(t, "json", report.Options{}, results...)
		if again := render(t, "json", report.Options{}, readAll(t, []byte(doc))...); again != doc {
			t.Errorf("json changed on its way through Read:\n%s", cmp.Diff(doc, again))
		}
		if got := render(t, "ndjson", report.Options{}, readAll(t, []byte(doc))...); got != lines {
			t.Errorf("json and ndjson hold different results:\n%s", cmp.Diff(lines, got))
		}
	}
}

// TestEncoding holds what programs rely on in a result that was never read from anywhere.
func TestEncoding(t *testing.T) {
	v := origin.None
	r := scan.Result{Source: "a<b>&.txt", Kind: "text", Verdict: &v, Reading: scan.Reading{Known: 0.9449999, Confidence: 88.0816}}
	got := render(t, "ndjson", report.Options{}, r)
	want := `{"v":1,"source":"a<b>&.txt","kind":"text","verdict":"none","origins":[],"findings":[],"related":[],"claims":[],` +
		`"ingredients":[],"reading":{"list_found":false,"known":0.94,"confidence":88.1,"rotation":0,"lang":""},"warnings":[],"error":null}` + "\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
	if got := render(t, "json", report.Options{}); got != "{\"v\":1,\"results\":[]}\n" {
		t.Errorf("no results are %q", got)
	}
	w, err := report.New("ndjson", new(bytes.Buffer), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.Reading.Known = math.NaN()
	if err := w.Write(r); err == nil || !strings.Contains(err.Error(), `"a<b>&.txt"`) {
		t.Errorf("NaN gave %v, want an error that names the source", err)
	}
}

func TestEncodingFixesInvalidUTF8Once(t *testing.T) {
	v := origin.None
	r := scan.Result{Source: "caf\xe9 \\ufffd.txt", Kind: "text", Verdict: &v}
	first := render(t, "ndjson", report.Options{}, r)
	if !strings.Contains(first, `"caf�`+` \\ufffd.txt"`) {
		t.Errorf("source is written as %s", first)
	}
	if second := render(t, "ndjson", report.Options{}, readAll(t, []byte(first))...); second != first {
		t.Errorf("wrote %sthen  %s", first, second)
	}
}

func TestReadForgives(t *testing.T) {
	want := readAll(t, []byte(saved))
	for name, data := range map[string]string{
		"byte order mark":      "\ufeff" + saved + "\n",
		"no last newline":      saved,
		"CRLF and empty lines": "\r\n" + saved + "\r\n\r\n",
		"document, any layout": "\n { \"results\" : [\n" + saved + "\n] , \"v\" : 1 }\n\n",
	} {
		if diff := cmp.Diff(want, readAll(t, []byte(data))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := readAll(t, nil); len(got) != 0 {
		t.Errorf("nothing reads as %v", got)
	}
}

func TestReadRefuses(t *testing.T) {
	with := func(old, new string) string {
		if !strings.Contains(saved, old) {
			t.Fatalf("%q is not in the sample", old)
		}
		return saved + "\n\n" + strings.Replace(saved, old, new, 1) + "\n" + saved + "\n"
	}
	for _, c := range []struct{ name, data, want string }{
		{"not JSON", saved + "\nAqua, Glycerin\n", "reading line 2: invalid character 'A' looking for beginning of value"},
		{"cut off", saved + "\n" + saved[:100], "reading line 2: cut off in the middle of a result"},
		{"other version", with(`"v":1`, `"v":2`), "reading line 3: results of version 2; this exoscan reads version 1"},
		{"field missing", with(`"origins":[],`, ``), `reading line 3: no "origins" in the result`},
		{"field misspelt", with(`"error":null`, `"error":null,"Verdict":"none"`), `reading line 3: "Verdict" is not a field of a result`},
		{"unknown inside", with(`"lang":""`, `"lang":"","speed":1`), `reading line 3: unknown field "speed"`},
		{"null list", with(`"claims":[]`, `"claims":null`), `reading line 3: "claims" is null where a list must be`},
		{"wrong type", with(`"known":0.94`, `"known":"much"`), `reading line 3: "reading.known" cannot be string`},
		{"verdict unknown", with(`"none"`, `"safe"`), `reading line 3: verdict "safe" is unknown`},
		{"verdict failed", with(`"none"`, `"failed"`), `reading line 3: verdict "failed" is unknown`},
		{"no verdict", with(`"none"`, `null`), "reading line 3: a result has either a verdict or an error"},
		{"both", with(`"error":null`, `"error":{"code":"a","text":"b"}`), "reading line 3: a result has either a verdict or an error"},
		{"known above 1", with(`0.94`, `94`), "reading line 3: known is 94, not a share from 0 to 1"},
		{"confidence", with(`88.1`, `-1`), "reading line 3: confidence is -1, not from 0 to 100"},
		{"kind", with(`"kind":"text"`, `"kind":"film"`), `reading line 3: kind "film" is neither photo nor text`},
		{"source", with(`a.txt`, ``), "reading line 3: the source is empty"},
		{"offsets", with(`"ingredients":[]`, `"ingredients":[{"read":"","name":"","known":false,"start":4,"end":3,"box":null}]`), "reading line 3: ingredient 1 runs from 4 to 3"},
		{"box", with(`"claims":[]`, `"claims":[{"read":"","box":[1,2,-3,4]}]`), "reading line 3: reading box [1,2,-3,4]: width and height cannot be negative"},
		{"place", with(`"findings":[]`, `"findings":[{"name":"x","ingredient":3,"of":2}]`), `reading line 3: "x" is ingredient 3 of 2 with 0 edits`},
		{"document, bad result", "{\"v\":1,\"results\":[\n" + saved + ",\n" + strings.Replace(saved, "none", "safe", 1) + "\n]}", `reading line 3: verdict "safe" is unknown`},
		{"document, version", "{\"v\":7,\"results\":[]}", "reading line 1: results of version 7; this exoscan reads version 1"},
		{"document, cut off", "{\"v\":1,\"results\":[\n" + saved + ",\n" + saved[:90], "reading line 3: cut off in the middle of a result"},
		{"document, no end", "{\"v\":1,\"results\":[\n" + saved, "reading line 2: cut off in the middle of a result"},
		{"document, more after", "{\"v\":1,\"results\":[]}\n{}", "reading line 2: something follows the end of the results"},
		{"document, stranger", "{\"v\":1,\"results\":[],\"tool\":1}", `reading line 1: "tool" has no place in saved results`},
		{"document, no list", "{\"v\":1,\"results\":{}}", `reading line 1: results is not a list`},
	} {
		var last error
		n := 0
		for _, err := range report.Read(strings.NewReader(c.data)) {
			if last != nil {
				t.Errorf("%s: something came after the error", c.name)
			}
			if last = err; err == nil {
				n++
			}
		}
		if last == nil || last.Error() != c.want {
			t.Errorf("%s:\ngot  %v\nwant %s", c.name, last, c.want)
		}
		if cut := strings.Contains(c.want, "cut off"); cut != errors.Is(last, report.ErrCutOff) {
			t.Errorf("%s: errors.Is(err, ErrCutOff) is %v", c.name, !cut)
		}
	}
}

// TestReadBoundsMemory feeds one endless result; without the limit it would fill the memory.
func TestReadBoundsMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 70 MB twice")
	}
	for _, begin := range []string{`{"v":1,"source":"`, `{"v":1,"results":[{"v":1,"source":"`} {
		var last error
		for _, err := range report.Read(&endless{begin: begin}) {
			last = err
		}
		if last == nil || !strings.Contains(last.Error(), "more than 64 MB") {
			t.Errorf("%s… gave %v", begin, last)
		}
	}
}

type endless struct{ begin string }

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.begin)
	e.begin = e.begin[n:]
	for i := n; i < len(p); i++ {
		p[i] = 'a'
	}
	return len(p), nil
}

// FuzzRead holds that whatever Read accepts is written as a fixed point, by way of both formats, and
// that no rendering fails on it or lets a control character through.
func FuzzRead(f *testing.F) {
	f.Add([]byte(saved))
	for _, data := range goldenResults(f) {
		f.Add(data)
		for _, line := range bytes.Split(data, []byte("\n")) {
			f.Add(line)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var results []scan.Result
		for r, err := range report.Read(bytes.NewReader(data)) {
			if err != nil {
				break
			}
			results = append(results, r)
		}
		lines := render(t, "ndjson", report.Options{}, results...)
		if again := render(t, "ndjson", report.Options{}, readAll(t, []byte(lines))...); again != lines {
			t.Errorf("ndjson changed on its way through Read:\n%s\n%s", lines, again)
		}
		doc := render(t, "json", report.Options{}, results...)
		if again := render(t, "ndjson", report.Options{}, readAll(t, []byte(doc))...); again != lines {
			t.Errorf("json and ndjson differ:\n%s\n%s", lines, again)
		}
		for _, format := range []string{"text", "csv"} {
			for i, r := range render(t, format, report.Options{Width: 40}, results...) {
				if r < ' ' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
					t.Fatalf("%s lets %U through at %d", format, r, i)
				}
			}
		}
	})
}

func goldenResults(t testing.TB) [][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal(fmt.Errorf("no golden files: %w", err))
	}
	var all [][]byte
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, txtar.Parse(data).Files[0].Data)
	}
	return all
}
