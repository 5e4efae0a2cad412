package layout

import "math"

// Straight print within a ring. What a rim of text encloses may be the list itself, in straight lines up to next to the
// rim. Unrolled, a long one bends too much for print on circles, but its words, seen alone, do not. So a line on circles
// stands aside for a straight one that holds more of the print, or as much and is more level.
const (
	holdsMore   = 1.25 // times the letters of the line on circles, with those of other lines on its circle
	holdsAsMuch = 0.7  // of these
	oneCircle   = 0.5  // heights of letters between lines on one circle
)

// notStraight leaves out of blocks on circles what lies on straight lines of other blocks.
func notStraight(round, straight []Block, k *work) []Block {
	const cell = 4
	cols, rows := k.w/cell+1, k.h/cell+1
	at := func(x, y float64) int { return clampInt(int(y/cell), rows)*cols + clampInt(int(x/cell), cols) }
	lies := make([]*line, cols*rows)
	for i := range straight {
		b := &straight[i]
		for n := range b.lines {
			l := &b.lines[n]
			for x := l.x0; x <= l.x1; x += cell {
				for y := l.base.at(x) - l.height; y <= l.base.at(x)+cell/2; y += cell {
					if p := &lies[at(b.frame.onWork(x, y))]; *p == nil || len(l.letters) > len((*p).letters) {
						*p = l
					}
				}
			}
		}
	}
	var out []Block
	for _, b := range round {
		var kept []line
		for n := range b.lines {
			l := &b.lines[n]
			held := map[*line]int{}
			var most *line
			for _, id := range l.letters {
				v := &b.letters[id]
				if o := lies[at(b.frame.onWork(v.cx(), v.cy()))]; o != nil && o.light == l.light {
					held[o]++
					if most == nil || held[o] > held[most] {
						most = o
					}
				}
			}
			if most == nil || 2*held[most] < len(l.letters) || !most.holds(l, onCircle(round, l)) {
				kept = append(kept, *l)
			}
		}
		if b.lines = kept; len(kept) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// holds says whether a straight line is what one on circles was taken from, which has so many letters on its circle.
func (l *line) holds(round *line, letters int) bool {
	flat := func(x, y float64) (float64, float64) { return x, y }
	share := float64(len(l.letters)) / float64(letters)
	return share >= holdsMore || share >= holdsAsMuch && l.bend(flat) < round.bend(flat)
}

// onCircle is how many letters lie on the circle of a line, in pieces that are long enough.
func onCircle(round []Block, l *line) int {
	n := len(l.letters)
	for i := range round {
		for j := range round[i].lines {
			o := &round[i].lines[j]
			if len(o.letters) >= arcLetters && (o.x0 > l.x1 || o.x1 < l.x0) && math.Abs(lineMiddle(o)-lineMiddle(l)) <= oneCircle*l.height {
				n += len(o.letters)
			}
		}
	}
	return n
}
