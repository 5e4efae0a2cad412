package layout

import (
	"image"
	"math"
)

// Even light. Every place of a flat image is put in relation to the ground and to the ink around it:
// ground becomes white, ink black, whatever a shadow or a reflection made of them. Where there is no
// ink nearby, the contrast is taken from the rest of the image, so that the grain of bare ground is
// not blown up into print.
const (
	evenTile    = 1.5  // x-heights: a tile holds a letter and its surroundings
	groundShare = 0.78 // of a tile's pixels that are darker than its ground; print covers less than half
	inkShare    = 0.04 // of a tile's pixels that are darker than its ink
	leastShare  = 0.10 // of the usual contrast: what is fainter is no ink
	grainFactor = 6.0  // times the noise is no ink either
	grainLag    = 3    // pixels between which noise is compared: enlarging makes neighbours alike
)

// levels are what an image is like tile by tile, in grey levels.
type levels struct {
	cols, rows         int
	ground, ink, grain []float64
}

// levelsOf measures an image; nil where it is too small for that.
func levelsOf(img *image.Gray, xHeight float64) *levels {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	side := max(8, int(evenTile*xHeight+0.5))
	if w < 2 || h < 2 {
		return nil
	}
	cols, rows := max(1, (w+side/2)/side), max(1, (h+side/2)/side)
	n := cols * rows
	l := &levels{cols, rows, make([]float64, n), make([]float64, n), make([]float64, n)}
	for r := range rows {
		for c := range cols {
			tile := image.Rect(c*w/cols, r*h/rows, (c+1)*w/cols, (r+1)*h/rows)
			i := r*cols + c
			l.ground[i], l.ink[i], l.grain[i] = tileLevels(img, tile)
		}
	}
	return l
}

// depth is how much darker than its ground the ink of each tile is.
func (l *levels) depth(ground []float64) []float64 {
	darkest := spreadLeast(l.ink, l.cols, l.rows)
	depths := make([]float64, len(darkest))
	for i := range darkest {
		depths[i] = ground[i] - darkest[i]
	}
	usual := upperQuartile(depths)
	least := math.Max(math.Max(leastShare*usual, grainFactor*median(l.grain)), 4)
	usual = math.Max(usual, least)
	for i := range depths {
		if depths[i] < least {
			depths[i] = usual
		}
	}
	return smooth(depths, l.cols, l.rows)
}

// tileLevels finds ground, ink and grain of one tile.
func tileLevels(img *image.Gray, t image.Rectangle) (ground, ink, grain float64) {
	var hist [256]int
	steps, diff := 0, 0
	for y := t.Min.Y; y < t.Max.Y; y++ {
		row := img.Pix[y*img.Stride+t.Min.X : y*img.Stride+t.Max.X]
		for _, v := range row {
			hist[v]++
		}
		if y&3 == 0 {
			for x := 2 * grainLag; x < len(row); x += 3 {
				d := int(row[x]) - 2*int(row[x-grainLag]) + int(row[x-2*grainLag])
				if d < 0 {
					d = -d
				}
				diff += min(d, 12) // edges of print are no grain
				steps++
			}
		}
	}
	total := t.Dx() * t.Dy()
	at := func(share float64) float64 {
		rest := int(share * float64(total))
		for v, n := range hist {
			rest -= n
			if rest < 0 {
				return float64(v)
			}
		}
		return 255
	}
	if steps > 0 {
		grain = float64(diff) / float64(steps) / 2
	}
	return at(groundShare), at(inkShare), grain
}

// smooth averages each tile with its neighbours.
func smooth(v []float64, cols, rows int) []float64 {
	return around(v, cols, rows, func(sum, mass, least float64) float64 { return sum / mass })
}

// spreadLeast takes the least of each tile and its neighbours.
func spreadLeast(v []float64, cols, rows int) []float64 {
	return around(v, cols, rows, func(sum, mass, least float64) float64 { return least })
}

func around(v []float64, cols, rows int, pick func(sum, mass, least float64) float64) []float64 {
	out := make([]float64, len(v))
	for r := range rows {
		for c := range cols {
			sum, mass, least := 0.0, 0.0, math.Inf(1)
			for y := max(0, r-1); y <= min(rows-1, r+1); y++ {
				for x := max(0, c-1); x <= min(cols-1, c+1); x++ {
					k := 1.0
					if x == c {
						k *= 2
					}
					if y == r {
						k *= 2
					}
					sum += k * v[y*cols+x]
					mass += k
					least = math.Min(least, v[y*cols+x])
				}
			}
			out[r*cols+c] = pick(sum, mass, least)
		}
	}
	return out
}

func upperQuartile(v []float64) float64 {
	order := sortedBy(len(v), func(i int) float64 { return v[i] })
	if len(order) == 0 {
		return 0
	}
	return v[order[len(order)*3/4]]
}

// even maps ground to 255 and ground-depth to 0, both interpolated between the tiles' middles.
func (l *levels) even(img *image.Gray) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	cols, rows, ground := l.cols, l.rows, smooth(l.ground, l.cols, l.rows)
	depth := l.depth(ground)
	type place struct {
		a, b int
		f    float64
	}
	places := func(n, tiles int) []place {
		out := make([]place, n)
		for i := range out {
			p := (float64(i)+0.5)*float64(tiles)/float64(n) - 0.5
			a := max(0, min(tiles-1, int(math.Floor(p))))
			b := min(tiles-1, a+1)
			out[i] = place{a, b, math.Max(0, math.Min(1, p-float64(a)))}
		}
		return out
	}
	xs, ys := places(w, cols), places(h, rows)
	lineGround, lineGain := make([]float64, cols), make([]float64, cols)
	for y := range h {
		p := ys[y]
		for c := range cols {
			lineGround[c] = ground[p.a*cols+c]*(1-p.f) + ground[p.b*cols+c]*p.f
			lineGain[c] = 255 / (depth[p.a*cols+c]*(1-p.f) + depth[p.b*cols+c]*p.f)
		}
		row := img.Pix[y*img.Stride : y*img.Stride+w]
		for x, v := range row {
			q := &xs[x]
			g := lineGround[q.a] + (lineGround[q.b]-lineGround[q.a])*q.f
			k := lineGain[q.a] + (lineGain[q.b]-lineGain[q.a])*q.f
			row[x] = uint8(max(0, min(255, int(255-(g-float64(v))*k))))
		}
	}
}
