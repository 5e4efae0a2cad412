package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
	"time"

	"exoscan/internal/photo"
	"exoscan/internal/photo/phototest"
)

// page is one page, text and picture.
type page struct {
	Image *photo.Image
	Text  string
}

// read is the whole document, as package scan goes through one.
func read(t *testing.T, data []byte, lim photo.Limits, timeout time.Duration) (pages []page, count int, err error) {
	t.Helper()
	doc, err := Read(t.Context(), data, timeout)
	if err != nil {
		return nil, 0, err
	}
	for i, text := range doc.Texts {
		img, err := Render(t.Context(), data, i+1, lim, timeout)
		if err != nil {
			return nil, 0, err
		}
		pages = append(pages, page{img, text})
	}
	return pages, doc.Pages, nil
}

func wantKind(t *testing.T, err error, kind photo.Kind, text string) {
	t.Helper()
	var e *photo.Error
	if !errors.As(err, &e) || e.Kind != kind || !strings.Contains(e.Text, text) {
		t.Errorf("error is %v, want kind %s and %q", err, kind, text)
	}
}

func TestPagesAndText(t *testing.T) {
	data := phototest.Pages(144, 72, phototest.Helvetica,
		"BT /F 9 Tf 10 50 Td (Ingredients: Aqua, Milk Exosomes,) Tj 0 -12 Td (Glycerin.) Tj ET",
		"0 0 72 72 re f")
	pages, count, err := read(t, data, photo.Limits{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if count != 2 || len(pages) != 2 {
		t.Fatalf("got %d pages of %d", len(pages), count)
	}
	if got, want := pages[0].Text, "Ingredients: Aqua, Milk Exosomes,\nGlycerin."; got != want {
		t.Errorf("text is %q, want %q", got, want)
	}
	if pages[1].Text != "" {
		t.Errorf("text of a page without any is %q", pages[1].Text)
	}
	for i, p := range pages {
		if p.Image.Width != 600 || p.Image.Height != 300 || p.Image.Format != "pdf" {
			t.Errorf("page %d is %d x %d, want 600 x 300", i+1, p.Image.Width, p.Image.Height)
		}
	}
	// The second page is black on its left half and white on its right.
	g := pages[1].Image.Gray()
	if l, r := g.GrayAt(150, 150).Y, g.GrayAt(450, 150).Y; l != 0 || r != 255 {
		t.Errorf("left is %d, right %d; want 0, 255", l, r)
	}
	ink := 0
	for _, v := range pages[0].Image.Gray().Pix {
		if v < 128 {
			ink++
		}
	}
	if ink < 1000 {
		t.Errorf("the first page has %d dark pixels: its text is not drawn", ink)
	}
}

func TestPicturePage(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 32, 32))
	for i := range 32 * 32 {
		m.Set(i%32, i/32, color.RGBA{R: 200, G: 30, B: 60, A: 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	data := phototest.PDF("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Rotate 90 /MediaBox [0 0 72 36] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
		phototest.Stream("", "72 0 0 36 0 0 cm /I Do"),
		phototest.Stream("/Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", b.String()))
	pages, _, err := read(t, data, photo.Limits{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	p := pages[0].Image
	if p.Width != 150 || p.Height != 300 {
		t.Errorf("the turned page is %d x %d, want 150 x 300", p.Width, p.Height)
	}
	r, g, bl, _ := p.Color.At(75, 150).RGBA()
	if r>>8 < 190 || g>>8 > 45 || bl>>8 > 75 {
		t.Errorf("colour is %d %d %d, want about 200 30 60", r>>8, g>>8, bl>>8)
	}
}

func TestManyPages(t *testing.T) {
	contents := make([]string, MaxPages+5)
	pages, count, err := read(t, phototest.Pages(36, 36, "", contents...), photo.Limits{}, 0)
	if err != nil || len(pages) != MaxPages || count != MaxPages+5 {
		t.Errorf("got %d pages of %d, %v", len(pages), count, err)
	}
}

func TestFit(t *testing.T) {
	for _, test := range []struct {
		width, height float64 // points
		pixels        int64
		dpi           int // 0 is refused
	}{
		{595, 842, 100e6, 300},   // A4
		{2384, 3370, 100e6, 253}, // A0: fewer
		{14400, 14400, 100e6, 0}, // the largest PDF allows
		{595, 842, 1e6, 101},     // just
		{595, 842, 0.9e6, 0},     // not quite
		{0, 100, 100e6, 0},       // nothing
		{1e30, 1e30, 100e6, 0},   // nonsense
	} {
		dpi, err := fit(test.width, test.height, test.pixels)
		if dpi != test.dpi || (err == nil) != (test.dpi > 0) {
			t.Errorf("%g x %g in %d: %d dpi, %v; want %d", test.width, test.height, test.pixels, dpi, err, test.dpi)
		}
		if dpi > 0 && int64(test.width/72*float64(dpi)+1)*int64(test.height/72*float64(dpi)+1) > test.pixels {
			t.Errorf("%g x %g at %d dpi is over %d pixels", test.width, test.height, dpi, test.pixels)
		}
	}
}

func TestRefused(t *testing.T) {
	good := phototest.Pages(72, 72, phototest.Helvetica, "BT /F 9 Tf (Aqua) Tj ET")
	_, _, err := read(t, good[:40], photo.Limits{}, 0)
	wantKind(t, err, photo.Unreadable, "damaged")
	_, _, err = read(t, []byte("%PDF-1.7\nAqua, Glycerin"), photo.Limits{}, 0)
	wantKind(t, err, photo.Unreadable, "damaged")
	_, _, err = read(t, phototest.Pages(14400, 14400, "", ""), photo.Limits{}, 0)
	wantKind(t, err, photo.TooLarge, "page 1: it is 508 x 508 cm")
	locked := phototest.PDF("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>")
	locked = bytes.Replace(locked, []byte("/Root 1 0 R"),
		[]byte("/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >> /ID [<00> <00>]"), 1)
	_, _, err = read(t, locked, photo.Limits{}, 0)
	wantKind(t, err, photo.Unsupported, "password")
}

// A page of a few hundred bytes that draws a hundred million times: it is given up in time, and the next document
// is read as if nothing had been.
func TestEndlessPage(t *testing.T) {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
		phototest.Stream("", strings.Repeat("/X Do ", 100))}
	for i := range 4 {
		objects = append(objects, phototest.Stream(
			fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X %d 0 R >> >>", 6+i),
			strings.Repeat("/X Do ", 100)))
	}
	objects = append(objects, phototest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 300 300]", "0 0 m 300 300 l S"))
	start := time.Now()
	// Shorter than it takes a fast machine to fill the memory a document may have, which is another error.
	_, _, err := read(t, phototest.PDF(objects...), photo.Limits{}, 200*time.Millisecond)
	wantKind(t, err, photo.TimedOut, "200ms")
	if took := time.Since(start); took > 60*time.Second {
		t.Errorf("giving up took %v", took)
	}
	if _, _, err := read(t, phototest.Pages(72, 72, "", ""), photo.Limits{}, 0); err != nil {
		t.Errorf("the document after it: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, phototest.Pages(72, 72, "", ""), 0); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}
