package reading

import (
	"cmp"
	"fmt"
	"image"

	"exoscan/internal/cutoff"
	"exoscan/internal/label"
	"exoscan/internal/layout"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// plan is one way of reading: what is shown to the engine, and how.
type plan struct {
	view   *view
	blocks []int // laid flat; none is the picture as it is
	flat   layout.FlattenOptions
	plain  bool       // without the treatment that Flatten chose
	recipe ocr.Recipe // what the engine is asked for, on the flat picture where there is one
	look   look       // at the doubtful lines of the best reading alone; the zero look is at everything
	strips []strip    // those lines
}

// try is a reading and what came of it.
type try struct {
	name  string
	plan  plan
	look  look         // where only a part was read again
	mesh  *layout.Mesh // nil where the picture was read as it is
	page  *ocr.Page
	label *label.Label
	list  []match.Match
	score Score
	open  []printed // lines next to the list that were not read

	step    int     // of the trace, that it is noted in
	sampled float64 // confidence with which it read the lines that probes read, 0 before that was asked
	gain    float64 // by how much the value of the best reading grew with it
}

// read carries a plan out.
func (w *work) read(name, why string, p plan) (*try, error) {
	if p.look != (look{}) {
		return w.closer(name, why, p)
	}
	t := &try{name: name, plan: p}
	gray := p.view.gray
	var shown *layout.Shown
	if len(p.blocks) > 0 {
		t.mesh = p.view.layout.Flatten(p.flat, p.blocks...)
	}
	if t.mesh != nil {
		if p.plain {
			t.mesh.Even, t.mesh.Blur = false, 0
		}
		shown = t.mesh.Show(gray)
		gray = shown.Picture
		p.recipe.OneGround = true // the mesh turned light print dark
		if p.recipe.Mode == 0 {
			p.recipe.Mode = modeFor(t.mesh, p.view.layout, p.blocks)
		}
	}
	if p.recipe.Lang == "" {
		p.recipe.Lang = cmp.Or(w.Lang, w.script)
	}
	page, err := w.ask(gray, p.recipe)
	if err != nil {
		return nil, err
	}
	if t.mesh != nil {
		t.page = w.unflatten(page, t, p, shown)
	} else {
		t.page = page
	}
	spots(p.view.layout, t.page.Words)
	if p.view.mirror {
		mirrorBack(t.page)
	}
	w.understand(t)
	w.tries = append(w.tries, t)
	w.full++
	t.step = w.step(Step{What: name, Why: why, Score: t.score})
	w.partColumns(t)
	return t, nil
}

// understand makes label, list and score of the page.
func (w *work) understand(t *try) {
	t.label = label.FromPage(t.page, w.Dictionary)
	t.list = w.Matcher.List(t.label)
	cutoff.Look(w.Dictionary, t.label, t.list)
	t.score = score(t.label, t.list)
	lines := t.printed()
	t.score.Coverage, t.score.Torn = coverage(lines), t.torn(lines) > mostTorn
	t.open = t.beyond()
	t.score.Open = len(t.open) > 0
}

// unflatten leads the page of a flat picture back to the photo.
func (w *work) unflatten(page *ocr.Page, t *try, p plan, shown *layout.Shown) *ocr.Page {
	lead := &p.view.layout.Blocks[p.blocks[0]]
	turn := lead.Turn
	if p.flat.Opposite {
		turn += 180
	}
	out := *page
	out.Width, out.Height = p.view.gray.Rect.Dx(), p.view.gray.Rect.Dy()
	out.Rotation = (720 - turn) % 360
	out.Skew = lead.Skew
	out.Recipe.Rotation, out.Recipe.Flatten, out.Recipe.Invert = out.Rotation, true, t.mesh.Light
	out.Recipe.Background, out.Recipe.Sharpen = t.mesh.Even, t.mesh.Blur > 0
	region := boxOf(t.mesh, ocr.Box{W: t.mesh.Width, H: t.mesh.Height}, out.Width, out.Height)
	out.Recipe.Region, out.Recipe.Scale = &region, 0
	out.Words = make([]ocr.Word, 0, len(page.Words))
	for _, word := range page.Words {
		laid := back(shown, word.Box)
		word.Laid = &laid
		word.Box = boxOf(t.mesh, laid, out.Width, out.Height)
		out.Words = append(out.Words, word)
	}
	return &out
}

// back is the place of a box on the flat picture.
func back(s *layout.Shown, b ocr.Box) ocr.Box {
	r := s.Back(image.Rect(b.X, b.Y, b.X+b.W, b.Y+b.H))
	return ocr.Box{X: r.Min.X, Y: r.Min.Y, W: r.Dx(), H: r.Dy()}
}

// boxOf is the place of a flat box on the photo, inside it and not empty.
func boxOf(m *layout.Mesh, b ocr.Box, width, height int) ocr.Box {
	r := m.Box(image.Rect(b.X, b.Y, b.X+b.W, b.Y+b.H))
	x0, y0 := min(max(r.Min.X, 0), width-1), min(max(r.Min.Y, 0), height-1)
	x1, y1 := min(max(r.Max.X, x0+1), width), min(max(r.Max.Y, y0+1), height)
	return ocr.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// mirrorBack leads boxes from the mirror image of the photo to the photo.
func mirrorBack(p *ocr.Page) {
	for i := range p.Words {
		b := &p.Words[i].Box
		if p.Words[i].Laid == nil {
			laid := *b
			p.Words[i].Laid = &laid
		}
		b.X = p.Width - b.X - b.W
	}
}

func (s Score) String() string {
	return fmt.Sprintf("%d ingredients, %.0f %% known, confidence %.0f, %.0f %% of the print read, value %.0f", s.Ingredients, 100*s.Known, s.Confidence, 100*s.Coverage, s.Value)
}
