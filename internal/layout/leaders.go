package layout

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// Dot leaders lead from a name to its share. A reader makes words of them, "cece" and "eee", which run into the name.
// They are known as what they are: round dots of one size, evenly spaced along a line, with nothing beside them. The
// dots of a halftone and of a dot-matrix print have others beside them, bullets have names.
const (
	mostDot      = 14.0 // work pixels a dot is wide at most
	dotAspect    = 0.25 // of its size, and a pixel, its sides may differ by; as much may two dots of a leader
	dotFill      = 0.6  // of its box; a disk fills 0.79 of it
	dotsNearest  = 1.7  // times its size from one to the next, at least; letters stand nearer
	dotsApart    = 9.0  // and at most
	dotsTilt     = 0.4  // across for one along; a leader is as tilted as its line
	dotsUneven   = 0.1  // of the step to a dot, and dotsGrain, that it may be off
	dotsGrain    = 0.8  // work pixels
	leastDots    = 8    // "..." ends a sentence
	dotsBare     = 0.6  // steps across without print
	dotsAlone    = 1.1  // and without other dots, those of a halftone or of print in dots
	dotsLike     = 1.5  // times as large as one, at most
	dotsCrowded  = 0.1  // of the dots, at most, with something beside them: specks
	dotsAround   = 4.0  // steps around a dot where the letters say how large print is
	dotsWide     = 2.0  // times as far from one to the next as letters are wide or high, at most
	lettersReach = 30.0 // work pixels from the middle of a letter to its sides, at most
	mostDots     = 20e3 // more are a texture
)

// dot is a blob that may be one of a leader.
type dot struct {
	x, y, side float64 // in the direction looked along
	blob       int32
	light      bool
	turned     bool // the row runs downwards
}

// leaders marks the blobs that are dots of leaders and gives their places, boxes that follow a leader that is tilted or
// bent.
func leaders(all []blob) (out []image.Rectangle) {
	dots := dotsOf(all)
	if len(dots) < leastDots || len(dots) > mostDots {
		return nil
	}
	var rows [][]dot
	for turn := range 2 {
		found := rowsOfDots(dots)
		for i := range dots {
			dots[i].x, dots[i].y = dots[i].y, dots[i].x
		}
		for _, row := range found {
			for i := range row {
				row[i].turned = turn == 1
			}
		}
		rows = append(rows, found...)
	}
	if len(rows) == 0 {
		return nil
	}
	near := newGrid(len(all), func(i int) (x, y float64) { return all[i].middle() })
	for _, row := range rows {
		if bare(all, near, row) {
			out = append(out, markDots(all, row)...)
		}
	}
	return out
}

func dotsOf(all []blob) (dots []dot) {
	for i := range all {
		v := &all[i]
		w, h := float64(v.width()), float64(v.height())
		if side := math.Max(w, h); side <= mostDot && v.area > 1 && math.Abs(w-h) <= dotAspect*side+1 && float64(v.area) >= dotFill*w*h {
			x, y := float64(v.x0+v.x1)/2, float64(v.y0+v.y1)/2
			dots = append(dots, dot{x: x, y: y, side: side, blob: int32(i), light: v.light})
		}
	}
	return dots
}

// rowsOfDots finds rows of dots that are evenly spaced to the right.
func rowsOfDots(dots []dot) (out [][]dot) {
	near := newGrid(len(dots), func(i int) (x, y float64) { return dots[i].x, dots[i].y })
	first := make([]int32, len(dots))
	for i := range first {
		first[i] = int32(i)
	}
	slices.SortFunc(first, func(a, b int32) int { return cmp.Compare(dots[a].x, dots[b].x) })
	used := make([]bool, len(dots))
	for _, i := range first {
		if used[i] {
			continue
		}
		row := []int32{i}
		for next, dx, dy := second(dots, near, &dots[i]); next >= 0; next = following(dots, near, &dots[row[len(row)-1]], dx, dy) {
			last := &dots[row[len(row)-1]]
			if x, y := dots[next].x-last.x, dots[next].y-last.y; len(row) == 1 || x < 1.5*dx { // else one was not seen
				dx, dy = (dx+x)/2, (dy+y)/2
			}
			row = append(row, next)
		}
		if len(row) < leastDots {
			continue
		}
		found := make([]dot, len(row))
		for n, k := range row {
			used[k], found[n] = true, dots[k]
		}
		out = append(out, found)
	}
	return out
}

func (d *dot) like(o *dot) bool {
	return d.light == o.light && math.Abs(d.side-o.side) <= dotAspect*math.Max(d.side, o.side)+1
}

// second is the nearest dot to the right of one, -1 if there is none, and the step to it.
func second(dots []dot, near *grid, d *dot) (next int32, dx, dy float64) {
	next = -1
	reach := dotsApart * d.side
	for j := range near.near(d.x, d.y-dotsTilt*reach, d.x+reach, d.y+dotsTilt*reach) {
		o := &dots[j]
		x, y := o.x-d.x, o.y-d.y
		if x >= dotsNearest*math.Max(d.side, o.side) && x <= reach && math.Abs(y) <= dotsTilt*x && d.like(o) && (next < 0 || x < dx) {
			next, dx, dy = j, x, y
		}
	}
	return next, dx, dy
}

// following is the dot a step to the right of one, or two where one was not seen; -1 if there is none.
func following(dots []dot, near *grid, d *dot, dx, dy float64) int32 {
	off := dotsUneven*dx + dotsGrain
	for n := 1.0; n <= 2; n++ {
		x, y := d.x+n*dx, d.y+n*dy
		best, least := int32(-1), off
		for j := range near.near(x-off, y-off, x+off, y+off) {
			o := &dots[j]
			if far := math.Max(math.Abs(o.x-x), math.Abs(o.y-y)); far <= least && d.like(o) {
				best, least = j, far
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// bare says whether next to nothing stands beside the dots of a row but for its ends, where print is, and the letters
// around it are as large as those that dots lead from: bullets below each other are farther apart.
func bare(all []blob, near *grid, row []dot) bool {
	crowded := 0
	var letters []float64
	steps := 0.0
	for k := 1; k < len(row)-1; k++ {
		d := &row[k]
		step := math.Min(d.x-row[k-1].x, row[k+1].x-d.x)
		steps = math.Max(steps, step)
		x, y := d.x, d.y
		if d.turned {
			x, y = y, x
		}
		reach, beside := math.Max(dotsAround*step, lettersReach), false
		for j := range near.near(x-reach, y-reach, x+reach, y+reach) {
			o := &all[j]
			if j == d.blob || o.light != d.light || float64(o.side()) < d.side/2 || o.side() > 2*lettersReach {
				continue
			}
			along, across := farFrom(x, float64(o.x0), float64(o.x1)), farFrom(y, float64(o.y0), float64(o.y1))
			if d.turned {
				along, across = across, along
			}
			bare := dotsBare
			if float64(o.side()) <= dotsLike*d.side {
				bare = dotsAlone
			} else if least := float64(min(o.width(), o.height())); least > d.side {
				letters = append(letters, least)
			}
			beside = beside || along < step/2 && across < bare*step
		}
		if beside {
			crowded++
		}
	}
	return float64(crowded) <= dotsCrowded*float64(len(row)) && (len(letters) == 0 || steps <= dotsWide*median(letters))
}

// farFrom is how far a place is from a stretch.
func farFrom(at, from, to float64) float64 { return math.Max(0, math.Max(from-at, at-to)) }

// markDots marks the dots of a leader, and gives boxes that hold as many of them as lie level.
func markDots(all []blob, row []dot) (out []image.Rectangle) {
	var box, last image.Rectangle
	for _, d := range row {
		v := &all[d.blob]
		v.leads = true
		own := image.Rect(int(v.x0), int(v.y0), int(v.x1), int(v.y1))
		if u := box.Union(own); float64(min(u.Dx(), u.Dy())) <= 2*d.side {
			box = u
		} else {
			out, box = append(out, box), last.Union(own)
		}
		last = own
	}
	return append(out, box)
}
