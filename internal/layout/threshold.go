package layout

// Thresholding. The working copy is cut into tiles; each tile knows its darkest and lightest value
// after a light smoothing, widened over its neighbours. Half-way between the two, interpolated from
// tile to tile, is the threshold: a pixel below it is dark, above it light, and where the two values
// lie too close together the pixel is neither. One pass so serves both polarities: the letters of dark
// print are dark blobs, those of light print are light blobs.
const (
	tileSize = 16 // work pixels: with its neighbours 48, wider than the strokes of any print we look for

	// minContrast is the least difference between print and ground, of 255, that is looked at. Print
	// fainter than this is not read by Tesseract either.
	minContrast = 18

	// noiseFactor times the noise is the difference chance alone produces among the 2,304 pixels of a
	// neighbourhood.
	noiseFactor = 7
)

// surface is the interpolated threshold.
type surface struct {
	cols, rows int
	mid        []int16 // threshold at the centre of each tile, in 1/16 grey levels
	flat       []bool  // too little contrast here
}

// newSurface measures the tiles of k and its noise.
func newSurface(k *work) (*surface, float64) {
	s := &surface{cols: (k.w + tileSize - 1) / tileSize, rows: (k.h + tileSize - 1) / tileSize}
	n := s.cols * s.rows
	lo, hi := make([]uint8, n), make([]uint8, n)
	noise := s.extremes(k, lo, hi)
	wlo, whi := widen(lo, s.cols, s.rows, false), widen(hi, s.cols, s.rows, true)
	need := max(minContrast, int(noiseFactor*noise))
	s.mid, s.flat = make([]int16, n), make([]bool, n)
	for i := range s.mid {
		s.mid[i] = int16((int(wlo[i]) + int(whi[i])) * 8)
		s.flat[i] = int(whi[i])-int(wlo[i]) < need
	}
	return s, noise
}

// extremes fills in the least and greatest smoothed value of each tile and returns the noise of the
// image: the typical deviation of a pixel from the mean of its neighbours in the quietest tiles.
func (s *surface) extremes(k *work, lo, hi []uint8) float64 {
	for i := range lo {
		lo[i] = 255
	}
	quiet := make([]int, 256*4) // histogram of the tiles' mean deviation, in quarter grey levels
	dev := make([]int, s.cols)
	count := make([]int, s.cols)
	for y := 0; y < k.h; y++ {
		if y%tileSize == 0 {
			clear(dev)
			clear(count)
		}
		ty := y / tileSize
		row := k.pix[y*k.w : (y+1)*k.w]
		below := row
		if y+1 < k.h {
			below = k.pix[(y+1)*k.w : (y+2)*k.w]
		}
		for tx := range s.cols {
			x0, x1 := tx*tileSize, min((tx+1)*tileSize, k.w)
			l, h := lo[ty*s.cols+tx], hi[ty*s.cols+tx]
			d := 0
			end := min(x1, k.w-1)
			a, b := row[x0:min(x1+1, k.w)], below[x0:min(x1+1, k.w)]
			p, r := int(a[0]), int(b[0])
			for x := 1; x <= end-x0; x++ {
				q, t := int(a[x]), int(b[x])
				v := uint8((p + q + r + t) >> 2)
				l, h = min(l, v), max(h, v)
				e := p - q - r + t
				if e < 0 {
					e = -e
				}
				d += e
				p, r = q, t
			}
			lo[ty*s.cols+tx], hi[ty*s.cols+tx] = l, h
			dev[tx] += d
			count[tx] += end - x0
		}
		if y%tileSize == tileSize-1 || y == k.h-1 {
			for tx, d := range dev {
				if count[tx] > 0 {
					quiet[min(len(quiet)-1, d*2/count[tx])]++
				}
			}
		}
	}
	// |p-q-r+t| of independent noise has mean 1.6 sigma; its bins count halves. The quietest tenth
	// of the tiles is ground without print.
	rest := s.cols * s.rows / 10
	for i, n := range quiet {
		rest -= n
		if rest < 0 {
			return float64(i) / 2 / 1.6
		}
	}
	return 0
}

// widen takes the greatest (or least) value over each tile and its eight neighbours.
func widen(v []uint8, cols, rows int, greatest bool) []uint8 {
	pick := func(a, b uint8) uint8 { return min(a, b) }
	if greatest {
		pick = func(a, b uint8) uint8 { return max(a, b) }
	}
	tmp, out := make([]uint8, len(v)), make([]uint8, len(v))
	for y := range rows {
		for x := range cols {
			m := v[y*cols+x]
			if x > 0 {
				m = pick(m, v[y*cols+x-1])
			}
			if x+1 < cols {
				m = pick(m, v[y*cols+x+1])
			}
			tmp[y*cols+x] = m
		}
	}
	for y := range rows {
		for x := range cols {
			m := tmp[y*cols+x]
			if y > 0 {
				m = pick(m, tmp[(y-1)*cols+x])
			}
			if y+1 < rows {
				m = pick(m, tmp[(y+1)*cols+x])
			}
			out[y*cols+x] = m
		}
	}
	return out
}

// row writes the thresholds of row y, in grey levels, into out; 0 where the tile is flat.
func (s *surface) row(y int, out []uint8) {
	ty, fy := tilePosition(y, s.rows)
	ny := min(ty+1, s.rows-1)
	own := min(y/tileSize, s.rows-1)
	// Interpolate the tiles' centres down to this row first, then along it.
	line := make([]int, s.cols)
	for x := range line {
		line[x] = int(s.mid[ty*s.cols+x])*(tileSize*2-fy) + int(s.mid[ny*s.cols+x])*fy
	}
	for x := 0; x < len(out); {
		tx := x / tileSize
		end := min(len(out), (tx+1)*tileSize)
		if s.flat[own*s.cols+min(tx, s.cols-1)] {
			clear(out[x:end])
			x = end
			continue
		}
		for ; x < end; x++ {
			cx, fx := tilePosition(x, s.cols)
			nx := min(cx+1, s.cols-1)
			v := line[cx]*(tileSize*2-fx) + line[nx]*fx
			out[x] = uint8(max(1, v>>14)) // 16 * 32 * 32
		}
	}
}

// tilePosition says between which tiles' centres the coordinate lies: the lower tile and the weight of
// the next one in 1/32.
func tilePosition(v, n int) (tile, weight int) {
	p := 2*v + 1 - tileSize // half pixels from the centre of tile 0
	if p <= 0 {
		return 0, 0
	}
	return min(p/(2*tileSize), n-1), p % (2 * tileSize)
}
