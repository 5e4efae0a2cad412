package tesseract

import (
	"math"
	"testing"

	"exoscan/internal/ocr"
)

// Each way back is checked against the forward step written out, on an image of 40 by 30.
func TestWayBack(t *testing.T) {
	const w, h = 40, 30
	sin, cos := math.Sincos(10 * math.Pi / 180)
	tests := []struct {
		name    string
		back    affine
		forward func(p point) point // from the image to the prepared one
	}{
		{"crop", shift(7, 5), func(p point) point { return point{p.x - 7, p.y - 5} }},
		{"quarter", quarter(90, w, h), func(p point) point { return point{h - p.y, p.x} }},
		{"half", quarter(180, w, h), func(p point) point { return point{w - p.x, h - p.y} }},
		{"three quarters", quarter(270, w, h), func(p point) point { return point{p.y, w - p.x} }},
		{"scale", stretch(w, h, 80, 90), func(p point) point { return point{p.x * 2, p.y * 3} }},
		{"level", level(10, point{20, 15}), func(p point) point {
			// Lines that fall to the right by 10 degrees are turned counter-clockwise.
			x, y := p.x-20, p.y-15
			return point{20 + cos*x + sin*y, 15 - sin*x + cos*y}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range []point{{0, 0}, {40, 0}, {3.5, 29}, {20, 15}} {
				got := tt.back.apply(tt.forward(p))
				if math.Hypot(got.x-p.x, got.y-p.y) > 1e-9 {
					t.Errorf("%v came back as %v", p, got)
				}
			}
		})
	}
}

func TestBoxesStayInsideAndHoldTheirCorners(t *testing.T) {
	w := way{w: 100, h: 50}
	w.add(shift(10, 20))
	w.add(quarter(90, 90, 30)) // of the crop, 90 by 30
	w.add(stretch(30, 90, 60, 180))
	tests := []struct {
		name           string
		x0, y0, x1, y1 float64
		want           ocr.Box
	}{
		// In the prepared image x is measured from the crop's lower edge, twice as large.
		{"whole", 0, 0, 60, 180, ocr.Box{X: 10, Y: 20, W: 90, H: 30}},
		{"inside", 10, 20, 20, 40, ocr.Box{X: 20, Y: 40, W: 10, H: 5}},
		{"half pixels grow", 1, 1, 3, 3, ocr.Box{X: 10, Y: 48, W: 2, H: 2}},
		{"beyond the edge is cut", -100, -100, 60, 180, ocr.Box{X: 0, Y: 20, W: 100, H: 30}},
		{"outside is empty", 0, 500, 60, 900, ocr.Box{X: 100, Y: 20, W: 0, H: 30}},
	}
	for _, tt := range tests {
		if got := w.box(tt.x0, tt.y0, tt.x1, tt.y1); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestGridTakesWarpedBoxesBack(t *testing.T) {
	// Each column of the warped image was pulled up by half its distance from the left.
	const w, h = 60, 60
	g := grid{w: w, h: h, from: make([]uint32, w*h)}
	for y := range h {
		for x := range w {
			g.from[y*w+x] = uint32(x)<<16 | uint32(min(y+x/2, h-1))
		}
	}
	back := way{w: w, h: h}
	back.add(g)
	if got, want := back.box(10, 10, 31, 14), (ocr.Box{X: 10, Y: 15, W: 21, H: 14}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
