package reading

import (
	"cmp"
	"image"
	"image/draw"
	"math"
	"slices"

	"exoscan/dictionary"
	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// A closer look. Where a list was found and parts of it are doubtful, only the lines that hold those
// parts are read again, larger or treated otherwise: a second look at three lines of thirty costs a
// tenth of a second look at the label. Lines of tight print are shown one by one, with ground between
// them: Tesseract takes two such lines for one, and mixes their words.

// look is how the doubtful lines are shown.
type look struct {
	xHeight float64 // pixels
	other   bool    // evened and sharpened where the first reading was not, and the other way round
	rows    bool    // also tight lines as they stand, if they were not read as one
}

// Around a line, in its own height.
const (
	lineAbove = 0.45
	lineAside = 1.2
	lineApart = 0.8 // lines nearer to each other are shown as they stand
	lineTall  = 1.8 // of the usual height of a line's words: more is not a word
	leastKept = 0.7 // of the letters surely read before, else the second reading of a line lost some
	lineStray = 0.4 // a word further from the middle of a line is not of it
)

// strip is a part of the print that is read again.
type strip struct {
	place rect // in the frame of the reading
	rows  []printedRow
	part  *layout.Mesh
	shown *layout.Shown
	// Of the part, in the reading's frame enlarged by zoom; and how far down the picture of all strips it is.
	corner image.Point
	zoom   float64
	top    int
}

// printedRow is a line within a strip: its number on the page, and its place.
type printedRow struct {
	number lineNumber
	place  rect
	alone  bool       // not to be shown with its neighbours, which are too near
	merged bool       // it was read as one with its neighbours
	of     lineNumber // the line of the page it was read as a part of, where Tesseract took two lines for one
}

// lineNumber is where a word stands on a page: block, paragraph, line.
type lineNumber struct{ block, paragraph, line int }

func numberOf(w ocr.Word) lineNumber { return lineNumber{w.Block, w.Paragraph, w.Line} }

// closer reads the doubtful lines of the best reading again.
func (w *work) closer(name, why string, p plan) (*try, error) {
	base := w.best
	picture := w.show(base, p.strips, p.look)
	r := ocr.Recipe{Mode: modeBlock, Lang: base.page.Recipe.Lang, OneGround: true}
	page, err := w.ask(picture, r)
	if err == nil {
		err = w.singly(page, r, p.strips)
	}
	if err != nil {
		return nil, err
	}
	t := &try{name: name, look: p.look, plan: base.plan, mesh: base.mesh, page: base.with(p.strips, page)}
	w.understand(t)
	w.tries = append(w.tries, t)
	t.step = w.step(Step{What: name, Why: why, Score: t.score})
	return t, nil
}

// singly reads the lines again of which nothing was read, each as the one line it is: Tesseract leaves out lines it
// cannot take apart into letters, though it reads them well.
func (w *work) singly(page *ocr.Page, r ocr.Recipe, strips []strip) error {
	r.Mode = modeLine
	for i := range strips {
		s := &strips[i]
		if len(s.rows) > 1 || w.spent() || slices.ContainsFunc(page.Words, s.holds) {
			continue
		}
		line, err := w.ask(s.shown.Picture, r)
		if err != nil {
			return err
		}
		for _, word := range line.Words {
			word.Box.Y += s.top
			page.Words = append(page.Words, word)
		}
	}
	return nil
}

// holds says whether a word of the picture of all strips is of this one.
func (s *strip) holds(word ocr.Word) bool {
	y := word.Box.Y + word.Box.H/2
	return y >= s.top && y < s.top+s.shown.Picture.Rect.Dy()
}

func (s *strip) takes(r printedRow) bool {
	return !r.alone && !s.rows[0].alone && r.place.y0-s.place.y1 < lineApart*r.place.high() && r.place.x0 < s.place.x1 && s.place.x0 < r.place.x1
}

func (s *strip) add(r printedRow) {
	s.place = s.place.union(r.place)
	s.rows = append(s.rows, r)
}

// row is the line a word of the strip stands on, nil if none.
func (s *strip) row(at rect) *printedRow {
	var best *printedRow
	least := lineStray
	for i := range s.rows {
		r := &s.rows[i]
		_, y := at.middle()
		_, ry := r.place.middle()
		if off := math.Abs(y-ry) / r.place.high(); off < least {
			best, least = r, off
		}
	}
	return best
}

// show makes the picture of the strips, one below the other, and notes where each is.
func (w *work) show(base *try, strips []strip, k look) *image.Gray {
	mesh, zoom := base.larger(k.xHeight)
	if k.other {
		if mesh.Even || mesh.Blur > 0 {
			mesh.Even, mesh.Blur = false, 0
		} else {
			mesh.Even = true
		}
	}
	width, height := 1, 1
	for i := range strips {
		s := &strips[i]
		high := s.rows[0].place.high()
		up, side := lineAbove*high, lineAside*high
		if s.rows[0].alone {
			up = 0
		}
		p := image.Rect(int((s.place.x0-side)*zoom), int((s.place.y0-up)*zoom), int((s.place.x1+side)*zoom), int((s.place.y1+up)*zoom))
		p = p.Intersect(image.Rect(0, 0, mesh.Width, mesh.Height))
		s.part, s.corner, s.zoom, s.top = mesh.Part(p), p.Min, zoom, height
		s.shown = s.part.Show(base.plan.view.gray)
		size := s.shown.Picture.Rect.Size()
		width = max(width, size.X)
		height += size.Y + int(high*zoom/2)
	}
	out := image.NewGray(image.Rect(0, 0, width, height))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	for i := range strips {
		picture := strips[i].shown.Picture
		draw.Draw(out, picture.Rect.Add(image.Pt(0, strips[i].top)), picture, image.Point{}, draw.Src)
	}
	return out
}

// larger is the mesh of a reading at another size, and how many times as large it is.
func (t *try) larger(xHeight float64) (*layout.Mesh, float64) {
	v := t.plan.view
	if t.mesh != nil {
		o := t.plan.flat
		o.XHeight = xHeight
		m := v.layout.Flatten(o, t.plan.blocks...)
		if t.plan.plain {
			m.Even, m.Blur = false, 0
		}
		return m, m.Scale / t.mesh.Scale
	}
	zoom, light := 1.0, false
	if b := t.block(v.layout); b != nil {
		zoom, light = xHeight/b.XHeight, b.Light
	}
	m := layout.Upright(v.gray.Rect.Dx(), v.gray.Rect.Dy(), (360-t.page.Rotation)%360, zoom, light)
	m.XHeight = xHeight
	return m, zoom
}

// reread are the words of the strips where they are on the photo, by the lines they stand on.
func (t *try) reread(strips []strip, again *ocr.Page) map[lineNumber][]ocr.Word {
	lines := map[lineNumber][]ocr.Word{}
	for _, word := range again.Words {
		i := slices.IndexFunc(strips, func(s strip) bool { return s.holds(word) })
		if i < 0 {
			continue
		}
		s := &strips[i]
		word.Box.Y -= s.top
		word.Box = back(s.shown, word.Box)
		place := s.placeOf(word.Box)
		r := s.row(place)
		if r == nil {
			continue // a piece of a line above or below
		}
		word.Box = boxOf(s.part, word.Box, t.page.Width, t.page.Height)
		spot(t.plan.view.layout, &word)
		if t.plan.view.mirror {
			word.Box.X = t.page.Width - word.Box.X - word.Box.W
		}
		word.Laid = nil
		if t.laid() {
			word.Laid = &ocr.Box{X: int(place.x0), Y: int(place.y0), W: max(1, int(place.x1-place.x0)), H: max(1, int(place.high()))}
		}
		word.Block, word.Paragraph, word.Line = r.number.block, r.number.paragraph, r.number.line
		lines[r.number] = append(lines[r.number], word)
	}
	return lines
}

// with is the page with the words of the strips in place of those that stood on their lines. A line
// of which less was read than before keeps what it had.
func (t *try) with(strips []strip, again *ocr.Page) *ocr.Page {
	lines := t.reread(strips, again)
	out := *t.page
	out.Words = nil
	instead := map[lineNumber][]ocr.Word{} // of the words of a line of the page
	for i := range strips {
		for _, r := range strips[i].rows {
			of := cmp.Or(r.of, r.number)
			instead[of] = append(instead[of], lines[r.number]...)
		}
	}
	had := map[lineNumber][]ocr.Word{}
	for _, word := range t.page.Words {
		had[numberOf(word)] = append(had[numberOf(word)], word)
	}
	for n, words := range instead {
		if clearly(words) < leastKept*clearly(had[n]) {
			delete(instead, n) // a part of the line was lost
		}
	}
	put := map[lineNumber]bool{}
	for _, word := range t.page.Words {
		switch n := numberOf(word); {
		case len(instead[n]) == 0:
			out.Words = append(out.Words, word)
		case !put[n]:
			put[n] = true
			out.Words = append(out.Words, instead[n]...)
		}
	}
	for i := range strips {
		for _, r := range strips[i].rows {
			if of := cmp.Or(r.of, r.number); !put[of] { // a line of which nothing had been read
				put[of] = true
				out.Words = append(out.Words, t.unread(instead[of])...)
			}
		}
	}
	return &out
}

// unread are those of some words that are not on the page already: the strip of a line that was not read may show
// its neighbours, too.
func (t *try) unread(words []ocr.Word) []ocr.Word {
	f := frameOf(t)
	return slices.DeleteFunc(words, func(word ocr.Word) bool {
		place := f.own(word)
		return slices.ContainsFunc(t.page.Words, func(o ocr.Word) bool { return o.Text == word.Text && f.own(o).meets(place) })
	})
}

// clearly is how many letters of some words were read, by how surely they were.
func clearly(words []ocr.Word) float64 {
	sum := 0.0
	for _, w := range words {
		sum += float64(dictionary.Letters(w.Text)) * w.Confidence / 100
	}
	return sum
}

// placeOf leads from the picture of a strip to the frame of the reading.
func (s *strip) placeOf(b ocr.Box) rect {
	x, y := float64(s.corner.X+b.X)/s.zoom, float64(s.corner.Y+b.Y)/s.zoom
	return rect{x, y, x + float64(b.W)/s.zoom, y + float64(b.H)/s.zoom}
}
