package label

import (
	"cmp"
	"math"
	"slices"
)

const (
	lineSpacing  = 2.2  // centres of two lines of one block are no further apart, in letter heights
	sameSize     = 1.6  // letters of one block differ in height by no more than this factor
	edgeDrift    = 1.5  // ranged left or centred lines of a block agree in their edge to this many heights
	narrowColumn = 0.25 // what stands beside a line and is narrower than this share of it is no column
	footerSpace  = 1.15 // the space over other text is wider than that between the lines of a paragraph
	orderedBlock = 150  // more blocks than this are noise; they are read from the top down without more ado
)

// block is a run of lines that stand under each other: a paragraph or a column.
type block struct {
	lines                    []line
	left, right, top, bottom float64
}

func newBlock(lines []line) block {
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.middle, b.middle) })
	b := block{lines: lines, left: math.Inf(1), right: math.Inf(-1), top: math.Inf(1), bottom: math.Inf(-1)}
	for _, l := range lines {
		b.left, b.right = min(b.left, l.left), max(b.right, l.right)
		b.top, b.bottom = min(b.top, l.middle-l.height/2), max(b.bottom, l.middle+l.height/2)
	}
	return b
}

// blocks stacks lines that follow each other in one column. A line that stands over or under two
// columns belongs to neither of them.
func blocks(lines []line) []block {
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.middle, b.middle) })
	below, above := make([]int, len(lines)), make([]int, len(lines))
	for i := range lines {
		above[i] = -1
		below[i] = neighbour(lines, i)
	}
	for i, k := range below {
		if k >= 0 && forks(lines, i, below[i]) {
			below[i] = -1
			continue
		}
		if k < 0 {
			continue
		}
		if o := above[k]; o >= 0 { // two lines want the same successor: the nearer one gets it
			if lines[o].middle >= lines[i].middle {
				below[i] = -1
				continue
			}
			below[o] = -1
		}
		above[k] = i
	}
	var out []block
	for i := range lines {
		if above[i] >= 0 {
			continue
		}
		var stack []line
		for k := i; k >= 0; k = below[k] {
			stack = append(stack, lines[k])
		}
		out = append(out, newBlock(stack))
	}
	return inReadingOrder(withoutFooters(out))
}

// withoutFooters parts columns from what is printed over or under them and the column to their right, ranged left
// like they are: it would be read before that column, or they would be read after it.
func withoutFooters(blocks []block) []block {
	if len(blocks) > orderedBlock {
		return blocks
	}
	for i, n := 0, len(blocks); i < n; i++ {
		for at := besides(blocks, i); at > 0; at = besides(blocks, i) {
			all := blocks[i].lines
			blocks[i] = newBlock(all[:at:at])
			blocks = append(blocks, newBlock(all[at:]))
		}
	}
	return blocks
}

// besides is the line of a block from which on it stands under a second column, or beside one that the lines above stand
// over; 0 if there is none. A line that ends over or under that column tells, and a wider space between it and the lines
// beside the column. Without such a space the text flows around something.
func besides(blocks []block, i int) int {
	const fewLines = 3 // that tell the usual space
	lines := blocks[i].lines
	for j, beside := range blocks {
		if j == i || beside.left < blocks[i].left || len(lines) <= fewLines || len(beside.lines) < 2 {
			continue
		}
		c := contactOf(lines, beside)
		if c.under < 0 || c.to < fewLines || c.from >= c.to || c.over >= 0 && !beside.flush() {
			continue
		}
		space := func(k int) float64 { return lines[k].middle - lines[k-1].middle }
		spaces := make([]float64, 0, c.to)
		for k := 1; k < c.to; k++ {
			spaces = append(spaces, space(k))
		}
		wider := footerSpace * median(spaces)
		for k := c.to; k <= c.under; k++ {
			if space(k) > wider {
				return k
			}
		}
		for k := c.from; c.over >= 0 && k > c.over; k-- {
			if space(k) > wider {
				return k
			}
		}
	}
	return 0
}

// contact is where the lines of a block stand to a column on their right.
type contact struct {
	over     int // the last line that ends over the column, -1 for none
	from, to int // the lines beside it
	under    int // the first line that ends under it, 0 for none, -1 where one beside it runs into it
}

func contactOf(lines []line, beside block) contact {
	c := contact{over: -1, from: len(lines)}
	for k, l := range lines {
		wide := l.right > beside.left+l.height/4
		switch {
		case l.middle < beside.top:
			if wide {
				c.over = k
			}
		case l.middle < beside.bottom:
			if l.right > beside.left {
				c.under = -1
			}
			c.from, c.to = min(c.from, k), k+1
		case c.under == 0 && wide:
			c.under = k
		}
	}
	return c
}

// flush says whether a few lines or more begin at one edge, as those of a column do.
func (b *block) flush() bool {
	const fewLines, even = 3, 0.5
	return len(b.lines) >= fewLines && !slices.ContainsFunc(b.lines, func(l line) bool { return l.left-b.left > even*l.height })
}

// neighbour is the nearest line under lines[i] that could continue it, or -1. Lines are sorted by
// their middle.
func neighbour(lines []line, i int) int {
	a := lines[i]
	for k := i + 1; k < len(lines) && lines[k].middle-a.middle < lineSpacing*max(a.height, lines[k].height); k++ {
		b := lines[k]
		overlap := min(a.right, b.right) - max(a.left, b.left)
		if overlap <= 0 || b.middle-a.middle < sameRow*a.height {
			continue
		}
		wide, small := max(a.right-a.left, b.right-b.left), max(a.height, b.height)
		aligned := a.paragraph[0] != 0 && a.paragraph == b.paragraph || math.Abs(a.left-b.left) < edgeDrift*small ||
			math.Abs((a.left+a.right)-(b.left+b.right))/2 < edgeDrift*small
		if ratio(a.height, b.height) <= sameSize && (overlap > 0.5*wide || aligned) {
			return k
		}
		return -1 // something else stands directly under it
	}
	return -1
}

// forks says whether the line below stands under two columns of which lines[i] is one, or lines[i]
// stands over two columns of which the line below is one.
func forks(lines []line, i, k int) bool {
	a, b := lines[i], lines[k]
	rival := func(o, side, wide line) bool { // o beside side, both along wide
		return math.Abs(o.middle-side.middle) < sameRow*side.height &&
			(o.left > side.right || o.right < side.left) && o.right-o.left > narrowColumn*(side.right-side.left) &&
			min(o.right, wide.right)-max(o.left, wide.left) > 0.5*(o.right-o.left)
	}
	for j := i - 1; j >= 0 && a.middle-lines[j].middle < sameRow*a.height; j-- {
		if rival(lines[j], a, b) {
			return true
		}
	}
	for j := i + 1; j < len(lines) && lines[j].middle-b.middle < sameRow*b.height; j++ {
		if j != k && (rival(lines[j], a, b) || rival(lines[j], b, a)) {
			return true
		}
	}
	return false
}

// inReadingOrder sorts blocks as a reader takes them: what stands above comes first, and a column is
// read to its end before the one to its right (Breuel's two rules). Contradictions go to the block
// that stands highest.
func inReadingOrder(blocks []block) []block {
	slices.SortStableFunc(blocks, func(a, b block) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	n := len(blocks)
	if n > orderedBlock {
		return blocks
	}
	waits := make([]int, n) // how many unread blocks come before this one
	before := make([]bool, n*n)
	for i := range blocks {
		for j := range blocks {
			if i != j && readBefore(blocks, i, j) {
				before[i*n+j] = true
				waits[j]++
			}
		}
	}
	out, done := make([]block, 0, n), make([]bool, n)
	for range n {
		best := -1
		for i := range blocks {
			if !done[i] && (best < 0 || waits[i] < waits[best]) {
				best = i
			}
		}
		done[best] = true
		out = append(out, blocks[best])
		for j := range blocks {
			if before[best*n+j] {
				waits[j]--
			}
		}
	}
	return out
}

func readBefore(blocks []block, i, j int) bool {
	a, b := blocks[i], blocks[j]
	if overlaps(a, b) {
		return a.top+a.bottom < b.top+b.bottom
	}
	if a.right > b.left+1 {
		return false
	}
	for k, c := range blocks { // something that spans both and stands between them parts them
		if k != i && k != j && overlaps(a, c) && overlaps(b, c) {
			y := c.top + c.bottom
			if (y > a.top+a.bottom) != (y > b.top+b.bottom) {
				return a.top < b.top
			}
		}
	}
	return true
}

// overlaps says whether one block stands over the other, by more than a ragged edge.
func overlaps(a, b block) bool {
	return min(a.right, b.right)-max(a.left, b.left) > 0.1*min(a.right-a.left, b.right-b.left)
}
