package layout

import "testing"

func TestPrintRanksBeforeATexture(t *testing.T) {
	block := func(letters, lines int, contrast float64) Block {
		return Block{Letters: letters, Lines: make([]Line, lines), Measures: Measures{Contrast: contrast}}
	}
	for _, c := range []struct {
		name   string
		blocks []Block
		first  float64 // contrast
	}{
		{"a wall behind a label", []Block{block(1300, 56, 21), block(700, 16, 128), block(40, 2, 140)}, 128},
		{"a list half in the shade", []Block{block(360, 15, 70), block(300, 12, 170)}, 70},
		{"a pale list beside a brand", []Block{block(360, 15, 21), block(60, 3, 170)}, 21},
	} {
		if got := rank(c.blocks)[0].Measures.Contrast; got != c.first {
			t.Errorf("%s: the block with a contrast of %.0f ranks first, want %.0f", c.name, got, c.first)
		}
	}
}
