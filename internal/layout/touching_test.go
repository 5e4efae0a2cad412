package layout

import (
	"image"
	"testing"
)

// bleed lets the ink run: each pixel is as dark as the darkest so many to either side.
func bleed(g *image.Gray, by int) *image.Gray {
	out := image.NewGray(g.Rect)
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			v := uint8(255)
			for k := max(0, x-by); k <= min(g.Rect.Dx()-1, x+by); k++ {
				v = min(v, g.Pix[y*g.Stride+k])
			}
			out.Pix[y*out.Stride+x] = v
		}
	}
	return out
}

// TestSurveyApart holds that lines whose letters are joined to words and touch the lines below are found, and that
// nothing is done about print whose lines keep apart.
func TestSurveyApart(t *testing.T) {
	tight := setSpaced(t, sampleText, 1000, 28, 0.88)
	g := bleed(tight.tilted(0, 1), 2)
	l := SurveyApart(g)
	if l == nil {
		t.Fatal("no lines touch")
	}
	if before, after := letters(Survey(g)), letters(l); 2*after < 3*before {
		t.Errorf("%d letters were found, hardly more than the %d with lines left as they are", after, before)
	}
	if n := len(l.Blocks[0].Lines); n < len(tight.baselines) {
		t.Errorf("%d lines were found of %d", n, len(tight.baselines))
	}
	wide := setPrint(t, sampleText, 1000, 28)
	if SurveyApart(wide.tilted(2, 1)) != nil {
		t.Error("lines that keep apart are taken to touch")
	}
}

func letters(l *Layout) (n int) {
	for i := range l.Blocks {
		n += l.Blocks[i].Letters
	}
	return n
}
