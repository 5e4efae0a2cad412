//go:build cgo

package tesseract

// #include <allheaders.h>
import "C"

import (
	"image"

	"exoscan/internal/ocr"
)

// prepared is an image ready to be read, and the way back.
type prepared struct {
	*pix
	back way
}

// step replaces the image by what an operation made of it.
func (p *prepared) step(c *C.PIX) error {
	next, err := own(c)
	if err != nil {
		return err
	}
	p.pix.free()
	p.pix = next
	return nil
}

// prepare follows the recipe. The image it is given stays as it was.
func prepare(src *pix, r ocr.Recipe) (*prepared, error) {
	clone, err := own(C.pixClone(src.c))
	if err != nil {
		return nil, err
	}
	w, h := src.size()
	all := image.Rect(0, 0, w, h)
	p := &prepared{pix: clone, back: way{sent: all, region: all, turned: r.Rotation}}
	for _, step := range []func(ocr.Recipe) error{p.crop, p.turn, p.divide} {
		if err := step(r); err != nil {
			p.free()
			return nil, err
		}
	}
	return p, nil
}

func (p *prepared) crop(r ocr.Recipe) error {
	b := r.Region
	if b == nil {
		return nil
	}
	box := C.boxCreate(C.l_int32(b.X), C.l_int32(b.Y), C.l_int32(b.W), C.l_int32(b.H))
	defer C.boxDestroy(&box)
	p.back.region = image.Rect(b.X, b.Y, b.X+b.W, b.Y+b.H)
	return p.step(C.pixClipRectangle(p.c, box, nil))
}

func (p *prepared) turn(r ocr.Recipe) error {
	if r.Rotation == 0 {
		return nil
	}
	return p.step(C.pixRotateOrth(p.c, C.l_int32(r.Rotation/90)))
}

// divide brings the ground to one brightness. Nothing has to be known of the print but that it is
// darker and narrower than what surrounds it, so it works in shade and in glare alike.
func (p *prepared) divide(r ocr.Recipe) error {
	w, h := p.size()
	if !r.Background || min(w, h) < 4*tile {
		return nil
	}
	// Not in place: the first steps may have left the caller's own image.
	if err := p.step(C.pixCopy(nil, p.c)); err != nil {
		return err
	}
	pixels := p.raster()
	divide(pixels, brightest(pixels).ground())
	return nil
}
