package layout

import (
	"math"
	"slices"
)

// line is one line of print in its frame: letters from left to right on a smooth baseline.
type line struct {
	letters []int32
	light   bool
	base    curve
	// For each letter, of its pixels along the local slope: how far above the baseline it reaches and
	// how far below (negative: it hovers).
	above, below []float64
	height       float64 // median reach above the baseline of the letters that stand on it
	tall         float64 // reach of the tall ones: capitals and ascenders, the same in a line of either case
	standing     int     // letters that stand on it
	hanging      int     // letters whose heads lie on the smooth curve most heads lie on
	low, high    int     // small blobs at its foot and at its head
	x0, x1       float64
}

const (
	leastLetters = 3    // of a line
	standsWithin = 0.14 // letter heights a letter may miss the baseline by
	signsWithin  = 0.2  // the same of signs, of which some end higher
	leastStand   = 0.45 // share of a line's letters that stand on its baseline
	leastWavy    = 14   // letters of a line that may have folds in it
	wavyStand    = 0.5  // share of the letters that must stand on a plain curve, or one with more bends is tried
	mostWaves    = 9    // degree of that curve
	mostBars     = 0.6  // share of letters more than five times as high as wide: a barcode
)

// linesOf measures the chains and keeps those that look like print.
func linesOf(b *blobs, f frame, letters []letter, chains []chain) []line {
	var out []line
	for _, c := range chains {
		if len(c.letters) < leastLetters {
			continue
		}
		if l, ok := measureLine(b, f, letters, c); ok {
			out = append(out, l)
		}
	}
	return out
}

// within is how far the feet of what stands on a line may miss it, in letter heights.
func (b *blobs) within() float64 {
	if b.signs {
		return signsWithin
	}
	return standsWithin
}

// measureLine traces the baseline of a chain and measures its letters from there.
func measureLine(b *blobs, f frame, letters []letter, c chain) (line, bool) {
	t := newTrace(b, f, letters, c)
	if t.barcode() || !t.follow() {
		return line{}, false
	}
	n := len(c.letters)
	l := line{letters: c.letters, light: c.light, above: make([]float64, n), below: make([]float64, n), base: t.base, hanging: t.hanging()}
	var tall []float64
	for i, x := range t.xs {
		base := t.base.at(x)
		l.above[i], l.below[i] = base-t.heads[i], t.feet[i]-base
		if math.Abs(l.below[i]) <= t.near {
			l.standing++
			tall = append(tall, l.above[i])
		}
	}
	if float64(l.standing) < leastStand*float64(n) || l.standing < 2 {
		return l, false
	}
	l.height = median(tall)
	slices.Sort(tall)
	l.tall = tall[len(tall)*4/5]
	l.x0, l.x1 = letters[c.letters[0]].x0, letters[c.letters[n-1]].x1
	return l, l.height >= leastLetter && (b.signs || evenHeights(tall))
}

// trace is the baseline of a chain being looked for.
type trace struct {
	blobs           *blobs
	frame           frame
	letters         []*letter // of the chain
	xs, feet, heads []float64 // of each of them: its middle, and where it ends along the slope
	typical, near   float64   // how high letters are, and by how much their feet may miss the line
	base            curve
	degree          int // of base, if it has no folds
}

func newTrace(b *blobs, f frame, letters []letter, c chain) *trace {
	n := len(c.letters)
	t := &trace{blobs: b, frame: f, xs: make([]float64, n), feet: make([]float64, n), heads: make([]float64, n), degree: 1}
	heights := make([]float64, n)
	for i, id := range c.letters {
		v := &letters[id]
		t.letters = append(t.letters, v)
		t.xs[i], t.feet[i], heights[i] = v.cx(), v.y1, v.h()
	}
	t.typical = median(heights)
	t.near = b.within()*t.typical + 0.5
	switch {
	case n >= 24:
		t.degree = 4
	case n >= 14:
		t.degree = 3
	case n >= 7:
		t.degree = 2
	}
	return t
}

func (t *trace) barcode() bool {
	bars := 0
	for _, v := range t.letters {
		if v.h() > 5*v.w() {
			bars++
		}
	}
	return float64(bars) > mostBars*float64(len(t.letters))
}

// follow fits the baseline: a straight line first, so that each letter's feet are looked for along the slope, then
// as much curvature as the number of letters bears, and folds where most letters are off that.
func (t *trace) follow() bool {
	straight, ok := fitCurve(t.xs, t.feet, 1, 0.25*t.typical)
	if !ok {
		return false
	}
	if t.base, ok = t.fit(straight, t.degree); !ok {
		return false
	}
	n := len(t.letters)
	stand := t.base.passes(t.xs, t.feet, t.near)
	if n < leastWavy || float64(stand) >= wavyStand*float64(n) {
		return true
	}
	if wavy, ok := t.fit(t.base, min(mostWaves, n/4)); ok && wavy.passes(t.xs, t.feet, t.near) > stand {
		t.base = wavy
		return true
	}
	t.base, ok = t.fit(t.base, t.degree) // the feet have been looked for along the folds
	return ok
}

// fit looks for the letters' ends along a curve, and takes the curve through their feet, twice.
func (t *trace) fit(p curve, degree int) (curve, bool) {
	for range 2 {
		for i, v := range t.letters {
			t.heads[i], t.feet[i] = v.extent(t.blobs, t.frame, p.slope(t.xs[i]))
		}
		var ok bool
		if p, ok = fitCurve(t.xs, t.feet, degree, 0.22*t.typical); !ok {
			return p, false
		}
	}
	return p, true
}

// hanging counts the letters whose heads lie on the smooth curve that most heads lie on.
func (t *trace) hanging() int {
	q, ok := fitCurve(t.xs, t.heads, min(t.degree, 2), 0.22*t.typical)
	if !ok {
		return 0
	}
	return q.passes(t.xs, t.heads, t.near)
}

// evenHeights reports whether the letters' heights are those of print: most near one height or near
// one and a half times it. Texture gives any height.
func evenHeights(h []float64) bool {
	if len(h) < 5 {
		return true
	}
	s := slices.Clone(h)
	slices.Sort(s)
	lo, hi := s[len(s)/10], s[len(s)*9/10]
	return hi <= 2.1*lo+1
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Clone(v)
	slices.Sort(s)
	return (s[len(s)/2] + s[(len(s)-1)/2]) / 2
}
