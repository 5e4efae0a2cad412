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
	// Darker than this, on a ground brought to ground, is ink. Grey print on white is kept, paper
	// grain is not.
	inkBelow = 180
	// The search for the angle: labels are not photographed further off by accident, and a step of a
	// degree does not step over the peak of a page some 40 lines high.
	sweepRange = 20
	sweepStep  = 1
	sweepFine  = 0.02
	// The mask the angle is searched on has at most this many pixels: 41 shears of it stay cheap.
	sweepPixels = 400_000
	// From here on white is burnt out; below it the ground of the print shows there is a darker one.
	burnt     = 251
	notBurnt  = 240
	maxOfComp = 60_000 // components; more is noise, and costs more than it tells
)

// Survey measures without recognising.
func (e *Engine) Survey(ctx context.Context, img *image.Gray, r ocr.Recipe) (*ocr.Survey, error) {
	p, err := e.prepare(ctx, img, ocr.Recipe{Region: r.Region, Rotation: r.Rotation})
	if err != nil {
		return nil, err
	}
	defer p.free()
	s := &ocr.Survey{V: ocr.PageVersion, Width: p.back.w, Height: p.back.h, Lines: []ocr.Line{}, Polarity: 0.5, DarkOnLight: true}
	if w, h := p.size(); min(w, h) < 4*tile {
		return s, nil
	}
	dark, err := look(p.pix, false)
	if err != nil {
		return nil, memoryError(err)
	}
	light, err := look(p.pix, true)
	if err != nil {
		return nil, memoryError(err)
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
	for _, v := range []*view{dark, light} {
		for _, l := range v.lines {
			b := l.box
			s.Lines = append(s.Lines, ocr.Line{
				Box:     p.back.box(float64(b.X), float64(b.Y), float64(b.X+b.W), float64(b.Y+b.H)),
				XHeight: l.xHeight(), Letters: len(l.heights), Light: v == light,
			})
			if v == most {
				contrast, sharp := p.print(b)
				for range l.heights {
					heights = append(heights, l.xHeight())
				}
				contrasts, sharps = append(contrasts, contrast), append(sharps, sharp)
			}
		}
	}
	s.XHeight = rank(heights, 0.5)
	s.Contrast, s.Sharpness = rank(contrasts, 0.5), rank(sharps, 0.75)
	s.Glare = p.glare(most)
	return s, nil
}

// view is the image looked at as dark print on light, or the other way round.
type view struct {
	skew, confidence, sideways float64
	lines                      []chained
	letters                    int
}

func look(p *pix, light bool) (*view, error) {
	clone, err := own(C.pixClone(p.c))
	if err != nil {
		return nil, err
	}
	q := prepared{pix: clone}
	defer func() { q.free() }()
	if err := q.invert(ocr.Recipe{Invert: light}); err != nil {
		return nil, err
	}
	if err := q.divide(ocr.Recipe{Background: true}); err != nil {
		return nil, err
	}
	if err := q.step(C.pixThresholdToBinary(q.c, inkBelow)); err != nil {
		return nil, err
	}
	v := &view{}
	v.skew, v.confidence, v.sideways = angle(q.pix)
	comps, err := components(q.pix)
	if err != nil {
		return nil, err
	}
	v.lines = chain(comps, v.skew)
	for _, l := range v.lines {
		v.letters += len(l.heights)
	}
	return v, nil
}

// components gives the boxes of the mask's connected components.
func components(mask *pix) ([]ocr.Box, error) {
	boxa := C.pixConnCompBB(mask.c, 8)
	if boxa == nil {
		return nil, errPix
	}
	defer C.boxaDestroy(&boxa)
	n := int(C.boxaGetCount(boxa))
	if n > maxOfComp {
		n = maxOfComp
	}
	boxes := make([]ocr.Box, 0, n)
	for i := range n {
		var x, y, w, h C.l_int32
		if C.boxaGetBoxGeometry(boxa, C.l_int32(i), &x, &y, &w, &h) == 0 && h >= letterMin && h <= letterMax {
			boxes = append(boxes, ocr.Box{X: int(x), Y: int(y), W: int(w), H: int(h)})
		}
	}
	return boxes, nil
}

// angle finds the slope of the lines in degrees clockwise, how sure Leptonica is of it, and how the
// evidence for lines from top to bottom compares.
func angle(mask *pix) (skew, confidence, sideways float64) {
	w, h := mask.size()
	reduction := C.l_int32(1)
	for w*h/int(reduction*reduction) > sweepPixels && reduction < 8 {
		reduction *= 2
	}
	a, c, s := sweep(mask, reduction)
	turned, err := own(C.pixRotateOrth(mask.c, 1))
	if err != nil {
		return a, c, 0
	}
	defer turned.free()
	_, _, t := sweep(turned, reduction)
	// The score is a sum over rows of squared differences of row sums: it grows with the number of
	// rows and the square of their length.
	across := s / (float64(w) * float64(w) * float64(h))
	down := t / (float64(h) * float64(h) * float64(w))
	if across > 0 {
		sideways = down / across
	}
	return a, c, sideways
}

func sweep(mask *pix, reduction C.l_int32) (skew, confidence, score float64) {
	var a, c, s C.l_float32
	if C.pixFindSkewSweepAndSearchScore(mask.c, &a, &c, &s, reduction, reduction, 0, sweepRange, sweepStep, sweepFine) != 0 {
		return 0, 0, 0
	}
	if math.Abs(float64(a)) > sweepRange {
		return 0, 0, float64(s)
	}
	// Leptonica gives the turn that levels the lines, clockwise.
	return -float64(a), float64(c), float64(s)
}

// print measures a line's print in the grey image: the difference of ink and ground, and one over the
// number of pixels its steepest edges take.
func (p *prepared) print(b ocr.Box) (contrast, sharp float64) {
	data, perLine := p.words()
	var counts [256]int
	steps := [256]int{}
	n, m := 0, 0
	for y := b.Y; y < b.Y+b.H; y += max(1, b.H/8) {
		last := -1
		for x := b.X; x < b.X+b.W; x++ {
			v := int(data[y*perLine+x/4] >> (24 - 8*(x%4)) & 0xff)
			counts[v]++
			n++
			if last >= 0 {
				steps[max(v-last, last-v)]++
				m++
			}
			last = v
		}
	}
	span := float64(quantile(counts[:], n, 0.95) - quantile(counts[:], n, 0.05))
	if span <= 0 {
		return 0, 0
	}
	// Each stem has two edges: the steepest twentieth of all steps are edges at any size of print.
	return span / 255, min(1, float64(quantile(steps[:], m, 0.95))/span)
}

func quantile(counts []int, n int, share float64) int {
	left := int(share * float64(n))
	for v, c := range counts {
		if left -= c; left < 0 {
			return v
		}
	}
	return len(counts) - 1
}

// glare is the share of tiles burnt out to white, when the print's own ground is not.
func (p *prepared) glare(v *view) float64 {
	brightest, err := own(C.pixScaleGrayMinMax(p.c, tile, tile, C.L_CHOOSE_MAX))
	if err != nil {
		return 0
	}
	defer brightest.free()
	w, h := brightest.size()
	data, perLine := brightest.words()
	at := func(x, y int) int { return int(data[y*perLine+x/4] >> (24 - 8*(x%4)) & 0xff) }
	var grounds []float64
	for _, l := range v.lines {
		x, y := (l.box.X+l.box.W/2)/tile, (l.box.Y+l.box.H/2)/tile
		grounds = append(grounds, float64(at(min(x, w-1), min(y, h-1))))
	}
	if len(grounds) == 0 || rank(grounds, 0.5) > notBurnt {
		return 0
	}
	n := 0
	for y := range h {
		for x := range w {
			if at(x, y) >= burnt {
				n++
			}
		}
	}
	return float64(n) / float64(w*h)
}
