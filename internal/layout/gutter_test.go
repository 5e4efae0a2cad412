package layout

import (
	"strings"
	"testing"
)

// blockOf makes a block of lines as they are drawn: a sign is a letter, 10 wide and 20 high, a space is none.
func blockOf(drawn string) *Block {
	b := &Block{}
	for i, row := range strings.Split(strings.Trim(drawn, "\n"), "\n") {
		y := float64(30 * i)
		l := line{base: curve{half: 1, c: []float64{y}}, tall: 20, x0: -1}
		for k, r := range row {
			if r == ' ' {
				continue
			}
			x := float64(10 * k)
			if l.x0 < 0 {
				l.x0 = x
			}
			l.x1 = x + 10
			l.letters = append(l.letters, int32(len(b.letters)))
			b.letters = append(b.letters, letter{x0: x, x1: x + 10, y0: y - 20, y1: y})
		}
		b.lines = append(b.lines, l)
	}
	return b
}

func TestPartGutter(t *testing.T) {
	over := strings.Repeat("paragraphs over both of the columns\n", 5)
	for _, c := range []struct {
		name, drawn string
		from, to    int // 0, 0 is no gutter
	}{
		{"below a paragraph", over + strings.Repeat("left column here   right column too\n", 6), 5, 11},
		{"three columns below one", over + strings.Repeat("left column here   middle column   right one\n", 6), 5, 11},
		{"above one", strings.Repeat("left column here   right column too\n", 7) + over, 0, 7},
		{"between two", over + strings.Repeat("left column here   right column too\n", 8) + over, 5, 13},
		{"too few lines beside each other", over + strings.Repeat("left column here   right column too\n", 5), 0, 0},
		{"nothing to the right", over + strings.Repeat("left column here\n", 12), 0, 0},
		{"word spaces", over + strings.Repeat("words with one space between as in print\nand not below each other in the next\n", 6), 0, 0},
	} {
		at, from, to, ok := blockOf(c.drawn).partGutter()
		if from != c.from || to != c.to || ok != (c.to > 0) {
			t.Errorf("%s: lines %d to %d, want %d to %d", c.name, from, to, c.from, c.to)
		}
		if ok && (at.u < 160 || at.u > 190) {
			t.Errorf("%s: at %.0f, want from 160 to 190", c.name, at.u)
		}
	}
}
