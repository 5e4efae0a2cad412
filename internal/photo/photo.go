// Package photo turns the bytes of a photo into an upright picture, in colour and in grey.
//
// It promises that the format is told by the content and never by the name; that the size in bytes and
// in pixels is checked before a single pixel is decoded, so that a small file cannot unpack into
// gigabytes; that EXIF orientation is obeyed, transparency is laid on white, and of an animation or a
// file of several pages the first is taken; and that every refusal is an *Error with a kind and one
// clear line. All decoding is memory-safe: Go, or WebAssembly run by Go for HEIC and PDF.
//
// It refuses half a picture: a truncated file is an error, since the missing half may be the half with
// the list. The one tolerance is a JPEG that lacks nothing but its end marker, which is decoded.
// It refuses to open what is not a regular file, so that no FIFO or device can hang the program.
package photo

import (
	"image"
	"sync"
)

// Limits bound what is read and decoded. A zero field takes its default.
type Limits struct {
	Bytes  int64 // size of the file
	Pixels int64 // width times height of the decoded picture; half as many with 16 bits a colour, and in HEIC
}

// DefaultLimits are far above any phone photo and below what hurts: 100 megapixels take at most a
// gigabyte while they are decoded, and no label photo that people take comes as more than 128 MiB.
func DefaultLimits() Limits { return Limits{Bytes: 128 << 20, Pixels: 100_000_000} }

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Pixels <= 0 {
		l.Pixels = d.Pixels
	}
	return l
}

// Image is a decoded picture, upright.
type Image struct {
	Color       image.Image // *image.YCbCr, *image.RGBA (opaque) or *image.Gray, origin at (0,0); not to be written
	Format      string      // as Sniff names it
	Orientation int         // the EXIF orientation that was applied, 1 to 8; 1 where there was none
	Width       int         // pixels, upright
	Height      int         // pixels, upright

	gray func() *image.Gray
}

// newImage wraps an upright picture that flatten has brought to one of the three kinds.
func newImage(img image.Image, format string, orientation int) *Image {
	b := img.Bounds()
	p := &Image{Color: img, Format: format, Orientation: orientation, Width: b.Dx(), Height: b.Dy()}
	p.gray = sync.OnceValue(func() *image.Gray { return luma(img) })
	return p
}

// New wraps a picture that is already upright, such as a page of a PDF or a rendered label.
func New(img image.Image, format string) *Image { return newImage(flatten(img), format, 1) }

// Gray is the luminance of the picture (ITU-R BT.601, as JPEG and Tesseract have it), origin at (0,0)
// and Stride equal to the width. It is computed once and shared: not to be written.
func (p *Image) Gray() *image.Gray { return p.gray() }
