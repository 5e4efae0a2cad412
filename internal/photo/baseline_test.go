package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"path/filepath"
	"testing"
)

// noisy is a picture with shades, edges and noise of its own seed.
func noisy(w, h int, seed uint64) *image.RGBA {
	r := rand.New(rand.NewPCG(seed, 1))
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := (x*3 + y) % 256
			if x/9%3 == 0 {
				v = 255 - v/4
			}
			m.SetRGBA(x, y, color.RGBA{uint8(v), uint8((v + r.IntN(80)) % 256), uint8(r.IntN(256)), 255})
		}
	}
	return m
}

func everyBaseline(t testing.TB) map[string][]byte {
	out := map[string][]byte{}
	files, err := filepath.Glob("testdata/baseline-*.jpg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata/baseline-*.jpg: %v", err)
	}
	for _, f := range files {
		out[f] = read(t, filepath.Base(f))
	}
	for seed, quality := range []int{5, 30, 75, 95, 100} {
		m := noisy(41+13*seed, 97-11*seed, uint64(seed))
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
			t.Fatal(err)
		}
		out[m.Rect.String()] = b.Bytes()
	}
	out["flat"] = encode(t, "jpeg", quarters(64, 48))
	out["grey"] = encode(t, "jpeg", image.NewGray(image.Rect(0, 0, 33, 9)))
	return out
}

// The usual JPEG is decoded by decodeBaseline, and it is the picture that image/jpeg sees.
func TestBaselineIsWhatItIs(t *testing.T) {
	for name, data := range everyBaseline(t) {
		got := decodeBaseline(data)
		if got == nil {
			t.Errorf("%s: not decoded", name)
			continue
		}
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got.Bounds() != want.Bounds() || got.ColorModel() != want.ColorModel() {
			t.Errorf("%s: got %T %v, want %T %v", name, got, got.Bounds(), want, want.Bounds())
			continue
		}
		worst, sum := 0, 0
		compare := func(a, b []byte, as, bs, w, h int) {
			for y := range h {
				for x := range w {
					d := apart(a[y*as+x], b[y*bs+x])
					worst, sum = max(worst, d), sum+d
				}
			}
		}
		w, h := want.Bounds().Dx(), want.Bounds().Dy()
		switch m := want.(type) {
		case *image.Gray:
			g := got.(*image.Gray)
			compare(g.Pix, m.Pix, g.Stride, m.Stride, w, h)
		case *image.YCbCr:
			g := got.(*image.YCbCr)
			if g.SubsampleRatio != m.SubsampleRatio {
				t.Errorf("%s: ratio is %v, want %v", name, g.SubsampleRatio, m.SubsampleRatio)
				continue
			}
			cw, ch := chromaSize(m)
			compare(g.Y, m.Y, g.YStride, m.YStride, w, h)
			compare(g.Cb, m.Cb, g.CStride, m.CStride, cw, ch)
			compare(g.Cr, m.Cr, g.CStride, m.CStride, cw, ch)
		}
		// Two transforms that round differently are apart by one now and then.
		if worst > 1 || sum > w*h/4 {
			t.Errorf("%s: apart by up to %d, on average %.3f", name, worst, float64(sum)/float64(w*h))
		}
	}
}

// What is not usual is left to image/jpeg.
func TestBaselineGivesUp(t *testing.T) {
	whole := encode(t, "jpeg", noisy(64, 48, 9))
	for name, data := range map[string][]byte{
		"progressive":       read(t, "progressive.jpg"),
		"RGB":               read(t, "rgb.jpg"),
		"CMYK":              cmykJPEG(0, true, [4]byte{0, 255, 255, 255}),
		"without its end":   whole[:len(whole)-2],
		"cut":               whole[:len(whole)*2/3],
		"one byte missing":  append(bytes.Clone(whole[:len(whole)-3]), 0xFF, 0xD9),
		"one byte too many": append(bytes.Clone(whole[:len(whole)-2]), 0x00, 0xFF, 0xD9),
		"no restart marker": bytes.Replace(read(t, "baseline-420-restart.jpg"), []byte{0xFF, 0xD1}, []byte{0x12, 0x34}, 1),
		"nothing":           nil,
	} {
		if decodeBaseline(data) != nil {
			t.Errorf("%s: decoded", name)
		}
	}
}

func TestRGBJPEG(t *testing.T) {
	p, err := Decode(read(t, "rgb.jpg"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	usual, err := Decode(read(t, "baseline-444.jpg"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, p.Color, usual.Color, 24)
}

// Whatever decodeBaseline decodes, image/jpeg decodes too, to the same size.
func FuzzBaseline(f *testing.F) {
	for _, data := range everyBaseline(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || cfg.Width*cfg.Height > 1<<16 {
			t.Skip("no header, or too large to fuzz")
		}
		got := decodeBaseline(data)
		if got == nil {
			return
		}
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("decoded what image/jpeg refuses: %v", err)
		}
		if got.Bounds() != want.Bounds() {
			t.Fatalf("bounds are %v, want %v", got.Bounds(), want.Bounds())
		}
	})
}
