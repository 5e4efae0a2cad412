//go:build cgo

package tesseract

// #include <allheaders.h>
import "C"

import (
	"math"

	"exoscan/internal/ocr"
)

// How an image is prepared. The values are for print of an x-height of 15 to 40 pixels, which is
// what the scale of a recipe is there to arrive at.
const (
	// The window of Sauvola's threshold: a little more than a letter to each side.
	sauvolaWindow = 15
	sauvolaFactor = 0.3
	// Unsharp masking over 2 pixels, 0.7 of the difference added: undoes the blur of a shaky hand
	// without ringing that would join letters.
	sharpenWidth = 2
	sharpenShare = 0.7
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
	w, h := src.size()
	clone, err := own(C.pixClone(src.c))
	if err != nil {
		return nil, err
	}
	p := &prepared{pix: clone, back: way{w: w, h: h}}
	for _, step := range []func(ocr.Recipe) error{
		p.crop, p.turn, p.shrink, p.invert, p.divide, p.level, p.enlarge, p.flatten, p.sharpen, p.binarize,
	} {
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
	p.back.add(shift(b.X, b.Y))
	return p.step(C.pixClipRectangle(p.c, box, nil))
}

func (p *prepared) turn(r ocr.Recipe) error {
	if r.Rotation == 0 {
		return nil
	}
	w, h := p.size()
	p.back.add(quarter(r.Rotation, w, h))
	return p.step(C.pixRotateOrth(p.c, C.l_int32(r.Rotation/90)))
}

// shrink comes before the other steps and enlarge after, so that they work on fewer pixels.
func (p *prepared) shrink(r ocr.Recipe) error {
	if r.Scale <= 0 || r.Scale >= 1 {
		return nil
	}
	return p.scale(r.Scale)
}

func (p *prepared) enlarge(r ocr.Recipe) error {
	if r.Scale <= 1 {
		return nil
	}
	return p.scale(r.Scale)
}

func (p *prepared) scale(s float64) error {
	w, h := p.size()
	var err error
	if s < 0.7 {
		// Every source pixel counts: thin strokes survive.
		err = p.step(C.pixScaleAreaMap(p.c, C.l_float32(s), C.l_float32(s)))
	} else {
		err = p.step(C.pixScaleLI(p.c, C.l_float32(s), C.l_float32(s)))
	}
	if err != nil {
		return err
	}
	w2, h2 := p.size()
	p.back.add(stretch(w, h, w2, h2))
	return nil
}

func (p *prepared) invert(r ocr.Recipe) error {
	if !r.Invert {
		return nil
	}
	return p.step(C.pixInvert(nil, p.c))
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
	_, hi := extremes(pixels)
	divide(pixels, hi.ground())
	return nil
}

// level turns the text lines level, in an image grown so that no corner is lost. What comes in has
// the brightness of the image's edge, so that no line is drawn where there was none.
func (p *prepared) level(r ocr.Recipe) error {
	if math.Abs(r.Skew) < 0.05 { // a tenth of a pixel over a word
		return nil
	}
	w, h := p.size()
	sin, cos := math.Sincos(math.Abs(r.Skew) * math.Pi / 180)
	dx := int(math.Ceil((float64(w)*cos + float64(h)*sin - float64(w)) / 2))
	dy := int(math.Ceil((float64(h)*cos + float64(w)*sin - float64(h)) / 2))
	dx, dy = max(dx, 0), max(dy, 0)
	fill := p.edge()
	p.back.add(shift(-dx, -dy))
	err := p.step(C.pixAddBorderGeneral(p.c, C.l_int32(dx), C.l_int32(dx), C.l_int32(dy), C.l_int32(dy), C.l_uint32(fill)))
	if err != nil {
		return err
	}
	w, h = p.size()
	// Leptonica turns around the pixel in the middle, so around its centre.
	p.back.add(level(r.Skew, point{float64(w/2) + 0.5, float64(h/2) + 0.5}))
	return p.step(C.pixRotateAMGray(p.c, C.l_float32(-r.Skew*math.Pi/180), C.l_uint8(fill)))
}

// edge is the mean brightness along the four sides.
func (p *prepared) edge() uint8 {
	w, h := p.size()
	pixels := p.raster()
	sum := 0
	for x := range w {
		sum += int(pixels.at(x, 0)) + int(pixels.at(x, h-1))
	}
	for y := range h {
		sum += int(pixels.at(0, y)) + int(pixels.at(w-1, y))
	}
	return uint8(sum / (2 * (w + h)))
}

func (p *prepared) sharpen(r ocr.Recipe) error {
	w, h := p.size()
	if !r.Sharpen || min(w, h) <= 2*sharpenWidth+1 {
		return nil
	}
	return p.step(C.pixUnsharpMaskingGray(p.c, sharpenWidth, sharpenShare))
}

func (p *prepared) binarize(r ocr.Recipe) error {
	w, h := p.size()
	var out *C.PIX
	switch {
	case r.Binarize == "otsu":
		// One threshold for the image: a tile as large as it is.
		C.pixOtsuAdaptiveThreshold(p.c, C.l_int32(max(w, 16)), C.l_int32(max(h, 16)), 0, 0, 0.1, nil, &out)
	case r.Binarize == "sauvola" && min(w, h) > 2*sauvolaWindow+3:
		C.pixSauvolaBinarize(p.c, sauvolaWindow, sauvolaFactor, 1, nil, nil, nil, &out)
	default:
		return nil
	}
	return p.step(out)
}
