package layout

import (
	"math"
	"slices"
)

// Columns. Print set in two columns is two blocks, but one line that was followed across the gutter
// ties them together, and a title over both does, too. A gutter is a strip along the lines' direction
// that hardly any line has letters in while several lines have letters on either side of it.
const (
	gutterWidth  = 1.1  // heights of capitals; two word spaces above each other are no gutter, five are
	gutterLines  = 4    // lines needed on either side
	narrowGutter = 0.7  // heights of capitals; enough where many lines are: no river of spaces runs through so many
	manyLines    = 8    // on either side
	gutterCross  = 0.16 // share of the lines that may have letters in the gutter: titles
	gutterBeside = 0.5  // share of the smaller side's lines that must have lines beside them
)

// splitColumns cuts the block at its gutters.
func (b Block) splitColumns() []Block {
	if len(b.lines) < 2*gutterLines {
		return []Block{b}
	}
	at, ok := b.gutter()
	if !ok {
		return []Block{b}
	}
	side := Block{Light: b.Light, Round: b.Round, frame: b.frame, blobs: b.blobs, letters: b.letters}
	left, right := side, side
	for i := range b.lines {
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
			if gap < narrowGutter/2*l.tall { // a title over both columns
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
	return append(left.compact().splitColumns(), right.compact().splitColumns()...)
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
}

// side is negative to the left of the cut.
func (c cutLine) side(l *letter) float64 { return l.cx()*c.cos + l.cy()*c.sin - c.u }

// gutter finds the widest gutter of the block.
func (b *Block) gutter() (cutLine, bool) {
	var slopes, talls []float64
	for i := range b.lines {
		l := &b.lines[i]
		slopes = append(slopes, l.base.slope((l.x0+l.x1)/2))
		talls = append(talls, l.tall)
	}
	var c cutLine
	c.sin, c.cos = math.Sincos(math.Atan(median(slopes)))
	tall := median(talls)
	bin := tall / 4
	u0, u1 := math.Inf(1), math.Inf(-1)
	each := func(visit func(line int, a, z float64)) {
		for i := range b.lines {
			for _, id := range b.lines[i].letters {
				v := &b.letters[id]
				m, half := v.cx()*c.cos+v.cy()*c.sin, v.w()/2
				visit(i, m-half, m+half)
			}
		}
	}
	each(func(_ int, a, z float64) { u0, u1 = math.Min(u0, a), math.Max(u1, z) })
	bins := int((u1-u0)/bin) + 1
	if bins < 8 || bins > 1<<16 {
		return c, false
	}
	covered, last := make([]int, bins), make([]int, bins)
	each(func(line int, a, z float64) {
		for k := int((a - u0) / bin); k <= min(bins-1, int((z-u0)/bin)); k++ {
			if last[k] != line+1 {
				last[k] = line + 1
				covered[k]++
			}
		}
	})
	most := int(gutterCross * float64(len(b.lines)) / 2)
	best, found := 0, false
	for k := 0; k < bins; {
		if covered[k] > most {
			k++
			continue
		}
		start := k
		for k < bins && covered[k] <= most {
			k++
		}
		// The bins at either end may be touched by letters and still hold some of the gutter.
		width, lines := float64(k-start)*bin+0.25*tall, gutterLines
		if width < gutterWidth*tall {
			lines = manyLines
		}
		if k-start > best && width >= narrowGutter*tall {
			u := u0 + float64(start+k)/2*bin
			if b.linesBeside(cutLine{u, c.cos, c.sin}, lines) {
				best, c.u, found = k-start, u, true
			}
		}
	}
	return c, found
}

// linesBeside reports whether enough lines lie side by side left and right of the cut.
func (b *Block) linesBeside(c cutLine, enough int) bool {
	var left, right []float64 // heights of the lines, across
	pitch := 0.0
	for i := range b.lines {
		l := &b.lines[i]
		pitch = math.Max(pitch, 1.5*l.tall)
		y := lineMiddle(l)*c.cos - (l.x0+l.x1)/2*c.sin
		if c.side(&b.letters[l.letters[0]]) < 0 {
			left = append(left, y)
		}
		if c.side(&b.letters[l.letters[len(l.letters)-1]]) > 0 {
			right = append(right, y)
		}
	}
	if len(left) < enough || len(right) < enough {
		return false
	}
	few, many := left, right
	if len(few) > len(many) {
		few, many = many, few
	}
	beside := 0
	for _, y := range few {
		for _, z := range many {
			if math.Abs(y-z) < pitch {
				beside++
				break
			}
		}
	}
	return float64(beside) >= gutterBeside*float64(len(few))
}
