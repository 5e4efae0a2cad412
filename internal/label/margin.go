package label

import (
	"math"
	"strings"
	"unicode"

	"exoscan/internal/ocr"
)

// The edge of a pack, a fold or other print beside a column is read as a few letters before the first words of its
// lines. They stand left of where the column begins, and each where it happens to.
const (
	marginLines   = 5   // lines that begin alike, with such letters before them or without
	marginShare   = 0.6 // of the lines of the column
	marginEven    = 0.5 // heights by which beginnings differ
	marginLetters = 4   // more are a word; one may be a bullet
	marginColumn  = 200 // lines; more are grain
)

// withoutMargin leaves out what stands in the margin of a column.
func (c *composer) withoutMargin(b block) block {
	edge, before := b.edge(c.words)
	if before == 0 {
		return b
	}
	for i := range b.lines {
		l := &b.lines[i]
		if !l.inMargin(c.words) || math.Abs(l.pieces[1].left-edge) > marginEven*l.height {
			continue
		}
		c.dropped = append(c.dropped, Dropped{Word: l.pieces[0].word, Reason: "in the margin of the column"})
		l.pieces, l.left = l.pieces[1:], l.pieces[1].left
		for k := range l.glued {
			l.glued[k]--
		}
	}
	return b
}

// edge is where the lines of a block begin, and how many of them have something before it; none where too few
// begin alike.
func (b block) edge(words []ocr.Word) (edge float64, before int) {
	if len(b.lines) > marginColumn {
		return 0, 0
	}
	most := 0
	for _, l := range b.lines {
		for _, at := range l.begins(words) {
			all, late := 0, 0
			for _, o := range b.lines {
				for k, left := range o.begins(words) {
					if math.Abs(left-at) <= marginEven*o.height {
						all, late = all+1, late+k
						break
					}
				}
			}
			if all > most || all == most && late < before {
				edge, most, before = at, all, late
			}
		}
	}
	if most < marginLines || float64(most) < marginShare*float64(len(b.lines)) {
		return 0, 0
	}
	return edge, before
}

// begins is where a line may begin: at its first word, or at the second if the first may be none.
func (l *line) begins(words []ocr.Word) []float64 {
	if l.inMargin(words) {
		return []float64{l.pieces[0].left, l.pieces[1].left}
	}
	return []float64{l.pieces[0].left}
}

// inMargin says whether the first word of a line has so few letters that it may be none.
func (l *line) inMargin(words []ocr.Word) bool {
	if len(l.pieces) < 2 {
		return false
	}
	n := 0
	for _, r := range strings.TrimSpace(words[l.pieces[0].word].Text) {
		switch {
		case unicode.IsLetter(r):
			n++
		case unicode.IsDigit(r):
			return false
		}
	}
	return n > 1 && n <= marginLetters
}
