package layout

import (
	"cmp"
	"math"
	"slices"
)

// row is a line of print on the flat image: how the middles of its small letters run across it. The
// image is level, so a row runs as its neighbours do, and where there ought to be one there is one.
type row struct {
	block    int
	x0, x1   int       // pixels; where its letters were seen
	from, to int       // cells; as far as its block reaches
	level    float64   // median of where its letters were seen
	mid      []float64 // for each cell
	xHeight  float64   // pixels
	letters  int       // seen; none where a row was only inferred
}

const (
	samePitch    = 0.9 // x-heights; rows nearer to each other are one line in pieces
	leastPitch   = 1.3 // x-heights; rows nearer to each other cannot both be print
	mostPitch    = 5.0 // x-heights; rows further from each other are no neighbours
	unseenPitch  = 2.4 // x-heights; between a line that stands alone and one the survey missed
	followRounds = 3
	mostRows     = 300  // no label has more; grain has thousands, and each is compared with each
	leastRoom    = 0.75 // of the pitch, between an inferred row and others
	leastX       = 0.6  // of the height of an x in the block, in one of its lines
	pitchShare   = 0.25 // of the print is set as tight as the pitch of the mesh or tighter
)

// at is the middle of the row at pixel x.
func (r *row) at(x int) float64 {
	p := (float64(x)+0.5)/cell - 0.5 - float64(r.from)
	i := max(0, min(len(r.mid)-1, int(math.Floor(p))))
	j := min(len(r.mid)-1, i+1)
	f := math.Max(0, math.Min(1, p-float64(i)))
	return r.mid[i]*(1-f) + r.mid[j]*f
}

func (r *row) middle() float64 { return r.at((r.x0 + r.x1) / 2) }

// meets says whether the rows reach over the same columns, and the height of the second above the first
// where their letters are nearest to each other.
func (r *row) meets(o *row) (float64, bool) {
	if r.from >= o.to || o.from >= r.to {
		return 0, false
	}
	x := max(r.x0, min(r.x1, (o.x0+o.x1)/2))
	y := max(o.x0, min(o.x1, x))
	return o.at(y) - r.at(x), true
}

// rowsOf notes the rows of a block. Where a line was followed onto another one, the rest of the block
// says how it goes on.
func (m *Mesh) rowsOf(block int, b *Block) {
	lines, middle := placedLines(b), 0.5
	if b.Capitals && m.flip {
		middle = capsOverX - 0.5 // what was taken for their feet are their heads
	}
	left, right, _, _ := m.edges(lines)
	cols := (m.Width + cell - 1) / cell
	aside := clearAside * m.XHeight
	var seen [][]float64 // for each row, the middles of its letters from its first cell on
	first := len(m.rows)
	for _, l := range lines {
		start, end := m.reach(l)
		r := &row{block: block, x0: int(start), x1: int(end), xHeight: m.zoom * math.Max(leastX*b.xHeight, math.Min(b.xHeight, l.tall/capsOverX)), letters: len(l.line.letters)}
		r.from = max(0, int((min(start, left)-aside)/cell))
		r.to = min(cols, int((max(end, right)+aside)/cell)+1)
		if r.from >= r.to || end <= start {
			continue
		}
		var mids []float64
		for c := clampInt(int(start/cell), cols); c <= clampInt(int(end/cell), cols); c++ {
			share := ((float64(c)+0.5)*cell - start) / (end - start)
			x := l.x0 + (l.x1-l.x0)*math.Max(0, math.Min(1, share))
			_, foot := m.place(x, l.base.at(x))
			mids = append(mids, foot-middle*r.xHeight)
		}
		seen = append(seen, mids)
		m.rows = append(m.rows, r)
	}
	follow(m.rows[first:], seen, cols)
}

// follow lets rows of a block run alike: each has its level, and all have a curve.
func follow(rows []*row, seen [][]float64, cols int) {
	curve := make([]float64, cols)
	for range followRounds {
		off := make([][]float64, cols)
		for i, r := range rows {
			c0 := clampInt(r.x0/cell, cols)
			levels := make([]float64, len(seen[i]))
			for k, y := range seen[i] {
				levels[k] = y - curve[c0+k]
			}
			r.level = median(levels)
			for k, y := range seen[i] {
				off[c0+k] = append(off[c0+k], y-r.level)
			}
		}
		for c := range curve {
			var near []float64
			for k := max(0, c-2); k <= min(cols-1, c+2); k++ {
				near = append(near, off[k]...)
			}
			curve[c] = median(near)
		}
	}
	for _, r := range rows {
		for c := r.from; c < r.to; c++ {
			r.mid = append(r.mid, r.level+curve[c])
		}
	}
}

// settleRows makes of the rows of all blocks those the print has: pieces of one line are joined, what
// cannot be print beside a surer row goes, and what lies between and beyond rows is filled in.
func (m *Mesh) settleRows() {
	if len(m.rows) > mostRows {
		m.rows = nil
		return
	}
	slices.SortStableFunc(m.rows, func(a, b *row) int { return cmp.Compare(b.letters, a.letters) })
	var whole []*row
next:
	for _, r := range m.rows {
		for _, w := range whole {
			d, ok := w.meets(r)
			switch {
			case !ok:
			case math.Abs(d) < samePitch*w.xHeight:
				w.take(r)
				continue next
			case math.Abs(d) >= leastPitch*w.xHeight:
			case r.x0 < w.x1 && w.x0 < r.x1:
				continue next
			case r.x0 >= w.x1:
				r.cut((w.x1+r.x0)/2/cell, r.to)
				w.cut(w.from, (w.x1+r.x0)/2/cell+1)
			default:
				r.cut(r.from, (r.x1+w.x0)/2/cell+1)
				w.cut((r.x1+w.x0)/2/cell, w.to)
			}
		}
		whole = append(whole, r)
	}
	m.rows = whole
	m.pitch = m.usualPitch()
	m.infer()
	slices.SortStableFunc(m.rows, func(a, b *row) int { return cmp.Compare(a.middle(), b.middle()) })
}

// cut leaves the cells from..to of a row.
func (r *row) cut(from, to int) {
	from, to = max(r.from, from), min(r.to, to)
	if from < to {
		r.mid = r.mid[from-r.from : to-r.from]
		r.from, r.to = from, to
	}
}

// take makes one row of two pieces of it.
func (r *row) take(o *row) {
	from, to := min(r.from, o.from), max(r.to, o.to)
	mid := make([]float64, to-from)
	aside := func(r *row, x int) int { return max(0, r.x0-x, x-r.x1) }
	for i := range mid {
		x := (from+i)*cell + cell/2
		if aside(o, x) < aside(r, x) {
			mid[i] = o.at(x)
		} else {
			mid[i] = r.at(x)
		}
	}
	r.from, r.to, r.mid = from, to, mid
	r.x0, r.x1 = min(r.x0, o.x0), max(r.x1, o.x1)
	r.letters += o.letters
}

// below is the nearest of the rows below r at pixel x, nil if there is none.
func (r *row) below(rows []*row, x int) *row {
	var best *row
	y, least := r.at(x), math.Inf(1)
	for _, o := range rows {
		if o != r && x >= o.from*cell && x < o.to*cell {
			if oy := o.at(x); oy > y && oy < least {
				best, least = o, oy
			}
		}
	}
	return best
}

// usualPitch is the pitch, in x-heights, that a share of the print is set at or tighter; 0 if there is none.
func (m *Mesh) usualPitch() float64 {
	var pitches []float64
	for _, r := range m.rows {
		x := (r.x0 + r.x1) / 2
		o := r.below(m.rows, x)
		if o == nil || x < o.x0 || x > o.x1 {
			continue
		}
		if p := (o.at(x) - r.at(x)) / math.Max(r.xHeight, o.xHeight); p > leastPitch && p < mostPitch {
			for range r.letters {
				pitches = append(pitches, p)
			}
		}
	}
	if len(pitches) == 0 {
		return 0
	}
	slices.Sort(pitches)
	return pitches[int(pitchShare*float64(len(pitches)))]
}

// infer adds rows the survey missed: one pitch from a row, where there is room.
func (m *Mesh) infer() {
	seen := slices.Clone(m.rows)
	pitches := map[int][]float64{}
	for _, r := range seen {
		if o := r.below(seen, (r.x0+r.x1)/2); o != nil && o.block == r.block {
			pitches[r.block] = append(pitches[r.block], o.middle()-r.middle())
		}
	}
	for _, p := range pitches {
		slices.Sort(p)
	}
	for _, r := range seen {
		pitch := unseenPitch * r.xHeight
		if p := pitches[r.block]; len(p) > 0 {
			pitch = p[len(p)/4]
		}
		for _, by := range [2]float64{pitch, -pitch} {
			o := *r
			o.mid, o.letters = make([]float64, len(r.mid)), 0
			for i, y := range r.mid {
				o.mid[i] = y + by
			}
			if y := o.middle(); y < 0 || y > float64(m.Height) {
				continue
			}
			if !slices.ContainsFunc(m.rows, func(w *row) bool {
				d, ok := w.meets(&o)
				return ok && math.Abs(d) < math.Max(leastPitch*o.xHeight, leastRoom*pitch)
			}) {
				m.rows = append(m.rows, &o)
			}
		}
	}
}
