package layout

import (
	"math"
	"slices"
)

// What is trimmed from a line.
const (
	trimLines = 4   // of a block: fewer do not tell where its edges are
	trimNear  = 4   // lines on either side that tell where this one may begin: print in perspective has slanting edges
	trimGap   = 1.8 // x-heights between it and the line; words are half as far apart
)

// trim leaves out what lines have caught beyond the edges of the label, where a pattern goes on at their height:
// letters that stand apart from the line and beyond where the lines around it begin or end.
func (b *Block) trim() {
	if len(b.lines) < trimLines {
		return
	}
	var slopes []float64
	for i := range b.lines {
		l := &b.lines[i]
		slopes = append(slopes, l.base.slope((l.x0+l.x1)/2))
	}
	sin, cos := math.Sincos(math.Atan(median(slopes)))
	starts, ends := make([]float64, len(b.lines)), make([]float64, len(b.lines))
	for i := range b.lines {
		l := &b.lines[i]
		starts[i], ends[i] = l.x0*cos+l.base.at(l.x0)*sin, -(l.x1*cos + l.base.at(l.x1)*sin)
	}
	for i := range b.lines {
		l := &b.lines[i]
		first, last := usualStart(starts, i)-b.xHeight, -usualStart(ends, i)+b.xHeight
		lo, hi := 0, len(l.letters)
		for k := 1; k < len(l.letters); k++ {
			v, w := &b.letters[l.letters[k-1]], &b.letters[l.letters[k]]
			if w.x0-v.x1 <= trimGap*b.xHeight {
				continue
			}
			switch {
			case v.x1*cos+v.cy()*sin < first:
				lo = k
			case w.x0*cos+w.cy()*sin > last && hi == len(l.letters):
				hi = k
			}
		}
		if lo == 0 && hi == len(l.letters) || lo >= hi {
			continue
		}
		if cut, ok := measureLine(b.blobs, b.frame, b.letters, chain{slices.Clone(l.letters[lo:hi]), l.light}); ok {
			cut.low, cut.high = l.low, l.high
			*l = cut
		}
	}
}

// usualStart is where the lines around line i begin, but for a few of them that have caught something, too.
func usualStart(starts []float64, i int) float64 {
	lo, hi := max(0, i-trimNear), min(len(starts), i+trimNear+1)
	near := slices.Concat(starts[lo:i], starts[i+1:hi])
	slices.Sort(near)
	return near[len(near)/4]
}
