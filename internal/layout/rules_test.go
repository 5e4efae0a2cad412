package layout

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// besideEachOther is justified print on either side of a gap, so narrow that lines are followed across it, light or dark,
// and with a table's rules around the right side or not; it also says where the gap is.
func besideEachOther(t *testing.T, rules, light bool) (*image.Gray, int) {
	t.Helper()
	const size, at, gap = 28, 400, 12
	s := setPrint(t, sampleText, 2*at, size)
	print := s.tilted(0, 1)
	w, h := print.Rect.Dx(), print.Rect.Dy()
	g := image.NewGray(image.Rect(0, 0, w, h))
	copy(g.Pix, print.Pix)
	draw.Draw(g, image.Rect(at-gap/2, 0, at+gap/2, h), image.NewUniform(color.Gray{Y: 230}), image.Point{}, draw.Src)
	if rules {
		ink := image.NewUniform(color.Gray{Y: 25})
		for _, r := range []image.Rectangle{image.Rect(at-1, 20, at+2, h-20), image.Rect(at, 20, w-20, 22), image.Rect(at, h-22, w-20, h-20)} {
			draw.Draw(g, r, ink, image.Point{}, draw.Src)
		}
	}
	if light {
		g = inverted(g)
	}
	return g, at
}

// TestRulesPart has no line go on across a rule that stands beside its block, and lines across the gap without one: else
// the test would show nothing.
func TestRulesPart(t *testing.T) {
	for _, light := range []bool{false, true} {
		for _, rules := range []bool{false, true} {
			g, at := besideEachOther(t, rules, light)
			across, lines := 0, 0
			for _, b := range Survey(g).Blocks {
				for _, l := range b.Lines {
					if l.Letters < fadingLine || b.Turn != 0 {
						continue
					}
					lines++
					if from, to := l.Base[0].X, l.Base[len(l.Base)-1].X; from < float64(at) && to > float64(at) {
						across++
					}
				}
			}
			if lines < 8 || (across == 0) != rules {
				t.Errorf("light %v, rules %v: %d of %d lines go across", light, rules, across, lines)
			}
		}
	}
}
