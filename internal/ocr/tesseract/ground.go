package tesseract

// raster is an image of 8 bits a pixel as Leptonica keeps it: four pixels to a word, the leftmost in
// the highest bits, perLine words to a line.
type raster struct {
	data    []uint32
	perLine int
	w, h    int
}

// at is the brightness of a pixel.
func (r raster) at(x, y int) uint8 {
	return uint8(r.data[y*r.perLine+x/4] >> (24 - 8*(x&3)))
}

// tile is the side of a square over which ground and print are told apart. It must be wider than a
// stem, so that its brightest pixel or a neighbour's is ground, and narrower than a reflection.
const tile = 8

// tiles holds one brightness for each tile of an image; those at the right and lower edge may be
// smaller.
type tiles struct {
	w, h int
	v    []uint8
}

// brightest gives the brightest pixel of each tile.
func brightest(r raster) tiles {
	t := tiles{w: (r.w + tile - 1) / tile, h: (r.h + tile - 1) / tile}
	t.v = make([]uint8, t.w*t.h)
	whole := r.w / tile // tiles of full width; the words of the last may end in padding
	for y := range r.h {
		row := r.data[y*r.perLine : (y+1)*r.perLine]
		v := t.v[y/tile*t.w:]
		for x := range whole {
			most := v[x]
			for _, word := range row[2*x : 2*x+2] {
				most = max(most, uint8(word>>24), uint8(word>>16), uint8(word>>8), uint8(word))
			}
			v[x] = most
		}
		for x := whole * tile; x < r.w; x++ {
			v[whole] = max(v[whole], r.at(x, y))
		}
	}
	return t
}

// carry is how many tiles to each side the ground is carried over print that fills whole tiles, and
// then smoothed: letters up to some 40 pixels thick have their ground from around them.
const carry = 2

// ground makes of the brightest pixels the ground of dark print: a closing, and a mean.
func (t tiles) ground() tiles {
	brighter := func(a, b uint8) uint8 { return max(a, b) }
	darker := func(a, b uint8) uint8 { return min(a, b) }
	return t.spread(brighter).spread(darker).mean()
}

// spread combines each tile with its neighbours, rows first and then columns.
func (t tiles) spread(f func(a, b uint8) uint8) tiles {
	rows, out := tiles{t.w, t.h, make([]uint8, len(t.v))}, tiles{t.w, t.h, make([]uint8, len(t.v))}
	for y := range t.h {
		for x := range t.w {
			v := t.v[y*t.w+x]
			for k := max(x-carry, 0); k <= min(x+carry, t.w-1); k++ {
				v = f(v, t.v[y*t.w+k])
			}
			rows.v[y*t.w+x] = v
		}
	}
	for y := range t.h {
		for x := range t.w {
			v := rows.v[y*t.w+x]
			for k := max(y-carry, 0); k <= min(y+carry, t.h-1); k++ {
				v = f(v, rows.v[k*t.w+x])
			}
			out.v[y*t.w+x] = v
		}
	}
	return out
}

// mean averages each tile with its neighbours.
func (t tiles) mean() tiles {
	rows, out := make([]int, len(t.v)), tiles{t.w, t.h, make([]uint8, len(t.v))}
	for y := range t.h {
		for x := range t.w {
			sum, n := 0, 0
			for k := max(x-carry, 0); k <= min(x+carry, t.w-1); k++ {
				sum, n = sum+int(t.v[y*t.w+k]), n+1
			}
			rows[y*t.w+x] = sum * 256 / n
		}
	}
	for y := range t.h {
		for x := range t.w {
			sum, n := 0, 0
			for k := max(y-carry, 0); k <= min(y+carry, t.h-1); k++ {
				sum, n = sum+rows[k*t.w+x], n+1
			}
			out.v[y*t.w+x] = uint8(sum / n / 256)
		}
	}
	return out
}

const (
	// The brightness the ground is brought to: not 255, so that what is brighter than its
	// surroundings still has room.
	groundLevel = 230
	// Darker than this there is no ground but noise, which division would only amplify.
	darkest = 24
)

// divide brings the ground to one brightness throughout, in place: each pixel is divided by the
// ground at its place, which lies between those of the four tiles around it.
func divide(r raster, ground tiles) {
	gains := make([]int32, len(ground.v)) // 16 bits behind the point
	for i, v := range ground.v {
		gains[i] = groundLevel << 16 / int32(max(v, darkest))
	}
	line := make([]int32, ground.w+1)
	for y := range r.h {
		// Between the rows of tiles above and below, by the distance to their centres.
		above := (y - tile/2 + tile) / tile
		part := int32((y-tile/2+tile)%tile)*2 + 1 // sixteenths
		up := gains[max(above-1, 0)*ground.w:]
		down := gains[min(above, ground.h-1)*ground.w:]
		for x := range ground.w {
			line[x] = up[x] + (down[x]-up[x])/16*part
		}
		line[ground.w] = line[ground.w-1]
		row := r.data[y*r.perLine : (y+1)*r.perLine]
		// Half a tile from the left edge gains begin to change, four pixels to a word.
		gain, step := line[0], int32(0)
		for i := range row {
			if i&1 == 1 && i/2 < ground.w {
				gain = line[i/2]
				step = (line[i/2+1] - gain) / tile
			}
			word := row[i]
			var out uint32
			for shift := 24; shift >= 0; shift -= 8 {
				v := int32(word>>shift&0xff) * (gain >> 8) >> 8
				out |= uint32(min(v, 255)) << shift
				gain += step
			}
			row[i] = out
		}
	}
}
