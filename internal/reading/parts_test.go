package reading

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"exoscan/internal/label/labeltest"
	"exoscan/internal/origin"
	"exoscan/internal/photo"
)

// parted is how photos of a part of a list, or barely all of it, were judged.
type parted struct {
	name                          string
	whole                         bool
	photos, cut, none, hidden, of int // of is those whose exosome is not on the photo, hidden the "none" said of them
}

const partsAbout = `
# Lists of which the photo shows a part, of the same set. "None" is wrong of them, worst where an exosome
# stands on the part that is hidden. cut-close, and the lists of the table above, are whole and must not be
# called cut off.
`

const partsHead = "condition        photos  cut-off  none  exosome-hidden  none-of-these"

func (p *parted) row() string {
	return fmt.Sprintf("%-16.16s %6d  %7d  %4d  %14d  %13d", p.name, p.photos, p.cut, p.none, p.of, p.hidden)
}

func (p *parted) judge(j origin.Judgement, hidden bool) {
	none := j.Verdict == origin.None
	p.photos++
	if slices.ContainsFunc(j.Warnings, func(w origin.Warning) bool { return w.Code == origin.ListCutOff }) {
		p.cut++
	}
	if none {
		p.none++
	}
	if hidden {
		p.of++
		if none {
			p.hidden++
		}
	}
}

// parts reads photos of parts of lists, so many of each kind.
func (b *bench) parts(t testing.TB, set labeltest.Set, each int) []parted {
	r := New(Options{Engine: b.engine, Dictionary: b.d, Matcher: b.m, Installed: b.langs, Off: b.off})
	var rows []parted
	for _, p := range labeltest.Parts() {
		if *flagOnly != "" && !slices.Contains(strings.Split(*flagOnly, ","), p.Name) {
			continue
		}
		row := parted{name: p.Name, whole: p.Whole}
		for i := range each {
			img, truth := set.Take(p, i)
			res, err := r.Read(context.Background(), photo.New(img, "png"))
			if err != nil {
				t.Fatalf("%s %d: %v", p.Name, i, err)
			}
			at := slices.Index(truth.Ingredients, truth.Exosome)
			row.judge(origin.Judge(b.d, res.Label, res.List, b.m.Claims(res.Label)), at >= 0 && !truth.Whole[at])
		}
		rows = append(rows, row)
	}
	return rows
}

func printParts(rows []parted) string {
	var out strings.Builder
	out.WriteString(partsAbout + partsHead + "\n")
	for i := range rows {
		out.WriteString(rows[i].row() + "\n")
	}
	return out.String()
}
