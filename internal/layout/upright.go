package layout

import (
	"math"
	"slices"
)

// Which way up. Three kinds of evidence, all from shape alone: the feet of letters lie closer to one
// smooth curve than their heads do; more letters reach above the height of an x than below the line;
// and commas and points stand at the foot of a line. The last is all capitals have to offer.
const (
	leastProof  = 6   // letters with ascenders or descenders before anything is concluded
	feetOverTop = 4.0 // how much the difference between feet and heads counts for
	leastMarks  = 3
	tailsWeight = 0.5  // Cyrillic has as many letters with tails below as with stems above
	capitalLine = 1.25 // x-heights: the letters of a line of capitals are as high in the middle
	upsideDown  = 0.5  // evidence that turns a photo over; lower-case Cyrillic goes up to 0.4 either way
	markSize    = 0.5  // letter heights: the greatest a comma or a point is
	markBeyond  = 2.0  // letter heights: the farthest one stands behind its line

	upsideDownSure = 0.3 // evidence that does where a block of so many letters is sure by itself
	sureLetters    = 20
)

// stand turns the blocks the right way up, as far as their letters tell, and finds their x-heights and marks.
// Print of one direction stands one way up, so its blocks decide together: a title has too few letters to tell.
// Photos are rarely taken upside down, so that needs proof, less where one of the blocks is sure; on its side,
// the likelier way is taken.
func stand(blocks []Block, signs bool) {
	proof := make([]float64, len(blocks))
	var ways [3]consensus
	for i := range blocks {
		b := &blocks[i]
		proof[i] = b.uprightness()
		if signs {
			proof[i] = 0
			b.xHeight, b.Capitals = b.signHeight()/capsOverX, true
		}
		ways[b.way()].add(proof[i], b.letterCount())
	}
	for i := range blocks {
		b := &blocks[i]
		evidence, way := proof[i], &ways[b.way()]
		together := way.mean()
		if way.upsideDown(b.frame.turned()) {
			b.turnOver()
			evidence = (b.uprightness() - evidence) / 2
			together = -together
		}
		b.Upright = math.Max(0, math.Min(1, math.Max(evidence, together)))
	}
}

// way is which of the three kinds of print a block is, of which each stands one way up.
func (b *Block) way() int {
	if b.Round {
		return 2
	}
	return b.frame.Turn
}

// consensus is what the blocks of one direction say of which way up they stand.
type consensus struct {
	sum, letters float64
	sure         bool // of standing on its head, one of them is
}

func (c *consensus) add(evidence float64, letters int) {
	c.sum += evidence * float64(letters)
	c.letters += float64(letters)
	c.sure = c.sure || evidence < -upsideDown && letters >= sureLetters
}

func (c *consensus) mean() float64 { return c.sum / math.Max(1, c.letters) }

// upsideDown says whether print that lies as it does, or a quarter turn from it, stands on its head.
func (c *consensus) upsideDown(turn int) bool {
	needed := upsideDown
	switch {
	case turn%2 == 1:
		needed = 0
	case c.sure:
		needed = upsideDownSure
	}
	return c.mean() < -needed
}

func (b *Block) letterCount() int {
	n := 0
	for i := range b.lines {
		n += len(b.lines[i].letters)
	}
	return n
}

// uprightness measures the block as it stands: positive if on its feet.
func (b *Block) uprightness() float64 {
	b.xHeight, b.Capitals = b.sizes()
	b.countMarks()
	b.Marks = 0
	feet, heads, n := 0.0, 0.0, 0.0
	up, down := 0.0, 0.0
	low, high := 0.0, 0.0
	x := b.xHeight
	for i := range b.lines {
		l := &b.lines[i]
		feet += float64(l.standing)
		heads += float64(l.hanging)
		n += float64(len(l.letters))
		for j := range l.above {
			if l.above[j] > x*(1+overshoot) && l.below[j] < x*overshoot {
				up++
			}
			if l.below[j] > x*overshoot {
				down++
			}
		}
		b.Marks += l.low
		if b.Capitals || l.height > capitalLine*x {
			// Capitals have no dots above them; what hovers there is an accent or an apostrophe.
			low += float64(l.low)
			high += float64(l.high)
		}
	}
	evidence := feetOverTop * (feet - heads) / n
	if !b.Capitals && up+down >= leastProof {
		evidence += tailsWeight * (up - down) / (up + down)
	}
	if low+high >= leastMarks {
		evidence += (low - high) / (low + high + 2)
	}
	return math.Max(-1, math.Min(1, evidence))
}

// turnOver turns the block's frame by half a turn and measures its lines anew.
func (b *Block) turnOver() {
	w, h := b.frame.Size()
	b.frame.Turn = (b.frame.Turn + 2) % 4
	for i := range b.letters {
		v := &b.letters[i]
		v.x0, v.x1 = w-v.x1, w-v.x0
		v.y0, v.y1 = h-v.y1, h-v.y0
	}
	var kept []line
	for i := range b.lines {
		c := chain{letters: slices.Clone(b.lines[i].letters), light: b.Light}
		slices.Reverse(c.letters)
		if l, ok := measureLine(b.blobs, b.frame, b.letters, c); ok {
			kept = append(kept, l)
		}
	}
	slices.Reverse(kept)
	if len(kept) > 0 {
		b.lines = kept
	}
}
