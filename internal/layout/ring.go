package layout

import (
	"math"
	"slices"
)

// Print set on circles: on the bottom of a jar, round a lid, on a label cut from a cone. Its letters lean with the
// line, which print on a bottle seen from above does not do, and a line may run up, over and down again. So circles
// are told by their lines, the picture is unrolled about their centre, and print is looked for there anew.
const (
	ringLetters = 40   // of a block that may lie on circles
	ringSpan    = 30.0 // degrees its lines must turn by; letters that lean less are read as they are
	ringMiss    = 0.1  // x-heights that circles may leave unexplained of where letters stand
	ringProof   = 0.6  // of that, at most, beside what one curve moved up and down leaves
	ringAbove   = 8.0  // heights of capitals shown above and below the lines seen
	leastRing   = 0.2  // of the radius of the middle line, the least radius that is shown
	ringFollow  = 0.5  // of the bend a straight line has once it is unrolled: what bends more is straight print
)

// ring leads from a picture of unrolled circles to the working copy. The zero ring is none.
type ring struct {
	x, y   float64 // the centre, on the working copy
	radius float64 // of the circle that keeps its length; negative where the centre lies above the print
	turn   int     // quarter turns clockwise the print is turned by at its middle
	u0, v0 float64 // of the picture's corner: how far along that circle from the middle, and how far below it
	w, h   float64 // of the picture
}

// bend leads from the picture to the working copy.
func (r *ring) bend(u, v float64) (x, y float64) {
	sin, cos := math.Sincos((u+r.u0)/r.radius + float64(r.turn)*math.Pi/2)
	far := r.radius - v - r.v0
	return r.x + far*sin, r.y - far*cos
}

// unbend leads back.
func (r *ring) unbend(x, y float64) (u, v float64) {
	side := math.Copysign(1, r.radius)
	dx, dy := side*(x-r.x), side*(y-r.y)
	angle := math.Remainder(math.Atan2(dx, -dy)-float64(r.turn)*math.Pi/2, 2*math.Pi)
	return r.radius*angle - r.u0, r.radius - side*math.Hypot(dx, dy) - r.v0
}

// follows says whether a line of the unrolled picture lies on the circles, and is not straight on the photo.
func (f frame) follows(l *line) bool {
	long := l.x1 - l.x0
	return l.bend(f.Out) <= math.Max(l.height, ringFollow*long*long/(8*math.Abs(f.ring.radius)))
}

// findRing is the ring that the heaviest block of bent lines lies on.
func findRing(found []Block, k *work) (ring, bool) {
	var lead *Block
	for i := range found {
		b := &found[i]
		if b.letterCount() >= ringLetters && b.turnsBy() > ringSpan && (lead == nil || b.mass() > lead.mass()) {
			lead = b
		}
	}
	if lead == nil {
		return ring{}, false
	}
	return lead.ring(k)
}

// turnsBy is how many degrees the steepest line of a block turns by.
func (b *Block) turnsBy() float64 {
	most := 0.0
	for i := range b.lines {
		l := &b.lines[i]
		most = math.Max(most, math.Abs(math.Atan(l.base.slope(l.x1))-math.Atan(l.base.slope(l.x0))))
	}
	return most * 180 / math.Pi
}

// ring is the ring that the lines of a block lie on, if they do.
func (b *Block) ring(k *work) (ring, bool) {
	feet, mx, my, size := b.standing()
	xHeight, _ := b.sizes()
	centre, miss, ok := explain(feet, len(b.lines), xHeight/size, circles())
	if !ok {
		return ring{}, false
	}
	_, moved, ok := explain(feet, len(b.lines), xHeight/size, curves())
	if !ok || miss > ringMiss || miss > ringProof*moved {
		return ring{}, false
	}
	a, c := centre[0], centre[1]
	r := ring{radius: math.Copysign(math.Hypot(a, c)*size, c), turn: b.frame.Turn}
	r.x, r.y = b.frame.onWork(a*size+mx, c*size+my)
	r.show(b, k)
	return r, true
}

// standing are the places the letters of a block stand at, about their middle (x, y) and in units of their reach.
func (b *Block) standing() (feet []foot, x, y, size float64) {
	for i := range b.lines {
		l := &b.lines[i]
		for j, id := range l.letters {
			if math.Abs(l.below[j]) <= standsWithin*l.height+0.5 {
				u := b.letters[id].cx()
				feet = append(feet, foot{u: u, y: l.base.at(u) + l.below[j], line: i})
			}
		}
	}
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
	return feet, x, y, size
}

// family is a set of curves that differ from line to line in one number only, each the sum of terms times what the
// family has in common.
type family struct {
	common int
	row    func(x, y float64, terms []float64) (sum float64)
	unit   func(common []float64) float64 // of the sum, for a step across the curve
}

// circles are x²+y² = 2ax+2by+c about (a, b).
func circles() family {
	return family{2, func(x, y float64, t []float64) float64 {
		t[0], t[1] = 2*x, 2*y
		return x*x + y*y
	}, func(c []float64) float64 { return 2 * math.Hypot(c[0], c[1]) }}
}

// curves are one curve moved up and down, as lines on a bottle are.
func curves() family {
	return family{6, func(x, y float64, t []float64) float64 {
		for i := range t {
			t[i] = power(x, i+1)
		}
		return y
	}, func([]float64) float64 { return 1 }}
}

// explain fits a family to the feet of lines. It returns what the curves have in common and how far, in x-heights,
// three feet of four lie from them at most.
func explain(feet []foot, lines int, xHeight float64, f family) (common []float64, miss float64, ok bool) {
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
		x, ok := m.solve()
		if !ok {
			return nil, 0, false
		}
		common = x[lines:]
		unit := f.unit(common)
		for i, p := range feet {
			off[i] = f.row(p.u, p.y, row[1:]) - x[p.line]
			for j, c := range common {
				off[i] -= c * row[1+j]
			}
			off[i] = math.Abs(off[i]) / unit
		}
	}
	slices.Sort(off)
	return common, off[len(off)*3/4] / xHeight, true
}
