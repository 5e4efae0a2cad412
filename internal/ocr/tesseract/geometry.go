package tesseract

import (
	"math"

	"exoscan/internal/ocr"
)

// point is a place in an image, in pixels; the centre of the top left pixel is at 0.5, 0.5.
type point struct{ x, y float64 }

// affine takes a point of a prepared image to the image it was prepared from:
// x' = xx*x + xy*y + x0, y' = yx*x + yy*y + y0.
type affine struct{ xx, xy, x0, yx, yy, y0 float64 }

func (m affine) apply(p point) point {
	return point{m.xx*p.x + m.xy*p.y + m.x0, m.yx*p.x + m.yy*p.y + m.y0}
}

// shift is the way back from a crop whose corner was at x, y.
func shift(x, y int) affine { return affine{xx: 1, x0: float64(x), yy: 1, y0: float64(y)} }

// stretch is the way back from scaling w by h pixels to w2 by h2.
func stretch(w, h, w2, h2 int) affine {
	return affine{xx: float64(w) / float64(w2), yy: float64(h) / float64(h2)}
}

// quarter is the way back from turning w by h pixels clockwise by a multiple of 90 degrees.
func quarter(degrees, w, h int) affine {
	switch degrees {
	case 90:
		return affine{xy: 1, yx: -1, y0: float64(h)}
	case 180:
		return affine{xx: -1, x0: float64(w), yy: -1, y0: float64(h)}
	case 270:
		return affine{xy: -1, x0: float64(w), yx: 1}
	}
	return affine{xx: 1, yy: 1}
}

// level is the way back from turning an image counter-clockwise by degrees around c.
func level(degrees float64, c point) affine {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return affine{
		xx: cos, xy: -sin, x0: c.x - cos*c.x + sin*c.y,
		yx: sin, yy: cos, y0: c.y - sin*c.x - cos*c.y,
	}
}

// grid is the way back from a warp that is no affine map: for each pixel of the warped image the
// pixel it came from, x in the upper and y in the lower 16 bits.
type grid struct {
	w, h int
	from []uint32
}

func (g grid) apply(p point) point {
	x := min(max(int(p.x), 0), g.w-1)
	y := min(max(int(p.y), 0), g.h-1)
	v := g.from[y*g.w+x]
	// What lies outside the pixel's corner is kept, so that a point on a box's far edge stays there.
	return point{float64(v>>16) + p.x - float64(x), float64(v&0xffff) + p.y - float64(y)}
}

// way leads from a prepared image back to the one that was sent: the steps of the preparation, to be
// undone from the last to the first.
type way struct {
	steps []interface{ apply(point) point }
	w, h  int // pixels of the image that was sent
}

func (w *way) add(step interface{ apply(point) point }) { w.steps = append(w.steps, step) }

func (w *way) point(p point) point {
	for i := len(w.steps) - 1; i >= 0; i-- {
		p = w.steps[i].apply(p)
	}
	return p
}

// samples is how often each side of a box is looked at: a warped side bulges between its corners,
// and the box around it must hold the bulge.
const samples = 4

// box takes a box, as edges of the prepared image, to the smallest box that holds it in the image
// that was sent. It lies inside that image.
func (w *way) box(x0, y0, x1, y1 float64) ocr.Box {
	lo, hi := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for i := 0; i <= samples; i++ {
		t := float64(i) / samples
		x, y := x0+t*(x1-x0), y0+t*(y1-y0)
		for _, p := range [4]point{{x, y0}, {x, y1}, {x0, y}, {x1, y}} {
			q := w.point(p)
			lo = point{min(lo.x, q.x), min(lo.y, q.y)}
			hi = point{max(hi.x, q.x), max(hi.y, q.y)}
		}
	}
	left, right := edges(lo.x, hi.x, w.w)
	top, bottom := edges(lo.y, hi.y, w.h)
	return ocr.Box{X: left, Y: top, W: right - left, H: bottom - top}
}

// edges rounds a span outwards to whole pixels of [0, size). A hundredth of a pixel does not count:
// it is what is left of rounding, not print.
func edges(lo, hi float64, size int) (int, int) {
	a := int(math.Floor(lo + 0.01))
	b := int(math.Ceil(hi - 0.01))
	a = min(max(a, 0), size)
	return a, min(max(b, a), size)
}
