package origin

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

var update = flag.Bool("update", false, "rewrite the .out parts of the cases")

// TestCases reads typed labels through label and match. A case is two files of an archive: NAME.in
// is the text, NAME.out what it comes to.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	d := dictionary.Default()
	m := match.New(d)
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got txtar.Archive
		got.Comment = a.Comment
		want := map[string]string{}
		for _, f := range a.Files {
			name, ok := strings.CutSuffix(f.Name, ".in")
			if !ok {
				want[f.Name] = string(f.Data)
				continue
			}
			l := label.FromText(string(f.Data), d)
			out := show(Judge(d, l, m.List(l), m.Claims(l)))
			got.Files = append(got.Files, f, txtar.File{Name: name + ".out", Data: []byte(out)})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(&got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for _, f := range got.Files {
			name, ok := strings.CutSuffix(f.Name, ".out")
			if !ok {
				continue
			}
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				if diff := cmp.Diff(want[f.Name], string(f.Data)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			})
		}
	}
}

// show prints a judgement for people to review.
func show(j Judgement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", j.Verdict)
	if len(j.Origins) > 1 {
		fmt.Fprintf(&b, " (%s)", list(j.Origins))
	}
	fmt.Fprintf(&b, ", %.0f %% known\n", 100*j.Known)
	for _, f := range j.Findings {
		fmt.Fprintf(&b, "exosome %s\n", showFinding(f))
	}
	for _, f := range j.Related {
		fmt.Fprintf(&b, "related %s\n", showFinding(f))
	}
	for _, c := range j.Claims {
		fmt.Fprintf(&b, "claim   %s %q\n", or(string(c.Origin), "-"), c.Read)
	}
	for _, w := range j.Warnings {
		fmt.Fprintf(&b, "warning %s: %s\n", w.Code, w.Text)
	}
	return b.String()
}

func showFinding(f Finding) string {
	likely := ""
	if f.Likely != "" {
		likely = ", likely " + string(f.Likely)
	}
	return fmt.Sprintf("%d/%d %s%s: %s\n        because %s\n        %s, %s", f.Ingredient, f.Of, f.Origin, likely, f.Name, f.Because, f.How, f.Reference)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// TestPartOfAList never calls a photo of a part of a list free of exosomes; what stands on the part is
// found, and typed text is all there is.
func TestPartOfAList(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		last       string
		photo, cut bool
		want       Verdict
	}{
		{"Panthenol", true, false, None},
		{"Panthenol", true, true, Unreadable},
		{"Panthenol", false, true, None},
		{"Human Adipose Stromal Cell Exosomes", true, true, Human},
	} {
		text := "Ingredients: Aqua, Glycerin, Butylene Glycol, Niacinamide, Allantoin, " + c.last
		l := label.FromText(text, d)
		if c.photo {
			p := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
			for i, w := range strings.Fields(text) {
				p.Words = append(p.Words, ocr.Word{Text: w, Box: ocr.Box{X: 200 * i, W: 190, H: 20}, Confidence: 90, Block: 1, Paragraph: 1, Line: 1})
			}
			l = label.FromPage(p, d)
		}
		if c.cut {
			l.MarkCutOff(0, "a test says so")
		}
		j := Judge(d, l, m.List(l), m.Claims(l))
		warned := slices.ContainsFunc(j.Warnings, func(w Warning) bool { return w.Code == ListCutOff })
		if j.Verdict != c.want || warned != c.cut {
			t.Errorf("%s, photo %v, cut off %v: verdict %s, warned %v", c.last, c.photo, c.cut, j.Verdict, warned)
		}
	}
}

// TestListThatBreaksOff has words read badly behind a list on a photo: where the list may go on in them, it
// is not said to be free of exosomes.
func TestListThatBreaksOff(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		end, behind string
		confidence  float64
		want        Verdict
	}{
		{"Panthenol,", "SH:Polypep! Prapanedol, Mbhinawdse Mdiiascn, Magnesum Cree", 30, Unreadable},
		{"Panthenol,", "Distributed by Halo Derm Ltd, 14 Mill Lane, London", 93, None},
		{"Panthenol.", "SH:Polypep! Prapanedol, Mbhinawdse Mdiiascn, Magnesum Cree", 30, None},
		{"Panthenol", "~ ' ,", 30, None},
	} {
		p := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
		add := func(text string, line int, confidence float64) {
			for i, w := range strings.Fields(text) {
				p.Words = append(p.Words, ocr.Word{Text: w, Box: ocr.Box{X: 200 * i, Y: 30 * line, W: 190, H: 20}, Confidence: confidence, Block: 1, Paragraph: 1, Line: line})
			}
		}
		add("Ingredients: Aqua, Glycerin, Butylene Glycol, Niacinamide, Allantoin, "+c.end, 1, 92)
		add(c.behind, 2, c.confidence)
		l := label.FromPage(p, d)
		j := Judge(d, l, m.List(l), m.Claims(l))
		warned := slices.ContainsFunc(j.Warnings, func(w Warning) bool { return w.Code == ListCutOff })
		if j.Verdict != c.want || warned != (c.want == Unreadable) {
			t.Errorf("%q behind %q: verdict %s, warned %v", c.behind, c.end, j.Verdict, warned)
		}
	}
}
