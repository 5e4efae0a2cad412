package reading

import "math"

// rect is a place in the frame of the base: where lines run level.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) middle() (x, y float64) { return (r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2 }
func (r rect) high() float64          { return r.y1 - r.y0 }

func nowhere() rect {
	return rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (r rect) union(o rect) rect {
	return rect{math.Min(r.x0, o.x0), math.Min(r.y0, o.y0), math.Max(r.x1, o.x1), math.Max(r.y1, o.y1)}
}

// wider is the place with a margin on either side, and above and below.
func (r rect) wider(x, y float64) rect { return rect{r.x0 - x, r.y0 - y, r.x1 + x, r.y1 + y} }

// holdsMiddle says whether the middle of another place lies within.
func (r rect) holdsMiddle(o rect) bool {
	x, y := o.middle()
	return x > r.x0 && x < r.x1 && y > r.y0 && y < r.y1
}

// side is -1 if o lies left of r, 1 if it lies right of it, 0 if they share a column.
func (r rect) side(o rect) int {
	switch {
	case o.x1 < r.x0:
		return -1
	case o.x0 > r.x1:
		return 1
	}
	return 0
}

// meets says whether two words are the same print: one holds the middle of the other, and they share
// a good part of the lower one's height.
func (r rect) meets(o rect) bool {
	x, y := math.Min(r.x1, o.x1)-math.Max(r.x0, o.x0), math.Min(r.y1, o.y1)-math.Max(r.y0, o.y0)
	return x > 0.3*math.Min(r.x1-r.x0, o.x1-o.x0) && y > 0.5*math.Min(r.high(), o.high())
}
