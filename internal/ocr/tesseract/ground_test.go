package tesseract

import "testing"

// picture makes a raster of a function, as Leptonica would hold it: padding and all.
func picture(w, h int, f func(x, y int) int) raster {
	r := raster{perLine: (w + 3) / 4, w: w, h: h}
	r.data = make([]uint32, r.perLine*h)
	for y := range h {
		for x := range w {
			r.data[y*r.perLine+x/4] |= uint32(uint8(f(x, y))) << (24 - 8*(x&3))
		}
	}
	return r
}

// stems are strokes 3 pixels wide, 10 apart, in the middle of the picture.
func stem(x, y, h int) bool { return x%10 < 3 && y > h/4 && y < 3*h/4 }

func TestDivideMakesTheGroundEven(t *testing.T) {
	const w, h = 203, 101
	shade := func(x, y int) int { return 250 - x - y/2 } // from 250 to 0 at the far corner
	r := picture(w, h, func(x, y int) int {
		if stem(x, y, h) {
			return shade(x, y) / 4
		}
		return shade(x, y)
	})
	_, hi := extremes(r)
	divide(r, hi.ground())
	for y := range h {
		for x := range w {
			if shade(x, y) < 3*darkest {
				continue // too dark to be anything
			}
			v := int(r.at(x, y))
			if stem(x, y, h) && v > 90 || !stem(x, y, h) && (v < 190 || v > 255) {
				t.Fatalf("at %d,%d of ground %d: %d, stem %v", x, y, shade(x, y), v, stem(x, y, h))
			}
		}
	}
}

func TestInkOfBothPolarities(t *testing.T) {
	const w, h = 103, 64
	r := picture(w, h, func(x, y int) int {
		switch left := x < 50; {
		case left && stem(x, y, h):
			return 60
		case left:
			return 200 // dark print on a light ground
		case stem(x, y, h):
			return 200
		}
		return 60 // light print on a dark one
	})
	lo, hi := extremes(r)
	perLine := (w + 31) / 32
	dark, light := make([]uint32, perLine*h), make([]uint32, perLine*h)
	ink(r, hi.ground(), lo.inverted().ground(), dark, light, perLine)
	bit := func(m []uint32, x, y int) bool { return m[y*perLine+x/32]>>(31-x%32)&1 == 1 }
	// Between dark stems there is light print on dark, if one will; so each half is looked at its way.
	for _, x := range []int{11, 15, 21, 35} {
		if got := bit(dark, x, h/2); got != stem(x, h/2, h) {
			t.Errorf("column %d: dark print is %v", x, got)
		}
		if got := bit(light, x+60, h/2); got != stem(x, h/2, h) {
			t.Errorf("column %d: light print is %v", x+60, got)
		}
	}
	for y := range h {
		if last := dark[y*perLine+w/32] | light[y*perLine+w/32]; last<<(w%32) != 0 {
			t.Fatalf("print beyond the right edge in row %d", y)
		}
	}
}

// Whatever the size, nothing is read or written outside the image.
func TestGroundOfAnySize(t *testing.T) {
	for w := 1; w < 40; w++ {
		for _, h := range []int{1, 7, 8, 9, 33} {
			r := picture(w, h, func(x, y int) int { return x*y + 40 })
			lo, hi := extremes(r)
			perLine := (w + 31) / 32
			ink(r, hi.ground(), lo.inverted().ground(), make([]uint32, perLine*h), make([]uint32, perLine*h), perLine)
			divide(r, hi.ground())
			if lo.v[0] > hi.v[0] {
				t.Errorf("%dx%d: darkest %d, brightest %d", w, h, lo.v[0], hi.v[0])
			}
		}
	}
}
