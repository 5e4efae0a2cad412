package reading

import (
	"testing"

	"exoscan/internal/layout"
)

func TestReadAsItIs(t *testing.T) {
	lines := func(rises ...float64) []layout.Line {
		var out []layout.Line
		for i, rise := range rises {
			y := float64(40 * i)
			out = append(out, layout.Line{Letters: 40, Base: []layout.Point{{X: 0, Y: y}, {X: 600, Y: y + rise}}})
		}
		return out
	}
	block := func(ground float64, l []layout.Line) layout.Block {
		return layout.Block{XHeight: 20, Letters: 80, Lines: l, Measures: layout.Measures{Contrast: 150, Faint: 1, Ground: ground, Blur: 0.5}}
	}
	for _, c := range []struct {
		name   string
		blocks []layout.Block
		want   bool
	}{
		{"level", []layout.Block{block(220, lines(0, 4))}, true},
		{"level paragraphs", []layout.Block{block(220, lines(0, 4)), block(200, lines(2, 3))}, true},
		{"lines that fan out, level at the middle", []layout.Block{block(220, lines(-20, 0, 20))}, false},
		{"a paragraph in a shadow", []layout.Block{block(220, lines(0, 4)), block(120, lines(2, 3))}, false},
	} {
		if got := asItIs(&layout.Layout{Width: 700, Height: 400, Blocks: c.blocks}); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
