package reading

import "exoscan/internal/ocr"

// around is how far, in x-heights, a word's box reaches over the spaces beside it.
const around = 0.7

// coverage is the share of the print in the region of the list that some word was read from. Words
// under a reflection are often left out without a trace, and a list with a hole looks perfect.
func (t *try) coverage() float64 {
	if !t.label.ListFound || t.plan.view.mirror {
		return 1
	}
	var list ocr.Box
	for _, s := range t.label.Spans {
		if s.Start >= t.label.List.Start && s.End <= t.label.List.End {
			list = list.Union(t.page.Words[s.Word].Box)
		}
	}
	lead := t.block(t.plan.view.layout)
	if lead == nil {
		return 1
	}
	seen, missed := 0, 0
	for i := range t.plan.view.layout.Blocks {
		b := &t.plan.view.layout.Blocks[i]
		if b.Turn != lead.Turn || b.Letters < columnLetters {
			continue
		}
		across, down := 0.0, -b.XHeight/2 // from the baseline to the middle of an x
		switch b.Turn {
		case 90:
			across, down = b.XHeight/2, 0
		case 180:
			down = -down
		case 270:
			across, down = -b.XHeight/2, 0
		}
		for _, l := range b.Lines {
			for k := 1; k < len(l.Base); k++ {
				x, y := (l.Base[k-1].X+l.Base[k].X)/2+across, (l.Base[k-1].Y+l.Base[k].Y)/2+down
				if !holds(list, x, y, 0) {
					continue
				}
				if t.read(x, y, around*b.XHeight) {
					seen++
				} else {
					missed++
				}
			}
		}
	}
	if seen+missed == 0 {
		return 1
	}
	return float64(seen) / float64(seen+missed)
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
