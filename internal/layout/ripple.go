package layout

import "math"

// ripple is what the polynomial of a sheet leaves: the dents and folds of a crumpled label, as a smooth
// field over a grid of places. The displacement at a place is the mean of the knots around it, by cubic
// B-splines; beyond the print it stays what it is at its edge.
type ripple struct {
	u0, y0, du, dy float64 // first knot, and distances between knots, in the level frame
	cols, rows     int     // of knots; a stretch between knots needs one more before it and two behind it
	a              []float64
}

const (
	rippleLong  = 3.5   // x-heights from knot to knot along the lines: a fold is as wide as a few letters
	rippleHigh  = 4.0   // and across them: a line or two
	rippleMost  = 420   // knots; a larger grid is made coarser
	rippleFrom  = 0.13  // x-heights the middle foot misses a smooth sheet by: what misses less is the grain of print
	rippleFeet  = 60    // fewer do not tell a fold from a letter that hangs
	rippleStiff = 0.005 // of the pull that keeps neighbouring knots in line, per foot of a knot
)

// at is the displacement at a place.
func (r *ripple) at(u, y float64) float64 {
	if len(r.a) == 0 {
		return 0
	}
	i, bu := r.base((u-r.u0)/r.du, r.cols)
	j, by := r.base((y-r.y0)/r.dy, r.rows)
	sum := 0.0
	for q, w := range by {
		row := r.a[(j+q)*r.cols+i:]
		sum += w * (bu[0]*row[0] + bu[1]*row[1] + bu[2]*row[2] + bu[3]*row[3])
	}
	return sum
}

// base gives the first of the four knots that bear on a place t, in knots, and their weights.
func (r *ripple) base(t float64, n int) (int, [4]float64) {
	t = math.Max(0, math.Min(float64(n-3), t))
	i := min(int(t), n-4)
	f := t - float64(i)
	g := 1 - f
	return i, [4]float64{g * g * g / 6, (3*f*f*f - 6*f*f + 4) / 6, (3*g*g*g - 6*g*g + 4) / 6, f * f * f / 6}
}

// fitRipple finds what is left between the feet and a sheet whose lines lie at the given levels, where
// that is more than print of the given x-height leaves by itself. Reach is as for fitSheet.
func fitRipple(feet []foot, s *sheet, level []float64, xHeight, reach float64) ripple {
	if len(feet) < rippleFeet {
		return ripple{}
	}
	miss := make([]float64, len(feet))
	for i, f := range feet {
		miss[i] = math.Abs(f.y - s.bulge(f.u, f.y) - level[f.line])
	}
	if median(miss) < rippleFrom*xHeight {
		return ripple{}
	}
	u0, u1, y0, y1 := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, f := range feet {
		u0, u1, y0, y1 = math.Min(u0, f.u), math.Max(u1, f.u), math.Min(y0, f.y), math.Max(y1, f.y)
	}
	r := ripple{u0: u0, y0: y0}
	for long, high := rippleLong*xHeight, rippleHigh*xHeight; ; long, high = 1.2*long, 1.2*high {
		nu, ny := math.Max(1, math.Ceil((u1-u0)/long)), math.Max(1, math.Ceil((y1-y0)/high))
		r.cols, r.rows = int(nu)+3, int(ny)+3
		r.du, r.dy = math.Max((u1-u0)/nu, 1e-9), math.Max((y1-y0)/ny, 1e-9)
		if r.cols*r.rows <= rippleMost {
			break
		}
	}
	r.solve(feet, s, level, reach)
	return r
}

// solve fits the knots, and how far each line's level was off. Letters that hang below their line, and
// those caught from another one, are let go step by step.
func (r *ripple) solve(feet []foot, s *sheet, level []float64, reach float64) {
	lines, knots := len(level), r.cols*r.rows
	off := make([]float64, lines)
	r.a = make([]float64, knots)
	at, row := make([]int, 17), make([]float64, 17)
	stiff := rippleStiff * float64(len(feet)) / float64(knots)
	const rounds = 8
	for round := range rounds {
		m := newNormal(lines + knots)
		c := reach * float64(int(1)<<max(0, (7-round)/2))
		for _, f := range feet {
			left := f.y - s.bulge(f.u, f.y) - level[f.line]
			w := f.weight
			if round > 0 {
				w *= tukey(left-off[f.line]-r.at(f.u, f.y), c)
			}
			if w == 0 {
				continue
			}
			i, bu := r.base((f.u-r.u0)/r.du, r.cols)
			j, by := r.base((f.y-r.y0)/r.dy, r.rows)
			for q := range 4 {
				for p := range 4 {
					at[4*q+p], row[4*q+p] = (j+q)*r.cols+i+p, by[q]*bu[p]
				}
			}
			at[16], row[16] = knots+f.line, 1
			m.add(at, row, left, w)
		}
		for i := range lines {
			m.ridge(knots+i, 0.1)
		}
		for k := range knots {
			m.ridge(k, 0.01*stiff)
		}
		for j := range r.rows {
			for i := range r.cols {
				k := j*r.cols + i
				if i+2 < r.cols {
					m.add([]int{k, k + 1, k + 2}, []float64{1, -2, 1}, 0, stiff)
				}
				if j+2 < r.rows {
					m.add([]int{k, k + r.cols, k + 2*r.cols}, []float64{1, -2, 1}, 0, stiff)
				}
			}
		}
		x, ok := m.solve()
		if !ok {
			r.a = nil
			return
		}
		copy(r.a, x[:knots])
		copy(off, x[knots:])
	}
}
