package layout

import "math"

// Quarters is a picture on which print is turned by quarters. The frame of the print is the picture turned back.
type Quarters struct {
	Turn int     // quarter turns clockwise the print is turned by on the picture, 0 to 3
	W, H float64 // of the picture as it stands
}

// Size is the width and height of the frame.
func (q Quarters) Size() (w, h float64) {
	if q.Turn%2 == 1 {
		return q.H, q.W
	}
	return q.W, q.H
}

// In leads from the picture to the frame.
func (q Quarters) In(x, y float64) (float64, float64) {
	switch q.Turn {
	case 1:
		return y, q.W - x
	case 2:
		return q.W - x, q.H - y
	case 3:
		return q.H - y, x
	}
	return x, y
}

// Out leads back.
func (q Quarters) Out(x, y float64) (float64, float64) {
	switch q.Turn {
	case 1:
		return q.W - y, x
	case 2:
		return q.W - x, q.H - y
	case 3:
		return y, q.H - x
	}
	return x, y
}

// frame is the coordinate system in which lines of print run to the right and letters stand upright. It lies on
// the picture the letters were found on: the working copy, or the same with a ring of print unrolled.
type frame struct {
	Quarters
	ring ring // that the picture shows unrolled
}

// onWork leads from the frame to the working copy.
func (f frame) onWork(x, y float64) (float64, float64) {
	x, y = f.Out(x, y)
	if f.ring == (ring{}) {
		return x, y
	}
	return f.ring.bend(x, y)
}

// ofWork leads from the working copy to the frame.
func (f frame) ofWork(x, y float64) (float64, float64) {
	if f.ring != (ring{}) {
		x, y = f.ring.unbend(x, y)
	}
	return f.In(x, y)
}

// turned is how many quarter turns clockwise the print is turned by on the photo, at the middle of a ring.
func (f frame) turned() int { return (f.Turn + f.ring.turn) % 4 }

// box converts a box on the picture to the frame.
func (f frame) box(x0, y0, x1, y1 float64) (a0, b0, a1, b1 float64) {
	ax, ay := f.In(x0, y0)
	bx, by := f.In(x1, y1)
	return math.Min(ax, bx), math.Min(ay, by), math.Max(ax, bx), math.Max(ay, by)
}
