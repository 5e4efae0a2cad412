package label

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

var update = flag.Bool("update", false, "rewrite the label.txt of every case instead of comparing")

// TestCases reads the archives of testdata. Each holds what is read, as "text" (typed) or "drawing" (a
// page, see drawn), and "label.txt", what is understood.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	d := dictionary.Default()
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var got string
			want := -1
			for i, f := range a.Files {
				switch f.Name {
				case "text":
					l := FromText(string(f.Data), d)
					check(t, l)
					got = printed(l, false)
				case "drawing":
					p := drawn(string(f.Data), strings.Contains(string(a.Comment), "no line numbers"))
					l := FromPage(p, d)
					check(t, l)
					checkWords(t, l, p)
					got = printed(l, true)
				case "label.txt":
					want = i
				default:
					t.Fatalf("unknown file %q", f.Name)
				}
			}
			if want < 0 {
				a.Files = append(a.Files, txtar.File{Name: "label.txt"})
				want = len(a.Files) - 1
			}
			if *update {
				a.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[want].Data), got); diff != "" {
				t.Errorf("%s (-want +got; -update accepts it)\n%s", name, diff)
			}
		})
	}
}

// The size of a character of a drawing in pixels.
const cellWidth, cellHeight = 10, 20

// drawn makes a page of a drawing: each character is a cell, each run without a space a word, and
// each row of the drawing a line as Tesseract would have read it over all columns. A word after ~ has
// confidence 10, others 90.
func drawn(drawing string, noLines bool) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
	for row, text := range strings.Split(strings.TrimRight(drawing, "\n"), "\n") {
		runes := []rune(text)
		p.Width = max(p.Width, (len(runes)+2)*cellWidth)
		p.Height = (row + 3) * cellHeight
		for i := 0; i < len(runes); i++ {
			if runes[i] == ' ' {
				continue
			}
			start := i
			for i < len(runes) && runes[i] != ' ' {
				i++
			}
			w := ocr.Word{
				Text: string(runes[start:i]), Confidence: 90, Block: 1, Paragraph: 1, Line: row + 1,
				Box: ocr.Box{X: (start + 1) * cellWidth, Y: (row+1)*cellHeight + 3, W: (i-start)*cellWidth - 2, H: 15},
			}
			if rest, ok := strings.CutPrefix(w.Text, "~"); ok && rest != "" {
				w.Text, w.Confidence = rest, 10
			}
			if noLines {
				w.Block, w.Paragraph, w.Line = 0, 0, 0
			}
			p.Words = append(p.Words, w)
		}
	}
	return p
}

// printed is a Label as a person reviews it.
func printed(l *Label, page bool) string {
	var b strings.Builder
	one := func(r Range) string { return strings.Join(strings.Fields(l.Text[r.Start:r.End]), " ") }
	fmt.Fprintf(&b, "found %v, cut off %v\n", l.ListFound, l.CutOff)
	list := -1
	for _, in := range l.Ingredients {
		if in.List != list {
			list = in.List
			fmt.Fprintf(&b, "list %d under %q\n", list, one(l.Lists[list].Heading))
		}
		sign := "-"
		if in.MayContain {
			sign = "±"
		}
		fmt.Fprintf(&b, "  %s %s", sign, one(Range{in.Start, in.End}))
		if in.Name != (Range{in.Start, in.End}) {
			fmt.Fprintf(&b, " | %s", one(in.Name))
		}
		b.WriteByte('\n')
	}
	for _, r := range l.Rest {
		fmt.Fprintf(&b, "rest %s\n", one(r))
	}
	for _, d := range l.Dropped {
		fmt.Fprintf(&b, "dropped word %d: %s\n", d.Word, d.Reason)
	}
	for _, s := range l.Trace {
		fmt.Fprintf(&b, "because %s\n", explained(s, l))
	}
	if page {
		fmt.Fprintf(&b, "text\n")
		for line := range strings.Lines(l.Text) {
			fmt.Fprintf(&b, "  %s\n", strings.TrimRight(line, "\n"))
		}
	}
	return b.String()
}

// explained is a step in words, with the text it is about.
func explained(s Step, l *Label) string {
	const shown = 48 // characters
	text := []rune(strings.Join(strings.Fields(l.Text[s.At.Start:s.At.End]), " "))
	what := s.What
	if s.N > 0 {
		what = fmt.Sprintf("%s (%d)", what, s.N)
	}
	switch {
	case len(text) == 0:
		return what
	case len(text) > shown:
		return fmt.Sprintf("%s: %q", what, string(text[:shown])+"…")
	}
	return fmt.Sprintf("%s: %q", what, string(text))
}
