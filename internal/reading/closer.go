package reading

import (
	"cmp"
	"image"
	"image/draw"
	"math"
	"slices"
	"time"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// A closer look. Where a list was found and parts of it are doubtful, only the lines that hold those
// parts are read again, larger or treated otherwise: a second look at three lines of thirty costs a
// tenth of a second look at the label.

// look is how the doubtful lines are shown.
type look struct {
	xHeight float64 // pixels
	other   bool    // evened and sharpened where the first reading was not, and the other way round
}

// What is doubtful in a list.
const (
	doubtUnknown = 90.0 // confidence below which an unknown ingredient may be a misread one
	doubtKnown   = 70.0 // below which a known one may be another
	mixedClear   = 12   // letters read well on a line, some words of which were not
	doubtShare   = 0.6  // a line of print of which less was read has a hole
)

// Around a line, in its own height.
const (
	lineAbove  = 0.45
	lineAside  = 1.2
	lineApart  = 0.8 // lines nearer to each other are shown as they stand
	aboveX     = 0.8 // of the height of an x: ascenders
	belowX     = 0.4 // descenders
	lineMerged = 3.0 // of the height of an x: a row as high is two lines
	tightPitch = 2.1 // x-heights from line to line, or less
	lineTall   = 1.8 // of the usual height of a line's words: more is not a word
	lineStray  = 0.4 // a word further from the middle of a line is not of it
)

// strip is a part of the print that is read again.
type strip struct {
	place rect // in the frame of the reading
	rows  []printedRow
	part  *layout.Mesh
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
func (w *work) closer(name, why string, k look) (*try, error) {
	start := time.Now()
	base := w.best
	strips := base.doubtful()
	picture := w.show(base, strips, k)
	asked := time.Now()
	r := ocr.Recipe{Mode: modeBlock, Lang: base.page.Recipe.Lang, OneGround: true}
	page, err := w.Engine.Read(w.ctx, picture, r)
	if err != nil {
		return nil, err
	}
	engine := time.Since(asked)
	w.result.Readings++
	t := &try{name: name, look: k, plan: base.plan, mesh: base.mesh, page: base.with(strips, page)}
	w.understand(t)
	w.tries = append(w.tries, t)
	w.step(Step{What: name, Why: why, Score: t.score, Took: time.Since(start), Reading: engine})
	return t, nil
}

// doubtful gives the lines that hold doubtful ingredients, and those that were not read.
func (t *try) doubtful() []strip {
	doubted := map[lineNumber]bool{}
	for words, m := range ingredientWords(t) {
		c, known := t.label.Confidence(m.Start, m.End), m.Known || m.Kind != ""
		if !known && c < doubtUnknown && letters(m.Read) >= shortName || known && c < doubtKnown && m.Cost > 0 {
			for _, k := range words {
				doubted[numberOf(t.page.Words[k])] = true
			}
		}
	}
	if !t.label.ListFound {
		t.mixed(doubted)
	}
	f := frameOf(t)
	rows, most := t.rows(f)
	lines := t.printed()
	rows, most = t.apart(f, rows, lines, most)
	for _, r := range rows {
		if r.merged || r.alone && doubted[r.of] {
			doubted[r.number] = true
		}
	}
	for _, l := range lines {
		if float64(l.seen) >= doubtShare*float64(l.seen+l.missed) {
			continue
		}
		place := l.place(f)
		if k := slices.IndexFunc(rows, func(r printedRow) bool { return r.place.holdsMiddle(place) }); k >= 0 {
			rows[k].place = rows[k].place.union(place)
			doubted[rows[k].number] = true
			continue
		}
		most++
		n := lineNumber{most, 1, 1}
		doubted[n] = true
		rows = append(rows, printedRow{number: n, place: place})
	}
	rows = slices.DeleteFunc(rows, func(r printedRow) bool { return !doubted[r.number] })
	slices.SortStableFunc(rows, func(a, b printedRow) int { return cmp.Compare(a.place.y0, b.place.y0) })
	var out []strip
	for _, r := range rows {
		if n := len(out); n == 0 || !out[n-1].takes(r) {
			out = append(out, strip{place: r.place})
		}
		out[len(out)-1].add(r)
	}
	return out
}

// mixed doubts the lines that were read well but for some words: where there is no list yet, its heading
// may be among them.
func (t *try) mixed(doubted map[lineNumber]bool) {
	clear, strange := map[lineNumber]int{}, map[lineNumber]int{}
	for _, word := range t.page.Words {
		switch n := letters(word.Text); {
		case word.Confidence >= doubtUnknown:
			clear[numberOf(word)] += n
		case word.Confidence < doubtKnown:
			strange[numberOf(word)] += n
		}
	}
	for n, c := range strange {
		if c > 0 && clear[n] >= mixedClear && clear[n] > c {
			doubted[n] = true
		}
	}
}

// rows are the lines of the page where they are in a frame, and the greatest number of a block.
func (t *try) rows(f frame) (rows []printedRow, most int) {
	places := map[lineNumber][]rect{}
	var order []lineNumber
	for _, word := range t.page.Words {
		n := numberOf(word)
		most = max(most, n.block)
		if places[n] == nil {
			order = append(order, n)
		}
		places[n] = append(places[n], f.own(word))
	}
	for _, n := range order {
		var heights []float64
		for _, p := range places[n] {
			heights = append(heights, p.high())
		}
		slices.Sort(heights)
		usual := heights[len(heights)/2]
		r := printedRow{number: n, place: nowhere()}
		for _, p := range places[n] {
			if p.high() <= lineTall*usual { // else a stroke or a rule was taken for a letter
				r.place = r.place.union(p)
			}
		}
		rows = append(rows, r)
	}
	return rows, most
}

// apart puts the lines the survey saw in place of rows that Tesseract made of more than one, and of all
// rows in tight print, where a row cannot be shown without a part of its neighbours.
func (t *try) apart(f frame, rows []printedRow, lines []printed, most int) ([]printedRow, int) {
	if len(lines) == 0 {
		return rows, most
	}
	within, tight := make([][]rect, len(rows)), t.tight(f, lines)
	for i := range lines {
		at, best, least := lines[i].place(f), -1, math.Inf(1)
		_, y := at.middle()
		for k, r := range rows {
			// The row that is most of this line: not one that holds its neighbours too.
			if _, ry := r.place.middle(); r.place.holdsMiddle(at) && math.Abs(y-ry) < least {
				best, least = k, math.Abs(y-ry)
			}
		}
		if best >= 0 {
			within[best] = append(within[best], at)
		}
	}
	var out []printedRow
	for k, r := range rows {
		merged := len(within[k]) > 1 && r.place.high() > lineMerged*within[k][0].high()
		if !merged && !(tight && len(within[k]) == 1) {
			out = append(out, r)
			continue
		}
		for _, at := range within[k] {
			most++
			at.y0, at.y1 = at.y0-aboveX*at.high(), at.y1+belowX*at.high()
			if !merged {
				at.x0, at.x1 = math.Min(at.x0, r.place.x0), math.Max(at.x1, r.place.x1)
			}
			out = append(out, printedRow{number: lineNumber{most, 1, 1}, place: at, alone: true, merged: merged, of: r.number})
		}
	}
	return out, most
}

// tight says whether lines of the list are so near to each other that a reader takes two for one.
func (t *try) tight(f frame, lines []printed) bool {
	x := t.block(t.plan.view.layout).XHeight
	if t.mesh != nil {
		x = t.mesh.XHeight
	}
	var feet, pitch []float64
	for i := range lines {
		_, y := lines[i].place(f).middle()
		feet = append(feet, y)
	}
	slices.Sort(feet)
	for i := 1; i < len(feet); i++ {
		if d := feet[i] - feet[i-1]; d > x { // else a line in pieces
			pitch = append(pitch, d)
		}
	}
	slices.Sort(pitch)
	return len(pitch) > 0 && pitch[len(pitch)/2] < tightPitch*x
}

// place is where the line is in a frame.
func (l *printed) place(f frame) rect {
	r := nowhere()
	for _, p := range l.line.Base {
		for _, up := range [2]float64{0, 1} {
			u, v := f.in(p.X+up*l.up.X, p.Y+up*l.up.Y)
			r = r.union(rect{u, v, u, v})
		}
	}
	return r
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
		width = max(width, s.part.Width)
		height += s.part.Height + int(high*zoom/2)
	}
	out := image.NewGray(image.Rect(0, 0, width, height))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	for i := range strips {
		part := strips[i].part
		draw.Draw(out, image.Rect(0, strips[i].top, part.Width, strips[i].top+part.Height), part.Apply(base.plan.view.gray), image.Point{}, draw.Src)
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

// with is the page with the words of the strips in place of those that stood on their lines. A line
// from which nothing was read keeps what it had.
func (t *try) with(strips []strip, again *ocr.Page) *ocr.Page {
	lines := map[lineNumber][]ocr.Word{}
	for _, word := range again.Words {
		y := word.Box.Y + word.Box.H/2
		i := slices.IndexFunc(strips, func(s strip) bool { return y >= s.top && y < s.top+s.part.Height })
		if i < 0 {
			continue
		}
		s := &strips[i]
		word.Box.Y -= s.top
		place := s.placeOf(word.Box)
		r := s.row(place)
		if r == nil {
			continue // a piece of a line above or below
		}
		word.Box = boxOf(s.part, word.Box, t.page.Width, t.page.Height)
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
	out := *t.page
	out.Words = nil
	instead := map[lineNumber][]ocr.Word{} // of the words of a line of the page
	for i := range strips {
		for _, r := range strips[i].rows {
			of := cmp.Or(r.of, r.number)
			instead[of] = append(instead[of], lines[r.number]...)
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
				out.Words = append(out.Words, instead[of]...)
			}
		}
	}
	return &out
}

// placeOf leads from the picture of a strip to the frame of the reading.
func (s *strip) placeOf(b ocr.Box) rect {
	x, y := float64(s.corner.X+b.X)/s.zoom, float64(s.corner.Y+b.Y)/s.zoom
	return rect{x, y, x + float64(b.W)/s.zoom, y + float64(b.H)/s.zoom}
}
