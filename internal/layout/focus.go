package layout

import (
	"image"
	"math"
	"slices"
)

// Print out of focus. A lens out of focus spreads each point of the print over a disc. That weakens waves of some
// lengths, and turns others over, black for white: sharpening makes the wrong ones stronger, and letters become other
// letters. Dividing each wave by what a disc makes of it takes that back. How wide the disc was shows in what is
// left when it is undone: with the right one ink and ground, and little between them.
const (
	focusTile   = 512    // pixels
	focusEdge   = 64     // pixels of it that see too little of what is around them
	discTile    = 256    // pixels; as much of the print tells how wide the disc is
	discEdge    = 40     // pixels
	leastDisc   = 2.0    // radius, in sigmas of the blur that edges show; thin strokes hide some of it
	mostDisc    = 3.8    // the same
	discStep    = 0.1    // from one that is tried to the next
	waveNoise   = 0.0025 // what noise has of the strength of print, for long waves
	noiseRise   = 400.0  // by how much it has more for short ones, times how often they swing in a pixel, squared
	shadeLength = 5.0    // x-heights: longer waves are shade, not print
)

// Focus takes back that a lens was out of focus, as far as the print of a block shows it, in an area of the photo,
// in pixels; the photo's corner is at 0, 0.
func Focus(g *image.Gray, b *Block, area image.Rectangle) *image.Gray {
	out := &image.Gray{Pix: slices.Clone(g.Pix), Stride: g.Stride, Rect: g.Rect}
	area = area.Intersect(g.Rect)
	w := newWaves(focusTile, focusEdge)
	undo := w.weights(undoDisc(discOf(g, b)))
	const inner = focusTile - 2*focusEdge
	var corners []image.Point
	for y := area.Min.Y; y < area.Max.Y; y += inner {
		for x := area.Min.X; x < area.Max.X; x += inner {
			corners = append(corners, image.Pt(x-focusEdge, y-focusEdge))
		}
	}
	for two := range slices.Chunk(corners, 2) {
		w.load(g, two...)
		w.apart()
		w.together(undo)
		for k, c := range two {
			r := image.Rect(0, 0, inner, inner).Add(c).Add(image.Pt(focusEdge, focusEdge)).Intersect(area)
			for y := r.Min.Y; y < r.Max.Y; y++ {
				for x := r.Min.X; x < r.Max.X; x++ {
					v := w.mean[k] + w.part(k, (y-c.Y)*focusTile+x-c.X)
					out.Pix[y*out.Stride+x] = uint8(math.Max(0, math.Min(255, v+0.5)))
				}
			}
		}
	}
	return out
}

// undoDisc is the weight of a wave that undoes a disc of a radius, held down where noise is all there is.
func undoDisc(radius float64) func(f2 float64) float64 {
	return func(f2 float64) float64 {
		h := 1.0
		if x := 2 * math.Pi * radius * math.Sqrt(f2); x > 0 {
			h = 2 * math.J1(x) / x
		}
		return h / (h*h + waveNoise*(1+noiseRise*f2))
	}
}

// discOf is the radius of the disc, in pixels, that leaves least between ink and ground where it is undone.
func discOf(g *image.Gray, b *Block) float64 {
	w := newWaves(discTile, discEdge)
	c := b.Bounds.Min.Add(b.Bounds.Max).Div(2)
	c = c.Sub(image.Pt(discTile/2, discTile/2))
	beside := image.Pt((discTile-2*discEdge)/2, 0)
	w.load(g, c.Sub(beside), c.Add(beside))
	w.apart()
	seen := slices.Clone(w.z)
	long := shadeLength * b.XHeight
	best, least := 0.0, math.Inf(1)
	for k := leastDisc; k <= mostDisc; k += discStep {
		radius := k * b.Measures.Blur
		undo := undoDisc(radius)
		copy(w.z, seen)
		w.together(w.weights(func(f2 float64) float64 { return undo(f2) * (1 - math.Exp(-f2*long*long)) }))
		if v := w.between(b.Light); v < least {
			best, least = radius, v
		}
	}
	return best
}

// between is the share of the pixels that are neither ink nor ground.
func (w *waves) between(light bool) float64 {
	var values []float64
	for k := range w.mean {
		for y := w.edge; y < w.side-w.edge; y++ {
			for x := w.edge; x < w.side-w.edge; x += 2 {
				v := w.part(k, y*w.side+x)
				if light {
					v = -v
				}
				values = append(values, v)
			}
		}
	}
	slices.Sort(values)
	n := len(values)
	ink, ground := values[n/25], values[n*3/4]
	from, _ := slices.BinarySearch(values, ink+(ground-ink)/4)
	to, _ := slices.BinarySearch(values, ground-(ground-ink)/4)
	return float64(to-from) / float64(n)
}
