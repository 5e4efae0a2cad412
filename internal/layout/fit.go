package layout

import "math"

// curve is a polynomial y(x) over the stretch mid-half..mid+half; beyond it the curve goes on straight,
// because a polynomial runs away where nothing holds it.
type curve struct {
	mid, half float64
	c         []float64 // in powers of (x-mid)/half
}

// at is the height of the curve at x.
func (p *curve) at(x float64) float64 {
	t := (x - p.mid) / p.half
	if e := math.Max(-1, math.Min(1, t)); e != t {
		return horner(p.c, e) + (t-e)*derivative(p.c, e)
	}
	return horner(p.c, t)
}

// slope is dy/dx at x.
func (p *curve) slope(x float64) float64 {
	t := math.Max(-1, math.Min(1, (x-p.mid)/p.half))
	return derivative(p.c, t) / p.half
}

// passes counts the points it passes, no farther away than near.
func (p *curve) passes(xs, ys []float64, near float64) int {
	n := 0
	for i, x := range xs {
		if math.Abs(ys[i]-p.at(x)) <= near {
			n++
		}
	}
	return n
}

func horner(c []float64, t float64) float64 {
	v := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		v = v*t + c[i]
	}
	return v
}

func derivative(c []float64, t float64) float64 {
	v := 0.0
	for i := len(c) - 1; i > 0; i-- {
		v = v*t + float64(i)*c[i]
	}
	return v
}

// normal gathers the normal equations of a weighted linear least-squares fit with n unknowns.
type normal struct {
	n int
	a []float64 // n by n, upper triangle
	b []float64
}

func newNormal(n int) *normal {
	return &normal{n: n, a: make([]float64, n*n), b: make([]float64, n)}
}

// add takes in one observation, the sum over k of values[k]·unknown[at[k]] ≈ y, with weight w. The
// places in at must rise.
func (m *normal) add(at []int, values []float64, y, w float64) {
	for k, i := range at {
		wi := w * values[k]
		m.b[i] += wi * y
		row := m.a[i*m.n : (i+1)*m.n]
		for l := k; l < len(at); l++ {
			row[at[l]] += wi * values[l]
		}
	}
}

// ridge pulls unknown i towards zero.
func (m *normal) ridge(i int, w float64) { m.a[i*m.n+i] += w }

// solve returns the unknowns, or false where the observations do not determine them. It consumes m.
func (m *normal) solve() ([]float64, bool) {
	n := m.n
	// What stands above the first unknown that bears on another is nought, and stays so.
	first := make([]int, n)
	for j := range n {
		for first[j] < j && m.a[first[j]*n+j] == 0 {
			first[j]++
		}
	}
	// Cholesky: a = Rᵀ R, in place in the upper triangle.
	for i := range n {
		whole := m.a[i*n+i]
		d := whole
		for k := first[i]; k < i; k++ {
			d -= m.a[k*n+i] * m.a[k*n+i]
		}
		if !(d > 1e-10*whole) || math.IsInf(d, 0) {
			return nil, false
		}
		d = math.Sqrt(d)
		m.a[i*n+i] = d
		for j := i + 1; j < n; j++ {
			if first[j] > i {
				continue
			}
			v := m.a[i*n+j]
			for k := max(first[i], first[j]); k < i; k++ {
				v -= m.a[k*n+i] * m.a[k*n+j]
			}
			m.a[i*n+j] = v / d
		}
	}
	x := m.b
	for i := range n {
		for k := range i {
			x[i] -= m.a[k*n+i] * x[k]
		}
		x[i] /= m.a[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= m.a[i*n+k] * x[k]
		}
		x[i] /= m.a[i*n+i]
	}
	return x, true
}

// tukey is the biweight: 1 for no residual, 0 from c on.
func tukey(r, c float64) float64 {
	u := r / c
	if u <= -1 || u >= 1 {
		return 0
	}
	u = 1 - u*u
	return u * u
}

// plainDegree is the greatest degree of a line that has no folds in it.
const plainDegree = 4

// fitCurve fits a polynomial of the given degree through the points, letting go of points farther than
// reach from it. The first round trusts all points alike, the later ones only those near.
func fitCurve(xs, ys []float64, degree int, reach float64) (curve, bool) {
	if len(xs) == 0 {
		return curve{}, false
	}
	lo, hi := xs[0], xs[0]
	for _, x := range xs {
		lo, hi = math.Min(lo, x), math.Max(hi, x)
	}
	p := curve{mid: (lo + hi) / 2, half: math.Max((hi-lo)/2, 1)}
	row, at := make([]float64, degree+1), make([]int, degree+1)
	for i := range at {
		at[i] = i
	}
	const rounds = 5
	for round := range rounds {
		m := newNormal(degree + 1)
		// The reach narrows from wide to the one asked for.
		c := reach * float64(int(1)<<max(0, 3-round))
		for i, x := range xs {
			w := 1.0
			if round > 0 {
				w = tukey(ys[i]-p.at(x), c)
			}
			if w == 0 {
				continue
			}
			t, v := (x-p.mid)/p.half, 1.0
			for j := range row {
				row[j] = v
				v *= t
			}
			m.add(at, row, ys[i], w)
		}
		ridge := 0.02 // too few points for a curve give a straight line
		if degree > plainDegree {
			ridge = 1e-5 // waves have great powers that nearly cancel out
		}
		for j := 2; j <= degree; j++ {
			m.ridge(j, ridge)
		}
		c2, ok := m.solve()
		if !ok {
			return p, p.c != nil
		}
		p.c = c2
	}
	return p, true
}
