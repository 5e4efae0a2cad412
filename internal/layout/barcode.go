package layout

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// Barcodes stand beside many a list. A reader makes words of the bars, and of the ground between them where print is
// light; lines of print go on into them. So they are known as what they are: many straight bars side by side, about
// as long as each other, some thick and some thin, and as much ink as ground.
const (
	barLong     = 24   // work pixels a bar is long at least
	barLongest  = 600  // and at most; the grain of a table runs on
	barSlim     = 6.0  // times as long as it is thick
	barTilt     = 3.5  // times as long as its box is wide
	barsAlike   = 0.75 // of the length of a bar that it shares with the next one
	barsApart   = 0.25 // of the length from one to the next, at most
	barsWide    = 6.0  // times as far apart as the thicker one is thick, at most; four in any code
	leastBars   = 12   // some run into each other
	barInk      = 0.25 // of a barcode, at least; the rules of a table are farther apart
	barsUneven  = 1.7  // between a thick bar and a thin one
	barWindow   = 64   // bars looked at for the next one
	mostStrokes = 4000 // of one direction and polarity; more are a texture
)

// bar is a straight stroke: where it begins and ends along its length, and its middle across.
type bar struct {
	from, to, at, thick float64
	box                 image.Rectangle // on the working copy
}

func (b *bar) long() float64 { return b.to - b.from }

// barcodes gives the places of the barcodes among all connected sets: boxes from each bar to the next one, which
// follow a code that is tilted or bent.
func barcodes(all []blob) []image.Rectangle {
	var strokes [4][]bar // by direction and polarity
	for i := range all {
		b := &all[i]
		w, h := b.width(), b.height()
		if max(w, h) < barLong || max(w, h) > barLongest || float64(max(w, h)) < barTilt*float64(min(w, h)) {
			continue
		}
		s := bar{box: image.Rect(int(b.x0), int(b.y0), int(b.x1), int(b.y1))}
		kind := 0
		if s.from, s.to, s.at = float64(b.x0), float64(b.x1), float64(b.y0+b.y1)/2; h > w {
			s.from, s.to, s.at = float64(b.y0), float64(b.y1), float64(b.x0+b.x1)/2
			kind = 1
		}
		if b.light {
			kind += 2
		}
		if s.thick = float64(b.area) / s.long(); s.long() >= barSlim*s.thick {
			strokes[kind] = append(strokes[kind], s)
		}
	}
	var out []image.Rectangle
	for _, s := range strokes {
		if len(s) >= leastBars && len(s) <= mostStrokes {
			out = append(out, codesOf(s)...)
		}
	}
	return out
}

// codesOf finds the barcodes among strokes of one direction and polarity.
func codesOf(strokes []bar) (out []image.Rectangle) {
	slices.SortFunc(strokes, func(a, b bar) int { return cmp.Compare(a.at, b.at) })
	used := make([]bool, len(strokes))
	for i := range strokes {
		if used[i] {
			continue
		}
		row := []int{i}
		for k := i + 1; k < len(strokes) && k <= row[len(row)-1]+barWindow; k++ {
			if !used[k] && strokes[row[len(row)-1]].beside(&strokes[k]) {
				row = append(row, k)
			}
		}
		if !isCode(strokes, row) {
			continue
		}
		for n, k := range row {
			used[k] = true
			if n > 0 {
				out = append(out, strokes[row[n-1]].box.Union(strokes[k].box))
			}
		}
	}
	return out
}

// beside says whether o is the next bar of a barcode.
func (b *bar) beside(o *bar) bool {
	long := math.Max(b.long(), o.long())
	shared := math.Min(b.to, o.to) - math.Max(b.from, o.from)
	gap := o.at - b.at - (o.thick+b.thick)/2
	return shared >= barsAlike*long && gap > 0 && gap <= math.Min(barsApart*long, barsWide*math.Max(b.thick, o.thick))
}

// isCode says whether a row of bars is a barcode.
func isCode(strokes []bar, row []int) bool {
	if len(row) < leastBars {
		return false
	}
	ink := 0.0
	var thick []float64
	for _, k := range row {
		ink += strokes[k].thick
		thick = append(thick, strokes[k].thick)
	}
	slices.Sort(thick)
	first, last := &strokes[row[0]], &strokes[row[len(row)-1]]
	n := len(thick)
	return ink >= barInk*(last.at-first.at) && thick[n*9/10] >= barsUneven*thick[n/10]
}

// ofCode says whether the middle of a blob lies on a barcode.
func (b *blobs) ofCode(v *blob) bool {
	x, y := int(v.x0+v.x1), int(v.y0+v.y1) // twice the middle
	return slices.ContainsFunc(b.bars, func(r image.Rectangle) bool {
		return x >= 2*r.Min.X && x <= 2*r.Max.X && y >= 2*r.Min.Y && y <= 2*r.Max.Y
	})
}
