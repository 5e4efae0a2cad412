package layout

import (
	"image"
	"math"
	"math/bits"
)

// waves are two square tiles of an image, taken apart into waves or put together again: one tile is the real part,
// the other the imaginary one. Weights that are the same in all directions and real treat each by itself.
type waves struct {
	side, edge int // pixels; of the edge, which is faded out and not kept
	z          []complex128
	roots      []complex128
	order      []int
	fade       []float64
	mean       [2]float64
}

func newWaves(side, edge int) *waves {
	w := &waves{side: side, edge: edge, z: make([]complex128, side*side), roots: make([]complex128, side/2), order: make([]int, side), fade: make([]float64, side)}
	for i := range w.roots {
		sin, cos := math.Sincos(-2 * math.Pi * float64(i) / float64(side))
		w.roots[i] = complex(cos, sin)
	}
	free := bits.LeadingZeros64(uint64(side)) + 1
	for i := range w.order {
		w.order[i] = int(bits.Reverse64(uint64(i)) >> free)
		at := (float64(min(i, side-1-i)) + 0.5) / float64(edge/2)
		w.fade[i] = 0.5 - 0.5*math.Cos(math.Pi*math.Min(1, at))
	}
	return w
}

// load takes tiles, by their corners; what lies beyond the image is like its border.
func (w *waves) load(g *image.Gray, corners ...image.Point) {
	clear(w.z)
	for k, c := range corners {
		part := [2]complex128{1, 1i}[k]
		sum := 0
		w.each(g, c, func(i, at int) { sum += int(g.Pix[at]) })
		w.mean[k] = float64(sum) / float64(len(w.z))
		w.each(g, c, func(i, at int) {
			v := (float64(g.Pix[at]) - w.mean[k]) * w.fade[i%w.side] * w.fade[i/w.side]
			w.z[i] += complex(v, 0) * part
		})
	}
}

// each visits the pixels of a tile, of which some may lie beyond the image.
func (w *waves) each(g *image.Gray, corner image.Point, visit func(i, at int)) {
	for y := range w.side {
		row := clampInt(corner.Y+y, g.Rect.Dy()) * g.Stride
		for x := range w.side {
			visit(y*w.side+x, row+clampInt(corner.X+x, g.Rect.Dx()))
		}
	}
}

// part is a pixel of one of the tiles.
func (w *waves) part(k, i int) float64 {
	if k == 0 {
		return real(w.z[i])
	}
	return imag(w.z[i])
}

// apart takes the tiles apart into waves. Their two directions are exchanged, and together exchanges them back.
func (w *waves) apart() {
	for range 2 {
		for y := range w.side {
			w.row(w.z[y*w.side : (y+1)*w.side])
		}
		for y := range w.side {
			for x := range y {
				a, b := &w.z[y*w.side+x], &w.z[x*w.side+y]
				*a, *b = *b, *a
			}
		}
	}
}

// together puts the tiles together from their waves, each of which counts by its weight.
func (w *waves) together(weights []float64) {
	scale := 1 / float64(len(w.z))
	for i, v := range w.z { // exchanging the parts turns the way back into the way there
		v *= complex(weights[i]*scale, 0)
		w.z[i] = complex(imag(v), real(v))
	}
	w.apart()
	for i, v := range w.z {
		w.z[i] = complex(imag(v), real(v))
	}
}

// row is the fast Fourier transform of one row, in place.
func (w *waves) row(a []complex128) {
	for i, j := range w.order {
		if i < j {
			a[i], a[j] = a[j], a[i]
		}
	}
	for half := 1; half < len(a); half *= 2 {
		stride := len(w.roots) / half
		for start := 0; start < len(a); start += 2 * half {
			low, high := a[start:start+half], a[start+half:start+2*half]
			for k := range low {
				v := high[k] * w.roots[k*stride]
				low[k], high[k] = low[k]+v, low[k]-v
			}
		}
	}
}

// weights gives each wave its weight, by how often it swings in a pixel, squared.
func (w *waves) weights(of func(f2 float64) float64) []float64 {
	out := make([]float64, len(w.z))
	n := float64(w.side)
	for y := range w.side {
		fy := float64(min(y, w.side-y)) / n
		for x := range y + 1 {
			fx := float64(min(x, w.side-x)) / n
			v := of(fx*fx + fy*fy)
			out[y*w.side+x], out[x*w.side+y] = v, v
		}
	}
	return out
}
