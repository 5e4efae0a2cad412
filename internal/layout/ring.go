package layout

import "math"

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
	aside  float64 // radians clockwise the middle lies beyond that
	tilt   tilt
	u0, v0 float64 // of the picture's corner: how far along that circle from the middle, and how far below it
	w, h   float64 // of the picture
}

// bend leads from the picture to the working copy.
func (r *ring) bend(u, v float64) (x, y float64) {
	sin, cos := math.Sincos((u+r.u0)/r.radius + r.middle())
	far := r.radius - v - r.v0
	dx, dy := r.tilt.tilted(far*sin, -far*cos)
	return r.x + dx, r.y + dy
}

// unbend leads back.
func (r *ring) unbend(x, y float64) (u, v float64) {
	side := math.Copysign(1, r.radius)
	dx, dy := r.tilt.upright(side*(x-r.x), side*(y-r.y))
	angle := math.Remainder(math.Atan2(dx, -dy)-r.middle(), 2*math.Pi)
	return r.radius*angle - r.u0, r.radius - side*math.Hypot(dx, dy) - r.v0
}

// middle is where the middle of the picture lies, in radians clockwise from above the centre.
func (r *ring) middle() float64 { return float64(r.turn)*math.Pi/2 + r.aside }

// follows says whether a line of the unrolled picture lies on the circles, and is not straight on the photo.
func (f frame) follows(l *line) bool {
	long := l.x1 - l.x0
	return l.bend(f.Out) <= math.Max(l.height, ringFollow*long*long/(8*math.Abs(f.ring.radius)))
}

// findRing is the ring that lines from all around lie on, or the one that the heaviest block of bent lines does.
func findRing(found []Block, k *work) (ring, bool) {
	if r, ok := roundAbout(found, k); ok {
		return r, true
	}
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
		most = math.Max(most, b.lines[i].turnsBy())
	}
	return most
}

// turnsBy is how many degrees the line turns by from end to end.
func (l *line) turnsBy() float64 {
	return math.Abs(math.Atan(l.base.slope(l.x1))-math.Atan(l.base.slope(l.x0))) * 180 / math.Pi
}

// ring is the ring that the lines of a block lie on, if they do.
func (b *Block) ring(k *work) (ring, bool) {
	feet, mx, my, size := b.standing()
	xHeight, _ := b.sizes()
	centre, _, miss, ok := explain(feet, len(b.lines), xHeight/size, circles())
	if !ok {
		return ring{}, false
	}
	_, _, moved, ok := explain(feet, len(b.lines), xHeight/size, curves())
	if !ok || miss > ringMiss || miss > ringProof*moved {
		return ring{}, false
	}
	a, c := centre[0], centre[1]
	r := ring{radius: math.Copysign(math.Hypot(a, c)*size, c), turn: b.frame.Turn, tilt: tilt{1, 0, 1}}
	r.x, r.y = b.frame.onWork(a*size+mx, c*size+my)
	v0, v1, tall := math.Inf(1), math.Inf(-1), 0.0
	for i := range b.lines {
		l := &b.lines[i]
		tall = math.Max(tall, l.tall)
		for _, x := range [2]float64{l.x0, l.x1} {
			_, v := r.unbend(b.frame.onWork(x, l.base.at(x)))
			v0, v1 = math.Min(v0, v), math.Max(v1, v)
		}
	}
	r.show(v0, v1, tall, k)
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
	x, y, size = normalise(feet)
	return feet, x, y, size
}
