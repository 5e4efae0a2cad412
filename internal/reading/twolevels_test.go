package reading

import (
	"image"
	"image/draw"
	"testing"

	"exoscan/internal/photo"
)

// TestBlackAndWhiteIsSoftened has every way of reading see a picture in black and white with soft edges.
func TestBlackAndWhiteIsSoftened(t *testing.T) {
	page := image.NewGray(image.Rect(0, 0, 60, 40))
	draw.Draw(page, image.Rect(20, 0, 40, 40), image.White, image.Point{}, draw.Src)
	w := newWork()
	w.img = photo.New(page, "png")
	for _, c := range []photo.Channel{"", photo.Red} {
		if v := w.survey(c).gray.GrayAt(20, 20).Y; v == 0 || v == 255 {
			t.Errorf("channel %q has an edge as hard as it was", c)
		}
	}
}
