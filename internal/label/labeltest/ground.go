package labeltest

import "math"

// ground is what lies behind a label: soft noise in several sizes, stretched and coloured as the material is.
type ground struct {
	base         [3]float64
	depth        float64 // how far it strays from base, in grey levels
	sizeX, sizeY float64 // of the largest grain in pixels
	octaves      int
	rings        bool // wood
	seed         uint64
}

func newGround(scene string, seed uint64) ground {
	switch scene {
	case "wood":
		return ground{base: [3]float64{146, 104, 66}, depth: 46, sizeX: 700, sizeY: 60, octaves: 5, rings: true, seed: seed}
	case "stone":
		return ground{base: [3]float64{168, 166, 160}, depth: 70, sizeX: 180, sizeY: 160, octaves: 6, seed: seed}
	case "cloth":
		return ground{base: [3]float64{74, 88, 118}, depth: 40, sizeX: 14, sizeY: 11, octaves: 3, seed: seed}
	}
	return ground{base: [3]float64{205, 203, 198}}
}

func (g ground) at(x, y int) [3]float64 {
	if g.depth == 0 {
		return g.base
	}
	fx, fy := float64(x)/g.sizeX, float64(y)/g.sizeY
	sum, share := 0.0, 0.5
	for i := range g.octaves {
		sum += share * g.smooth(fx, fy, uint64(i))
		fx, fy, share = 2*fx, 2*fy, share/2
	}
	if g.rings {
		sum = sum*0.6 + 0.4*math.Sin(14*sum+float64(y)/31)
	}
	var out [3]float64
	for i := range out {
		out[i] = g.base[i] + g.depth*sum
	}
	return out
}

// smooth is noise from -1 to 1 with one value per unit square, blended in between.
func (g ground) smooth(x, y float64, layer uint64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := ease(x-x0), ease(y-y0)
	ix, iy := uint64(int64(x0)), uint64(int64(y0))
	top := g.value(ix, iy, layer)*(1-fx) + g.value(ix+1, iy, layer)*fx
	bottom := g.value(ix, iy+1, layer)*(1-fx) + g.value(ix+1, iy+1, layer)*fx
	return top*(1-fy) + bottom*fy
}

func ease(t float64) float64 { return t * t * (3 - 2*t) }

// value hashes a place to a number from -1 to 1 (the finaliser of SplitMix64).
func (g ground) value(x, y, layer uint64) float64 {
	z := g.seed + x*0x9e3779b97f4a7c15 + y*0xc2b2ae3d27d4eb4f + layer*0x165667b19e3779f9
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return float64(z>>11)/(1<<52) - 1
}
