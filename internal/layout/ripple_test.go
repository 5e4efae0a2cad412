package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

// TestFlattenUndoesFolds follows the baselines of a crumpled sheet onto the flat image.
func TestFlattenUndoesFolds(t *testing.T) {
	s := setPrint(t, longText, 1000, 27)
	w, h := s.size()
	// Where a place of the photo lies on the sheet: folds as wide as a word or two, of an x-height and more.
	dent := func(x, y float64) float64 {
		return 0.8*s.xHeight*math.Sin(x/w*17+y/h*5) + 0.3*s.xHeight*math.Sin(x/w*27-y/h*8)
	}
	photo := s.photograph(int(w)+60, int(h)+60, func(x, y float64) (float64, float64) { return x - 30, y - 30 + dent(x, y) })
	onPhoto := func(u, v float64) (float64, float64) {
		x, y := u+30, v+30
		for range 20 {
			y = v + 30 - dent(x, y)
		}
		return x, y
	}
	l := Survey(photo)
	if len(l.Blocks) == 0 {
		t.Fatal("no block found")
	}
	var ids []int
	for i := range l.Blocks {
		if l.Blocks[i].Turn == 0 {
			ids = append(ids, i)
		}
	}
	m := l.Flatten(FlattenOptions{}, ids...)
	for i, base := range s.baselines[:len(s.baselines)-1] {
		bent, _, _ := spread(m, func(q float64) (float64, float64) { return onPhoto(s.left+q*(s.right[i]-s.left), base) })
		if bent > 0.35*s.xHeight {
			t.Errorf("line %d: bent by %.2f x-heights", i, bent/s.xHeight)
		}
	}
	m.sheet.ripple = ripple{}
	if bent, _, _ := spread(m, func(q float64) (float64, float64) {
		return onPhoto(s.left+q*(s.right[0]-s.left), s.baselines[0])
	}); bent < 0.5*s.xHeight {
		t.Errorf("without the ripple the first line is bent by %.2f x-heights only: the test proves nothing", bent/s.xHeight)
	}
}

// TestTrimLeavesOutWhatLinesCaught puts blots beside a sheet, at the height of some of its lines.
func TestTrimLeavesOutWhatLinesCaught(t *testing.T) {
	s := setPrint(t, longText, 900, 27)
	photo := s.tilted(0, 1)
	left, top := 10+s.left, 10.0
	for i := 1; i < len(s.baselines); i += 4 {
		x, y := int(left-2.6*s.xHeight), int(top+s.baselines[i])
		draw.Draw(photo, image.Rect(x, y-int(s.xHeight), x+int(0.7*s.xHeight), y), image.NewUniform(color.Gray{40}), image.Point{}, draw.Src)
	}
	l := Survey(photo)
	if len(l.Blocks) == 0 {
		t.Fatal("no block found")
	}
	for i, line := range l.Blocks[0].Lines {
		if x := line.Base[0].X; x < left-s.xHeight {
			t.Errorf("line %d begins %.1f x-heights before the print", i, (left-x)/s.xHeight)
		}
	}
}
