package tesseract

import (
	"image"
	"testing"

	"exoscan/internal/ocr"
)

// Each way back is checked against the turn written out, pixel by pixel, on a region of 5 by 3.
func TestWayBack(t *testing.T) {
	region := image.Rect(7, 5, 12, 8)
	turns := map[int]func(x, y int) (int, int){ // from the region to what is read
		0:   func(x, y int) (int, int) { return x, y },
		90:  func(x, y int) (int, int) { return 3 - 1 - y, x },
		180: func(x, y int) (int, int) { return 5 - 1 - x, 3 - 1 - y },
		270: func(x, y int) (int, int) { return y, 5 - 1 - x },
	}
	for degrees, turn := range turns {
		back := way{sent: image.Rect(0, 0, 40, 30), region: region, turned: degrees}
		for y := range 3 {
			for x := range 5 {
				tx, ty := turn(x, y)
				if got, want := back.box(image.Rect(tx, ty, tx+1, ty+1)), (ocr.Box{X: 7 + x, Y: 5 + y, W: 1, H: 1}); got != want {
					t.Errorf("turned by %d: %d,%d came back as %v, not %v", degrees, tx, ty, got, want)
				}
			}
		}
	}
}

func TestBoxesStayInside(t *testing.T) {
	back := way{sent: image.Rect(0, 0, 100, 50), region: image.Rect(10, 20, 100, 50), turned: 90} // 30 by 90 as it is read
	tests := []struct {
		name string
		box  image.Rectangle
		want ocr.Box
	}{
		{"whole", image.Rect(0, 0, 30, 90), ocr.Box{X: 10, Y: 20, W: 90, H: 30}},
		// In the prepared image x is measured from the region's lower edge.
		{"inside", image.Rect(5, 10, 10, 20), ocr.Box{X: 20, Y: 40, W: 10, H: 5}},
		{"beyond the edge is cut", image.Rect(-50, -50, 30, 90), ocr.Box{X: 0, Y: 20, W: 100, H: 30}},
		{"outside is empty", image.Rect(0, 250, 30, 450), ocr.Box{}},
	}
	for _, tt := range tests {
		if got := back.box(tt.box); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
