package reading

import (
	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// around is how far, in x-heights, a word's box reaches over the spaces beside it.
const around = 0.7

// coverage is the share of the print in the region of the list that some word was read from. Words
// under a reflection are often left out without a trace, and a list with a hole looks perfect.
func (t *try) coverage() float64 {
	seen, missed := 0, 0
	for _, l := range t.printed() {
		seen += l.seen
		missed += l.missed
	}
	if seen+missed == 0 {
		return 1
	}
	return float64(seen) / float64(seen+missed)
}

// printed is a line of print the survey saw in the region of the list, and at how many places along it
// something was read.
type printed struct {
	line         *layout.Line
	up           layout.Point // from the baseline to the height of an x
	seen, missed int
}

func (t *try) printed() []printed {
	if !t.label.ListFound || t.plan.view.mirror {
		return nil
	}
	var list ocr.Box
	for _, s := range t.label.Spans {
		if s.Start >= t.label.List.Start && s.End <= t.label.List.End {
			list = list.Union(t.page.Words[s.Word].Box)
		}
	}
	lead := t.block(t.plan.view.layout)
	if lead == nil {
		return nil
	}
	var out []printed
	for i := range t.plan.view.layout.Blocks {
		b := &t.plan.view.layout.Blocks[i]
		if b.Turn != lead.Turn || b.Letters < columnLetters {
			continue
		}
		up := layout.Point{Y: -b.XHeight}
		switch b.Turn {
		case 90:
			up = layout.Point{X: b.XHeight}
		case 180:
			up = layout.Point{Y: b.XHeight}
		case 270:
			up = layout.Point{X: -b.XHeight}
		}
		for k := range b.Lines {
			l := printed{line: &b.Lines[k], up: up}
			for k := 1; k < len(l.line.Base); k++ {
				p, q := l.line.Base[k-1], l.line.Base[k]
				x, y := (p.X+q.X+up.X)/2, (p.Y+q.Y+up.Y)/2
				if !holds(list, x, y, 0) {
					continue
				}
				if t.read(x, y, around*b.XHeight) {
					l.seen++
				} else {
					l.missed++
				}
			}
			if l.seen+l.missed > 0 {
				out = append(out, l)
			}
		}
	}
	return out
}

// read says whether some word was read at a place of the photo.
func (t *try) read(x, y, margin float64) bool {
	for _, w := range t.page.Words {
		if holds(w.Box, x, y, margin) {
			return true
		}
	}
	return false
}

func holds(b ocr.Box, x, y, margin float64) bool {
	return x >= float64(b.X)-margin && x <= float64(b.X+b.W)+margin && y >= float64(b.Y)-margin/2 && y <= float64(b.Y+b.H)+margin/2
}
