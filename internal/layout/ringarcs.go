package layout

import (
	"cmp"
	"math"
	"slices"
)

// Print along the rim of a lid is one line or two, which come in pieces: some in the frame that stands upright, the
// others in the one on its side. One curve moved up and down explains a piece as well as a circle does, but no print on
// a bottle goes on round the corner: so a circle is laid through one piece, and others that lie on it are added.
const (
	arcLetters  = 12    // of a piece
	seedLetters = 15    // of the one to begin with
	seedTurn    = 12.0  // degrees it turns by at least: what bends less tells no centre
	mostSeeds   = 8     // tried
	arcRounds   = 6     // of adding pieces
	arcHeight   = 1.6   // ratio of heights of letters: pieces that stand on their heads stand on other parts of them
	arcApart    = 3.0   // heights of letters a piece may lie off those there are, as another line does
	arcLean     = 0.12  // of its length by which it may lean towards them
	arcSpan     = 80.0  // degrees that are needed
	arcMiss     = 0.2   // x-heights that circles may leave unexplained of where letters stand
	arcBins     = 72    // a circle is cut into to see how far print goes round it
	halfRound   = 190.0 // degrees up to which print at the bottom is taken to stand on the outside
)

// arc is a piece of print on the working copy.
type arc struct {
	feet         []Point
	height, tall float64 // of its letters
	light        bool
	turns        float64 // degrees
}

// arcsOf are the lines of blocks that may be pieces of a ring, the longest first.
func arcsOf(found []Block) []arc {
	var out []arc
	for i := range found {
		b := &found[i]
		for n := range b.lines {
			l := &b.lines[n]
			a := arc{height: l.height, tall: l.tall, light: b.Light, turns: l.turnsBy()}
			for j, id := range l.letters {
				if math.Abs(l.below[j]) <= standsWithin*l.height+0.5 {
					u := b.letters[id].cx()
					x, y := b.frame.onWork(u, l.base.at(u)+l.below[j])
					a.feet = append(a.feet, Point{x, y})
				}
			}
			if len(a.feet) >= arcLetters {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b arc) int { return cmp.Compare(len(b.feet), len(a.feet)) })
	return out
}

// roundAbout is the ring that pieces of print lie on which together go far enough round it.
func roundAbout(found []Block, k *work) (ring, bool) {
	arcs := arcsOf(found)
	tried := make([]bool, len(arcs))
	seeds := 0
	for i := range arcs {
		if seed := &arcs[i]; tried[i] || len(seed.feet) < seedLetters || seed.turns < seedTurn {
			continue
		}
		if seeds++; seeds > mostSeeds {
			break
		}
		if c := collect(arcs, i, tried); c != nil {
			if r, ok := c.whole(k); ok {
				return r, true
			}
		}
	}
	return ring{}, false
}

// circle is a ring being put together.
type circle struct {
	arcs  []*arc
	radii []float64 // of each
	ring  ring      // its centre and its tilt
	miss  float64
}

// collect puts together what lies on the circle through one piece, and marks what it has tried. It returns nil where
// that is no ring.
func collect(arcs []arc, seed int, tried []bool) *circle {
	tried[seed] = true
	c := &circle{arcs: []*arc{&arcs[seed]}}
	on := make([]bool, len(arcs))
	on[seed] = true
	for range arcRounds {
		if !c.fit() {
			return nil
		}
		more := false
		for i := range arcs {
			if !on[i] && c.holds(&arcs[i]) {
				c.arcs = append(c.arcs, &arcs[i])
				on[i], tried[i], more = true, true, true
			}
		}
		if !more {
			break
		}
	}
	if !c.fit() || c.miss > arcMiss {
		return nil
	}
	return c
}

// fit lays circles through the pieces, seen aslant if that explains them.
func (c *circle) fit() bool {
	var feet []foot
	for i, a := range c.arcs {
		for _, p := range a.feet {
			feet = append(feet, foot{u: p.X, y: p.Y, line: i})
		}
	}
	x, y, size := normalise(feet)
	height := c.arcs[0].height / size
	common, own, miss, ok := explain(feet, len(c.arcs), height, ellipses())
	if !ok {
		return false
	}
	t, ok := tiltOf(common[2], common[3])
	if !ok {
		common, own, miss, ok = explain(feet, len(c.arcs), height, circles())
		if !ok {
			return false
		}
		common, t = append(common, 0, 0), tilt{1, 0, 1}
	}
	a, b, d, e := common[0], common[1], common[2], common[3]
	det := 1 - d*d - e*e
	cx, cy := ((1-d)*a-e*b)/det, ((1+d)*b-e*a)/det
	c.radii = c.radii[:0]
	for _, o := range own {
		c.radii = append(c.radii, math.Sqrt(math.Max(0, (o+cx*a+cy*b)/math.Sqrt(det)))*size)
	}
	c.ring, c.miss = ring{x: cx*size + x, y: cy*size + y, tilt: t}, miss
	return true
}

// holds says whether a piece lies on the circles or beside them, as another line does.
func (c *circle) holds(a *arc) bool {
	first := c.arcs[0]
	if a.light != first.light || a.height > arcHeight*first.height || first.height > arcHeight*a.height {
		return false
	}
	away := make([]float64, len(a.feet))
	for i, p := range a.feet {
		away[i] = math.Hypot(c.from(p))
	}
	slices.Sort(away)
	end := a.feet[len(a.feet)-1]
	long := math.Hypot(end.X-a.feet[0].X, end.Y-a.feet[0].Y)
	if n := len(away); away[n*9/10]-away[n/10] > arcLean*long+0.5*a.height {
		return false
	}
	return slices.ContainsFunc(c.radii, func(r float64) bool { return math.Abs(away[len(away)/2]-r) <= arcApart*a.height })
}

// from is where a place lies from the centre, not seen aslant.
func (c *circle) from(p Point) (x, y float64) { return c.ring.tilt.upright(p.X-c.ring.x, p.Y-c.ring.y) }

// whole is the ring, cut where the widest gap is, if there is print enough around.
func (c *circle) whole(k *work) (ring, bool) {
	var angles []float64
	var bins [arcBins]bool
	sum, tall, span := 0.0, 0.0, 0.0
	for i, a := range c.arcs {
		tall = math.Max(tall, a.tall)
		sum += c.radii[i] * float64(len(a.feet))
		for _, p := range a.feet {
			x, y := c.from(p)
			angle := math.Atan2(x, -y)
			angles = append(angles, angle)
			if bin := &bins[clampInt(int((angle/(2*math.Pi)+0.5)*arcBins), arcBins)]; !*bin {
				*bin, span = true, span+360.0/arcBins
			}
		}
	}
	if len(angles) < ringLetters || span < arcSpan {
		return ring{}, false
	}
	slices.Sort(angles)
	gap, end := 2*math.Pi-angles[len(angles)-1]+angles[0], angles[len(angles)-1]
	for i := 1; i < len(angles); i++ {
		if wide := angles[i] - angles[i-1]; wide > gap {
			gap, end = wide, angles[i-1]
		}
	}
	r := c.ring
	r.radius = sum / float64(len(angles))
	middle := math.Remainder(end+gap/2+math.Pi, 2*math.Pi)
	quarters := math.Round(middle / (math.Pi / 2))
	r.turn, r.aside = (int(quarters)+4)%4, middle-quarters*math.Pi/2
	if r.turn == 2 && 2*math.Pi-gap < halfRound*math.Pi/180 {
		r.turn, r.radius = 0, -r.radius
	}
	v0, v1 := math.Inf(1), math.Inf(-1)
	for _, a := range c.arcs {
		_, v := r.unbend(a.feet[0].X, a.feet[0].Y)
		v0, v1 = math.Min(v0, v), math.Max(v1, v)
	}
	r.show(v0, v1, tall, k)
	return r, true
}
