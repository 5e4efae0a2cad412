// Package labeltest renders cosmetic labels whose contents are known, for tests and measurements.
//
// It promises that the same Label and Optics give the same picture on the same kind of processor, and that the
// Truth that comes with it is what is printed. It sets text as labels do (a heading, a list between other
// paragraphs, wrapped, hyphenated, in columns), puts it on a flat or curved surface before a camera, and adds
// what light, lens and sensor add. It refuses to render a character its font lacks: it panics, since that is a
// mistake in a test.
//
// Nothing outside tests imports it, so its fonts are in no program that is shipped.
package labeltest

import (
	"image"
	"image/color"
	"strings"
)

// Label is what is printed.
type Label struct {
	Before  []string // paragraphs above the list; the first is set large, as the name of the product
	List    List
	After   []string // paragraphs below: directions, warnings, the address
	Verdict string   // what exoscan should say of the list; "" is "none"
	Exosome string   // the ingredient the verdict rests on, as printed; "" without one

	Face      string     // a name in Faces
	Size      float64    // pixels per em of the list, before the camera
	Stretch   float64    // width of the letters; 0 is 1, 0.8 is narrow print
	Leading   float64    // line to line in ems; 0 is 1.25
	Gap       float64    // more between paragraphs, in ems
	Width     float64    // of a column in pixels
	Columns   int        // 0 is 1
	Justify   bool       // lines filled to both edges
	Hyphenate bool       // words broken at line ends
	Margin    float64    // around the text in pixels; 0 is two ems
	Ink       color.RGBA // zero is black, or white on a dark ground
	Ground    color.RGBA // zero is white
}

// List is an ingredient list as printed.
type List struct {
	Heading     string // with its colon; "" for none
	Ingredients []string
	Separator   string // "" is ", "
	End         string // printed after the last: usually "."
}

func (l List) separator() string {
	if l.Separator == "" {
		return ", "
	}
	return l.Separator
}

// Text is the list as one line.
func (l List) Text() string {
	return strings.TrimSpace(l.Heading + " " + strings.Join(l.Ingredients, l.separator()) + l.End)
}

// Truth is what a reader of the picture should find.
type Truth struct {
	Heading     string
	Ingredients []string
	Verdict     string              // "human-derived" and so on; "none" where the list names no exosome
	Exosome     string              // the ingredient it rests on, as printed
	Boxes       [][]image.Rectangle // for each ingredient the pixels of its parts, one for each line it is on; none where it is round the back
	Whole       []bool              // for each ingredient whether all of it is on the picture
	XHeight     float64             // pixels, in the middle of the label
	Turn        int                 // degrees clockwise that make the picture upright
	Mirrored    bool
}

// Render prints the label and takes its picture.
func (l Label) Render(o Optics) (image.Image, Truth) {
	sheet := l.set()
	cam := newCamera(sheet.width*l.stretch(), sheet.height, o)
	img := develop(expose(sheet, cam, l, o), o)
	truth := Truth{
		Heading: l.List.Heading, Ingredients: l.List.Ingredients, Verdict: l.Verdict, Exosome: l.Exosome,
		XHeight: l.Size * xHeight(l.face()) * cam.scale, Mirrored: o.Mirrored, Turn: (360 - o.Turn%360) % 360,
		Boxes: make([][]image.Rectangle, len(l.List.Ingredients)), Whole: make([]bool, len(l.List.Ingredients)),
	}
	for i := range truth.Whole {
		truth.Whole[i] = true
	}
	if truth.Verdict == "" {
		truth.Verdict = "none"
	}
	for _, w := range sheet.words {
		if w.ingredient < 0 {
			continue
		}
		if !cam.sees(w.box, l.stretch()) {
			truth.Whole[w.ingredient] = false
			continue
		}
		box := turnBox(cam.box(w.box, l.stretch()), cam.w, cam.h, o)
		boxes := truth.Boxes[w.ingredient]
		if n := len(boxes); n > 0 && follows(sheet.words, w) {
			boxes[n-1] = boxes[n-1].Union(box)
		} else {
			truth.Boxes[w.ingredient] = append(boxes, box)
		}
	}
	return turnPicture(img, o), truth
}

func (l Label) stretch() float64 { return or(l.Stretch, 1) }

func (l Label) ground() color.RGBA { return or(l.Ground, color.RGBA{255, 255, 255, 255}) }

func (l Label) ink() color.RGBA {
	if l.Ink != (color.RGBA{}) {
		return l.Ink
	}
	if g := l.ground(); int(g.R)+int(g.G)+int(g.B) < 3*128 {
		return color.RGBA{255, 255, 255, 255}
	}
	return color.RGBA{0, 0, 0, 255}
}

// or gives the default for a zero value.
func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// follows tells whether a word stands on the same line as the one before it, in the same ingredient.
func follows(words []printed, w printed) bool {
	if w.index == 0 {
		return false
	}
	before := words[w.index-1]
	return before.line == w.line && before.ingredient == w.ingredient
}
