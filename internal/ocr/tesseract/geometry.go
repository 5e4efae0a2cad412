package tesseract

import (
	"image"

	"exoscan/internal/ocr"
)

// way leads from a prepared image back to the one that was sent, of which a region was cut out and
// turned by quarters.
type way struct {
	sent   image.Rectangle // of the image that was sent
	region image.Rectangle // of it, what is read
	turned int             // degrees clockwise: 0, 90, 180 or 270
}

// box takes a box of the prepared image to the one that was sent. It lies inside that image.
func (w way) box(b image.Rectangle) ocr.Box {
	width, height := w.region.Dx(), w.region.Dy()
	switch w.turned {
	case 90:
		b = image.Rect(b.Min.Y, height-b.Max.X, b.Max.Y, height-b.Min.X)
	case 180:
		b = image.Rect(width-b.Max.X, height-b.Max.Y, width-b.Min.X, height-b.Min.Y)
	case 270:
		b = image.Rect(width-b.Max.Y, b.Min.X, width-b.Min.Y, b.Max.X)
	}
	b = b.Add(w.region.Min).Intersect(w.sent)
	return ocr.Box{X: b.Min.X, Y: b.Min.Y, W: b.Dx(), H: b.Dy()}
}
