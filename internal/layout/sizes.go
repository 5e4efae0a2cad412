package layout

import (
	"math"
	"slices"
)

// Proportions of Latin print, which Greek and Cyrillic share: capitals, digits and ascenders reach
// about 1.4 times as high as an x; descenders reach 0.3 below the line.
const (
	capsOverX   = 1.40
	capsSpread  = 0.18 // fonts differ from 1.25 to 1.55
	sameHeight  = 0.09
	leastSmall  = 0.22 // share of letters that must be x-high for them to be small letters
	overshoot   = 0.22 // of an x: what reaches farther than this is an ascender or a descender
	mostLetters = 6000 // looked at per block
)

// sizes finds the x-height of the block, in work pixels, from the heights of the letters that stand
// on their baselines: the height many letters have while many others are 1.4 times as high.
func (b *Block) sizes() (xHeight float64, capitals bool) {
	var tall []float64
	for i := range b.lines {
		l := &b.lines[i]
		// Heights were taken straight up; print tilted by an angle is lower across its lines.
		level := math.Cos(math.Atan(l.base.slope((l.x0 + l.x1) / 2)))
		for j := range l.above {
			if math.Abs(l.below[j]) <= standsWithin*l.height+0.5 && len(tall) < mostLetters {
				tall = append(tall, l.above[j]*level)
			}
		}
	}
	typical := median(tall)
	if typical == 0 {
		return 1, false
	}
	count := func(lo, hi float64) float64 {
		n := 0
		for _, t := range tall {
			if t >= lo && t <= hi {
				n++
			}
		}
		return float64(n) / float64(len(tall))
	}
	// Every candidate for the x-height is judged by what it explains: the x-high letters and the
	// tall ones.
	best, at := 0.0, 0.0
	for x := typical / 1.7; x <= typical*1.15; x *= 1.02 {
		small := count(x*(1-sameHeight)-0.3, x*(1+sameHeight)+0.3)
		high := count(x*(capsOverX-capsSpread), x*(capsOverX+capsSpread))
		if small < leastSmall {
			continue
		}
		if v := small + high; v > best && high > 0.04 {
			best, at = v, x
		}
	}
	oneHeight := count(typical*(1-sameHeight)-0.3, typical*(1+sameHeight)+0.3)
	if at == 0 || best < oneHeight+0.03 {
		// One height only: capitals, or a script without small letters.
		return typical / capsOverX, true
	}
	// The candidate grid is coarse; the median of the letters it names is not.
	var small []float64
	for _, t := range tall {
		if t >= at*(1-sameHeight)-0.3 && t <= at*(1+sameHeight)+0.3 {
			small = append(small, t)
		}
	}
	return median(small), false
}

// signHeight is the height of the block's signs, which is one: those that are lower lack a part.
func (b *Block) signHeight() float64 {
	var heights []float64
	for i := range b.lines {
		l := &b.lines[i]
		level := math.Cos(math.Atan(l.base.slope((l.x0 + l.x1) / 2)))
		for j := range l.above {
			heights = append(heights, (l.above[j]+math.Max(0, l.below[j]))*level)
		}
	}
	slices.Sort(heights)
	return heights[len(heights)*3/4]
}
