package layout

import (
	"cmp"
	"slices"
)

// Columns. Print set in two columns is two blocks, but one line that was followed across the gutter
// ties them together, and a title or a paragraph over both does, too. A gutter is a strip along the lines'
// direction that hardly any line has letters in while several lines have letters on either side of it; or
// several lines one after the other where it does not reach from the block's top to its bottom.
const (
	gutterWidth  = 1.1  // heights of capitals; two word spaces above each other are no gutter, five are
	gutterLines  = 4    // lines needed on either side
	narrowGutter = 0.7  // heights of capitals; enough where many lines are: no river of spaces runs through so many
	manyLines    = 8    // on either side
	gutterCross  = 0.16 // share of the lines that may have letters in the gutter: titles
	gutterBeside = 0.5  // share of the smaller side's lines that must have lines beside them
	runWidth     = 0.85 // heights of capitals of a gutter that no line at all has letters in
	runLines     = 6    // lines needed on either side of that
	titleLines   = 2    // above or below it go with the left column; more are a block of their own
)

// splitColumns cuts the block at its gutters.
func (b Block) splitColumns() []Block {
	if len(b.lines) < 2*gutterLines {
		return []Block{b}
	}
	from, to := 0, len(b.lines)
	at, ok := b.gutter()
	if !ok {
		if at, from, to, ok = b.partGutter(); !ok {
			return []Block{b}
		}
	}
	side := Block{Light: b.Light, Round: b.Round, frame: b.frame, blobs: b.blobs, letters: b.letters}
	left, right := side, side
	for i := from; i < to; i++ {
		l := &b.lines[i]
		cut, _ := slices.BinarySearchFunc(l.letters, at, func(id int32, at cutLine) int {
			if at.side(&b.letters[id]) < 0 {
				return -1
			}
			return 1
		})
		switch {
		case cut == 0:
			right.lines = append(right.lines, *l)
		case cut == len(l.letters):
			left.lines = append(left.lines, *l)
		default:
			gap := b.letters[l.letters[cut]].x0 - b.letters[l.letters[cut-1]].x1
			if gap < at.wide/2*l.tall { // a title over both columns
				left.lines = append(left.lines, *l)
				continue
			}
			left.appendPart(l, l.letters[:cut])
			right.appendPart(l, l.letters[cut:])
		}
	}
	if len(left.lines) == 0 || len(right.lines) == 0 {
		return []Block{b}
	}
	var out []Block
	for _, beyond := range [][]line{b.lines[:from], b.lines[to:]} {
		if len(beyond) <= titleLines {
			left.lines = append(left.lines, beyond...)
			continue
		}
		part := side
		part.lines = beyond
		out = append(out, part.compact().splitColumns()...)
	}
	slices.SortStableFunc(left.lines, func(a, c line) int { return cmp.Compare(lineMiddle(&a), lineMiddle(&c)) })
	return append(append(out, left.compact().splitColumns()...), right.compact().splitColumns()...)
}

// appendPart adds a piece of a line, if it is a line by itself.
func (b *Block) appendPart(l *line, letters []int32) {
	if len(letters) < leastLetters {
		return
	}
	if p, ok := measureLine(b.blobs, b.frame, b.letters, chain{letters: slices.Clone(letters), light: b.Light}); ok {
		b.lines = append(b.lines, p)
	}
}

// compact leaves the block only the letters its lines use.
func (b Block) compact() Block {
	all := make([]int, len(b.lines))
	for i := range all {
		all[i] = i
	}
	return newBlock(b.frame, b.blobs, b.letters, b.lines, all)
}

// cutLine is a line across the lines of print.
type cutLine struct {
	u, cos, sin float64
	wide        float64 // heights of capitals a gutter there is at least; in a line with half of that there is none
}

// extent is from where to where a letter reaches along the lines.
func (c cutLine) extent(l *letter) (from, to float64) {
	middle, half := l.cx()*c.cos+l.cy()*c.sin, l.w()/2
	return middle - half, middle + half
}

// side is negative to the left of the cut.
func (c cutLine) side(l *letter) float64 { return l.cx()*c.cos + l.cy()*c.sin - c.u }
