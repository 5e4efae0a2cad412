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
)

// stand turns the block the right way up, as far as its letters tell, and finds its x-height and marks.
// Photos are rarely taken upside down, so that needs proof; on its side, the likelier way is taken.
func (b *Block) stand(bl *blobs) {
	evidence := b.uprightness(bl)
	needed := upsideDown
	if b.frame.turn == 1 {
		needed = 0
	}
	if evidence < -needed {
		b.turnOver(bl)
		evidence = (b.uprightness(bl) - evidence) / 2
	}
	b.Upright = math.Max(0, math.Min(1, evidence))
}

// uprightness measures the block as it stands: positive if on its feet.
func (b *Block) uprightness(bl *blobs) float64 {
	b.xHeight, b.Capitals = b.sizes()
	b.countMarks(bl)
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
func (b *Block) turnOver(bl *blobs) {
	w, h := b.frame.size()
	b.frame.turn = (b.frame.turn + 2) % 4
	for i := range b.letters {
		v := &b.letters[i]
		v.x0, v.x1 = w-v.x1, w-v.x0
		v.y0, v.y1 = h-v.y1, h-v.y0
	}
	var kept []line
	for i := range b.lines {
		c := chain{letters: slices.Clone(b.lines[i].letters), light: b.Light}
		slices.Reverse(c.letters)
		if l, ok := measureLine(bl, b.frame, b.letters, c); ok {
			kept = append(kept, l)
		}
	}
	slices.Reverse(kept)
	if len(kept) > 0 {
		b.lines = kept
	}
}
