package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// quarters is the picture most tests use: red, green, blue and black quarters tell every turn apart.
func quarters(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{A: 0xFF}
			switch {
			case x < w/2 && y < h/2:
				c.R = 0xFF
			case y < h/2:
				c.G = 0xFF
			case x < w/2:
				c.B = 0xFF
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// near tells whether two pictures of the same size are alike but for what a lossy format does; it
// looks away from the seams, where chroma is shared.
func near(t *testing.T, got, want image.Image, tolerance int) {
	t.Helper()
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Fatalf("size is %v, want %v", got.Bounds().Size(), want.Bounds().Size())
	}
	gb, wb := got.Bounds(), want.Bounds()
	for _, fy := range []int{1, 3, 5, 7} {
		for _, fx := range []int{1, 3, 5, 7} {
			x, y := gb.Dx()*fx/8, gb.Dy()*fy/8
			g := color.RGBAModel.Convert(got.At(gb.Min.X+x, gb.Min.Y+y)).(color.RGBA)
			w := color.RGBAModel.Convert(want.At(wb.Min.X+x, wb.Min.Y+y)).(color.RGBA)
			if apart(g.R, w.R) > tolerance || apart(g.G, w.G) > tolerance || apart(g.B, w.B) > tolerance || g.A != 0xFF {
				t.Fatalf("pixel (%d,%d) is %v, want %v", x, y, g, w)
			}
		}
	}
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// wantKind checks that err is an *Error of that kind whose text is one line.
func wantKind(t *testing.T, err error, kind Kind) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error is %v, want an *Error of kind %s", err, kind)
	}
	if e.Kind != kind {
		t.Fatalf("error is %q (%s), want kind %s", e.Text, e.Kind, kind)
	}
	if e.Text == "" || bytes.ContainsAny([]byte(e.Text+e.Hint), "\n\r\x00") {
		t.Fatalf("error text %q is not one line", e.Text)
	}
	return e
}

func encode(t testing.TB, format string, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "jpeg":
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	case "png":
		err = png.Encode(&b, m)
	case "gif":
		err = gif.Encode(&b, m, nil)
	case "bmp":
		err = bmp.Encode(&b, m)
	case "tiff":
		err = tiff.Encode(&b, m, &tiff.Options{Compression: tiff.Deflate, Predictor: true})
	default:
		err = fmt.Errorf("no encoder for %s", format)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecodeFormats(t *testing.T) {
	want := quarters(64, 48)
	for _, test := range []struct {
		format    string
		data      []byte
		tolerance int
	}{
		{"jpeg", encode(t, "jpeg", want), 8},
		{"jpeg", read(t, "progressive.jpg"), 8},
		{"png", encode(t, "png", want), 0},
		{"gif", encode(t, "gif", want), 0},
		{"bmp", encode(t, "bmp", want), 0},
		{"tiff", encode(t, "tiff", want), 0},
		{"webp", read(t, "lossy.webp"), 16},
		{"webp", read(t, "lossless.webp"), 0},
	} {
		t.Run(test.format, func(t *testing.T) {
			if got := Sniff(test.data); got != test.format {
				t.Errorf("Sniff says %q, want %q", got, test.format)
			}
			p, err := Decode(test.data, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if p.Format != test.format || p.Width != 64 || p.Height != 48 || p.Orientation != 1 {
				t.Errorf("got %s %dx%d orientation %d", p.Format, p.Width, p.Height, p.Orientation)
			}
			near(t, p.Color, want, test.tolerance)
			wantGray := image.NewGray(want.Rect)
			for i := range wantGray.Pix {
				wantGray.Set(i%64, i/64, want.At(i%64, i/64))
			}
			near(t, p.Gray(), wantGray, max(test.tolerance, 1))
			if g := p.Gray(); g.Stride != g.Rect.Dx() || len(g.Pix) != 64*48 || g.Rect.Min != (image.Point{}) {
				t.Errorf("grey has stride %d, %d bytes, origin %v", g.Stride, len(g.Pix), g.Rect.Min)
			}
		})
	}
}

// Black print on nothing, black print on half-clear grey, a palette with a clear entry: all on white.
func TestTransparencyOnWhite(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	half := image.NewNRGBA64(clear.Rect)
	palette := image.NewPaletted(clear.Rect, color.Palette{color.NRGBA{}, color.Black})
	for i := range 64 {
		half.Set(i%8, i/8, color.NRGBA{A: 0x80})
	}
	for i := range 32 {
		clear.Set(i%8, i/8, color.Black)
		palette.SetColorIndex(i%8, i/8, 1)
	}
	for _, test := range []struct {
		name        string
		img         image.Image
		top, bottom uint8
	}{
		{"clear", clear, 0, 0xFF},
		{"half", half, 0x7F, 0x7F},
		{"palette", palette, 0, 0xFF},
	} {
		p, err := Decode(encode(t, "png", test.img), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if g := p.Gray(); apart(g.Pix[0], test.top) > 1 || apart(g.Pix[63], test.bottom) > 1 {
			t.Errorf("%s: top is %#x, bottom %#x; want %#x, %#x", test.name, g.Pix[0], g.Pix[63], test.top, test.bottom)
		}
	}
}

func TestSixteenBits(t *testing.T) {
	grey := image.NewGray16(image.Rect(0, 0, 4, 1))
	colour := image.NewNRGBA64(grey.Rect)
	for x := range 4 {
		grey.SetGray16(x, 0, color.Gray16{Y: uint16(x) * 0x5555})
		colour.Set(x, 0, color.Gray16{Y: uint16(x) * 0x5555})
	}
	for _, format := range []string{"png", "tiff"} {
		for _, m := range []image.Image{grey, colour} {
			p, err := Decode(encode(t, format, m), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := p.Gray().Pix, []byte{0, 0x55, 0xAA, 0xFF}; !bytes.Equal(got, want) {
				t.Errorf("%s of %T: grey is %x, want %x", format, m, got, want)
			}
		}
	}
}

func TestHEIC(t *testing.T) {
	for name, want := range map[string]*image.RGBA{"quarters.heic": quarters(256, 192), "ten-bits.heic": quarters(256, 192), "odd.heic": quarters(301, 203)} {
		p, err := Decode(read(t, name), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if p.Format != "heic" || p.Orientation != 1 {
			t.Errorf("%s: got %s, orientation %d", name, p.Format, p.Orientation)
		}
		near(t, p.Color, want, 16)
	}
}

func TestGIFFrameInItsPlace(t *testing.T) {
	frame := image.NewPaletted(image.Rect(2, 3, 6, 7), color.Palette{color.Black})
	second := image.NewPaletted(image.Rect(0, 0, 10, 10), color.Palette{color.Gray{Y: 0x80}})
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{
		Image: []*image.Paletted{frame, second}, Delay: []int{1, 1},
		Config: image.Config{Width: 10, Height: 10, ColorModel: color.Palette{color.Black}},
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Decode(b.Bytes(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for y := range 10 {
		for x := range 10 {
			want := uint8(0xFF)
			if (image.Point{X: x, Y: y}).In(frame.Rect) {
				want = 0
			}
			if got := p.Gray().GrayAt(x, y).Y; got != want {
				t.Fatalf("(%d,%d) is %#x, want %#x", x, y, got, want)
			}
		}
	}
}

func TestChannels(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		m.SetRGBA(i%16, i/16, color.RGBA{R: 200, G: 100, B: 50, A: 255})
	}
	for _, format := range []string{"png", "jpeg"} {
		p, err := Decode(encode(t, format, m), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for channel, want := range map[Channel]uint8{Red: 200, Green: 100, Blue: 50, Min: 50, Max: 200, "none": 124} {
			if got := p.Channel(channel).Pix[17]; apart(got, want) > 3 {
				t.Errorf("%s: channel %s is %d, want %d", format, channel, got, want)
			}
		}
	}
}
