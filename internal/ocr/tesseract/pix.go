//go:build cgo

package tesseract

// #cgo pkg-config: lept
// #cgo CXXFLAGS: -std=c++17
// #include <allheaders.h>
import "C"

import (
	"errors"
	"image"
	"unsafe"
)

// pix owns one Leptonica image. It must be freed; a nil pix is an operation that failed.
type pix struct{ c *C.PIX }

var errPix = errors.New("no image from Leptonica: out of memory")

// own takes over what Leptonica returned.
func own(c *C.PIX) (*pix, error) {
	if c == nil {
		return nil, errPix
	}
	return &pix{c}, nil
}

func (p *pix) free() {
	if p != nil && p.c != nil {
		C.pixDestroy(&p.c)
	}
}

func (p *pix) size() (w, h int) {
	return int(C.pixGetWidth(p.c)), int(C.pixGetHeight(p.c))
}

// words is the raster: 32-bit words in the machine's order, the leftmost pixel in the highest bits,
// perLine of them to a line. It is Leptonica's memory, valid until free.
func (p *pix) words() (data []uint32, perLine int) {
	_, h := p.size()
	perLine = int(C.pixGetWpl(p.c))
	return unsafe.Slice((*uint32)(unsafe.Pointer(C.pixGetData(p.c))), h*perLine), perLine
}

// raster is the pixels of an image of 8 bits each, as words gives them.
func (p *pix) raster() raster {
	data, perLine := p.words()
	w, h := p.size()
	return raster{data, perLine, w, h}
}

// fromGray copies a Go image into Leptonica's memory, 8 bits a pixel.
func fromGray(img *image.Gray) (*pix, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	p, err := own(C.pixCreateNoInit(C.l_int32(w), C.l_int32(h), 8))
	if err != nil {
		return nil, err
	}
	data, perLine := p.words()
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(data))), len(data)*4)
	for y := range h {
		row := bytes[y*perLine*4 : (y+1)*perLine*4]
		clear(row[w&^3:]) // the padding of the last word, which fast operations read
		copy(row, img.Pix[y*img.Stride:y*img.Stride+w])
	}
	C.pixEndianByteSwap(p.c) // from bytes in order to pixels in order; nothing on big-endian machines
	return p, nil
}

// serialise gives Leptonica's own form of the image: a header and the raster, nothing to decode. The
// bytes are C memory until release is called.
func (p *pix) serialise() (data []byte, release func(), err error) {
	var raw *C.l_uint32
	var n C.size_t
	if C.pixSerializeToMemory(p.c, &raw, &n) != 0 || raw == nil {
		return nil, nil, errPix
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(raw)), int(n)), func() { C.lept_free(unsafe.Pointer(raw)) }, nil
}
