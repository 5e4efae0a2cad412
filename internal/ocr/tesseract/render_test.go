//go:build cgo

package tesseract

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/f64"
	"golang.org/x/image/math/fixed"

	"exoscan/internal/ocr"
)

// sheet is a page of words whose places are known.
type sheet struct {
	img   *image.Gray
	words []string
	boxes []ocr.Box // of the ink of each word
}

// label is what most tests print: short lines, as on a carton.
var label = []string{
	"Ingredients: Aqua, Glycerin, Niacinamide,",
	"Butylene Glycol, Panthenol, Carbomer,",
	"Human Adipose Stromal Cell Exosomes,",
	"Sodium Hyaluronate, Phenoxyethanol, Parfum",
}

// typeset prints lines in Go's own font at so many pixels to the em, black on white.
func typeset(t testing.TB, em float64, lines ...string) *sheet {
	t.Helper()
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: em, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		t.Fatal(err)
	}
	margin, pitch := int(2*em), int(1.5*em)
	width := 0
	for _, l := range lines {
		width = max(width, font.MeasureString(face, l).Ceil())
	}
	s := &sheet{img: blank(width+2*margin, pitch*len(lines)+2*margin)}
	for i, l := range lines {
		d := font.Drawer{Dst: s.img, Src: image.Black, Face: face, Dot: fixed.P(margin, margin+pitch*i+int(em))}
		for piece := range strings.SplitAfterSeq(l, " ") {
			word := strings.TrimSpace(piece)
			if word == "" {
				d.DrawString(piece)
				continue
			}
			bounds, _ := d.BoundString(word)
			b := ocr.Box{X: bounds.Min.X.Floor(), Y: bounds.Min.Y.Floor()}
			b.W, b.H = bounds.Max.X.Ceil()-b.X, bounds.Max.Y.Ceil()-b.Y
			s.words, s.boxes = append(s.words, word), append(s.boxes, b)
			d.DrawString(piece)
		}
	}
	return s
}

// move puts the sheet, turned clockwise by degrees and scaled, into an image grown to hold it, and
// moves the boxes along: to the smallest box around the turned one.
func (s *sheet) move(degrees, scale float64) *sheet {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	sin, cos = sin*scale, cos*scale
	w, h := float64(s.img.Rect.Dx()), float64(s.img.Rect.Dy())
	m := f64.Aff3{cos, -sin, 0, sin, cos, 0}
	around := func(b ocr.Box) (x0, y0, x1, y1 float64) {
		x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, p := range [4][2]int{{b.X, b.Y}, {b.X + b.W, b.Y}, {b.X, b.Y + b.H}, {b.X + b.W, b.Y + b.H}} {
			x := m[0]*float64(p[0]) + m[1]*float64(p[1]) + m[2]
			y := m[3]*float64(p[0]) + m[4]*float64(p[1]) + m[5]
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
		return
	}
	x0, y0, x1, y1 := around(ocr.Box{W: int(w), H: int(h)})
	m[2], m[5] = -x0, -y0
	out := &sheet{img: blank(int(math.Ceil(x1-x0)), int(math.Ceil(y1-y0))), words: s.words}
	draw.BiLinear.Transform(out.img, m, s.img, s.img.Rect, draw.Over, nil)
	for _, b := range s.boxes {
		x0, y0, x1, y1 := around(b)
		out.boxes = append(out.boxes, ocr.Box{X: int(x0), Y: int(y0), W: int(math.Ceil(x1 - x0)), H: int(math.Ceil(y1 - y0))})
	}
	return out
}

// paint changes each pixel of a copy of the sheet by its place and value.
func (s *sheet) paint(f func(x, y int, v float64) float64) *sheet {
	out := &sheet{img: image.NewGray(s.img.Rect), words: s.words, boxes: s.boxes}
	for y := range s.img.Rect.Dy() {
		for x := range s.img.Rect.Dx() {
			v := f(x, y, float64(s.img.GrayAt(x, y).Y))
			out.img.SetGray(x, y, color.Gray{Y: uint8(min(max(v, 0), 255))})
		}
	}
	return out
}
