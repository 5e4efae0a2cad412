package layout

import (
	"math"
	"slices"
)

// normalise moves feet to about their middle and scales them by their reach; it returns both.
func normalise(feet []foot) (x, y, size float64) {
	for _, f := range feet {
		x, y = x+f.u/float64(len(feet)), y+f.y/float64(len(feet))
	}
	for i := range feet {
		feet[i].u, feet[i].y = feet[i].u-x, feet[i].y-y
		size = math.Max(size, math.Hypot(feet[i].u, feet[i].y))
	}
	for i := range feet {
		feet[i].u, feet[i].y = feet[i].u/size, feet[i].y/size
	}
	return x, y, size
}

// earned is how much it takes for a short line not to be taken for a part of a circle but of an ellipse.
const earned = 0.01

// family is a set of curves that differ from line to line in one number only, each the sum of terms times what the
// family has in common.
type family struct {
	common int
	free   int // of those, the first: feet have to earn what the others are
	row    func(x, y float64, terms []float64) (sum float64)
	unit   func(common []float64, own float64) float64 // of the sum, for a step across the curve
}

// circles are x²+y² = 2ax+2by+c about (a, b).
func circles() family {
	return family{2, 2, func(x, y float64, t []float64) float64 {
		t[0], t[1] = 2*x, 2*y
		return x*x + y*y
	}, stepAcross}
}

// ellipses are circles seen aslant, all from the same side: x²+y² = 2ax+2by+d(y²-x²)-2exy+c.
func ellipses() family {
	return family{4, 2, func(x, y float64, t []float64) float64 {
		t[0], t[1], t[2], t[3] = 2*x, 2*y, y*y-x*x, -2*x*y
		return x*x + y*y
	}, stepAcross}
}

// stepAcross is about twice the radius.
func stepAcross(c []float64, own float64) float64 {
	return 2 * math.Sqrt(math.Max(1e-9, own+c[0]*c[0]+c[1]*c[1]))
}

// curves are one curve moved up and down, as lines on a bottle are.
func curves() family {
	return family{6, 6, func(x, y float64, t []float64) float64 {
		for i := range t {
			t[i] = power(x, i+1)
		}
		return y
	}, func([]float64, float64) float64 { return 1 }}
}

// explain fits a family to the feet of lines. It returns what the curves have in common, what each has of its own, and
// how far, in x-heights, three feet of four lie from them at most.
func explain(feet []foot, lines int, xHeight float64, f family) (common, own []float64, miss float64, ok bool) {
	n := lines + f.common
	at, row := make([]int, 1+f.common), make([]float64, 1+f.common)
	for i := range f.common {
		at[1+i] = lines + i
	}
	row[0] = 1
	off := make([]float64, len(feet))
	const rounds = 6
	for round := range rounds {
		m := newNormal(n)
		reach := feetWithin * xHeight * float64(int(1)<<max(0, 3-round))
		for i, p := range feet {
			w := 1.0
			if round > 0 {
				w = tukey(off[i], reach)
			}
			if w > 0 {
				at[0] = p.line
				m.add(at, row, f.row(p.u, p.y, row[1:]), w)
			}
		}
		for i := range n {
			m.ridge(i, 1e-9)
		}
		for i := f.free; i < f.common; i++ {
			m.ridge(lines+i, earned)
		}
		x, ok := m.solve()
		if !ok {
			return nil, nil, 0, false
		}
		own, common = x[:lines], x[lines:]
		for i, p := range feet {
			off[i] = f.row(p.u, p.y, row[1:]) - x[p.line]
			for j, c := range common {
				off[i] -= c * row[1+j]
			}
			off[i] = math.Abs(off[i]) / f.unit(common, x[p.line])
		}
	}
	slices.Sort(off)
	return common, own, off[len(off)*3/4] / xHeight, true
}
