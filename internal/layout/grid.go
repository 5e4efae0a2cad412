package layout

import "iter"

// grid finds what has its middle near a place: letters, or blobs.
type grid struct {
	cols, rows int
	start      []int32 // what is in cell i is items[start[i]:start[i+1]]
	items      []int32
}

// gridCell is the side of a cell in work pixels.
const gridCell = 16

// newGrid is one of n things, by their middles.
func newGrid(n int, middle func(i int) (x, y float64)) *grid {
	g := &grid{}
	cols, rows := make([]int, n), make([]int, n)
	for i := range n {
		x, y := middle(i)
		cols[i], rows[i] = int(x/gridCell), int(y/gridCell)
		g.cols, g.rows = max(g.cols, cols[i]+1), max(g.rows, rows[i]+1)
	}
	g.start = make([]int32, g.cols*g.rows+1)
	for i := range n {
		g.start[rows[i]*g.cols+cols[i]+1]++
	}
	for i := 1; i < len(g.start); i++ {
		g.start[i] += g.start[i-1]
	}
	g.items = make([]int32, n)
	next := append([]int32(nil), g.start...)
	for i := range n {
		c := rows[i]*g.cols + cols[i]
		g.items[next[c]] = int32(i)
		next[c]++
	}
	return g
}

// near gives what has its middle in a rectangle, or next to it.
func (g *grid) near(x0, y0, x1, y1 float64) iter.Seq[int32] {
	clamp := func(v float64, n int) int { return max(0, min(n-1, int(v/gridCell))) }
	return func(yield func(int32) bool) {
		c0, c1 := clamp(x0, g.cols), clamp(x1, g.cols)
		for r := clamp(y0, g.rows); r <= clamp(y1, g.rows); r++ {
			for _, i := range g.items[g.start[r*g.cols+c0]:g.start[r*g.cols+c1+1]] {
				if !yield(i) {
					return
				}
			}
		}
	}
}
