package labeltest

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
)

// Defect is one thing that keeps a photo from being read.
type Defect struct {
	Name  string
	spoil func(r *rand.Rand, l *Label, o *Optics)
}

// Defects lists them; a photo that shows a part of a list is a Part.
func Defects() []Defect {
	return []Defect{
		{"small", func(r *rand.Rand, l *Label, o *Optics) {
			o.Zoom, o.Blur = within(r, 3, 5)/(l.Size*xHeight(l.face())), 0
		}},
		{"out-of-focus", func(r *rand.Rand, l *Label, o *Optics) {
			o.Blur = l.Size * xHeight(l.face()) * within(r, 0.28, 0.4)
		}},
		{"glare", func(r *rand.Rand, l *Label, o *Optics) {
			for range 5 {
				o.Glare = append(o.Glare, Blob{X: within(r, 0.2, 0.8), Y: within(r, 0.25, 0.8), Radius: within(r, 0.15, 0.25), Strength: within(r, 1.2, 2)})
			}
		}},
		{"no-list", func(r *rand.Rand, l *Label, o *Optics) {
			l.List, l.Exosome, l.Verdict = List{}, "", ""
		}},
	}
}

// Spoilt is the i-th label of a set with a defect.
func (s Set) Spoilt(d Defect, i int) (Label, Optics) {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s spoilt %s %d", s.key(), d.Name, i) // a hash does not fail
	low := h.Sum64()
	fmt.Fprint(h, " and on")
	r := rand.New(rand.NewPCG(low, h.Sum64()))
	l, o := s.label(r, ""), Optics{Seed: r.Uint64()}
	phone(r, &l, &o)
	d.spoil(r, &l, &o)
	return l, o
}
