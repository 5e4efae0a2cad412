package layout

import (
	"image"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/draw"
)

// TestNarrowPrintIsWidened squeezes print, as condensed letters are.
func TestNarrowPrintIsWidened(t *testing.T) {
	for _, c := range []struct {
		name, text string
		squeezed   float64
		least      float64 // of what it is widened by
		most       float64
	}{
		{"as it is", longText, 1, 1, 1},
		{"narrow", longText, 0.7, 1.2, 1.5},
		{"very narrow", longText, 0.5, 1.5, 1.5},
		{"capitals as they are", strings.ToUpper(longText), 1, 1, 1},
		{"narrow capitals", strings.ToUpper(longText), 0.65, 1.2, 1.5},
	} {
		s := setPrint(t, c.text, 900, 30)
		whole := s.tilted(0, 1)
		g := image.NewGray(image.Rect(0, 0, int(c.squeezed*float64(whole.Rect.Dx())), whole.Rect.Dy()))
		draw.CatmullRom.Scale(g, g.Rect, whole, whole.Rect, draw.Src, nil)
		l := Survey(g)
		m := l.Flatten(FlattenOptions{}, 0)
		if m == nil {
			t.Fatalf("%s: no block found", c.name)
		}
		if m.Widened < c.least || m.Widened > c.most {
			t.Errorf("%s: widened by %.2f, want %.2f to %.2f", c.name, m.Widened, c.least, c.most)
		}
		b := l.Blocks[0].Bounds
		x, y := float64(b.Min.X+b.Dx()/3), float64(b.Min.Y+b.Dy()/3)
		if bx, by := m.Forward(m.Inverse(x, y)); math.Hypot(bx-x, by-y) > 0.5 {
			t.Errorf("%s: %.1f, %.1f leads back to %.1f, %.1f", c.name, x, y, bx, by)
		}
		if want := m.Scale * m.Widened * float64(b.Dx()); math.Abs(float64(m.Width)-want) > 6*m.XHeight {
			t.Errorf("%s: flat image %d pixels wide, want about %.0f", c.name, m.Width, want)
		}
	}
}

// TestNarrowSignsAreWidened squeezes signs.
func TestNarrowSignsAreWidened(t *testing.T) {
	for _, c := range []struct{ squeezed, least, most float64 }{{1, 1, 1}, {0.9, 1, 1.1}, {0.75, 1.2, 1.4}} {
		s := setSigns(8, 24, 30)
		whole := s.tilted(0, 1)
		g := image.NewGray(image.Rect(0, 0, int(c.squeezed*float64(whole.Rect.Dx())), whole.Rect.Dy()))
		draw.CatmullRom.Scale(g, g.Rect, whole, whole.Rect, draw.Src, nil)
		m := SurveySigns(g).Flatten(FlattenOptions{Signs: true}, 0)
		if m == nil {
			t.Fatalf("squeezed to %v: no block found", c.squeezed)
		}
		if m.Widened < c.least || m.Widened > c.most {
			t.Errorf("squeezed to %v: widened by %.2f, want %.2f to %.2f", c.squeezed, m.Widened, c.least, c.most)
		}
	}
}
