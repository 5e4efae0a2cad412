package layout

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// TestSoft softens what is in black and white alone, whatever its size, and leaves the rest as it is.
func TestSoft(t *testing.T) {
	page := image.NewGray(image.Rect(0, 0, 60, 40))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	for x := 10; x < 50; x += 8 {
		draw.Draw(page, image.Rect(x, 10, x+4, 30), image.Black, image.Point{}, draw.Src)
	}
	soft := Soft(page)
	if soft == page || soft.Rect != page.Rect {
		t.Fatalf("a picture of %v in black and white is not softened, but %v", page.Rect, soft.Rect)
	}
	for _, c := range []struct {
		x    int
		want uint8
		of   string
	}{{2, 255, "ground"}, {9, 223, "beside a stroke"}, {10, 32, "at the edge of a stroke"}, {11, 0, "within a stroke"}} {
		if got := soft.GrayAt(c.x, 20).Y; got != c.want {
			t.Errorf("%s there is %d, want %d", c.of, got, c.want)
		}
	}
	if page.GrayAt(9, 20).Y != 255 {
		t.Error("the picture itself was changed")
	}
	for x := 10; x < 50; x += 8 { // edges as a lens draws them
		draw.Draw(page, image.Rect(x, 10, x+1, 30), image.NewUniform(color.Gray{Y: 128}), image.Point{}, draw.Src)
	}
	if Soft(page) != page {
		t.Error("a picture with smooth edges is softened")
	}
}
