package layout

import "math"

// frame is the coordinate system in which lines of print run to the right and letters stand upright. It lies on
// the picture the letters were found on: the working copy, or the same with a ring of print unrolled.
type frame struct {
	turn int     // quarter turns clockwise the print is turned by on the picture
	w, h float64 // of the picture as it stands
	ring ring    // that the picture shows unrolled
}

// size is the width and height of the frame.
func (f frame) size() (w, h float64) {
	if f.turn%2 == 1 {
		return f.h, f.w
	}
	return f.w, f.h
}

// in converts a place on the picture to the frame.
func (f frame) in(x, y float64) (float64, float64) {
	switch f.turn {
	case 1:
		return y, f.w - x
	case 2:
		return f.w - x, f.h - y
	case 3:
		return f.h - y, x
	}
	return x, y
}

// out converts it back.
func (f frame) out(x, y float64) (float64, float64) {
	switch f.turn {
	case 1:
		return f.w - y, x
	case 2:
		return f.w - x, f.h - y
	case 3:
		return y, f.h - x
	}
	return x, y
}

// onWork leads from the frame to the working copy.
func (f frame) onWork(x, y float64) (float64, float64) {
	x, y = f.out(x, y)
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
	return f.in(x, y)
}

// turned is how many quarter turns clockwise the print is turned by on the photo, at the middle of a ring.
func (f frame) turned() int { return (f.turn + f.ring.turn) % 4 }

// box converts a box on the picture to the frame.
func (f frame) box(x0, y0, x1, y1 float64) (a0, b0, a1, b1 float64) {
	ax, ay := f.in(x0, y0)
	bx, by := f.in(x1, y1)
	return math.Min(ax, bx), math.Min(ay, by), math.Max(ax, bx), math.Max(ay, by)
}
