//go:build cgo

package tesseract

// #include <allheaders.h>
import "C"

import (
	"math"

	"exoscan/internal/ocr"
)

const (
	// Four lines of the smallest print that is read. A strip holds too few lines for a model, and
	// Leptonica takes seconds to see it.
	flattenMin = 60
	// Lines a model needs. Leptonica asks for 15, of a page of a book; a label has fewer, and they
	// agree on their curve if it is one.
	flattenLines = 5
	// Leptonica's bounds of curvature, in millionths of a pixel for each pixel squared, are for
	// books: 150 and 0 to 170. A bottle bends its lines more, and its columns not alike.
	flattenCurve     = 2000
	flattenDifferent = 2000
)

// flatten straightens curved text lines where Leptonica can build a model of them: lines enough, and
// long enough. Where it cannot, the image stays as it is; the reading will tell.
func (p *prepared) flatten(r ocr.Recipe) error {
	w, h := p.size()
	// A pixel's place has 16 bits to a coordinate.
	if !r.Flatten || min(w, h) < flattenMin || max(w, h) > math.MaxUint16 {
		return nil
	}
	model, err := p.model()
	if err != nil || model == nil {
		return err
	}
	defer C.dewarpaDestroy(&model)
	var flat, moved *C.PIX
	if C.dewarpaApplyDisparity(model, 0, p.c, groundLevel, 0, 0, &flat, nil) != 0 || flat == nil {
		return nil
	}
	result := &pix{flat}
	// The same warp on an image in which each pixel says where it is tells where each came from.
	places, err := own(C.pixCreate(C.l_int32(w), C.l_int32(h), 32))
	if err != nil {
		result.free()
		return err
	}
	defer places.free()
	data, perLine := places.words()
	for y := range h {
		for x := range w {
			data[y*perLine+x] = uint32(x)<<16 | uint32(y)
		}
	}
	C.dewarpaApplyDisparity(model, 0, places.c, groundLevel, 0, 0, &moved, nil)
	from := &pix{moved}
	defer from.free()
	w2, h2 := result.size()
	if moved == nil || C.pixGetWidth(moved) != C.l_int32(w2) || C.pixGetHeight(moved) != C.l_int32(h2) {
		result.free()
		return nil
	}
	data, perLine = from.words()
	g := grid{w: w2, h: h2, from: make([]uint32, w2*h2)}
	for y := range h2 {
		copy(g.from[y*w2:(y+1)*w2], data[y*perLine:])
	}
	p.back.add(g)
	p.pix.free()
	p.pix = result
	return nil
}

// model is Leptonica's of the text lines, or nil where it builds none. Only the vertical half is
// used: the horizontal one needs straight margins, which a label seldom has.
func (p *prepared) model() (*C.L_DEWARPA, error) {
	w, h := p.size()
	mask, err := own(C.pixCreate(C.l_int32(w), C.l_int32(h), 1))
	if err != nil {
		return nil, err
	}
	defer mask.free()
	unused, err := own(C.pixCreate(C.l_int32(w), C.l_int32(h), 1))
	if err != nil {
		return nil, err
	}
	defer unused.free()
	lo, hi := extremes(p.raster())
	dark, perLine := mask.words()
	light, _ := unused.words()
	ink(p.raster(), hi.ground(), lo.inverted().ground(), dark, light, perLine)
	model := C.dewarpaCreate(1, 0, 1, flattenLines, -1)
	if model == nil {
		return nil, errPix
	}
	C.dewarpaUseBothArrays(model, 0)
	C.dewarpaSetCurvatures(model, flattenCurve, 0, flattenDifferent, -1, -1, -1)
	page := C.dewarpCreate(mask.c, 0)
	if page == nil {
		C.dewarpaDestroy(&model)
		return nil, errPix
	}
	var built C.l_int32
	if C.dewarpaInsertDewarp(model, page) != 0 || C.dewarpBuildPageModel(page, nil) != 0 ||
		C.dewarpaModelStatus(model, 0, &built, nil) != 0 || built == 0 {
		C.dewarpaDestroy(&model)
		return nil, nil
	}
	return model, nil
}
