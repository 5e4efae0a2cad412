package tesseract

import (
	"math"
	"math/rand/v2"
	"testing"

	"exoscan/internal/ocr"
)

// row sets n letters of one size in a line from x, y, every third one tall, falling by degrees.
func row(x, y, n, size int, degrees float64) []ocr.Box {
	var out []ocr.Box
	for i := range n {
		h := size
		if i%3 == 0 {
			h = size * 3 / 2
		}
		gap := i * size
		if i > n/2 {
			gap += size // a word space
		}
		fall := int(float64(gap) * math.Tan(degrees*math.Pi/180))
		out = append(out, ocr.Box{X: x + gap, Y: y + fall - h, W: size * 3 / 4, H: h})
	}
	return out
}

func TestChain(t *testing.T) {
	several := append(append(row(10, 100, 12, 10, 0), row(10, 130, 9, 10, 0)...), row(300, 100, 6, 30, 0)...)
	tests := []struct {
		name  string
		comps []ocr.Box
		skew  float64
		want  []int // letters of each line, from the top
	}{
		{"nothing", nil, 0, nil},
		{"a line", row(10, 100, 12, 10, 0), 0, []int{12}},
		{"lines and a heading", several, 0, []int{6, 12, 9}},
		{"on a slope", append(row(10, 100, 20, 10, 15), row(10, 125, 20, 10, 15)...), 15, []int{20, 20}},
		{"too few", row(10, 100, 3, 10, 0), 0, nil},
		{"too small", row(10, 100, 12, letterMin-2, 0), 0, nil},
		{"a frame around a line", append(row(10, 100, 12, 10, 0), ocr.Box{X: 0, Y: 60, W: 200, H: 60}), 0, []int{12}},
	}
	for _, tt := range tests {
		lines := chain(tt.comps, tt.skew)
		var got []int
		for _, l := range lines {
			got = append(got, len(l.heights))
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: lines of %v letters, want %v", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: lines of %v letters, want %v", tt.name, got, tt.want)
				break
			}
		}
	}
	if x := chain(row(10, 100, 12, 10, 0), 0)[0].xHeight(); x != 10 {
		t.Errorf("x-height is %v, small letters are 10 high", x)
	}
}

// Specks are not print: of texture as dense as print, next to nothing is taken for lines.
func TestChainOfSpecks(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var comps []ocr.Box
	for range 2000 {
		comps = append(comps, ocr.Box{X: rnd.IntN(2000), Y: rnd.IntN(2000), W: 3 + rnd.IntN(30), H: letterMin + rnd.IntN(40)})
	}
	letters := 0
	for _, l := range chain(comps, 0) {
		letters += len(l.heights)
	}
	if letters > len(comps)/10 {
		t.Errorf("%d of %d specks are taken for letters", letters, len(comps))
	}
}
