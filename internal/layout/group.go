package layout

import (
	"cmp"
	"math"
	"slices"
)

// Grouping lines into blocks.
const (
	likeHeight   = 1.33 // ratio of heights of capitals within a block
	widestPitch  = 2.5  // heights of capitals from baseline to baseline within a block
	tightest     = 0.7  // heights of capitals; closer lines are one line seen twice
	sharedWidth  = 0.25 // of the shorter line that lies under or over the other
	steepestTurn = 0.2  // difference of slopes within a block
)

// group joins lines that lie one below the other into blocks; each block lists its lines from top to
// bottom.
func group(lines []line) [][]int {
	joined := newSets(len(lines))
	order := sortedBy(len(lines), func(i int) float64 { return lineMiddle(&lines[i]) })
	for n, i := range order {
		a := &lines[i]
		for _, j := range order[n+1:] {
			b := &lines[j]
			if joined.root(int32(i)) != joined.root(int32(j)) && below(a, b) {
				joined.unite(int32(i), int32(j))
			}
		}
	}
	var out [][]int
	place := map[int32]int{}
	for _, i := range order {
		r := joined.root(int32(i))
		p, ok := place[r]
		if !ok {
			p = len(out)
			place[r] = p
			out = append(out, nil)
		}
		out[p] = append(out[p], i)
	}
	return out
}

func lineMiddle(l *line) float64 { return l.base.at((l.x0 + l.x1) / 2) }

// below reports whether two lines are neighbours in one block.
func below(a, b *line) bool {
	tall := math.Max(a.tall, b.tall)
	if a.light != b.light || tall > likeHeight*math.Min(a.tall, b.tall) {
		return false
	}
	x0, x1 := math.Max(a.x0, b.x0), math.Min(a.x1, b.x1)
	shared := x1 - x0
	if shared < sharedWidth*math.Min(a.x1-a.x0, b.x1-b.x0) || shared <= 0 {
		return false
	}
	x := (x0 + x1) / 2
	d := math.Abs(b.base.at(x) - a.base.at(x))
	return d <= widestPitch*tall && d >= tightest*tall &&
		math.Abs(a.base.slope(x)-b.base.slope(x)) < steepestTurn
}

func sortedBy(n int, key func(int) float64) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(key(a), key(b)) })
	return order
}
