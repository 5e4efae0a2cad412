package layout

import "testing"

// TestGutter has lines of letters with a gap at one place in all of them. One as wide as two word spaces may be a
// river of spaces in a few lines, and parts columns where many lines stand on either side of it.
func TestGutter(t *testing.T) {
	const tall, step, middle = 20.0, 15.0, 450.0
	for _, c := range []struct {
		lines int
		gap   float64 // heights of capitals
		want  bool
	}{
		{5, 1.3, true},
		{5, 0.9, false},
		{12, 0.9, true},
		{12, 0.4, false},
	} {
		var b Block
		for i := range c.lines {
			y := 2 * tall * float64(i+1)
			l := line{tall: tall, base: curve{mid: middle, half: middle, c: []float64{y}}, x1: 2 * middle}
			add := func(x float64) {
				l.letters = append(l.letters, int32(len(b.letters)))
				b.letters = append(b.letters, letter{x0: x, x1: x + step - 3, y0: y - tall, y1: y})
			}
			half := c.gap * tall / 2
			for k := 29; k > 0; k-- {
				add(middle - half - step*float64(k))
			}
			for k := range 29 {
				add(middle + half + step*float64(k))
			}
			b.lines = append(b.lines, l)
		}
		if at, ok := b.gutter(); ok != c.want {
			t.Errorf("%d lines with a gap of %.1f: gutter %v (at %.0f), want %v", c.lines, c.gap, ok, at.u, c.want)
		}
	}
}
