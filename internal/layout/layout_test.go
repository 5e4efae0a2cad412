package layout

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
	"testing"
)

func TestSurveyFindsSkewSizeAndPolarity(t *testing.T) {
	s := setPrint(t, sampleText, 900, 26)
	for _, light := range []bool{false, true} {
		for _, degrees := range []float64{0, 1, -3, 8, -15, 20, -28} {
			t.Run(fmt.Sprintf("%v/light=%v", degrees, light), func(t *testing.T) {
				g := s.tilted(degrees, 1)
				if light {
					g = inverted(g)
				}
				l := Survey(g)
				if len(l.Blocks) == 0 {
					t.Fatal("no block found")
				}
				b := &l.Blocks[0]
				if math.Abs(b.Skew-degrees) > 0.3 {
					t.Errorf("skew %.2f, want %.2f", b.Skew, degrees)
				}
				if b.Turn != 0 || b.Light != light || b.Capitals {
					t.Errorf("turn %v, light %v, capitals %v; want 0, %v, false", b.Turn, b.Light, b.Capitals, light)
				}
				if math.Abs(b.XHeight-s.xHeight) > 0.1*s.xHeight {
					t.Errorf("x-height %.1f, want %.1f", b.XHeight, s.xHeight)
				}
				if n := len(b.Lines); n < len(s.baselines) || n > len(s.baselines)+1 {
					t.Errorf("%d lines, want %d, or one more if one fell apart", n, len(s.baselines))
				}
				if b.Upright < 0.3 {
					t.Errorf("upright %.2f, want above 0.3", b.Upright)
				}
			})
		}
	}
}

// A title by itself does not tell which way up it stands: what stands near it does.
func TestBlocksStandOneWayUp(t *testing.T) {
	list, title := setPrint(t, sampleText, 900, 26), setPrint(t, "ONE NEW WEEX NOX", 900, 44)
	for _, degrees := range []float64{0, 90, 180, 270} {
		a, b := list.tilted(degrees, 1), title.tilted(degrees, 1)
		g := image.NewGray(image.Rect(0, 0, a.Rect.Dx()+b.Rect.Dx(), a.Rect.Dy()+b.Rect.Dy()))
		draw.Draw(g, g.Rect, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
		draw.Draw(g, a.Rect, a, image.Point{}, draw.Src)
		draw.Draw(g, b.Rect.Add(a.Rect.Max), b, image.Point{}, draw.Src)
		l := Survey(g)
		if len(l.Blocks) < 2 {
			t.Fatalf("%v: %d blocks, want the list and the title", degrees, len(l.Blocks))
		}
		for i := range l.Blocks {
			if b := &l.Blocks[i]; b.Turn != int(degrees) || b.Upright < 0.3 {
				t.Errorf("%v: block %d of %d letters: turn %v, upright %.2f", degrees, i, b.Letters, b.Turn, b.Upright)
			}
		}
	}
}

func TestSurveySeesTurnsInLinesAndFeet(t *testing.T) {
	s := setPrint(t, sampleText, 700, 26)
	for _, turn := range []int{0, 90, 180, 270} {
		l := Survey(s.tilted(float64(turn), 1))
		if len(l.Blocks) == 0 {
			t.Fatalf("%v: no block found", turn)
		}
		b := &l.Blocks[0]
		if b.Turn != turn || b.Upright < 0.3 {
			t.Errorf("%v: turn %v, upright %.2f; want above 0.3", turn, b.Turn, b.Upright)
		}
		if math.Abs(b.Skew) > 0.3 {
			t.Errorf("%v: skew %.2f, want 0", turn, b.Skew)
		}
	}
}

func TestSurveyKnowsCapitalsByTheirCommas(t *testing.T) {
	s := setPrint(t, strings.ToUpper(longText), 900, 26)
	for _, turn := range []int{0, 90, 180, 270} {
		b := first(t, s.tilted(float64(turn), 1))
		if !b.Capitals || b.Turn != turn || b.Upright < 0.3 {
			t.Errorf("%v: capitals %v, turn %v, upright %.2f", turn, b.Capitals, b.Turn, b.Upright)
		}
		// The size of small letters that would go with the capitals.
		if math.Abs(b.XHeight-s.xHeight) > 0.12*s.xHeight {
			t.Errorf("%v: x-height %.1f, want about %.1f", turn, b.XHeight, s.xHeight)
		}
	}
}

func TestSurveyPartsColumns(t *testing.T) {
	s := setPrint(t, longText, 560, 24)
	column := s.tilted(0, 1)
	w, h := column.Rect.Dx(), column.Rect.Dy()
	// Two columns an em apart, the second a third of a line lower, and a title over both.
	title := setPrint(t, "Two columns of print under one title that is wider than either", 900, 24)
	head := title.tilted(0, 1)
	gap := w - 70
	g := image.NewGray(image.Rect(0, 0, gap+w, h+60))
	draw.Draw(g, g.Rect, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
	draw.Draw(g, column.Rect.Add(image.Pt(gap, 48)), column, image.Point{}, draw.Src)
	draw.Draw(g, image.Rect(0, 40, gap+48, h+40), column, image.Point{}, draw.Src)
	draw.Draw(g, image.Rect(10, 20, 910, 98), head, image.Pt(10, 10), draw.Src)
	var columns int
	l := Survey(g)
	for i := range l.Blocks {
		// The title may go with either column.
		if n := len(l.Blocks[i].Lines); n == len(s.baselines) || n == len(s.baselines)+1 {
			columns++
		}
	}
	if columns != 2 {
		t.Errorf("%d columns found, want 2", columns)
	}
}

func TestMeshLeadsBack(t *testing.T) {
	s := setPrint(t, sampleText, 900, 26)
	for _, degrees := range []float64{0, 12, 90, 187, 265} {
		g := s.tilted(degrees, 1)
		l := Survey(g)
		for _, o := range []FlattenOptions{{}, {Straight: true}, {Opposite: true, XHeight: 17}} {
			m := l.Flatten(o, 0)
			for v := 0.0; v < float64(m.Height); v += 37 {
				for u := 0.0; u < float64(m.Width); u += 41 {
					x, y := m.Forward(u, v)
					bu, bv := m.Inverse(x, y)
					if math.Hypot(bu-u, bv-v) > 0.05 {
						t.Fatalf("%v %+v: (%.1f,%.1f) led back to (%.2f,%.2f)", degrees, o, u, v, bu, bv)
					}
				}
			}
		}
	}
}

func TestSurveyOfImagesWithoutRoomForPrint(t *testing.T) {
	for _, size := range []image.Point{{0, 0}, {1, 1}, {7, 300}, {300, 7}, {8, 8}, {9, 5000}, {60000, 9}, {17, 17}} {
		g := image.NewGray(image.Rectangle{Max: size})
		for i := range g.Pix {
			g.Pix[i] = uint8(i * 37 >> 2)
		}
		l := Survey(g)
		if l.Width != size.X || l.Height != size.Y {
			t.Errorf("%v: layout of %dx%d", size, l.Width, l.Height)
		}
		for i := range l.Blocks {
			if f := l.Flatten(FlattenOptions{}, i).Apply(g); f.Rect.Empty() {
				t.Errorf("%v: block %d is flattened to nothing", size, i)
			}
		}
		if l.Flatten(FlattenOptions{}) != nil || l.Flatten(FlattenOptions{}, len(l.Blocks)) != nil {
			t.Errorf("%v: a mesh without a block", size)
		}
	}
}
