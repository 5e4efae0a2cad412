package labeltest

import "math/rand/v2"

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
	r := s.dice("spoilt %s %d", d.Name, i)
	l, o := s.label(r, ""), Optics{Seed: r.Uint64()}
	phone(r, &l, &o)
	d.spoil(r, &l, &o)
	return l, o
}
