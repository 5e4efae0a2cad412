package report

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html/template"
	"image"
	"image/jpeg"
	"slices"
	"strconv"

	"golang.org/x/image/draw"

	"exoscan/internal/ocr"
	"exoscan/internal/scan"
)

// Sizes of what goes into the page, in pixels of the longer side. Print stays readable at 1200; where
// nothing was found the photo only says which one it is. Crops come from the full-size photo.
const (
	evidencePhoto = 1200
	plainPhoto    = 560
	cropSide      = 760
	photoQuality  = 68
	cropQuality   = 78
)

// longestCrops is how many findings of one input get their own enlargement; a list has one or two.
const longestCrops = 12

// figure is a photo with what is drawn on it.
type figure struct {
	Source string
	picture
	Boxes  []mark
	Spots  []spot
	Legend []legend
}

// mark is a box in percent of the photo, so that lines and tags keep their size when it is scaled.
type mark struct {
	Kind       string
	X, Y, W, H string
	Chip       *tag
}

// tag is the word at a box, in pixels from the box's top left corner.
type tag struct {
	Left, Top, Width, TextX, TextY, TextW int
	Text                                  string
}

// spot is the place of one ingredient of the list, lit from the list.
type spot struct {
	Item       int
	X, Y, W, H string
}

type legend struct{ Kind, Text string }

// picture adds photos to a card: the source's own and any other its findings name.
func (h *web) picture(c *card, r scan.Result) {
	if r.Kind != "photo" {
		return
	}
	for _, source := range photosOf(r) {
		img := h.open(source)
		if img == nil {
			c.NoPhoto = "photo not at hand"
			continue
		}
		c.crop(img, source, r)
		if h.budget <= 0 {
			c.NoPhoto = "photo left out, as this page is large"
			h.leftOut++
			return
		}
		side := evidencePhoto
		if c.Plain && len(r.Related)+len(r.Claims) == 0 {
			side = plainPhoto
		}
		fig := figure{Source: harmless(source), picture: jpegOf(shrunk(img, img.Bounds(), side), photoQuality)}
		fig.mark(img.Bounds(), source, r)
		h.budget -= int64(len(fig.Data))
		c.Figures = append(c.Figures, fig)
	}
}

// open gives a photo, or nil where there is none to be had; the card says so, and that is no reason to
// lose the page.
func (h *web) open(source string) image.Image {
	if h.photo == nil {
		return nil
	}
	img, err := h.photo(source)
	if err != nil || img == nil || img.Bounds().Empty() {
		return nil
	}
	return img
}

// photosOf names the photos of a result: a product may have several, and then each finding says which.
func photosOf(r scan.Result) []string {
	var names []string
	add := func(name string) {
		if name == "" {
			name = r.Source
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, f := range slices.Concat(r.Findings, r.Related) {
		add(f.Photo)
	}
	for _, c := range r.Claims {
		add(c.Photo)
	}
	if len(names) == 0 {
		add(r.Source)
	}
	return names
}

func on(photo, source string, r scan.Result) bool {
	return photo == source || photo == "" && source == r.Source
}

// crop gives each finding its own part of the full-size photo.
func (c *card) crop(img image.Image, source string, r scan.Result) {
	for i, f := range r.Findings[:min(len(r.Findings), longestCrops)] {
		if f.Box == nil || !on(f.Photo, source, r) {
			continue
		}
		margin := min(f.Box.H, 60)/2 + 6
		area := image.Rect(f.Box.X-margin, f.Box.Y-margin, f.Box.X+f.Box.W+margin, f.Box.Y+f.Box.H+margin)
		area = area.Add(img.Bounds().Min).Intersect(img.Bounds())
		if area.Empty() {
			continue
		}
		pic := jpegOf(shrunk(img, area, cropSide), cropQuality)
		c.Findings[i].Crop = &pic
	}
}

func (fig *figure) mark(bounds image.Rectangle, source string, r scan.Result) {
	kinds := map[string]string{}
	boxes := func(kind, text, tagged string, parts []ocr.Box, photo string) {
		if len(parts) == 0 || !on(photo, source, r) {
			return
		}
		kinds[kind] = text
		for i, b := range parts {
			m := mark{Kind: kind}
			m.X, m.Y, m.W, m.H = share(b, bounds)
			if i == 0 && tagged != "" {
				m.Chip = tagOf(tagged, b, bounds)
			}
			fig.Boxes = append(fig.Boxes, m)
		}
	}
	for _, c := range r.Claims {
		boxes("claim", "claim", "", linesOf(c.Box, c.Parts), c.Photo)
	}
	for _, f := range r.Related {
		boxes("related", "related", "", linesOf(f.Box, f.Parts), f.Photo)
	}
	for i, f := range r.Findings {
		word := chipWord(f.Origin)
		boxes(originClass(f.Origin), word, fmt.Sprintf("%d %s", i+1, word), linesOf(f.Box, f.Parts), f.Photo)
	}
	for _, k := range []string{"human", "plant", "animal", "microbial", "synthetic", "unspecified", "related", "claim"} {
		if text, ok := kinds[k]; ok {
			fig.Legend = append(fig.Legend, legend{k, text})
		}
	}
	if source != photosOf(r)[0] {
		return // the boxes of the list are on the first photo
	}
	for i, in := range r.Ingredients {
		for _, b := range linesOf(in.Box, in.Parts) {
			s := spot{Item: i + 1}
			s.X, s.Y, s.W, s.H = share(b, bounds)
			fig.Spots = append(fig.Spots, s)
		}
	}
}

// linesOf gives the boxes to draw: those of the lines where there are several, else the whole.
func linesOf(whole *ocr.Box, lines []ocr.Box) []ocr.Box {
	switch {
	case whole == nil:
		return nil
	case len(lines) > 0:
		return lines
	}
	return []ocr.Box{*whole}
}

// share gives a box in percent of the photo, a little wider than the words so that its line does not
// run through them.
func share(b ocr.Box, bounds image.Rectangle) (x, y, w, h string) {
	air := max(bounds.Dx(), bounds.Dy()) / 250
	of := func(v, whole int) string {
		return strconv.FormatFloat(round(100*float64(v)/float64(whole), 2), 'f', -1, 64)
	}
	return of(b.X-air, bounds.Dx()), of(b.Y-air, bounds.Dy()), of(b.W+2*air, bounds.Dx()), of(b.H+2*air, bounds.Dy())
}

// tagOf places the word above the box's left corner, inside it where the photo ends above, and leaning
// to the left where the photo ends on the right.
func tagOf(text string, b ocr.Box, bounds image.Rectangle) *tag {
	const letter, pad, height = 7, 6, 18 // of the page's tag font, a bold sans of 11 px
	t := &tag{Top: -height - 1, TextW: letter * len(text), Width: letter*len(text) + 2*pad, Text: text}
	if 100*b.Y < 6*bounds.Dy() {
		t.Top = 2
	}
	if 100*b.X > 80*bounds.Dx() {
		t.Left = -t.Width
	}
	t.TextX, t.TextY = t.Left+pad, t.Top+height-5
	return t
}

// shrunk is a part of a picture, no larger than side pixels on its longer one, never enlarged, on
// white where it was transparent.
func shrunk(img image.Image, area image.Rectangle, side int) *image.RGBA {
	w, h := area.Dx(), area.Dy()
	if long := max(w, h); long > side {
		w, h = max(1, w*side/long), max(1, h*side/long)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	if w == area.Dx() && h == area.Dy() {
		draw.Draw(out, out.Bounds(), img, area.Min, draw.Over)
		return out
	}
	draw.BiLinear.Scale(out, out.Bounds(), img, area, draw.Over, nil)
	return out
}

// jpegOf encodes for the page. Encoding to memory fails only past 65,535 pixels, and shrunk was before.
func jpegOf(img *image.RGBA, quality int) picture {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		return picture{}
	}
	data := "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(b.Bytes())
	return picture{template.URL(data), img.Bounds().Dx(), img.Bounds().Dy()}
}
