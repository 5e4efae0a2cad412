package layout

import "math"

// sheet is the smooth surface the lines of a block lie on, as the displacement of every place from
// where it would lie were the lines straight and level. In the block's level frame (the line frame
// turned back by the skew about the block's middle), a place at distance u along the lines and height y
// belongs to the straight line v = y - bulge(u, y).
type sheet struct {
	half  float64 // of the lines' reach along u, about 0
	high  float64 // of the lines' reach along y, about 0
	terms []term
	a     []float64

	ripple ripple // what that leaves
}

// term is one power of u times one power of y.
type term struct{ p, q int }

// foot is one letter's foot, or any other point known to lie on the given line.
type foot struct {
	u, y   float64
	line   int
	weight float64
	sure   bool // it stands where its line's own curve says
}

// bulge is the displacement at (u, y).
func (s *sheet) bulge(u, y float64) float64 {
	t, w := u/s.half, y/s.high
	w = math.Max(-1.3, math.Min(1.3, w))
	e := math.Max(-1, math.Min(1, t))
	sum := 0.0
	for i, m := range s.terms {
		v := power(e, m.p)
		if e != t {
			v += (t - e) * float64(m.p) * power(e, m.p-1)
		}
		sum += s.a[i] * v * power(w, m.q)
	}
	return sum + s.ripple.at(u, y)
}

// height is the inverse: the y at which the straight line v passes u.
func (s *sheet) height(u, v float64) float64 {
	const step = 0.5
	y := v
	for range 8 {
		miss := y - s.bulge(u, y) - v
		if math.Abs(miss) < 1e-4 {
			break
		}
		grow := 1 - (s.bulge(u, y+step)-s.bulge(u, y-step))/(2*step)
		if grow < 0.3 {
			grow = 0.3 // a fold: lines cannot cross
		}
		y -= miss / grow
	}
	return y
}

func power(v float64, n int) float64 {
	r := 1.0
	for range n {
		r *= v
	}
	return r
}

// feetWithin is how far, in x-heights, a foot may lie from its line before it is let go.
const feetWithin = 0.25

// fitSheet finds the surface through the feet of the given number of lines of print of an x-height.
func fitSheet(all []foot, lines int, xHeight float64) sheet {
	var feet []foot
	for _, f := range all {
		if f.sure {
			feet = append(feet, f)
		}
	}
	reach := feetWithin * xHeight
	s := sheet{half: 1, high: 1}
	for _, f := range feet {
		s.half = math.Max(s.half, math.Abs(f.u))
		s.high = math.Max(s.high, math.Abs(f.y))
	}
	s.terms = sheetTerms(len(feet), lines)
	s.a = make([]float64, len(s.terms))
	n := lines + len(s.terms)
	row, at := make([]float64, 1+len(s.terms)), make([]int, 1+len(s.terms))
	for i := range s.terms {
		at[1+i] = lines + i
	}
	level := make([]float64, lines)
	const rounds = 6
	for round := range rounds {
		m := newNormal(n)
		c := reach * float64(int(1)<<max(0, 3-round))
		for _, f := range feet {
			w := f.weight
			if round > 0 {
				w *= tukey(f.y-s.bulge(f.u, f.y)-level[f.line], c)
			}
			if w == 0 {
				continue
			}
			at[0], row[0] = f.line, 1
			t, h := f.u/s.half, f.y/s.high
			for i, k := range s.terms {
				row[1+i] = power(t, k.p) * power(h, k.q)
			}
			m.add(at, row, f.y, w)
		}
		for i := range lines {
			m.ridge(i, 1e-6)
		}
		for i, k := range s.terms {
			// Higher powers must be earned by the data.
			m.ridge(lines+i, 0.002*float64(len(feet))*float64((k.p-1)*(k.p-1)+2*k.q)/16+1e-6)
		}
		x, ok := m.solve()
		if !ok {
			break
		}
		copy(level, x[:lines])
		copy(s.a, x[lines:])
	}
	s.ripple = fitRipple(all, &s, level, xHeight, reach)
	return s
}

// sheetTerms are the powers as many feet on as many lines can hold.
func sheetTerms(feet, lines int) []term {
	terms := []term{{1, 0}}
	if feet >= 12 {
		terms = append(terms, term{2, 0})
	}
	if feet >= 24 {
		terms = append(terms, term{3, 0})
	}
	if feet >= 40 {
		terms = append(terms, term{4, 0})
	}
	if lines >= 3 && feet >= 40 {
		terms = append(terms, term{1, 1}, term{2, 1})
	}
	if lines >= 5 && feet >= 100 {
		terms = append(terms, term{3, 1}, term{1, 2}, term{2, 2})
	}
	return terms
}
