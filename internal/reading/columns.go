package reading

import (
	"cmp"
	"math"
	"slices"

	"exoscan/dictionary"
	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// A block that stands beside another makes columns if both have so many letters and overlap by so much
// of the lower one's height.
const (
	columnLetters = 25
	besideBy      = 0.5
)

// modeFor is the page mode for blocks laid flat. Blocks one below the other are read as one: analysis
// of the page costs time and gains nothing. Columns need it.
func modeFor(m *layout.Mesh, l *layout.Layout, ids []int) int {
	var places []rect
	for _, id := range ids {
		if b := &l.Blocks[id]; b.Letters >= columnLetters {
			places = append(places, linesPlace(m, b.Lines))
		}
	}
	for i, a := range places {
		for _, b := range places[i+1:] {
			beside := math.Min(a.y1, b.y1) - math.Max(a.y0, b.y0)
			apart := math.Max(a.x0, b.x0) - math.Min(a.x1, b.x1)
			if beside > besideBy*math.Min(a.high(), b.high()) && apart > 0 {
				return modeAuto
			}
		}
	}
	return modeBlock
}

// linesPlace is where lines lie on the flat picture.
func linesPlace(m *layout.Mesh, lines []layout.Line) rect {
	r := nowhere()
	for _, line := range lines {
		for _, p := range line.Base {
			u, v := m.Inverse(p.X, p.Y)
			r.x0, r.x1 = math.Min(r.x0, u), math.Max(r.x1, u)
			top, bottom := v-line.Height*m.Scale, v
			if m.Opposite() { // the feet the survey saw are the heads of the letters
				top, bottom = v, v+line.Height*m.Scale
			}
			r.y0, r.y1 = math.Min(r.y0, top), math.Max(r.y1, bottom)
		}
	}
	return r
}

// Print of so many lines and letters is a column whose edges tell what does not belong to it.
const (
	columnPrint = 100
	columnLines = 4
	leastGutter = 1.0 // x-heights to what stands beside it; less is a space
	farApart    = 3.0 // x-heights; no space is so wide
)

// column is a block of print on the flat picture.
type column struct {
	place          rect
	letters, lines int
}

// columnsOf are the columns of some blocks, those with the most letters last.
func columnsOf(m *layout.Mesh, l *layout.Layout, ids []int) []column {
	out := make([]column, len(ids))
	for i, id := range ids {
		b := &l.Blocks[id]
		out[i] = column{linesPlace(m, b.Lines), b.Letters, len(b.Lines)}
	}
	slices.SortFunc(out, func(a, b column) int { return cmp.Compare(a.letters, b.letters) })
	return out
}

// partColumns parts the engine's lines that run from a column of print into what stands beside it. The survey knows
// gutters that are no wider than a space of justified print; the engine's analysis of the page finds them or not, as it
// happens. But where print is set wide the survey may be wrong: the referee says which of the two is.
func (w *work) partColumns(t *try) {
	if t.mesh == nil {
		return
	}
	words, moved := apartWords(t.page.Words, columnsOf(t.mesh, t.plan.view.layout, t.plan.blocks), t.mesh.XHeight)
	if moved == 0 {
		return
	}
	apart, page := *t, *t.page
	page.Words = words
	apart.page = &page
	w.understand(&apart)
	s := Step{What: "columns", Why: "lines run on where the survey knows a column to end", Decision: "not better", Score: apart.score}
	if apart.score.clearerThan(t.score, moved) {
		*t, s.Decision = apart, "better"
	}
	w.step(s)
}

// apartWords gives what stands beside a column a block of its own, and counts its letters; none where nothing stands in
// another column.
func apartWords(words []ocr.Word, columns []column, xHeight float64) (out []ocr.Word, letters int) {
	last := 0
	for i := range words {
		last = max(last, words[i].Block)
	}
	out = slices.Clone(words)
	some := false
	for from, to := 0, 0; from < len(out); from = to {
		for to = from + 1; to < len(out) && numberOf(out[from]) == numberOf(out[to]); to++ {
		}
		row := out[from:to]
		in := make([]int, len(row))
		for i := range row {
			in[i] = slices.IndexFunc(columns, func(c column) bool { return c.place.holdsMiddle(flatPlace(&row[i])) })
		}
		main := slices.Max(in)
		if main < 0 || columns[main].letters < columnPrint || columns[main].lines < columnLines {
			continue
		}
		for i, side := range sidesOf(row, in, columns, xHeight) {
			if side == 0 {
				continue
			}
			some = some || in[i] >= 0
			letters += dictionary.Letters(row[i].Text)
			row[i].Block = last + 2*main + 1
			if side > 0 {
				row[i].Block++
			}
		}
	}
	if !some {
		return words, 0
	}
	slices.SortStableFunc(out, func(a, b ocr.Word) int { return cmp.Compare(a.Block, b.Block) })
	return out, letters
}

// sidesOf tells on which side of the column with the most letters each word of a line stands, of which the columns they
// stand in are known; nothing where no gutter is between them. What stands in no column goes with the word before it,
// unless it is far from it.
func sidesOf(row []ocr.Word, in []int, columns []column, xHeight float64) []int {
	main := columns[slices.Max(in)].place
	sides := make([]int, len(row))
	for i := range row {
		place, gap := flatPlace(&row[i]), 0.0
		if i > 0 {
			gap, sides[i] = place.x0-flatPlace(&row[i-1]).x1, sides[i-1]
		}
		switch {
		case in[i] >= 0:
			sides[i] = main.side(columns[in[i]].place)
		case gap > farApart*xHeight:
			sides[i] = main.side(place)
		}
		if i > 0 && sides[i] != sides[i-1] && gap < leastGutter*xHeight {
			return nil
		}
	}
	return sides
}

// flatPlace is the place of a word on the flat picture.
func flatPlace(w *ocr.Word) rect {
	b := w.Laid
	return rect{float64(b.X), float64(b.Y), float64(b.X + b.W), float64(b.Y + b.H)}
}
