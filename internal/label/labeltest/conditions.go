package labeltest

import (
	"image"
	"image/color"
	"math/rand/v2"
	"slices"
	"strings"
)

// Condition is a way in which a photo is hard to read.
type Condition struct {
	Name  string
	About string // what makes it hard, in one line
	vary  func(r *rand.Rand, l *Label, o *Optics)
}

// Conditions lists them in the order in which they are reported.
func Conditions() []Condition {
	return []Condition{
		{"flat", "a clean scan: x-height 13 to 18 pixels, nothing in the way", func(r *rand.Rand, l *Label, o *Optics) {}},
		{"phone", "taken with care: a little tilt, shade, noise and JPEG", phone},
		{"skewed", "lines running 5 to 18 degrees downhill or uphill", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Roll = sign(r) * within(r, 5, 18)
		}},
		{"turned", "on its side or upside down, and not quite straight", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Turn = 90 * (1 + r.IntN(3))
		}},
		{"light-on-dark", "light print on a dark ground", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			l.Ground = oneOf(r, color.RGBA{22, 24, 28, 255}, color.RGBA{20, 40, 84, 255}, color.RGBA{92, 22, 40, 255}, color.RGBA{16, 66, 52, 255})
			l.Ink = oneOf(r, color.RGBA{244, 244, 240, 255}, color.RGBA{224, 200, 150, 255})
		}},
		{"tiny", "x-height 6 to 9 pixels", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Zoom = within(r, 6, 9) / (l.Size * xHeight(l.face()))
			o.Noise = within(r, 1, 3)
			o.Blur = 0
		}},
		{"glare", "two or three reflections across the list", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Shade = within(r, 0.2, 0.5)
			for range 2 + r.IntN(2) {
				o.Glare = append(o.Glare, Blob{X: within(r, 0.1, 0.9), Y: within(r, 0.2, 0.8), Radius: within(r, 0.15, 0.35), Strength: within(r, 0.55, 0.86)})
			}
		}},
		{"blur", "out of focus, by a sigma of a tenth of the x-height and more", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Blur = l.Size * xHeight(l.face()) * within(r, 0.095, 0.14)
			o.Noise = within(r, 1, 2)
		}},
		{"curved-45", "round a bottle, 45 degrees to either side", bottle(45)},
		{"curved-60", "round a bottle, 60 degrees to either side", bottle(60)},
		{"curved-75", "round a bottle, 75 degrees to either side", bottle(75)},
		{"circles", "on circles, as on a lid, that turn by 50 to 110 degrees", circles},
		{"scene-12mp", "a small part of a photo of 4000 by 3000 pixels", scene},
		{"low-contrast", "print a little darker than its ground", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			o.Fade = within(r, 0.62, 0.80)
			l.Ground = oneOf(r, color.RGBA{214, 214, 210, 255}, color.RGBA{196, 188, 170, 255}, color.RGBA{168, 178, 182, 255})
			l.Ink = color.RGBA{40, 40, 40, 255}
		}},
		{"coloured", "coloured print on a coloured ground, of nearly the same luminance", coloured},
		{"dense", "a long list in small, narrow, justified print with little between the lines", func(r *rand.Rand, l *Label, o *Optics) {
			phone(r, l, o)
			l.Leading, l.Stretch, l.Justify, l.Hyphenate = 1.02, within(r, 0.74, 0.86), true, true
			l.Width *= 1.2
			if r.IntN(2) == 0 {
				l.Columns, l.Width = 2, l.Width*0.6
			}
		}},
		{"multi-language", "headings and directions in several languages", manyLanguages},
	}
}

// Case is the i-th label of a set under a condition, ready to be rendered. It panics where there is no such condition.
func (s Set) Case(condition string, i int) (Label, Optics) {
	all := Conditions()
	at := slices.IndexFunc(all, func(c Condition) bool { return c.Name == condition })
	if at < 0 {
		panic("labeltest: no condition " + condition)
	}
	r := s.dice("%s %d", condition, i)
	l, o := s.label(r, condition), Optics{Seed: r.Uint64()}
	all[at].vary(r, &l, &o)
	return l, o
}

// label makes up a label; the condition then varies it.
func (s Set) label(r *rand.Rand, condition string) Label {
	w := s.wording()
	n := 15 + r.IntN(22)
	if condition == "dense" {
		n = 36 + r.IntN(10)
	}
	l := Label{
		Face:      oneOf(r, s.faces...),
		Size:      within(r, 25, 34),
		Leading:   within(r, 1.15, 1.35),
		Gap:       oneOf(r, 0, 0.4, 0.8),
		Hyphenate: r.IntN(4) == 0,
		Justify:   r.IntN(5) == 0,
	}
	if r.IntN(5) == 0 {
		l.Face = oneOf(r, s.bold...)
	}
	if r.IntN(6) == 0 {
		l.Stretch = within(r, 0.82, 0.92)
	}
	l.Width = l.Size * within(r, 26, 38)
	l.List.Ingredients, l.Exosome, l.Verdict = s.list(r, n)
	l.List.Heading = oneOf(r, w.headings...)
	l.List.End = oneOf(r, ".", ".", "")
	if r.IntN(10) == 0 {
		l.List.Separator = " • "
	}
	if r.IntN(3) == 0 {
		for i, name := range l.List.Ingredients {
			l.List.Ingredients[i] = strings.ToUpper(name)
		}
		l.Exosome = strings.ToUpper(l.Exosome)
	}
	l.Before = []string{oneOf(r, w.titles...), oneOf(r, w.claims...)}
	l.After = []string{oneOf(r, w.addresses...)}
	if r.IntN(2) == 0 {
		l.Before = append(l.Before, oneOf(r, w.directions...))
	}
	if r.IntN(2) == 0 {
		l.After = append([]string{oneOf(r, w.warnings...)}, l.After...)
	}
	return l
}

func phone(r *rand.Rand, l *Label, o *Optics) {
	o.Roll = within(r, -1, 1)
	o.Pitch, o.Yaw = within(r, -6, 6), within(r, -6, 6)
	o.Shade, o.Light = within(r, 0.05, 0.25), within(r, 0, 360)
	o.Blur, o.Noise, o.JPEG = within(r, 0.4, 0.7), within(r, 2, 5), 82+r.IntN(12)
}

// bottle bends a label so far to either side. The eye is a little above or below, so the lines bend too.
func bottle(degrees float64) func(r *rand.Rand, l *Label, o *Optics) {
	return func(r *rand.Rand, l *Label, o *Optics) {
		phone(r, l, o)
		o.Arc = 2 * degrees
		o.Yaw, o.Pitch = within(r, -3, 3), sign(r)*within(r, 2, 9)
		o.Distance = within(r, 3, 5)
	}
}

// circles lays the list on circles, with nothing above it.
func circles(r *rand.Rand, l *Label, o *Optics) {
	phone(r, l, o)
	l.Before, l.Columns, l.Width = nil, 1, l.Width*1.4
	o.Circle = sign(r) * within(r, 50, 110)
}

func scene(r *rand.Rand, l *Label, o *Optics) {
	phone(r, l, o)
	o.Scene = oneOf(r, "wood", "stone", "cloth")
	o.Frame = image.Pt(4000, 3000)
	o.Place = [2]float64{within(r, 0.42, 0.58), within(r, 0.42, 0.58)}
	o.Roll = within(r, -4, 4)
	o.Zoom = within(r, 0.6, 1.5)
	o.Blur = 0.3 + o.Zoom*within(r, 0.4, 0.7)
}

// coloured takes ink and ground whose difference is of colour; the last pairs leave little luminance between them.
func coloured(r *rand.Rand, l *Label, o *Optics) {
	phone(r, l, o)
	pair := oneOf(r,
		[2]color.RGBA{{200, 60, 50, 255}, {120, 190, 150, 255}},
		[2]color.RGBA{{60, 90, 200, 255}, {235, 150, 120, 255}},
		[2]color.RGBA{{150, 90, 30, 255}, {120, 200, 220, 255}},
		[2]color.RGBA{{190, 70, 120, 255}, {130, 150, 90, 255}},
		[2]color.RGBA{{230, 190, 60, 255}, {90, 120, 190, 255}},
	)
	l.Ink, l.Ground = pair[0], pair[1]
}

func manyLanguages(r *rand.Rand, l *Label, o *Optics) {
	phone(r, l, o)
	l.List.Heading = oneOf(r, "Ingredients/Ingrédients/Inhaltsstoffe:", "Ingredientes / Ingredienti / Ingredients:", "Inhaltsstoffe:", "Ingrédients :", "Składniki:")
	l.Before = append(l.Before,
		"Anwendung: Morgens und abends auf die gereinigte Haut auftragen und sanft einklopfen. Für äußere Anwendung.",
		"Mode d'emploi : appliquer matin et soir sur une peau propre, éviter le contour des yeux.")
	l.After = append([]string{
		"Modo de empleo: aplicar sobre la piel limpia por la mañana y por la noche. Mantener fuera del alcance de los niños.",
		"Per uso esterno. Conservare in luogo fresco e asciutto, lontano da fonti di calore.",
	}, l.After...)
}

func oneOf[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func within(r *rand.Rand, lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }

func sign(r *rand.Rand) float64 { return float64(2*r.IntN(2) - 1) }

// Bottle is the i-th label that runs so far round a bottle that no photo shows it all, and how it is taken in that
// many photos, left to right, each overlapping the next by a third of what it shows.
func (s Set) Bottle(i, photos int) (Label, []Optics) {
	l, o := s.Case("curved-60", i)
	const step, shown = 75.0, 115.0 // degrees
	arc := step*float64(photos-1) + shown
	l.Columns, l.Justify, l.Margin = 1, false, l.Size
	l.Width = l.Size * 34 * arc / 120
	l.Before, l.After = l.Before[:1], l.After[:1]
	var out []Optics
	for k := range photos {
		o.Seed++
		o.Arc = arc
		o.Spin = step * (float64(photos-1)/2 - float64(k))
		o.Distance = 1.5
		out = append(out, o)
	}
	return l, out
}
