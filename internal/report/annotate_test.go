package report_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

func TestAnnotate(t *testing.T) {
	for i, p := range packs() {
		img, r := p.draw(t)
		before := bytes.Clone(img.(*image.RGBA).Pix)
		got := report.Annotate(img, r)
		keepPicture(t, got, i)
		if !bytes.Equal(before, img.(*image.RGBA).Pix) {
			t.Errorf("%s: the photo itself was drawn on", p.source)
		}
		banner := got.Bounds().Dy() - img.Bounds().Dy()
		if got.Bounds().Dx() != img.Bounds().Dx() || banner < 50 || banner > 250 {
			t.Errorf("%s: %v became %v", p.source, img.Bounds(), got.Bounds())
		}
		for _, f := range r.Findings {
			framed(t, img, got, *f.Box, banner)
		}
	}
}

// framed holds that a box has a line around it on all sides, in a colour the photo had not, and that
// its words are as they were.
func framed(t *testing.T, img, got image.Image, b ocr.Box, banner int) {
	t.Helper()
	changed := func(x0, y0, x1, y1 int) (n int) {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				if !near(img.At(x, y), got.At(x, y+banner)) {
					n++
				}
			}
		}
		return n
	}
	const line = 24 // the frame is within this of the box
	for side, n := range map[string]int{
		"left":  changed(b.X-line, b.Y, b.X, b.Y+b.H),
		"right": changed(b.X+b.W, b.Y, b.X+b.W+line, b.Y+b.H),
		"above": changed(b.X, b.Y-line, b.X+b.W, b.Y),
		"below": changed(b.X, b.Y+b.H, b.X+b.W, b.Y+b.H+line),
	} {
		if n < 20 {
			t.Errorf("%d pixels changed %s of %v", n, side, b)
		}
	}
	if n := changed(b.X, b.Y, b.X+b.W, b.Y+b.H); n > b.W*b.H/20 { // a neighbour's frame may touch it
		t.Errorf("%d of %d pixels changed inside %v", n, b.W*b.H, b)
	}
}

func near(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return ar == br && ag == bg && ab == bb
}

// TestAnnotateSurvives draws what cannot be drawn well: tiny and offset photos, boxes outside, names the
// font lacks, a failure.
func TestAnnotateSurvives(t *testing.T) {
	v := origin.Human
	wide := scan.Result{Source: "写真.jpg", Kind: "photo", Verdict: &v, Origins: []string{"human"}, Findings: []origin.Finding{
		{Name: "ヒト脂肪由来間葉系細胞エクソソーム", Origin: "human", Box: &ocr.Box{X: -50, Y: -50, W: 10_000, H: 20}},
		{Name: hostile, Origin: hostile, Box: &ocr.Box{X: 1 << 40, Y: 0, W: 0, H: 0}}}}
	failed := scan.Result{Source: "x", Error: &scan.Error{Code: "crashed", Text: hostile}}
	for _, img := range []image.Image{
		image.NewGray(image.Rect(0, 0, 1, 1)),
		image.NewRGBA(image.Rect(100, 100, 140, 900)),
		image.NewYCbCr(image.Rect(0, 0, 900, 30), image.YCbCrSubsampleRatio420),
		image.NewRGBA(image.Rectangle{}),
	} {
		for _, r := range []scan.Result{wide, failed, hostileResult(), {}} {
			if got := report.Annotate(img, r); got.Bounds().Dy() <= img.Bounds().Dy() {
				t.Errorf("%v has no banner", img.Bounds())
			}
		}
	}
}

func keepPicture(t *testing.T, img image.Image, i int) {
	t.Helper()
	if *screenshots == "" {
		return
	}
	f, err := os.Create(filepath.Join(*screenshots, "annotated-"+string(rune('0'+i))+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkAnnotate12MP(b *testing.B) {
	img := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	_, r := packs()[0].draw(b)
	for b.Loop() {
		report.Annotate(img, r)
	}
}

func BenchmarkHTML12MP(b *testing.B) {
	img := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	_, r := packs()[0].draw(b)
	var out bytes.Buffer
	w, err := report.New("html", &out, report.Options{Photo: func(string) (image.Image, error) { return img, nil }, PhotoBytes: 1 << 40})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		out.Reset()
		if err := w.Write(r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/1000, "kB/card")
}
