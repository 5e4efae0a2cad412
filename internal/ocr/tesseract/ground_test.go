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
	divide(r, brightest(r).ground())
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

// Whatever the size, nothing is read or written outside the image.
func TestGroundOfAnySize(t *testing.T) {
	for w := 1; w < 40; w++ {
		for _, h := range []int{1, 7, 8, 9, 33} {
			r := picture(w, h, func(x, y int) int { return x*y + 40 })
			tiles := brightest(r)
			most := uint8(0)
			for y := range min(h, tile) {
				for x := range min(w, tile) {
					most = max(most, r.at(x, y))
				}
			}
			if tiles.v[0] != most {
				t.Errorf("%dx%d: the first tile's brightest pixel is %d, not %d", w, h, tiles.v[0], most)
			}
			divide(r, tiles.ground())
		}
	}
}
