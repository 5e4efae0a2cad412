package layout

import (
	"image"
	"math"
	"slices"
)

// Measures are what advice on a block, and the choice of its treatment, is based on. They are taken
// from the photo itself, not from the working copy.
type Measures struct {
	Contrast float64 // grey levels between ground and ink, middle letter
	Faint    float64 // contrast of the faintest tenth of the letters, as a share of Contrast
	Shade    float64 // range of the ground, its darkest and lightest spots left out, as a share of Contrast
	Ground   float64 // grey level of the ground, middle letter
	Blur     float64 // pixels: sigma of the blur of edges; 0.4 is as sharp as pixels can be
	Glare    float64 // share of the block's area burnt out to white, 0 to 1
	Cut      Sides   // sides of the image the print runs up to
}

// Sides of an image.
type Sides struct{ Left, Top, Right, Bottom bool }

const (
	sampledLetters = 300
	cutsPerLetter  = 3
	burnt          = 250 // grey level from which a pixel holds nothing any more
	burntOver      = 18  // grey levels a burnt place is lighter than the ground it lies on
	edgeNear       = 0.6 // x-heights: print nearer to the edge of the image is cut off
)

// measure looks at a sample of the block's letters on g.
func measure(g *image.Gray, b *Block, step float64) Measures {
	var m Measures
	var contrasts, grounds, blurs []float64
	every := max(1, b.Letters/sampledLetters)
	n := 0
	for i := range b.lines {
		for _, id := range b.lines[i].letters {
			if n++; n%every != 0 {
				continue
			}
			ground, ink, blur := edges(g, b, &b.letters[id], step)
			if ground == ink {
				continue
			}
			contrasts = append(contrasts, math.Abs(ground-ink))
			grounds = append(grounds, ground)
			blurs = append(blurs, blur)
		}
	}
	if len(contrasts) == 0 {
		return m
	}
	for _, v := range [][]float64{contrasts, grounds, blurs} {
		slices.Sort(v)
	}
	at := func(v []float64, share float64) float64 { return v[int(share*float64(len(v)-1)+0.5)] }
	m.Contrast, m.Ground, m.Blur = at(contrasts, 0.5), at(grounds, 0.5), at(blurs, 0.5)
	m.Faint = at(contrasts, 0.1) / m.Contrast
	m.Shade = (at(grounds, 0.97) - at(grounds, 0.03)) / m.Contrast
	m.Glare = glare(g, b, step, m.Ground)
	near := edgeNear * b.XHeight
	r := b.Bounds
	m.Cut = Sides{
		Left: float64(r.Min.X) < near, Right: float64(g.Rect.Dx()-r.Max.X) < near,
		Top: float64(r.Min.Y) < near, Bottom: float64(g.Rect.Dy()-r.Max.Y) < near,
	}
	return m
}

// edges cuts across a letter a few times and returns the level of its ground and its ink, and the
// blur of its sharpest edge: an edge blurred by sigma is steepest at contrast/(2.5 sigma) per pixel.
func edges(g *image.Gray, b *Block, l *letter, step float64) (ground, ink, blur float64) {
	lo, hi, steep := 255, 0, 0
	pad := 0.35 * l.h()
	for i := range cutsPerLetter {
		y := l.y0 + l.h()*(float64(i)+0.75)/(cutsPerLetter+0.5)
		x0, y0 := b.frame.onWork(l.x0-pad, y)
		x1, y1 := b.frame.onWork(l.x1+pad, y)
		x0, y0, x1, y1 = x0*step, y0*step, x1*step, y1*step
		n := int(math.Max(math.Abs(x1-x0), math.Abs(y1-y0)))
		prev := -1
		dx, dy := 0, 0 // a cut runs along a row or a column
		switch {
		case x1 > x0:
			dx = 1
		case x1 < x0:
			dx = -1
		case y1 > y0:
			dy = 1
		default:
			dy = -1
		}
		x, yy := int(x0), int(y0)
		for range n {
			if x >= 0 && yy >= 0 && x < g.Rect.Dx() && yy < g.Rect.Dy() {
				v := int(g.Pix[yy*g.Stride+x])
				lo, hi = min(lo, v), max(hi, v)
				if prev >= 0 {
					steep = max(steep, v-prev, prev-v)
				}
				prev = v
			}
			x += dx
			yy += dy
		}
	}
	if hi <= lo || steep == 0 {
		return 0, 0, 0
	}
	blur = float64(hi-lo) / float64(steep) / math.Sqrt(2*math.Pi)
	if l.light {
		return float64(lo), float64(hi), blur
	}
	return float64(hi), float64(lo), blur
}

// glare is the share of the block's area that is burnt out. Where the ground itself is white there is
// no telling, and no harm.
func glare(g *image.Gray, b *Block, step, ground float64) float64 {
	if ground > burnt-burntOver {
		return 0
	}
	// Squares half a letter high, three pixels each: burnt if all three are.
	cell := math.Max(1, 0.5*b.XHeight)
	burntCells, cells := 0, 0
	r := b.Bounds
	for y := float64(r.Min.Y); y+cell <= float64(r.Max.Y); y += cell {
		for x := float64(r.Min.X); x+cell <= float64(r.Max.X); x += cell {
			cells++
			all := true
			for i := range 3 {
				t := (float64(i) + 0.5) / 3
				px, py := int(x+t*cell), int(y+(1-t)*cell)
				if int(g.Pix[py*g.Stride+px]) < burnt {
					all = false
					break
				}
			}
			if all {
				burntCells++
			}
		}
	}
	if cells == 0 {
		return 0
	}
	return float64(burntCells) / float64(cells)
}
