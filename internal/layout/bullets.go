package layout

import (
	"math"
	"slices"
)

// Bullets. A reader takes the spots between the names of a list for letters, each for another one: an e, an o, a
// sign. Their shape tells them: filled, as wide as high, half-way up the line, and with ground on either side.
const (
	leastBullet  = 0.15 // x-heights wide and high
	mostBullet   = 0.9
	bulletFill   = 0.66 // of its box; a disk fills 0.79 of it
	bulletAspect = 0.25 // of its size, and a pixel, its sides may differ by
	bulletFrom   = 0.3  // x-heights from the baseline to its middle
	bulletTo     = 0.8
	bulletApart  = 0.25 // x-heights to the letters beside it
	bulletBeyond = 2.5  // letter heights beyond the ends of a line, which may be a piece of one set wide
	leastBullets = 3    // of a block: fewer are specks
)

// isBullet says whether a blob in the box x0..x1, y0..y1 of the frame is a bullet of a line.
func (b *Block) isBullet(l *line, v *blob, x0, y0, x1, y1 float64) bool {
	w, h := x1-x0, y1-y0
	if size := math.Max(w, h); size < leastBullet*b.xHeight || size > mostBullet*b.xHeight || math.Abs(w-h) > bulletAspect*size+1 || float64(v.area) < bulletFill*w*h {
		return false
	}
	x, y := (x0+x1)/2, (y0+y1)/2
	if up := (l.base.at(x) - y) / b.xHeight; up < bulletFrom || up > bulletTo {
		return false
	}
	return !slices.ContainsFunc(l.letters, func(id int32) bool {
		o := &b.letters[id]
		return &b.blobs.list[o.blob] != v && o.x0 < x1+bulletApart*b.xHeight && o.x1 > x0-bulletApart*b.xHeight
	})
}
