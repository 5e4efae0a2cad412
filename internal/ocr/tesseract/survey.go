//go:build cgo

package tesseract

// #include <allheaders.h>
import "C"

import (
	"context"
	"image"
	"math"

	"exoscan/internal/ocr"
)

const (
	// The search for the angle: labels are not photographed further off by accident, and a step of a
	// degree does not step over the peak of a page some 40 lines high.
	sweepRange = 20
	sweepStep  = 1
	sweepFine  = 0.02
	// Masks the angle is swept and searched on are reduced to so many pixels: 41 shears stay cheap.
	sweepPixels  = 80_000
	searchPixels = 400_000
	// Larger images are surveyed at half their size, unless the print turns out to be small: lines
	// of letters below smallPrint, or hardly any.
	surveyPixels = 3_000_000
	smallPrint   = 7 // pixels of x-height at half size
	fewLetters   = 40
	maxOfComp    = 60_000 // components; more is noise, and costs more than it tells
)

// Survey measures without recognising.
func (e *Engine) Survey(ctx context.Context, img *image.Gray, r ocr.Recipe) (*ocr.Survey, error) {
	p, err := e.prepare(ctx, img, ocr.Recipe{Region: r.Region, Rotation: r.Rotation})
	if err != nil {
		return nil, err
	}
	defer p.free()
	w, h := p.size()
	if w*h > surveyPixels {
		half, err := e.prepare(ctx, img, ocr.Recipe{Region: r.Region, Rotation: r.Rotation, Scale: 0.5})
		if err != nil {
			return nil, err
		}
		defer half.free()
		s, err := half.survey(2)
		if err != nil {
			return nil, memoryError(err)
		}
		if s.Letters >= fewLetters && s.XHeight >= 2*smallPrint {
			return s, nil
		}
	}
	s, err := p.survey(1)
	if err != nil {
		return nil, memoryError(err)
	}
	return s, nil
}

// survey measures the prepared image, a pixel of which is scale pixels of the one that was sent.
func (p *prepared) survey(scale float64) (*ocr.Survey, error) {
	s := &ocr.Survey{V: ocr.PageVersion, Width: p.back.w, Height: p.back.h, SkewConfidence: 1, Lines: []ocr.Line{}, Polarity: 0.5, DarkOnLight: true}
	if w, h := p.size(); min(w, h) < 4*tile {
		return s, nil
	}
	pixels := p.raster()
	lo, hi := extremes(pixels)
	dark, light, err := p.views(lo, hi)
	if err != nil {
		return nil, err
	}
	most := dark
	if light.letters > dark.letters {
		most, s.DarkOnLight = light, false
	}
	s.Letters = most.letters
	if n := dark.letters + light.letters; n > 0 {
		s.Polarity = float64(most.letters) / float64(n)
	}
	s.Skew, s.SkewConfidence, s.Sideways = most.skew, most.confidence, most.sideways
	var heights, contrasts, sharps []float64
	var grounds []int
	for _, v := range []*view{dark, light} {
		for _, l := range v.lines {
			b := l.box
			s.Lines = append(s.Lines, ocr.Line{
				Box:     p.back.box(float64(b.X), float64(b.Y), float64(b.X+b.W), float64(b.Y+b.H)),
				XHeight: l.xHeight() * scale, Letters: len(l.heights), Light: v == light,
			})
			if v == most {
				contrast, sharp := printing(pixels, b)
				contrasts, sharps = append(contrasts, contrast), append(sharps, sharp/scale)
				grounds = append(grounds, int(hi.v[(b.Y+b.H/2)/tile*hi.w+(b.X+b.W/2)/tile]))
				for range l.heights {
					heights = append(heights, l.xHeight()*scale)
				}
			}
		}
	}
	s.XHeight = rank(heights, 0.5)
	s.Contrast, s.Sharpness = rank(contrasts, 0.5), rank(sharps, 0.75)
	s.Glare = glare(hi, grounds)
	return s, nil
}

// view is the image looked at as dark print on light, or the other way round.
type view struct {
	skew, confidence, sideways float64
	lines                      []chained
	letters                    int
}

func (p *prepared) views(lo, hi tiles) (dark, light *view, err error) {
	w, h := p.size()
	var masks [2]*pix
	for i := range masks {
		m, err := own(C.pixCreate(C.l_int32(w), C.l_int32(h), 1))
		if err != nil {
			return nil, nil, err
		}
		defer m.free()
		masks[i] = m
	}
	darkWords, perLine := masks[0].words()
	lightWords, _ := masks[1].words()
	ink(p.raster(), hi.ground(), lo.inverted().ground(), darkWords, lightWords, perLine)
	var views [2]*view
	for i, m := range masks {
		v := &view{}
		v.skew, v.confidence = skew(m)
		comps, err := components(m)
		if err != nil {
			return nil, nil, err
		}
		v.lines = chain(comps, v.skew)
		for _, l := range v.lines {
			v.letters += len(l.heights)
		}
		v.sideways = sideways(m)
		views[i] = v
	}
	return views[0], views[1], nil
}

// components gives the boxes of the mask's connected components that may be letters.
func components(mask *pix) ([]ocr.Box, error) {
	boxa := C.pixConnCompBB(mask.c, 8)
	if boxa == nil {
		return nil, errPix
	}
	defer C.boxaDestroy(&boxa)
	n := min(int(C.boxaGetCount(boxa)), maxOfComp)
	boxes := make([]ocr.Box, 0, n)
	for i := range n {
		var x, y, w, h C.l_int32
		if C.boxaGetBoxGeometry(boxa, C.l_int32(i), &x, &y, &w, &h) == 0 && h >= letterMin && h <= letterMax {
			boxes = append(boxes, ocr.Box{X: int(x), Y: int(y), W: int(w), H: int(h)})
		}
	}
	return boxes, nil
}

// reduction is the power of two that brings the mask to at most so many pixels; Leptonica knows 8.
func reduction(mask *pix, pixels int) C.l_int32 {
	w, h := mask.size()
	r := 1
	for w*h/(r*r) > pixels && r < 8 {
		r *= 2
	}
	return C.l_int32(r)
}

// skew finds the slope of the lines in degrees clockwise, and how sure Leptonica is of it.
func skew(mask *pix) (degrees, confidence float64) {
	var a, c, s C.l_float32
	sweep, search := reduction(mask, sweepPixels), reduction(mask, searchPixels)
	if C.pixFindSkewSweepAndSearchScore(mask.c, &a, &c, &s, sweep, search, 0, sweepRange, sweepStep, sweepFine) != 0 ||
		math.Abs(float64(a)) > sweepRange {
		return 0, 1
	}
	// Leptonica gives the turn that levels the lines, clockwise.
	return -float64(a), max(1, float64(c))
}

// sideways compares the evidence for lines from top to bottom with that for lines across, both at
// their best angle.
func sideways(mask *pix) float64 {
	turned, err := own(C.pixRotateOrth(mask.c, 1))
	if err != nil {
		return 0
	}
	defer turned.free()
	score := func(m *pix) float64 {
		var a, c, s C.l_float32
		r := reduction(m, sweepPixels)
		C.pixFindSkewSweepAndSearchScore(m.c, &a, &c, &s, r, r, 0, sweepRange, 2*sweepStep, 0.5)
		// It is a sum over rows of squared differences of row sums: it grows with the number of rows
		// and the square of their length.
		w, h := m.size()
		return float64(s) / (float64(w) * float64(w) * float64(h))
	}
	if across := score(mask); across > 0 {
		return score(turned) / across
	}
	return 0
}
