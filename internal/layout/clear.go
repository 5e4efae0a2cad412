package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
)

// Ground beyond the print. A reader makes words of whatever it sees: of a table's grain, a barcode, the
// edge of the pack; that costs as much time as print does, and the words are noise in the list. So what
// lies beyond the blocks that are laid flat is painted over with ground.
const (
	clearAside  = 3.0 // x-heights kept beside a line: a letter or two that the survey did not see
	clearFlush  = 1.2 // the same where many lines begin or end at one edge: there is nothing beyond
	clearBeyond = 2.5 // x-heights kept above the first line and below the last one: a line not seen
)

// kept is a column of the flat image, one cell wide, and the rows of it that hold a block's print.
type kept struct{ column, top, bottom int }

// keep notes where the print of a block lies on the flat image: for each column from the first line
// there to the last one, with a margin.
func (m *Mesh) keep(lines []placed) {
	left, right, flushLeft, flushRight := m.edges(lines)
	cols := (m.Width + cell - 1) / cell
	tops, bottoms := make([]float64, cols), make([]float64, cols)
	for c := range cols {
		tops[c], bottoms[c] = math.Inf(1), math.Inf(-1)
	}
	before, behind, beyond := clearAside*m.XHeight, clearAside*m.XHeight, clearBeyond*m.XHeight
	if flushLeft {
		before = clearFlush * m.XHeight
	}
	if flushRight {
		behind = clearFlush * m.XHeight
	}
	for _, l := range lines {
		start, end := m.reach(l)
		for c := max(0, int((min(start, left)-before)/cell)); c <= min(cols-1, int((max(end, right)+behind)/cell)); c++ {
			// The place along the line by its share: near enough, with the room there is.
			share := (float64(c)+0.5)*cell - start
			x := l.x0 + (l.x1-l.x0)*math.Max(0, math.Min(1, share/math.Max(1, end-start)))
			y := l.base.at(x)
			_, head := m.place(x, y-l.tall)
			_, foot := m.place(x, y)
			tops[c], bottoms[c] = math.Min(tops[c], head-beyond), math.Max(bottoms[c], foot+beyond)
		}
	}
	for c := range cols {
		if tops[c] < bottoms[c] {
			m.kept = append(m.kept, kept{c, max(0, int(tops[c])), min(m.Height, int(bottoms[c]))})
		}
	}
}

// Lines that fade.
const (
	oneLevel   = 0.6 // x-heights between two pieces of one line
	oneSize    = 1.4 // ratio of their x-heights
	fadingLine = 8   // letters of a piece: a texture beside print makes lines of fewer
	leastFade  = 2   // lines of a block that go on in another
)

// keepBetween keeps what lies between the pieces of lines of two blocks side by side: where print fades, in glare or a
// fold, the survey sees what is left on either side of it. Round a lid a line may be alone, and no column begins there.
func (m *Mesh) keepBetween() {
	round := m.frame.ring != (ring{})
	blocks := map[int][]*row{}
	for _, r := range m.rows {
		if r.letters >= fadingLine {
			blocks[r.block] = append(blocks[r.block], r)
		}
	}
	for _, rows := range blocks {
		n, from, first, last, top, bottom := 0, m.Width, m.Width, 0, m.Height, 0
		for _, r := range rows {
			top, bottom = min(top, int(r.at(r.x1)-clearBeyond*r.xHeight)), max(bottom, int(r.at(r.x1)+clearBeyond*r.xHeight))
			if o := m.goesOn(r); o != nil {
				n, from, first, last = n+1, min(from, r.x1), min(first, o.x0), max(last, o.x0)
			}
		}
		column := n < leastFade || float64(last-first) < flushWithin*m.XHeight // begins there
		if n == 0 || column && !round {
			continue
		}
		for c := from / cell; c <= last/cell; c++ {
			m.kept = append(m.kept, kept{c, max(0, top), min(m.Height, bottom)})
		}
	}
}

// goesOn is the nearest row of another block to the right that a row goes on in, nil if none.
func (m *Mesh) goesOn(r *row) *row {
	var next *row
	for _, o := range m.rows {
		if o.block != r.block && o.letters >= fadingLine && o.x0 > r.x1 && (next == nil || o.x0 < next.x0) &&
			math.Abs(r.at(r.x1)-o.at(o.x0)) <= oneLevel*r.xHeight && max(r.xHeight, o.xHeight) <= oneSize*min(r.xHeight, o.xHeight) {
			next = o
		}
	}
	return next
}

// Lines that are set flush.
const (
	flushLines  = 8   // at least
	flushWithin = 0.8 // x-heights of the edge, but for a few of them
)

// edges are between which the lines of a block run, but for a few: print the survey missed is there too. It
// also says on which side most of them are flush.
func (m *Mesh) edges(lines []placed) (left, right float64, flushLeft, flushRight bool) {
	starts, ends := m.reaches(lines)
	slices.Sort(starts)
	slices.Sort(ends)
	n := len(lines)
	few, near := n/8, flushWithin*m.XHeight
	left, right = starts[few], ends[n-1-few]
	return left, right, n >= flushLines && starts[n*2/3]-left < near, n >= flushLines && right-ends[n/3] < near
}

func (m *Mesh) reaches(lines []placed) (starts, ends []float64) {
	starts, ends = make([]float64, len(lines)), make([]float64, len(lines))
	for i, l := range lines {
		starts[i], ends[i] = m.reach(l)
	}
	return starts, ends
}

// reach is where a line begins and ends on the flat image before it is turned over.
func (m *Mesh) reach(l placed) (start, end float64) {
	start, _ = m.place(l.x0, l.base.at(l.x0))
	end, _ = m.place(l.x1, l.base.at(l.x1))
	return start, end
}

// place leads from the frame of the lines to the flat image before it is turned over.
func (m *Mesh) place(x, y float64) (u, v float64) {
	fx, fy := m.frame.onWork(x, y)
	lu, ly := m.level(fx, fy)
	return (lu - m.u0) * m.along(), (ly - m.sheet.bulge(lu, ly) - m.v0) * m.zoom
}

// bare is what ground without print looks like on the flat image.
func (m *Mesh) bare() uint8 {
	switch {
	case m.Even:
		return 255
	case m.Light:
		return 255 - m.ground
	}
	return m.ground
}

// clear paints over what was not kept.
func (m *Mesh) clear(img *image.Gray) {
	if len(m.kept) == 0 {
		return
	}
	ground := m.bare()
	m.clearBars(img, ground)
	out := image.NewGray(img.Rect)
	for i := range out.Pix {
		out.Pix[i] = ground
	}
	for _, k := range m.kept {
		x0, x1, y0, y1 := k.column*cell, min((k.column+1)*cell, m.Width), k.top, k.bottom
		if m.flip {
			x0, x1, y0, y1 = m.Width-x1, m.Width-x0, m.Height-y1, m.Height-y0
		}
		for y := y0; y < y1; y++ {
			copy(out.Pix[y*out.Stride+x0:y*out.Stride+x1], img.Pix[y*img.Stride+x0:y*img.Stride+x1])
		}
	}
	copy(img.Pix, out.Pix)
}

// clearBars paints over barcodes and dot leaders.
func (m *Mesh) clearBars(img *image.Gray, ground uint8) {
	for _, b := range m.bars {
		u0, v0, u1, v1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		b = b.Inset(-1)
		for _, c := range [4]image.Point{b.Min, {b.Max.X, b.Min.Y}, {b.Min.X, b.Max.Y}, b.Max} {
			u, v := m.Inverse(float64(c.X)*m.step, float64(c.Y)*m.step)
			u0, v0, u1, v1 = math.Min(u0, u), math.Min(v0, v), math.Max(u1, u), math.Max(v1, v)
		}
		r := image.Rect(int(u0), int(v0), int(u1), int(v1))
		draw.Draw(img, r, image.NewUniform(color.Gray{Y: ground}), image.Point{}, draw.Src)
	}
}
