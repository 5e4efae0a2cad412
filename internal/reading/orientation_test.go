package reading

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"exoscan/internal/label/labeltest"
	"exoscan/internal/photo"
)

// held is how labels that are held some way or other were read.
type held struct {
	name                            string
	photos, upright, read, mirrored int
}

const heldAbout = `
# Which way round a photo is: labels of the same set, under every condition by turns, turned by as many degrees
# and up to 20 more or less, half of them all in capitals. List-read is four ingredients of five or more.
# No label is mirrored but those of the last line.
`

const heldHead = "held             photos  upright  list-read  called-mirrored"

func (h *held) row() string {
	return fmt.Sprintf("%-16.16s %6d  %7d  %9d  %15d", h.name, h.photos, h.upright, h.read, h.mirrored)
}

func (h *held) add(upright, read, mirrored bool) {
	h.photos++
	for n, yes := range map[*int]bool{&h.upright: upright, &h.read: read, &h.mirrored: mirrored} {
		if yes {
			*n++
		}
	}
}

// Of the labels of each condition, so many are held some way or other, and mirrored.
const (
	askewEach    = 40
	mirroredEach = 6
	leastRead    = 0.8 // of a list, where it was read the right way round
)

// askew reads labels that are held some way or other.
func (b *bench) askew(t testing.TB, set labeltest.Set, straight, mirrored int) []held {
	var rows []held
	if straight > 0 {
		rows = []held{{name: "0"}, {name: "90"}, {name: "180"}, {name: "270"}, {name: "small-letters"}, {name: "capitals"}, {name: "any"}}
		for i := range straight {
			letters := 4
			if labeltest.AllCapitals(i) {
				letters = 5
			}
			upright, read, said := b.holds(t, set, i, false)
			for _, k := range []int{i % 4, letters, 6} {
				rows[k].add(upright, read, said)
			}
		}
	}
	row := held{name: "mirrored"}
	for i := range mirrored {
		row.add(b.holds(t, set, i, true))
	}
	return append(rows, row)
}

// holds reads a label that is held some way or other: whether it was turned upright, its list was read, and
// whether it was called mirrored.
func (b *bench) holds(t testing.TB, set labeltest.Set, i int, mirrored bool) (upright, read, said bool) {
	l, o := set.Askew(i)
	o.Mirrored = mirrored
	img, truth := l.Render(o)
	r := New(Options{Engine: b.engine, Dictionary: b.d, Matcher: b.m, Installed: b.langs, Off: b.off})
	res, err := r.Read(context.Background(), photo.New(img, "png"))
	if err != nil {
		t.Fatalf("askew %d: %v", i, err)
	}
	turn := truth.Turn
	if mirrored {
		turn = (360 - turn) % 360 // left and right are exchanged first
	}
	found, _, _ := compare(b.d, truth.Ingredients, res.List)
	upright = res.Page.Rotation == turn
	read = float64(found) >= leastRead*float64(len(truth.Ingredients))
	said = slices.ContainsFunc(res.Warnings, func(w Warning) bool { return w.Code == Mirrored })
	if b.verbose && !(upright && read && said == mirrored) {
		name := fmt.Sprintf("askew-%d", i)
		t.Logf("%s, %s, mirrored %v: turned %d, by truth %d, %d of %d found", name, labeltest.AskewCondition(i).Name, mirrored, res.Page.Rotation, turn, found, len(truth.Ingredients))
		for _, step := range res.Trace {
			t.Logf("      %-14s %s %s", step.What, step.Decision, step.Score)
		}
		if *flagDump != "" {
			dump(t, *flagDump, sample{name: name, load: func() (*photo.Image, error) { return photo.New(img, "png"), nil }})
		}
	}
	return upright, read, said
}

func printHeld(rows []held) string {
	var out strings.Builder
	out.WriteString(heldAbout + heldHead + "\n")
	for i := range rows {
		out.WriteString(rows[i].row() + "\n")
	}
	return out.String()
}

// TestOrientation reads a few labels of each turn, and some that are mirrored; make accuracy reads hundreds.
func TestOrientation(t *testing.T) {
	b := newBench(t)
	for _, h := range b.askew(t, labeltest.Tuning(), 8, 2) {
		want := held{h.name, h.photos, h.photos, h.photos, 0}
		if h.name == "mirrored" {
			want.mirrored = h.photos
		}
		if h != want {
			t.Errorf("\n%s\n%s", heldHead, h.row())
		}
	}
}
