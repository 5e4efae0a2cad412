package layout

import (
	"image"
	"math"
	"testing"
)

// TestFocusUndoesADisc spreads print over discs, and wants the radius found and sharp print again.
func TestFocusUndoesADisc(t *testing.T) {
	s := setPrint(t, sampleText, 900, 38)
	sharp := s.tilted(0, 1)
	for _, radius := range []float64{4, 5.5} {
		blurred := spreadOver(sharp, radius)
		l := Survey(blurred)
		if len(l.Blocks) == 0 {
			t.Fatalf("radius %.1f: no print found", radius)
		}
		b := &l.Blocks[0]
		if got := discOf(blurred, b); math.Abs(got-radius) > 0.15*radius {
			t.Errorf("a disc of radius %.1f is taken for one of %.1f", radius, got)
		}
		if was, is := apart(blurred, sharp), apart(Focus(blurred, b, blurred.Rect), sharp); is > 0.8*was {
			t.Errorf("radius %.1f: the print differed by %.1f grey levels from sharp print, and differs by %.1f in focus", radius, was, is)
		}
	}
}

// TestFocusKeepsToItsArea leaves what is around the area alone.
func TestFocusKeepsToItsArea(t *testing.T) {
	s := setPrint(t, sampleText, 900, 38)
	blurred := spreadOver(s.tilted(0, 1), 4)
	l := Survey(blurred)
	area := image.Rect(100, 90, 700, 333)
	got := Focus(blurred, &l.Blocks[0], area)
	for y := range blurred.Rect.Dy() {
		for x := range blurred.Rect.Dx() {
			if i := y*blurred.Stride + x; !image.Pt(x, y).In(area) && got.Pix[i] != blurred.Pix[i] {
				t.Fatalf("the pixel at %d, %d changed", x, y)
			}
		}
	}
}

// apart is by how many grey levels two images differ.
func apart(a, b *image.Gray) float64 {
	sum := 0.0
	for i, v := range a.Pix {
		sum += math.Abs(float64(v) - float64(b.Pix[i]))
	}
	return sum / float64(len(a.Pix))
}

// spreadOver is what a lens out of focus makes of an image.
func spreadOver(g *image.Gray, radius float64) *image.Gray {
	out := image.NewGray(g.Rect)
	reach := int(radius)
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			sum, n := 0, 0
			for dy := -reach; dy <= reach; dy++ {
				for dx := -reach; dx <= reach; dx++ {
					if float64(dx*dx+dy*dy) <= radius*radius {
						sum += int(g.Pix[clampInt(y+dy, g.Rect.Dy())*g.Stride+clampInt(x+dx, g.Rect.Dx())])
						n++
					}
				}
			}
			out.Pix[y*out.Stride+x] = uint8(sum / n)
		}
	}
	return out
}
