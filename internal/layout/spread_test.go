package layout

import (
	"image"
	"math"
	"testing"
)

// TestShowDrawsTightLinesApart counts the bands of ink there are on what a reader is shown: each line must be
// one, with ground around it, and must lead back to where it is on the photo.
func TestShowDrawsTightLinesApart(t *testing.T) {
	for _, turned := range []bool{false, true} {
		s := setSpaced(t, sampleText, 700, 26, 0.92)
		g := s.tilted(0, 1)
		if turned {
			g = s.tilted(180, 1)
		}
		l := Survey(g)
		if len(l.Blocks) == 0 {
			t.Fatal("no block found")
		}
		m := l.Flatten(FlattenOptions{Opposite: turned != (l.Blocks[0].Turn == 180)}, 0)
		if !m.Tight() {
			t.Fatalf("lines %.2f x-heights apart are not tight", m.pitch)
		}
		shown := m.Show(g)
		bands := inkBands(shown.Picture)
		if len(bands) != len(s.baselines) {
			t.Fatalf("%d bands of ink, want %d", len(bands), len(s.baselines))
		}
		_, height := s.size()
		top := (float64(g.Rect.Dy()) - height) / 2
		for i, b := range bands {
			back := shown.Back(image.Rect(m.Width/4, b.Min.Y, m.Width/2, b.Max.Y))
			_, y := m.Forward(float64(m.Width)/3, float64(back.Min.Y+back.Max.Y)/2)
			want := top + s.baselines[i] - s.xHeight/2
			if turned {
				want = float64(g.Rect.Dy()) - want
			}
			if math.Abs(y-want) > s.xHeight {
				t.Errorf("line %d leads back to %.0f, it is at %.0f", i, y, want)
			}
		}
	}
}

func TestShowLeavesEasyLinesAlone(t *testing.T) {
	s := setPrint(t, sampleText, 700, 26)
	l := Survey(s.tilted(0, 1))
	if m := l.Flatten(FlattenOptions{}, 0); m.Tight() {
		t.Errorf("lines %.2f x-heights apart are tight", m.pitch)
	}
}

// inkBands are the stretches of rows with ink, of the middle of the image.
func inkBands(img *image.Gray) []image.Rectangle {
	var out []image.Rectangle
	level := inkLevel(img)
	inside := false
	for y := range img.Rect.Dy() {
		ink := false
		for x := img.Rect.Dx() / 10; x < img.Rect.Dx()/2; x++ {
			ink = ink || img.Pix[y*img.Stride+x] < level
		}
		switch {
		case ink && !inside:
			out = append(out, image.Rect(0, y, img.Rect.Dx(), y+1))
		case ink:
			out[len(out)-1].Max.Y = y + 1
		}
		inside = ink
	}
	return out
}
