package layout

import (
	"image"
	"math/bits"
)

// Working sizes. Lines are found on a copy whose long side lies near 2,000 pixels: print of an
// x-height of 12 pixels on a 12-megapixel photo is still 6 pixels high there, and the cost stays
// below a tenth of a second. Small images are enlarged instead, because letters six pixels high
// touch each other after thresholding and come apart at twice the size.
const (
	workLongSide  = 2100
	enlargeBelow  = 760
	enlargeTwice  = 380
	maxEnlarged   = 3
	minSide       = 8 // an image narrower than this cannot hold a letter
	maxWorkPixels = 6_000_000
)

// work is the copy on which lines are found. Coordinates are continuous everywhere in this package:
// pixel i covers [i,i+1). A work coordinate times step is the full-size coordinate.
type work struct {
	pix  []uint8
	w, h int
	step float64 // full-size pixels per work pixel
}

// newWork makes the working copy of g. It returns nil where g is too small to hold a letter.
func newWork(g *image.Gray) *work {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	if w < minSide || h < minSide {
		return nil
	}
	long := max(w, h)
	factor := (long + workLongSide - 1) / workLongSide
	for (w/factor)*(h/factor) > maxWorkPixels {
		factor++
	}
	if w/factor < minSide || h/factor < minSide {
		return nil // a thread of an image: no line of print fits in it
	}
	switch {
	case factor > 1:
		return reduce(g, factor)
	case long <= enlargeTwice:
		return enlarge(g, maxEnlarged)
	case long <= enlargeBelow:
		return enlarge(g, 2)
	}
	return reduce(g, 1)
}

// reduce averages squares of f by f pixels; a remainder at the right and the bottom is left out.
func reduce(g *image.Gray, f int) *work {
	w, h := g.Rect.Dx()/f, g.Rect.Dy()/f
	out := &work{pix: make([]uint8, w*h), w: w, h: h, step: float64(f)}
	switch f {
	case 1:
		for y := range h {
			copy(out.pix[y*w:(y+1)*w], g.Pix[y*g.Stride:])
		}
	case 2:
		for y := range h {
			a, b := g.Pix[2*y*g.Stride:], g.Pix[(2*y+1)*g.Stride:]
			a, b = a[:2*w], b[:2*w]
			row := out.pix[y*w : (y+1)*w]
			for x := range row {
				row[x] = uint8((int(a[2*x]) + int(a[2*x+1]) + int(b[2*x]) + int(b[2*x+1]) + 2) >> 2)
			}
		}
	default:
		sums := make([]int, w)
		area := f * f
		for y := range h {
			clear(sums)
			for dy := range f {
				src := g.Pix[(y*f+dy)*g.Stride:]
				src = src[:w*f]
				for x := range sums {
					s := 0
					for _, v := range src[x*f : x*f+f] {
						s += int(v)
					}
					sums[x] += s
				}
			}
			row := out.pix[y*w : (y+1)*w]
			for x := range row {
				row[x] = uint8((sums[x] + area/2) / area)
			}
		}
	}
	return out
}

// enlarge scales up f times with linear interpolation.
func enlarge(g *image.Gray, f int) *work {
	sw, sh := g.Rect.Dx(), g.Rect.Dy()
	w, h := sw*f, sh*f
	out := &work{pix: make([]uint8, w*h), w: w, h: h, step: 1 / float64(f)}
	// Position of each output column: left source column and the weight of its right neighbour in 1/256.
	type tap struct{ at, next, weight int }
	taps := func(n, srcN int) []tap {
		t := make([]tap, n)
		for i := range t {
			p := max(0, (2*i+1)*128/f-128) // 1/256 pixel
			at := min(p>>8, srcN-1)
			t[i] = tap{at, min(at+1, srcN-1), p & 255}
		}
		return t
	}
	tx, ty := taps(w, sw), taps(h, sh)
	for y := range h {
		a, b := g.Pix[ty[y].at*g.Stride:], g.Pix[ty[y].next*g.Stride:]
		v := ty[y].weight
		row := out.pix[y*w : (y+1)*w]
		for x := range row {
			t := tx[x]
			p := int(a[t.at])*(256-t.weight) + int(a[t.next])*t.weight
			q := int(b[t.at])*(256-t.weight) + int(b[t.next])*t.weight
			row[x] = uint8((p*(256-v) + q*v + 1<<15) >> 16)
		}
	}
	return out
}

// grainy is the noise, in grey levels, from which a working copy is softened: grain eats into the edges of faint
// print, and asks for more contrast than print in a shadow has.
const grainy = 4.0

// How often a pixel itself counts where it is averaged with its neighbours; with them that is a power of two.
const (
	clearly  = 2
	slightly = 6
)

// soften averages each pixel with its neighbours each way, itself counting so many times.
func (k *work) soften(own int) {
	shift := bits.Len(uint(own))
	half := 1 << (shift - 1)
	last := make([]uint8, k.w) // the row above, as it was after the first pass
	row := make([]uint8, k.w)
	for y := range k.h {
		p := k.pix[y*k.w : (y+1)*k.w]
		before := p[0]
		for x := range p {
			after := p[min(x+1, k.w-1)]
			now := p[x]
			p[x] = uint8((int(before) + own*int(now) + int(after) + half) >> shift)
			before = now
		}
	}
	copy(last, k.pix[:k.w])
	for y := range k.h {
		p := k.pix[y*k.w : (y+1)*k.w]
		next := k.pix[min(y+1, k.h-1)*k.w:][:k.w]
		copy(row, p)
		for x := range p {
			p[x] = uint8((int(last[x]) + own*int(row[x]) + int(next[x]) + half) >> shift)
		}
		last, row = row, last
	}
}
