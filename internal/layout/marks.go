package layout

import "math"

// What belongs to a line, in letter heights above and below its baseline.
const (
	bandAbove = 1.3
	bandBelow = 0.5
)

// countMarks counts the small blobs at the feet and at the heads of each line of the block, and finds its bullets.
func (b *Block) countMarks() {
	b.bullets = nil
	for i := range b.lines {
		b.lines[i].low, b.lines[i].high = 0, 0
	}
	bands := b.bands()
	for i := range b.blobs.list {
		v := &b.blobs.list[i]
		if v.light != b.Light {
			continue
		}
		ax, ay, bx, by := b.frame.box(float64(v.x0), float64(v.y0), float64(v.x1), float64(v.y1))
		cx, cy := (ax+bx)/2, (ay+by)/2
		l := bands.at(cx, cy)
		if l == nil {
			continue
		}
		if b.isBullet(l, v, ax, ay, bx, by) {
			b.bullets = append(b.bullets, Point{cx, cy})
			continue
		}
		l.mark(cx, cy, bx-ax, by-ay)
	}
}

// mark counts a blob, by its middle and size, if it is as small as marks are and stands where they do.
func (l *line) mark(x, y, w, h float64) {
	if x < l.x0 || x > l.x1+markBeyond*l.height || w > markSize*l.height || h > markSize*l.height || h < 0.08*l.height {
		return
	}
	switch above := (l.base.at(x) - y) / l.height; {
	case above > -0.3 && above < 0.25:
		l.low++
	case above > 0.75 && above < 1.3:
		l.high++
	}
}

// bands says which line of a block covers a place, in steps of a part of its letters.
type bands struct {
	lines      []line
	step       float64
	x0, y0     float64 // of the first step
	cols, rows int     // 0 of a block without lines, and of one that is too large
	owner      []int32 // of each step, the number of a line and one; 0 is nobody's
}

func (b *Block) bands() *bands {
	const mostSteps = 4_000_000
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	tallest := 0.0
	for i := range b.lines {
		l := &b.lines[i]
		tallest = math.Max(tallest, l.height)
		aside := bulletBeyond * l.height
		for _, x := range [3]float64{l.x0, (l.x0 + l.x1) / 2, l.x1} {
			y := l.base.at(x)
			x0, x1 = math.Min(x0, x-aside), math.Max(x1, x+aside)
			y0, y1 = math.Min(y0, y-bandAbove*l.height), math.Max(y1, y+bandBelow*l.height)
		}
	}
	out := &bands{lines: b.lines, step: math.Max(2, tallest/4), x0: x0, y0: y0}
	cols, rows := int((x1-x0)/out.step)+1, int((y1-y0)/out.step)+1
	if !(x1 >= x0) || cols*rows > mostSteps {
		return out
	}
	out.cols, out.rows, out.owner = cols, rows, make([]int32, cols*rows)
	for i := range b.lines {
		out.cover(i)
	}
	return out
}

// cover gives a line its band.
func (b *bands) cover(i int) {
	l := &b.lines[i]
	for x := l.x0 - bulletBeyond*l.height; x <= l.x1+bulletBeyond*l.height; x += b.step {
		base := l.base.at(x)
		for y := base - bandAbove*l.height; y <= base+bandBelow*l.height; y += b.step {
			if k := b.place(x, y); k >= 0 {
				b.owner[k] = int32(i + 1)
			}
		}
	}
}

// place is the step that a place is in, -1 if it is outside.
func (b *bands) place(x, y float64) int {
	c, r := int(math.Floor((x-b.x0)/b.step)), int(math.Floor((y-b.y0)/b.step))
	if c < 0 || r < 0 || c >= b.cols || r >= b.rows {
		return -1
	}
	return r*b.cols + c
}

// at is the line whose band covers a place, nil if there is none.
func (b *bands) at(x, y float64) *line {
	k := b.place(x, y)
	if k < 0 || b.owner[k] == 0 {
		return nil
	}
	return &b.lines[b.owner[k]-1]
}
