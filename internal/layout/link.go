package layout

import (
	"math"
	"slices"
)

// Linking. Letters of one line stand closer to each other than to the lines above and below: the
// directions from letters to their nearest neighbours, voted on over a neighbourhood of about a
// hundred letters, give the slope of the print around each letter, whatever it is and however it
// changes over a bent label. Each letter then takes the nearest letter along that slope as its right
// neighbour, if both agree. (The idea is O'Gorman's docstrum, with a local direction.)
const (
	nearest    = 6    // neighbours kept for voting
	sizeRatio  = 2.3  // between letters of one line: an x and a bracket
	markRatio  = 4.5  // between a letter and a comma
	markHeight = 0.58 // of the middle height around it: what is lower is a mark, not a letter
	reach      = 4.5  // letter heights looked around; a comma must see the letters it stands between
	widestGap  = 2.3  // letter heights between letters of one line: a justified word space
	steepest   = 50.0 // degrees: half-way to the other frame and a little more
	voteBins   = 40
	voteRounds = 2
	offLine    = 0.28 // letter heights two letters' bottoms (or tops) may differ
)

// neighbours are the nearest letters of one letter.
type neighbours struct {
	id [nearest]int32
	n  int
}

// chain is a row of letters, left to right, that form one line of print.
type chain struct {
	letters []int32
	light   bool
}

// traceChains links the letters into chains.
func traceChains(b *blobs, f frame, letters []letter) []chain {
	if len(letters) < 2 {
		return nil
	}
	g := newGrid(len(letters), func(i int) (x, y float64) { return letters[i].cx(), letters[i].cy() })
	near := findNearest(letters, g)
	findMarks(letters, near)
	voteSlopes(letters, near)
	return link(letters, g, func(l, r *letter) bool {
		tall := math.Max(l.h(), r.h())
		return b.parted(f, l.cx(), r.cx(), (l.cy()+r.cy())/2, tall, l.light)
	})
}

// kin reports whether two letters can be neighbours in a chain. Commas, points and hyphens cannot:
// they say nothing about where a line runs.
func kin(a, b *letter) bool {
	return !a.mark && !b.mark && alike(a, b, sizeRatio)
}

func alike(a, b *letter, ratio float64) bool {
	ha, hb := a.h(), b.h()
	return a.light == b.light && ha < ratio*hb && hb < ratio*ha
}

// findMarks tells the marks from the letters, by the heights around them.
func findMarks(letters []letter, near []neighbours) {
	marks := make([]bool, len(letters))
	for i := range letters {
		nb := &near[i]
		if nb.n < 3 {
			continue
		}
		var heights [nearest]float64
		for k, j := range nb.id[:nb.n] {
			heights[k] = letters[j].h()
		}
		around := heights[:nb.n]
		slices.Sort(around)
		marks[i] = letters[i].h() < markHeight*around[len(around)/2]
	}
	for i, m := range marks {
		letters[i].mark = m
	}
}

// findNearest finds the nearest letters and marks of each letter, by the distance of their middles.
func findNearest(letters []letter, g *grid) []neighbours {
	out := make([]neighbours, len(letters))
	for i := range letters {
		l := &letters[i]
		cx, cy := l.cx(), l.cy()
		r := reach * math.Max(l.h(), l.w())
		var dist [nearest]float64
		nb := &out[i]
		for j := range g.near(cx-r, cy-r, cx+r, cy+r) {
			if int(j) == i {
				continue
			}
			o := &letters[j]
			dx, dy := o.cx()-cx, o.cy()-cy
			d := dx*dx + dy*dy
			if d > r*r || nb.n == nearest && d >= dist[nearest-1] || !alike(l, o, markRatio) {
				continue
			}
			at := min(nb.n, nearest-1)
			for at > 0 && dist[at-1] > d {
				dist[at], nb.id[at] = dist[at-1], nb.id[at-1]
				at--
			}
			dist[at], nb.id[at] = d, j
			nb.n = min(nb.n+1, nearest)
		}
	}
	return out
}

// voteSlopes sets the slope of every letter.
func voteSlopes(letters []letter, near []neighbours) {
	type ballot [voteBins]float32
	votes := make([]ballot, len(letters))
	for i := range letters {
		a := &letters[i]
		for k, j := range near[i].id[:near[i].n] {
			b := &letters[j]
			if !kin(a, b) {
				continue
			}
			dx := b.cx() - a.cx()
			// The bottoms of a line's letters are level, or, if it stands on its head, the tops;
			// the other pairs scatter and cancel out.
			weight := float32(1 / float64(k+1))
			vote(votes[i][:], dx, b.y1-a.y1, weight)
			vote(votes[i][:], dx, b.y0-a.y0, weight)
		}
	}
	sum := make([]ballot, len(letters))
	for range voteRounds {
		for i := range letters {
			sum[i] = votes[i]
			for _, j := range near[i].id[:near[i].n] {
				for b, v := range votes[j] {
					sum[i][b] += v
				}
			}
		}
		votes, sum = sum, votes
	}
	for i := range letters {
		letters[i].slope = math.Tan(peak(votes[i][:]) * math.Pi / 180)
	}
}

// vote adds a direction to the ballot, shared between the two bins it lies between.
func vote(ballot []float32, dx, dy float64, weight float32) {
	if dx == 0 {
		return
	}
	angle := math.Atan(dy/dx) * 180 / math.Pi
	p := (angle + steepest) * voteBins / (2 * steepest)
	b := int(math.Floor(p - 0.5))
	part := float32(p - 0.5 - float64(b))
	if b >= 0 && b < voteBins {
		ballot[b] += weight * (1 - part)
	}
	if b+1 >= 0 && b+1 < voteBins {
		ballot[b+1] += weight * part
	}
}

// peak is the direction, in degrees, most votes lie near.
func peak(ballot []float32) float64 {
	best, at := float32(0), -1
	for i := 1; i+1 < len(ballot); i++ {
		if v := ballot[i-1] + 2*ballot[i] + ballot[i+1]; v > best {
			best, at = v, i
		}
	}
	if at < 0 {
		return 0
	}
	var sum, mass float64
	for i := max(0, at-2); i <= min(len(ballot)-1, at+2); i++ {
		sum += float64(ballot[i]) * (float64(i) + 0.5)
		mass += float64(ballot[i])
	}
	return sum/mass*2*steepest/voteBins - steepest
}

// link finds each letter's right and left neighbour and follows those on which both sides agree. Two
// rounds: ends left over after the first may find each other in the second.
func link(letters []letter, g *grid, parted func(l, r *letter) bool) []chain {
	right, left := make([]int32, len(letters)), make([]int32, len(letters))
	for i := range right {
		right[i], left[i] = -1, -1
	}
	wantRight, wantLeft := make([]int32, len(letters)), make([]int32, len(letters))
	for range 2 {
		for i := range letters {
			wantRight[i], wantLeft[i] = -1, -1
			if right[i] < 0 {
				wantRight[i] = bestNeighbour(letters, g, i, 1, left)
			}
			if left[i] < 0 {
				wantLeft[i] = bestNeighbour(letters, g, i, -1, right)
			}
		}
		for i, j := range wantRight {
			if j >= 0 && wantLeft[j] == int32(i) && !parted(&letters[i], &letters[j]) {
				right[i], left[j] = j, int32(i)
			}
		}
	}
	var chains []chain
	for i := range letters {
		if left[i] >= 0 || right[i] < 0 {
			continue
		}
		c := chain{light: letters[i].light}
		for j := int32(i); j >= 0; j = right[j] {
			c.letters = append(c.letters, j)
		}
		chains = append(chains, c)
	}
	return chains
}

// bestNeighbour is the nearest letter on the given side (1 right, -1 left) that continues the line and
// is not taken yet, or -1. Every step goes strictly to one side, so links never form a ring.
func bestNeighbour(letters []letter, g *grid, i int, side float64, taken []int32) int32 {
	l := &letters[i]
	best, least := int32(-1), math.Inf(1)
	cx, cy, h := l.cx(), l.cy(), l.h()
	wide := (widestGap+1)*h*1.5 + l.w()/2
	x0, x1 := cx, cx+side*wide
	y0, y1 := cy, cy+l.slope*side*wide
	for j := range g.near(math.Min(x0, x1)-h, math.Min(y0, y1)-h, math.Max(x0, x1)+h, math.Max(y0, y1)+h) {
		if int(j) == i || taken[j] >= 0 {
			continue
		}
		o := &letters[j]
		dx := o.cx() - cx
		if dx*side <= 0 || !kin(l, o) {
			continue
		}
		tall := math.Max(h, o.h())
		gap := dx*side - (l.w()+o.w())/2
		if gap > widestGap*tall || gap < -0.5*tall {
			continue
		}
		rise := (l.slope + o.slope) / 2 * dx
		off := math.Min(math.Abs(o.y1-l.y1-rise), math.Abs(o.y0-l.y0-rise))
		if off > offLine*tall+0.5 || math.Abs(o.cy()-cy-rise) > 0.6*tall {
			continue
		}
		if cost := math.Max(gap, 0) + 2*off; cost < least {
			best, least = j, cost
		}
	}
	return best
}
