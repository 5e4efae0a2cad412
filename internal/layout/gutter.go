package layout

import (
	"math"
	"slices"
)

// across is the direction across the lines, and the height of their capitals.
func (b *Block) across() (c cutLine, tall float64) {
	var slopes, talls []float64
	for i := range b.lines {
		l := &b.lines[i]
		slopes = append(slopes, l.base.slope((l.x0+l.x1)/2))
		talls = append(talls, l.tall)
	}
	c.sin, c.cos = math.Sincos(math.Atan(median(slopes)))
	return c, median(talls)
}

// gutter finds the widest gutter that reaches from the block's top to its bottom.
func (b *Block) gutter() (cutLine, bool) {
	c, tall := b.across()
	bin := tall / 4
	u0, u1 := math.Inf(1), math.Inf(-1)
	each := func(visit func(line int, a, z float64)) {
		for i := range b.lines {
			for _, id := range b.lines[i].letters {
				from, to := c.extent(&b.letters[id])
				visit(i, from, to)
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
		at, width, lines := c, float64(k-start)*bin+0.25*tall, gutterLines
		at.u, at.wide = u0+float64(start+k)/2*bin, gutterWidth
		if width < gutterWidth*tall {
			at.wide, lines = narrowGutter, manyLines
		}
		if k-start > best && width >= at.wide*tall && b.linesBeside(at, lines) {
			best, found, c.u, c.wide = k-start, true, at.u, at.wide
		}
	}
	return c, found
}

// partGutter finds the gutter that most lines one after the other leave free, and which lines those are.
func (b *Block) partGutter() (c cutLine, from, to int, ok bool) {
	if len(b.lines) < runLines {
		return c, 0, 0, false
	}
	c, tall := b.across()
	wide := runWidth * tall
	free := make([][]stretch, len(b.lines))
	u0, u1 := math.Inf(1), math.Inf(-1)
	for i := range b.lines {
		free[i] = b.lines[i].free(b.letters, c, wide)
		u0, u1 = math.Min(u0, free[i][0].end), math.Max(u1, free[i][len(free[i])-1].start)
	}
	first, last := 0.0, 0.0
	for u := u0; u+wide <= u1; u += wide / 8 {
		for lo := 0; lo < len(b.lines); lo++ {
			hi := lo
			for hi < len(b.lines) && slices.ContainsFunc(free[hi], func(s stretch) bool { return s.start <= u && u+wide <= s.end }) {
				hi++
			}
			c.u = u + wide/2
			same := lo == from && hi == to && c.u-last < wide/4 // the same gutter, not the next one
			part := &Block{letters: b.letters, lines: b.lines[lo:hi]}
			if (same || hi-lo >= runLines && hi-lo > to-from) && part.linesBeside(c, runLines) {
				if !same {
					from, to, first = lo, hi, c.u
				}
				last = c.u
			}
			lo = hi
		}
	}
	c.u, c.wide = (first+last)/2, runWidth
	return c, from, to, to > from
}

// stretch is a part of a line, along it.
type stretch struct{ start, end float64 }

// free lists where a line has no letters, so wide or wider; before and behind it there are none.
func (l *line) free(letters []letter, c cutLine, wide float64) []stretch {
	at := stretch{start: math.Inf(-1)}
	var out []stretch
	for _, id := range l.letters {
		from, to := c.extent(&letters[id])
		if at.end = from; at.end-at.start >= wide {
			out = append(out, at)
		}
		at.start = math.Max(at.start, to)
	}
	at.end = math.Inf(1)
	return append(out, at)
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
