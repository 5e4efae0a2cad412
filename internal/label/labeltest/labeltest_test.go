package labeltest

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
)

func sample() Label {
	return Label{
		Before: []string{"Night Serum"}, After: []string{"Made in Korea."}, Size: 26, Width: 500,
		List: List{Heading: "Ingredients:", Ingredients: []string{"Aqua", "Hydroxypropyltrimonium Hyaluronate", "Glycerin (and) Trehalose"}, End: "."},
	}
}

func TestRenderIsTheSameTwice(t *testing.T) {
	o := Optics{Arc: 80, Pitch: 5, Roll: 3, Turn: 90, Mirrored: true, Scene: "stone", Noise: 4, Blur: 0.6, JPEG: 85, Seed: 7,
		Glare: []Blob{{0.5, 0.5, 0.2, 0.8}}}
	a, _ := sample().Render(o)
	b, _ := sample().Render(o)
	if !bytes.Equal(a.(*image.RGBA).Pix, b.(*image.RGBA).Pix) {
		t.Error("the same label gave two pictures")
	}
}

// What the camera projects it must see again in the same place: the boxes of the truth rest on it.
func TestCameraSeesWhatItProjects(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		o := Optics{Arc: within(r, 0, 150), Pitch: within(r, -12, 12), Yaw: within(r, -8, 8), Roll: within(r, -180, 180),
			Zoom: within(r, 0.3, 2), Distance: within(r, 2.5, 5)}
		if r.IntN(3) == 0 {
			o.Arc, o.Circle = 0, within(r, -110, 110)
		}
		c := newCamera(800, 600, o)
		for range 20 {
			u, v := within(r, 80, 720), within(r, 0, 600)
			x, y := c.project(u, v)
			gu, gv, square, ok := c.look(x, y)
			if square < 0.05 {
				continue // at the very edge of the bottle, or behind it
			}
			if !ok || math.Abs(gu-u) > 1e-6*800 || math.Abs(gv-v) > 1e-6*800 {
				t.Fatalf("%+v: (%g,%g) is seen at (%g,%g), which shows (%g,%g)", o, u, v, x, y, gu, gv)
			}
		}
	}
}

// However the picture is taken, the box of an ingredient holds its ink, and where there is no box of a word,
// there is none.
func TestTruthBoxesHoldTheInk(t *testing.T) {
	for _, o := range []Optics{
		{}, {Roll: 12}, {Turn: 90}, {Turn: 180}, {Turn: 270}, {Mirrored: true}, {Turn: 90, Mirrored: true},
		{Arc: 110, Pitch: 8}, {Circle: 110}, {Circle: -70, Pitch: 10, Roll: 8}, {Pitch: 20, Yaw: 15}, {Zoom: 1.7},
	} {
		l := sample()
		l.Ground = color.RGBA{255, 255, 255, 255}
		img, truth := l.Render(o)
		for i, boxes := range truth.Boxes {
			if len(boxes) == 0 {
				t.Fatalf("%+v: %q has no box", o, truth.Ingredients[i])
			}
			for _, b := range boxes {
				if !b.In(img.Bounds()) {
					t.Errorf("%+v: box %v of %q is outside the picture %v", o, b, truth.Ingredients[i], img.Bounds())
				}
				dark := 0
				for y := b.Min.Y; y < b.Max.Y; y++ {
					for x := b.Min.X; x < b.Max.X; x++ {
						if g := color.GrayModel.Convert(img.At(x, y)).(color.Gray); g.Y < 110 {
							dark++
						}
					}
				}
				if share := float64(dark) / float64(b.Dx()*b.Dy()); share < 0.04 {
					t.Errorf("%+v: box %v of %q holds %.0f%% ink", o, b, truth.Ingredients[i], 100*share)
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, l := range []Label{
		{Size: 20, Width: 220}, {Size: 20, Width: 220, Hyphenate: true}, {Size: 20, Width: 220, Justify: true},
		{Size: 20, Width: 200, Columns: 2, Hyphenate: true, Justify: true},
	} {
		l.List = sample().List
		s := l.set()
		var text strings.Builder
		margin := 2 * l.Size
		for i, w := range s.words {
			column := math.Floor((w.x - margin) / (l.Width + 2*l.Size))
			right := margin + column*(l.Width+2*l.Size) + l.Width
			alone := i == 0 || s.words[i-1].line != w.line
			if w.box.x1 > right+0.5 && !alone {
				t.Errorf("%q ends at %g, its column at %g", w.text, w.box.x1, right)
			}
			if i > 0 && s.words[i-1].line == w.line && w.x < s.words[i-1].box.x1-0.5 {
				t.Errorf("%q begins at %g, before %q ends", w.text, w.x, s.words[i-1].text)
			}
			head, broken := strings.CutSuffix(w.text, "-")
			text.WriteString(head)
			if !broken {
				text.WriteString(" ")
			}
		}
		bare := func(s string) string { return strings.NewReplacer(" ", "", ",", "", ".", "").Replace(s) }
		if got, want := bare(text.String()), bare(l.List.Text()); got != want {
			t.Errorf("%+v: printed %q, want %q", l, got, want)
		}
	}
}

func TestMissingCharacterPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a label with a character its font lacks was rendered")
		}
	}()
	l := sample()
	l.After = []string{"엑소좀"}
	l.Render(Optics{})
}

// Set after set, label after label: they can be set, their exosome is among the ingredients, about half have one.
func TestCases(t *testing.T) {
	for _, s := range []Set{Tuning(), Reporting()} {
		with, all := 0, 0
		for _, c := range Conditions() {
			for i := range 12 {
				l, _ := s.Case(c.Name, i)
				if i < 2 {
					l.set()
				}
				if n := len(l.List.Ingredients); n < 15 || n > 45 {
					t.Errorf("%s %s %d has %d ingredients", s.Name(), c.Name, i, n)
				}
				if l.Exosome != "" && !slices.Contains(l.List.Ingredients, l.Exosome) {
					t.Errorf("%s %s %d: %q is not among the ingredients", s.Name(), c.Name, i, l.Exosome)
				}
				if (l.Exosome == "") != (l.Verdict == "none") {
					t.Errorf("%s %s %d: exosome is %q, verdict %q", s.Name(), c.Name, i, l.Exosome, l.Verdict)
				}
				all++
				if l.Exosome != "" {
					with++
				}
			}
		}
		if share := float64(with) / float64(all); share < 0.4 || share > 0.6 {
			t.Errorf("%s: %.0f%% of the labels have an exosome, want about half", s.Name(), 100*share)
		}
	}
}

func TestSetsAreDisjoint(t *testing.T) {
	a, b := Tuning(), Reporting()
	family := func(face string) string { return strings.Split(face, "-")[0] }
	for _, x := range append(slices.Clone(a.faces), a.bold...) {
		for _, y := range append(slices.Clone(b.faces), b.bold...) {
			if family(x) == family(y) {
				t.Errorf("both sets use %s", family(x))
			}
		}
	}
	common := map[string]bool{}
	for _, n := range names() {
		common[strings.ToLower(n.text)] = n.common
	}
	seen := map[string]bool{}
	each := func(s Set, do func(name string)) {
		for i := range 60 {
			l, _ := s.Case("flat", i)
			for _, name := range l.List.Ingredients {
				if name = strings.ToLower(name); !common[name] {
					do(name)
				}
			}
		}
	}
	each(a, func(name string) { seen[name] = true })
	each(b, func(name string) {
		if seen[name] {
			t.Errorf("both sets use %q", name)
		}
	})
}

// The lists are made of real names: those not marked as loose are in CosIng, letter for letter after folding.
func TestNamesAreReal(t *testing.T) {
	d := dictionary.Default()
	for _, n := range names() {
		if !n.loose && len(d.Lookup(dictionary.Fold(n.text))) == 0 {
			t.Errorf("%q is not in the dictionary", n.text)
		}
	}
}

// The photos of a bottle show every ingredient between them, most of them twice, and none shows all.
func TestBottle(t *testing.T) {
	l, optics := Tuning().Bottle(0, 3)
	seen := make([]int, len(l.List.Ingredients))
	for _, o := range optics {
		o.Noise, o.JPEG, o.Blur = 0, 0, 0
		_, truth := l.Render(o)
		all := true
		for i, boxes := range truth.Boxes {
			if len(boxes) > 0 {
				seen[i]++
			} else {
				all = false
			}
		}
		if all {
			t.Errorf("turned by %g degrees every ingredient is seen", o.Spin)
		}
	}
	for i, n := range seen {
		if n == 0 {
			t.Errorf("%q is on no photo", l.List.Ingredients[i])
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, f := range Languages() {
		if err := HasFace(f.Label.Face); err != nil {
			t.Log(err)
			continue
		}
		if _, truth := f.Label.Render(Optics{}); truth.Exosome != f.Label.Exosome || len(truth.Boxes[4]) == 0 {
			t.Errorf("%s: truth is %+v", f.Lang, truth)
		}
	}
}
