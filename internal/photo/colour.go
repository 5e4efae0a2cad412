package photo

import (
	"image"
	"image/color"
	"image/draw"
)

// flatten brings a decoded picture to one of three kinds with its origin at (0,0): *image.YCbCr and
// *image.Gray stay what they are, all else becomes an opaque *image.RGBA, transparency laid on white as
// on paper. Sixteen bits become eight.
func flatten(img image.Image) image.Image {
	b := img.Bounds()
	rect := image.Rect(0, 0, b.Dx(), b.Dy())
	switch m := img.(type) {
	case *image.YCbCr:
		if b.Min != (image.Point{}) {
			return opaque(img, rect)
		}
		return m
	case *image.Gray:
		if b.Empty() {
			return image.NewGray(rect)
		}
		return &image.Gray{Pix: m.Pix[m.PixOffset(b.Min.X, b.Min.Y):], Stride: m.Stride, Rect: rect}
	case *image.Gray16:
		out := image.NewGray(rect)
		for y := range rect.Dy() {
			row := m.Pix[m.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range rect.Dx() {
				out.Pix[y*out.Stride+x] = row[2*x] // the high byte
			}
		}
		return out
	case *image.RGBA:
		if m.Opaque() && b.Min == (image.Point{}) {
			return m
		}
	case *image.Paletted:
		return unindex(m, rect)
	case *image.NRGBA:
		return onWhite(m, rect)
	}
	return opaque(img, rect)
}

// opaque is the slow and sure way: laid on white by image/draw.
func opaque(img image.Image, rect image.Rectangle) *image.RGBA {
	out := whitePage(rect)
	draw.Draw(out, rect, img, img.Bounds().Min, draw.Over)
	return out
}

func whitePage(rect image.Rectangle) *image.RGBA {
	out := image.NewRGBA(rect)
	for i := range out.Pix {
		out.Pix[i] = 0xFF
	}
	return out
}

// unindex looks each colour of a palette up once. An index outside the palette is white: decoders
// refuse it, but the type allows it.
func unindex(m *image.Paletted, rect image.Rectangle) *image.RGBA {
	var table [256][4]byte
	for i := range table {
		table[i] = [4]byte{0xFF, 0xFF, 0xFF, 0xFF}
	}
	for i, c := range m.Palette[:min(len(m.Palette), len(table))] {
		r, g, b, a := c.RGBA() // multiplied by alpha, 16 bits
		bare := 0xFFFF - a
		table[i] = [4]byte{byte((r + bare) >> 8), byte((g + bare) >> 8), byte((b + bare) >> 8), 0xFF}
	}
	out := image.NewRGBA(rect)
	for y := range rect.Dy() {
		row := m.Pix[y*m.Stride : y*m.Stride+rect.Dx()]
		for x, index := range row {
			*(*[4]byte)(out.Pix[y*out.Stride+4*x:]) = table[index]
		}
	}
	return out
}

// onWhite lays the usual kind of PNG on white.
func onWhite(m *image.NRGBA, rect image.Rectangle) *image.RGBA {
	out := image.NewRGBA(rect)
	for y := range rect.Dy() {
		src := m.Pix[y*m.Stride : y*m.Stride+4*rect.Dx()]
		dst := out.Pix[y*out.Stride : y*out.Stride+4*rect.Dx()]
		for i := 0; i+4 <= len(src); i += 4 {
			s, d := src[i:i+4:i+4], dst[i:i+4:i+4]
			if a := uint32(s[3]); a == 0xFF {
				d[0], d[1], d[2] = s[0], s[1], s[2]
			} else {
				bare := (0xFF - a) * 0xFF
				d[0] = byte((uint32(s[0])*a + bare + 127) / 0xFF)
				d[1] = byte((uint32(s[1])*a + bare + 127) / 0xFF)
				d[2] = byte((uint32(s[2])*a + bare + 127) / 0xFF)
			}
			d[3] = 0xFF
		}
	}
	return out
}

// luma is the grey of a flattened picture, rows without gaps. For JPEG it is the plane that the file
// holds anyway.
func luma(img image.Image) *image.Gray {
	switch m := img.(type) {
	case *image.Gray:
		return packed(m.Pix, m.Stride, m.Rect)
	case *image.YCbCr:
		return packed(m.Y, m.YStride, m.Rect)
	}
	m := img.(*image.RGBA)
	out := image.NewGray(m.Rect)
	eachRow(m, func(y int, row []byte) {
		dst := out.Pix[y*out.Stride : (y+1)*out.Stride]
		for x := range dst {
			p := row[4*x : 4*x+4 : 4*x+4]
			// The weights of ITU-R BT.601 in 65536ths; they add up to one.
			dst[x] = byte((19595*uint32(p[0]) + 38470*uint32(p[1]) + 7471*uint32(p[2]) + 1<<15) >> 16)
		}
	})
	return out
}

// packed is a plane as a grey picture; it is copied only where its rows have gaps.
func packed(pix []byte, stride int, rect image.Rectangle) *image.Gray {
	w, h := rect.Dx(), rect.Dy()
	if stride == w {
		return &image.Gray{Pix: pix[: w*h : w*h], Stride: w, Rect: rect}
	}
	out := image.NewGray(rect)
	for y := range h {
		copy(out.Pix[y*w:(y+1)*w], pix[y*stride:])
	}
	return out
}

// Channel is a way to make grey of colour. Coloured print on a coloured ground may have next to no
// contrast in luminance and a great deal of it in one of these.
type Channel string

// The channels. Min shows any ink as dark as its darkest colour, Max hides coloured ink altogether.
const (
	Red   Channel = "red"
	Green Channel = "green"
	Blue  Channel = "blue"
	Min   Channel = "min"
	Max   Channel = "max"
)

// Channel is the picture as one channel sees it, a new picture each time. An unknown name, like a picture
// without colour, gives the luminance.
func (p *Image) Channel(c Channel) *image.Gray {
	pick := picker(c)
	if _, ok := p.Color.(*image.Gray); ok || pick == nil {
		g := p.Gray()
		return &image.Gray{Pix: append([]byte(nil), g.Pix...), Stride: g.Stride, Rect: g.Rect}
	}
	out := image.NewGray(image.Rect(0, 0, p.Width, p.Height))
	switch m := p.Color.(type) {
	case *image.RGBA:
		eachRow(m, func(y int, row []byte) {
			dst := out.Pix[y*out.Stride : (y+1)*out.Stride]
			for x := range dst {
				q := row[4*x : 4*x+4 : 4*x+4]
				dst[x] = pick(q[0], q[1], q[2])
			}
		})
	case *image.YCbCr:
		for y := range p.Height {
			dst := out.Pix[y*out.Stride : (y+1)*out.Stride]
			for x := range dst {
				at := m.COffset(x, y)
				dst[x] = pick(color.YCbCrToRGB(m.Y[y*m.YStride+x], m.Cb[at], m.Cr[at]))
			}
		}
	}
	return out
}

func picker(c Channel) func(r, g, b byte) byte {
	switch c {
	case Red:
		return func(r, _, _ byte) byte { return r }
	case Green:
		return func(_, g, _ byte) byte { return g }
	case Blue:
		return func(_, _, b byte) byte { return b }
	case Min:
		return func(r, g, b byte) byte { return min(r, g, b) }
	case Max:
		return func(r, g, b byte) byte { return max(r, g, b) }
	}
	return nil
}

func eachRow(m *image.RGBA, do func(y int, row []byte)) {
	for y := range m.Rect.Dy() {
		do(y, m.Pix[y*m.Stride:y*m.Stride+4*m.Rect.Dx()])
	}
}

// onCanvas lays a frame in its place on a white picture; one that fills the picture is left as it is.
func onCanvas(frame image.Image, place, canvas image.Rectangle) image.Image {
	if place == canvas {
		return frame
	}
	out := whitePage(canvas)
	draw.Draw(out, place, frame, frame.Bounds().Min, draw.Over)
	return out
}
