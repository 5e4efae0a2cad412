package layout

import (
	"cmp"
	"image"
	"iter"
	"math"
	"slices"
)

// Signs. A Korean syllable is two to five strokes that do not touch, a Chinese sign up to a dozen, and the parts of one
// stand as near to each other as letters do, above each other too: taken for letters they make lines in any direction.
// What makes one sign together is a square about as large as most signs around it, so parts are joined while they fit in
// such a square, the nearest first: a sign is closer to itself than to the line below.
const (
	signFits   = 1.12 // of the usual size: the square a sign fits in
	signGap    = 0.24 // of the usual size: parts of a sign are no further apart
	signAround = 3.0  // sides of a blob, around it, that tell the usual size
	signLarge  = 0.75 // of the blobs there are smaller than a sign
	signPart   = 0.25 // of its side: what is smaller is a speck beside it
	mostBeside = 64   // blobs looked at around one
)

// SurveySigns finds print of Korean, Japanese or Chinese signs. Which way up those stand their shapes do not tell.
func SurveySigns(g *image.Gray) *Layout { return survey(g, ofSigns) }

// joinSigns makes blobs of the signs whose parts the given ones are.
func joinSigns(b *blobs) *blobs {
	near := gridOf(b)
	size := make([]float64, len(b.list))
	for i := range b.list {
		size[i] = b.usual(near, i)
	}
	var pairs []pairOfParts
	for i := range b.list {
		v, reach := &b.list[i], signFits*size[i]
		for j := range v.around(near, reach) {
			o := &b.list[j]
			usual := math.Max(size[i], size[j])
			if int(j) != i && o.light == v.light && v.gap(o) <= signGap*usual && fitsSquare(union(*v, *o), usual) {
				pairs = append(pairs, pairOfParts{int32(i), j, v.gap(o)})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pairOfParts) int { return cmp.Compare(a.gap, b.gap) })
	joined, whole := newSets(len(b.list)), slices.Clone(b.list)
	for _, p := range pairs {
		i, j := joined.root(p.a), joined.root(p.b)
		if i == j {
			continue
		}
		usual := math.Max(size[i], size[j])
		if u := union(whole[i], whole[j]); fitsSquare(u, usual) {
			joined.unite(i, j)
			whole[min(i, j)], size[min(i, j)] = u, usual
		}
	}
	return b.gathered(joined, whole)
}

// pairOfParts are two blobs that may be of one sign, and how far apart they are.
type pairOfParts struct {
	a, b int32
	gap  float64
}

// gathered are blobs made of the joined ones: whole holds, at the root of each set, its box.
func (b *blobs) gathered(joined sets, whole []blob) *blobs {
	parts := make([][]int32, len(b.list))
	for i := range b.list {
		root := joined.root(int32(i))
		parts[root] = append(parts[root], int32(i))
	}
	out := &blobs{bars: b.bars, leaders: b.leaders, rules: b.rules, touching: b.touching, signs: true, runs: make([]run, 0, len(b.runs))}
	for root, ids := range parts {
		if len(ids) == 0 {
			continue
		}
		v := whole[root]
		v.first, v.area = int32(len(out.runs)), 0
		for _, id := range ids {
			v.area += b.list[id].area
			out.runs = append(out.runs, b.runsOf(id)...)
		}
		v.n = int32(len(out.runs)) - v.first
		own := out.runs[v.first:]
		if len(ids) > 1 {
			slices.SortStableFunc(own, func(p, q run) int { return cmp.Compare(p.y, q.y) })
		}
		for k := range own {
			own[k].blob = int32(len(out.list))
		}
		out.list = append(out.list, v)
	}
	return out
}

func (b *blob) side() int32 { return max(b.x1-b.x0, b.y1-b.y0) }

func (b *blob) middle() (x, y float64) { return float64((b.x0 + b.x1) / 2), float64((b.y0 + b.y1) / 2) }

// gap is how far apart two boxes are.
func (b *blob) gap(o *blob) float64 {
	dx, dy := max(0, b.x0-o.x1, o.x0-b.x1), max(0, b.y0-o.y1, o.y0-b.y1)
	return math.Hypot(float64(dx), float64(dy))
}

func union(a, b blob) blob {
	a.x0, a.y0, a.x1, a.y1 = min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)
	return a
}

func fitsSquare(b blob, usual float64) bool { return float64(b.side()) <= signFits*usual }

// gridOf finds blobs by their middles.
func gridOf(b *blobs) *grid {
	return newGrid(len(b.list), func(i int) (x, y float64) { return b.list[i].middle() })
}

// around gives the blobs whose middles are about so near to that of a blob, each way.
func (b *blob) around(g *grid, reach float64) iter.Seq[int32] {
	x, y := b.middle()
	r := math.Trunc(reach)
	return g.near(x-r, y-r, x+r, y+r)
}

// usual is the size of signs around a blob: of its parts, each stroke that goes all the way across is as long as that.
func (b *blobs) usual(g *grid, i int) float64 {
	v := &b.list[i]
	side := float64(v.side())
	var sides []int32
	for j := range v.around(g, signAround*side) {
		if o := &b.list[j]; o.light == v.light && float64(o.side()) >= signPart*side {
			sides = append(sides, o.side())
		}
		if len(sides) == mostBeside {
			break
		}
	}
	slices.Sort(sides)
	return float64(sides[min(len(sides)-1, int(signLarge*float64(len(sides))))])
}
