package layout

import (
	"image"
	"image/draw"
	"math"
	"strings"
	"testing"
)

// TestShowDrawsTightLinesApart counts the bands of ink there are on what a reader is shown: each line must be
// one, with ground around it, and must lead back to where it is on the photo. Capitals without commas do not tell
// which way up they stand.
func TestShowDrawsTightLinesApart(t *testing.T) {
	capitals := strings.ToUpper(strings.ReplaceAll(sampleText, ",", ""))
	tests := []struct {
		name, text string
		apart      float64
		turned     bool
	}{
		{"small letters", sampleText, 0.92, false},
		{"small letters turned", sampleText, 0.92, true},
		{"capitals", capitals, 0.84, false},
		{"capitals turned", capitals, 0.84, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { drawnApart(t, setSpaced(t, tt.text, 700, 26, tt.apart), tt.turned) })
	}
}

func drawnApart(t *testing.T, s sheetOfPrint, turned bool) {
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

func TestShowLeavesEasyLinesAlone(t *testing.T) {
	s := setPrint(t, sampleText, 700, 26)
	l := Survey(s.tilted(0, 1))
	if m := l.Flatten(FlattenOptions{}, 0); m.Tight() {
		t.Errorf("lines %.2f x-heights apart are tight", m.pitch)
	}
}

// TestRowsKeepTheirColumn draws rows of which one was seen from its middle on, after a bracket that reaches from
// its top to its bottom, beside a rule: it begins where the others do, and none shows the rule.
func TestRowsKeepTheirColumn(t *testing.T) {
	const rule, left, right, middle = 40, 60, 400, 240
	img := image.NewGray(image.Rect(0, 0, 480, 160))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(rule, 0, rule+3, 160), image.Black, image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(middle-10, 80, middle-7, 120), image.Black, image.Point{}, draw.Src)
	s := &Shown{}
	for i := range 4 {
		r := &row{x0: left, x1: right, from: 0, to: 30, xHeight: 20, letters: 30}
		if i == 2 {
			r.x0 = middle
		}
		for range r.to {
			r.mid = append(r.mid, float64(20+40*i))
		}
		p := strip{row: r, upper: make([]int, 480), lower: make([]int, 480)}
		for x := range p.upper {
			p.upper[x], p.lower[x] = 40*i, 40*(i+1)
		}
		s.rows = append(s.rows, p)
	}
	s.ends(img)
	for i, r := range s.rows {
		if r.first > left || r.first <= rule || r.last < right {
			t.Errorf("row %d is shown from %d to %d, it holds print from %d to %d", i, r.first, r.last, left, right)
		}
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
