package layout

import (
	"image"
	"testing"
)

// TestWhatFadesBetweenPrintIsShown has the middle of all lines fade until the survey sees nothing there: it is shown with
// what is left of them on either side.
func TestWhatFadesBetweenPrintIsShown(t *testing.T) {
	s := setPrint(t, longText, 900, 26)
	g := s.tilted(0, 1)
	left, right := g.Rect.Dx()*2/5, g.Rect.Dx()*3/5
	for y := range g.Rect.Dy() {
		for x := left; x < right; x++ {
			p := &g.Pix[y*g.Stride+x]
			*p = 230 - (230-*p)/15
		}
	}
	l := Survey(g)
	ids := make([]int, 0, len(l.Blocks))
	for i := range l.Blocks {
		if b := l.Blocks[i].Bounds; b.Min.X < left && b.Max.X > right {
			t.Fatalf("print was seen from %d to %d", b.Min.X, b.Max.X)
		}
		ids = append(ids, i)
	}
	m := l.Flatten(FlattenOptions{XHeight: 22}, ids...)
	shown := m.Apply(g)
	u, v := m.Inverse(float64(left+right)/2, float64(g.Rect.Dy())/2)
	middle := shown.SubImage(image.Rect(int(u)-40, int(v)-40, int(u)+40, int(v)+40)).(*image.Gray)
	darkest, lightest := uint8(255), uint8(0)
	for y := middle.Rect.Min.Y; y < middle.Rect.Max.Y; y++ {
		for x := middle.Rect.Min.X; x < middle.Rect.Max.X; x++ {
			p := middle.GrayAt(x, y).Y
			darkest, lightest = min(darkest, p), max(lightest, p)
		}
	}
	if lightest-darkest < 5 {
		t.Errorf("between two blocks everything is %d to %d: faint print was painted over", darkest, lightest)
	}
}
