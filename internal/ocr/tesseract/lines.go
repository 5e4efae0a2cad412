package tesseract

import (
	"cmp"
	"math"
	"slices"

	"exoscan/internal/ocr"
)

// What a connected component must be like to be a letter, and letters to be a line. A letter may be
// broken or two may touch; a line may not be, so single components prove nothing and rows do.
const (
	letterMin     = 5   // pixels high; below that nothing is read at any scale
	letterMax     = 400 // pixels high; larger print is a brand, and needs no survey
	letterWide    = 5.0 // width over height of letters that touch
	letterNarrow  = 0.1 // of an i or l
	heightAlike   = 1.9 // between neighbours, so that x and h go together and a line and its heading do not
	gapMax        = 1.6 // heights to the next letter: a wide word space
	offLine       = 0.2 // heights; neighbours stand on one line, or their tops are in one
	steepestSlope = 0.1 // what may be left of skew, or of curvature, from letter to letter
	lineMin       = 5   // letters; three or four specks in a row are found in every texture
	xHeightRank   = 0.35
)

// chain joins the components of a mask into lines of print. skew is the slope of the lines, degrees
// clockwise: components are joined where they would stand if the lines were level.
func chain(comps []ocr.Box, skew float64) []chained {
	sin, cos := math.Sincos(-skew * math.Pi / 180)
	letters := make([]letter, 0, len(comps))
	for _, c := range comps {
		w, h := float64(c.W), float64(c.H)
		if c.H < letterMin || c.H > letterMax || w > letterWide*h || w < letterNarrow*h {
			continue
		}
		x, y := float64(c.X)+w/2, float64(c.Y)+h/2
		letters = append(letters, letter{x: cos*x - sin*y, y: sin*x + cos*y, w: w, h: h, box: c, next: -1, prev: -1})
	}
	slices.SortFunc(letters, func(a, b letter) int { return cmp.Compare(a.x, b.x) })
	link(letters)
	return collect(letters)
}

// letter is a component with its centre where it would be on level lines.
type letter struct {
	x, y, w, h float64
	box        ocr.Box
	next, prev int // index, -1 is none
}

// link gives each letter its nearest fitting neighbour to the right. Letters are sorted by x. A band
// of rows keeps this from looking at every pair.
func link(letters []letter) {
	const band = 16 // pixels
	rows := map[int][]int{}
	for i := range letters {
		row := int(math.Floor(letters[i].y / band))
		rows[row] = append(rows[row], i)
	}
	at := map[int]int{} // per row, how many of its letters lie left of the current one
	for i := range letters {
		a := &letters[i]
		best := -1
		reach := a.x + a.w/2 + gapMax*a.h + letterMax
		for row := int(math.Floor((a.y - a.h) / band)); row <= int(math.Floor((a.y+a.h)/band)); row++ {
			list := rows[row]
			k := at[row]
			for k < len(list) && list[k] <= i {
				k++
			}
			at[row] = max(k, at[row])
			for ; k < len(list); k++ {
				j := list[k]
				if letters[j].x > reach || best >= 0 && letters[j].x > letters[best].x {
					break
				}
				if letters[j].prev < 0 && neighbours(a, &letters[j]) {
					best = j
					break
				}
			}
		}
		if best >= 0 {
			a.next, letters[best].prev = best, i
		}
	}
}

func neighbours(a, b *letter) bool {
	small, large := min(a.h, b.h), max(a.h, b.h)
	if large > heightAlike*small {
		return false
	}
	gap := b.x - b.w/2 - a.x - a.w/2
	if gap > gapMax*large || gap < -0.5*small {
		return false
	}
	bottoms := math.Abs(b.y + b.h/2 - a.y - a.h/2)
	tops := math.Abs(b.y - b.h/2 - a.y + a.h/2)
	return min(bottoms, tops) <= offLine*small+steepestSlope*(b.x-a.x)+1
}

// chained is a line as found: its letters from left to right.
type chained struct {
	box     ocr.Box
	heights []float64
}

func collect(letters []letter) []chained {
	var lines []chained
	for i := range letters {
		if letters[i].prev >= 0 {
			continue
		}
		l := chained{}
		for j := i; j >= 0; j = letters[j].next {
			l.box = l.box.Union(letters[j].box)
			l.heights = append(l.heights, letters[j].h)
		}
		if len(l.heights) >= lineMin && even(l.heights) {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b chained) int {
		return cmp.Or(cmp.Compare(a.box.Y+a.box.H/2, b.box.Y+b.box.H/2), cmp.Compare(a.box.X, b.box.X))
	})
	return lines
}

// even says that the letters stand like print: most are of one of two heights, small and tall.
func even(heights []float64) bool {
	x := rank(heights, xHeightRank)
	n := 0
	for _, h := range heights {
		if h >= 0.75*x && h <= 1.75*x {
			n++
		}
	}
	return 4*n >= 3*len(heights)
}

// xHeight of a line: of mixed print six letters in ten are without ascender, so a rank below the
// median is one of them; of capitals all are alike.
func (l chained) xHeight() float64 { return rank(l.heights, xHeightRank) }

// rank is the value below which that share of the values lies; 0 of none.
func rank(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	v := slices.Sorted(slices.Values(values))
	return v[min(int(share*float64(len(v))), len(v)-1)]
}
