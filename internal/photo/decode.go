package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// codec reads one format: its size from the header, then its pixels.
type codec struct {
	format string
	size   func(data []byte, r io.Reader) (image.Config, error)
	pixels func(data []byte, r io.Reader) (image.Image, error)
}

func codecs() []codec {
	return []codec{
		{"jpeg", plainSize(jpeg.DecodeConfig), jpegPixels},
		{"png", sizeAt(png.DecodeConfig, 16, binary.BigEndian), plainPixels(png.Decode)},
		{"gif", plainSize(gif.DecodeConfig), gifPixels},
		{"bmp", sizeAt(bmp.DecodeConfig, 18, binary.LittleEndian), plainPixels(bmp.Decode)},
		{"tiff", plainSize(tiff.DecodeConfig), plainPixels(tiff.Decode)},
		{"webp", webpSize, webpPixels},
		{"heic", heicSize, heicPixels},
	}
}

func plainSize(f func(io.Reader) (image.Config, error)) func([]byte, io.Reader) (image.Config, error) {
	return func(_ []byte, r io.Reader) (image.Config, error) { return f(r) }
}

// sizeAt is plainSize for formats whose width and height stand at a fixed place, 32 bits each. Their decoders
// refuse sizes that fit no memory as something they do not support; such a size is given here all the same, for
// it is a size that is wrong with them.
func sizeAt(f func(io.Reader) (image.Config, error), at int, order binary.ByteOrder) func([]byte, io.Reader) (image.Config, error) {
	return func(data []byte, r io.Reader) (image.Config, error) {
		cfg, err := f(r)
		if err == nil || len(data) < at+8 {
			return cfg, err
		}
		w, h := int(int32(order.Uint32(data[at:]))), int(int32(order.Uint32(data[at+4:])))
		if h = max(h, -h); w > 0 && h > math.MaxInt32/w {
			return image.Config{Width: w, Height: h}, nil
		}
		return cfg, err
	}
}

func plainPixels(f func(io.Reader) (image.Image, error)) func([]byte, io.Reader) (image.Image, error) {
	return func(_ []byte, r io.Reader) (image.Image, error) { return f(r) }
}

func codecFor(format string) *codec {
	for _, c := range codecs() {
		if c.format == format {
			return &c
		}
	}
	return nil
}

// Decode reads a photo from the bytes of its file. The error, where there is one, is an *Error.
func Decode(data []byte, lim Limits) (*Image, error) {
	lim = lim.orDefault()
	if len(data) == 0 {
		return nil, &Error{Kind: NotImage, Text: "file is empty"}
	}
	if int64(len(data)) > lim.Bytes {
		return nil, tooManyBytes(int64(len(data)), lim.Bytes)
	}
	format := Sniff(data)
	c := codecFor(format)
	if c == nil {
		return nil, refusal(format, data)
	}
	cfg, err := guarded(data, c.format, c.size)
	if err != nil {
		return nil, err
	}
	if isLarge(c.format, cfg) {
		lim.Pixels /= 2
	}
	if err := checkSize(c.format, cfg.Width, cfg.Height, lim.Pixels); err != nil {
		return nil, err
	}
	img, err := guarded(data, c.format, c.pixels)
	if err != nil {
		return nil, err
	}
	// Decoders hold to what the header said; this is the last line should one ever not.
	if err := checkSize(c.format, img.Bounds().Dx(), img.Bounds().Dy(), lim.Pixels); err != nil {
		return nil, err
	}
	o := orientation(c.format, data)
	return newImage(turn(flatten(img), o), c.format, o), nil
}

// isLarge says whether the pixels take twice the memory of others while they are decoded: eight bytes each, and
// as much again if they are interlaced; or, in HEIC, what libheif takes, several times over, in WebAssembly.
func isLarge(format string, cfg image.Config) bool {
	return format == "heic" || cfg.ColorModel == color.RGBA64Model || cfg.ColorModel == color.NRGBA64Model
}

func checkSize(format string, w, h int, limit int64) error {
	if w <= 0 || h <= 0 {
		return &Error{Kind: Unreadable, Text: fmt.Sprintf("%s is damaged: its header says %d x %d pixels", title(format), w, h)}
	}
	// Divided, not multiplied: the product of two lies need not fit in 64 bits.
	if int64(w) > limit/int64(h) {
		return tooManyPixels(w, h, limit)
	}
	return nil
}

// guarded calls one step of a decoder and turns whatever goes wrong, panics included, into an *Error.
func guarded[T any](data []byte, format string, step func([]byte, io.Reader) (T, error)) (out T, err error) {
	r := &countingReader{Reader: bytes.NewReader(data)}
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Kind: Unreadable, Text: fmt.Sprintf("%s is damaged: the decoder gave up: %v", title(format), p)}
		}
	}()
	out, err = step(data, r)
	if err != nil {
		return out, decodeError(format, err, r.starved)
	}
	return out, nil
}

// countingReader notes whether more was asked for than there is, which is how a truncated file is told
// from a damaged one whatever words its decoder has for it.
type countingReader struct {
	*bytes.Reader
	starved bool
}

func (r *countingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.starved = r.starved || errors.Is(err, io.EOF)
	return n, err
}

func (r *countingReader) ReadByte() (byte, error) {
	b, err := r.Reader.ReadByte()
	r.starved = r.starved || errors.Is(err, io.EOF)
	return b, err
}

func (r *countingReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := r.Reader.ReadAt(p, off)
	r.starved = r.starved || n < len(p) && errors.Is(err, io.EOF)
	return n, err
}

func isUnsupported(err error) bool {
	var j jpeg.UnsupportedError
	var p png.UnsupportedError
	var t tiff.UnsupportedError
	return errors.As(err, &j) || errors.As(err, &p) || errors.As(err, &t) || errors.Is(err, bmp.ErrUnsupported)
}

// gifPixels lays the first frame, which may be smaller than the picture, in its place on the picture.
func gifPixels(data []byte, r io.Reader) (image.Image, error) {
	cfg, err := gif.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	frame, err := gif.Decode(r)
	if err != nil {
		return nil, err
	}
	return onCanvas(frame, frame.Bounds(), image.Rect(0, 0, cfg.Width, cfg.Height)), nil
}
