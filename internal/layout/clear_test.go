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
	if most := contrastAt(m, g, float64(left+right)/2, float64(g.Rect.Dy())/2); most < 5 {
		t.Errorf("between two blocks there are %d grey levels: faint print was painted over", most)
	}
}

// contrastAt is how many grey levels there are on the flat image where a place on the photo is shown.
func contrastAt(m *Mesh, g *image.Gray, x, y float64) uint8 {
	shown := m.Apply(g)
	u, v := m.Inverse(x, y)
	part := shown.SubImage(image.Rect(int(u)-40, int(v)-40, int(u)+40, int(v)+40)).(*image.Gray)
	darkest, lightest := uint8(255), uint8(0)
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
		for x := part.Rect.Min.X; x < part.Rect.Max.X; x++ {
			p := part.GrayAt(x, y).Y
			darkest, lightest = min(darkest, p), max(lightest, p)
		}
	}
	return max(lightest, darkest) - darkest
}

// TestWhatFadesRoundALidIsShown has the only line round a lid fade in the middle of its way.
func TestWhatFadesRoundALidIsShown(t *testing.T) {
	l := &lid{sheetOfPrint: setPrint(t, shortText, 1700, 24), radius: 300, size: 760}
	g := l.photo()
	top := g.Rect.Dy() / 4
	for y := range top {
		for x := g.Rect.Dx()/2 - 110; x < g.Rect.Dx()/2+110; x++ {
			p := &g.Pix[y*g.Stride+x]
			*p = 230 - (230-*p)/15
		}
	}
	found := Survey(g)
	var ids []int
	for i := range found.Blocks {
		if found.Blocks[i].Round {
			ids = append(ids, i)
		}
	}
	if len(ids) < 2 {
		t.Fatalf("%d pieces of a line seen, want one on either side", len(ids))
	}
	_, high := l.sheetOfPrint.size()
	x, y := l.onPhoto(850, high/2)
	if most := contrastAt(found.Flatten(FlattenOptions{XHeight: 22}, ids...), g, x, y); most < 5 {
		t.Errorf("between two pieces of a line there are %d grey levels: faint print was painted over", most)
	}
}
