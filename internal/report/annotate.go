package report

import (
	"image"
	"image/color"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// pen is how an origin is drawn on a photo: colours the colour-blind can tell apart, and a dash of its
// own (drawn, left out, in line widths; none is a full line).
type pen struct {
	color color.RGBA
	dash  []int
	thin  bool
}

func pens() map[string]pen {
	return map[string]pen{
		"human":       {color: color.RGBA{0xbf, 0x4a, 0x00, 0xff}},
		"plant":       {color: color.RGBA{0x00, 0x77, 0x5a, 0xff}, dash: []int{6, 2}},
		"animal":      {color: color.RGBA{0xb8, 0x77, 0x00, 0xff}, dash: []int{1, 2}},
		"microbial":   {color: color.RGBA{0x00, 0x69, 0xa8, 0xff}, dash: []int{5, 2, 1, 2}},
		"synthetic":   {color: color.RGBA{0x9c, 0x3f, 0x84, 0xff}, dash: []int{3, 2}},
		"unspecified": {color: color.RGBA{0x33, 0x38, 0x3d, 0xff}, dash: []int{1, 1}},
		"related":     {color: color.RGBA{0x0d, 0x5f, 0x8a, 0xff}, dash: []int{3, 2}, thin: true},
		"claim":       {color: color.RGBA{0x33, 0x38, 0x3d, 0xff}, dash: []int{1, 3}, thin: true},
	}
}

// Annotate draws a result on its upright photo: a box with the origin on each exosome term, thin boxes
// on related terms and claims, and the verdict on a banner added above, so that nothing printed is
// covered by it. The photo is not changed. Of a result from several photos, it draws what belongs to
// r.Source: a caller sets that to the photo it passes. Where a name is in letters the built-in font lacks, the
// banner says the origin alone.
func Annotate(img image.Image, r scan.Result) image.Image {
	b := img.Bounds()
	size := max(14, min(b.Dx(), 2*b.Dy())/34) // of the banner's headline, in pixels
	banner := bannerOf(r, size, b.Dx())
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()+banner.height))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, image.Rect(0, banner.height, b.Dx(), b.Dy()+banner.height), img, b.Min, draw.Over)
	c := canvas{RGBA: out, top: banner.height, line: max(2, size/8), size: max(11, size*2/3)}
	for _, claim := range r.Claims {
		if on(claim.Photo, r.Source, r) {
			c.boxes("claim", "", linesOf(claim.Box, claim.Parts))
		}
	}
	for _, f := range r.Related {
		if on(f.Photo, r.Source, r) {
			c.boxes("related", "", linesOf(f.Box, f.Parts)) // a tag would cover the line above, which may be the finding
		}
	}
	for i, f := range r.Findings {
		if on(f.Photo, r.Source, r) {
			c.boxes(originClass(f.Origin), numbered(i, r.Findings)+chipWord(f.Origin), linesOf(f.Box, f.Parts))
		}
	}
	banner.draw(out, size)
	return out
}

// numbered numbers tags where there are several.
func numbered(i int, all []origin.Finding) string {
	if len(all) < 2 {
		return ""
	}
	return strconv.Itoa(i+1) + " "
}

// canvas is a photo being drawn on, top pixels below the edge of the picture.
type canvas struct {
	*image.RGBA
	top, line, size int
}

// boxes draws the box of each line, with the word at the first.
func (c canvas) boxes(kind, word string, all []ocr.Box) {
	for _, b := range all {
		c.box(kind, word, b)
		word = ""
	}
}

func (c canvas) box(kind, word string, b ocr.Box) {
	p := pens()[kind]
	line := c.line
	if p.thin {
		line = max(1, line/2)
	}
	area := image.Rect(b.X, b.Y, b.X+b.W, b.Y+b.H).Inset(-2 * c.line).Add(image.Pt(0, c.top))
	c.frame(area.Inset(-line/2-1), line+2+line/2, color.RGBA{255, 255, 255, 255}, nil) // light line under the dark: seen on any ground
	c.frame(area, line, p.color, p.dash)
	if word != "" {
		c.tag(word, area, p.color)
	}
}

// frame draws the four sides of an area inwards, line pixels thick.
func (c canvas) frame(area image.Rectangle, line int, ink color.RGBA, dash []int) {
	c.dashed(image.Rect(area.Min.X, area.Min.Y, area.Max.X, area.Min.Y+line), true, line, ink, dash)
	c.dashed(image.Rect(area.Min.X, area.Max.Y-line, area.Max.X, area.Max.Y), true, line, ink, dash)
	c.dashed(image.Rect(area.Min.X, area.Min.Y, area.Min.X+line, area.Max.Y), false, line, ink, dash)
	c.dashed(image.Rect(area.Max.X-line, area.Min.Y, area.Max.X, area.Max.Y), false, line, ink, dash)
}

func (c canvas) dashed(side image.Rectangle, level bool, line int, ink color.RGBA, dash []int) {
	if len(dash) == 0 {
		c.fill(side, ink)
		return
	}
	along, end := side.Min.Y, side.Max.Y
	if level {
		along, end = side.Min.X, side.Max.X
	}
	for i := 0; along < end; i++ {
		next := min(end, along+dash[i%len(dash)]*line)
		part := image.Rect(side.Min.X, along, side.Max.X, next)
		if level {
			part = image.Rect(along, side.Min.Y, next, side.Max.Y)
		}
		if i%2 == 0 {
			c.fill(part, ink)
		}
		along = next
	}
}

func (c canvas) fill(area image.Rectangle, ink color.RGBA) {
	area = area.Intersect(c.Bounds())
	area.Min.Y = max(area.Min.Y, c.top) // the banner stays clean
	draw.Draw(c, area, image.NewUniform(ink), image.Point{}, draw.Src)
}

// tag writes a word on its colour above a box, below it where the photo begins.
func (c canvas) tag(word string, box image.Rectangle, ground color.RGBA) {
	face := newFace(boldFont(), c.size)
	width, height := font.MeasureString(face, word).Ceil()+c.size, c.size*3/2
	at := image.Rect(box.Min.X, box.Min.Y-height, box.Min.X+width, box.Min.Y)
	if at.Min.Y < c.top {
		at = at.Add(image.Pt(0, box.Max.Y-at.Min.Y))
	}
	if over := at.Max.X - c.Bounds().Max.X; over > 0 {
		at = at.Sub(image.Pt(min(over, at.Min.X), 0))
	}
	c.fill(at, ground)
	write(c, face, color.White, word, at.Min.X+c.size/2, at.Max.Y-c.size/2+c.size/12)
}

// banner is the verdict in words above the photo.
type banner struct {
	ink    color.RGBA
	lines  []string // the first is the headline
	height int
}

func bannerOf(r scan.Result, size, width int) banner {
	lines := []string{headline(r)}
	for _, f := range r.Findings {
		said := name(f)
		if drawn(said) != said {
			said = "a term in letters this font lacks"
		}
		lines = append(lines, said+", "+originWord(f.Origin)+", "+place(origin.Finding{Ingredient: f.Ingredient, Of: f.Of}, nil))
	}
	if len(r.Findings) == 0 {
		lines = append(lines, sentence(gloss(r)))
	}
	for _, f := range r.Related {
		lines = append(lines, "Thin box: "+name(f)+", related, no part of the verdict")
	}
	for _, c := range r.Claims {
		lines = append(lines, "Thin box: "+quoted(c.Read)+", a claim")
	}
	const most = 4 // the report has the rest
	if more := len(lines) - most; more > 0 {
		lines = append(lines[:most-1:most-1], "and "+strconv.Itoa(more+1)+" more")
	}
	for i := range lines {
		face := newFace(regularFont(), max(11, size*2/3))
		if i == 0 {
			face = newFace(boldFont(), size)
		}
		lines[i] = fitted(face, drawn(lines[i]), width-2*size)
	}
	ink := pens()["unspecified"].color
	if p, ok := pens()[originOf(r)]; ok {
		ink = p.color
	}
	return banner{ink, lines, size*5/2 + (len(lines)-1)*size}
}

// originOf is the one stated origin of a result, "" if there is none or several.
func originOf(r scan.Result) string {
	if len(r.Origins) == 1 {
		return r.Origins[0]
	}
	return ""
}

func (b banner) draw(out *image.RGBA, size int) {
	draw.Draw(out, image.Rect(0, 0, out.Bounds().Dx(), size/2), image.NewUniform(b.ink), image.Point{}, draw.Src)
	y := size * 7 / 4
	for i, line := range b.lines {
		face := newFace(regularFont(), max(11, size*2/3))
		if i == 0 {
			face = newFace(boldFont(), size)
		}
		write(out, face, color.RGBA{0x1e, 0x20, 0x22, 0xff}, line, size, y)
		y += size
	}
}

func write(on draw.Image, face font.Face, ink color.Color, s string, x, y int) {
	d := font.Drawer{Dst: on, Src: image.NewUniform(ink), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(s)
}

// fitted shortens a line to a width.
func fitted(face font.Face, s string, width int) string {
	if font.MeasureString(face, s).Ceil() <= width {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && font.MeasureString(face, string(letters)+"…").Ceil() > width {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

// drawn replaces letters the font lacks.
func drawn(s string) string {
	face := newFace(regularFont(), 12)
	return strings.Map(func(r rune) rune {
		if _, ok := face.GlyphAdvance(r); !ok {
			return '?'
		}
		return r
	}, s)
}

var (
	regularFont = sync.OnceValue(func() *opentype.Font { return mustParse(goregular.TTF) })
	boldFont    = sync.OnceValue(func() *opentype.Font { return mustParse(gobold.TTF) })
)

// mustParse panics on a font that is part of the program and does not parse.
func mustParse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err)
	}
	return f
}

func newFace(f *opentype.Font, size int) font.Face {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic(err) // NewFace only fails on nil options of a broken font, which mustParse excludes
	}
	return face
}
