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

// measureLine fits the baseline of a chain: a straight line first, so that each letter's feet are
// looked for along the slope, then as much curvature as the number of letters bears.
func measureLine(b *blobs, f frame, letters []letter, c chain) (line, bool) {
	n := len(c.letters)
	l := line{letters: c.letters, light: c.light, above: make([]float64, n), below: make([]float64, n)}
	xs, feet, heads := make([]float64, n), make([]float64, n), make([]float64, n)
	heights := make([]float64, n)
	bars := 0
	for i, id := range c.letters {
		v := &letters[id]
		xs[i], feet[i], heights[i] = v.cx(), v.y1, v.h()
		if v.h() > 5*v.w() {
			bars++
		}
	}
	if float64(bars) > mostBars*float64(n) {
		return l, false
	}
	typical := median(heights)
	p, ok := fitCurve(xs, feet, 1, 0.25*typical)
	if !ok {
		return l, false
	}
	degree := 1
	switch {
	case n >= 24:
		degree = 4
	case n >= 14:
		degree = 3
	case n >= 7:
		degree = 2
	}
	fit := func(p curve, degree int) (curve, bool) {
		for range 2 {
			for i, id := range c.letters {
				v := &letters[id]
				heads[i], feet[i] = v.extent(b, f, p.slope(xs[i]))
			}
			if p, ok = fitCurve(xs, feet, degree, 0.22*typical); !ok {
				return p, false
			}
		}
		return p, true
	}
	if p, ok = fit(p, degree); !ok {
		return l, false
	}
	near := b.within()*typical + 0.5
	if stand := p.passes(xs, feet, near); n >= leastWavy && float64(stand) < wavyStand*float64(n) {
		if q, ok := fit(p, min(mostWaves, n/4)); ok && q.passes(xs, feet, near) > stand {
			p = q
		} else if p, ok = fit(p, degree); !ok {
			return l, false
		}
	}
	l.base = p
	if q, ok := fitCurve(xs, heads, min(degree, 2), 0.22*typical); ok {
		for i, x := range xs {
			if math.Abs(heads[i]-q.at(x)) <= near {
				l.hanging++
			}
		}
	}
	var tall []float64
	for i := range xs {
		base := p.at(xs[i])
		l.above[i], l.below[i] = base-heads[i], feet[i]-base
		if math.Abs(l.below[i]) <= near {
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
