package layout

import (
	"math"
	"testing"
)

// TestSurveySeesPrintOnScreens shows print through the grid of a screen's pixels, which is as dark as faint print.
func TestSurveySeesPrintOnScreens(t *testing.T) {
	s := setPrint(t, longText, 900, 30)
	plain := Survey(s.tilted(0, 1))
	g := s.tilted(0, 1)
	const pitch, deep = 5.2, 45 // pixels, and grey levels
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			at := y*g.Stride + x
			dark := deep * (math.Pow(math.Sin(math.Pi*float64(x)/pitch), 8) + math.Pow(math.Sin(math.Pi*float64(y)/pitch), 8))
			g.Pix[at] = uint8(max(0, 0.8*float64(g.Pix[at])-dark))
		}
	}
	seen := Survey(g)
	if len(seen.Blocks) == 0 {
		t.Fatal("no print was found")
	}
	want, got := plain.Blocks[0], seen.Blocks[0]
	if math.Abs(got.XHeight-want.XHeight) > 0.1*want.XHeight || math.Abs(float64(got.Letters-want.Letters)) > 0.1*float64(want.Letters) {
		t.Errorf("%d letters of x-height %.1f were found, of %d of %.1f", got.Letters, got.XHeight, want.Letters, want.XHeight)
	}
}
