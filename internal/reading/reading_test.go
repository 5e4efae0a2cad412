package reading

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/layout"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
	"exoscan/internal/photo"
)

// words makes a page of lines of words, ten pixels a letter.
func words(lines ...[]string) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Width: 1000, Height: 400, Lang: "eng"}
	for i, line := range lines {
		x := 10
		for _, text := range line {
			w := 10 * len(text)
			p.Words = append(p.Words, ocr.Word{Text: text, Box: ocr.Box{X: x, Y: 40 * (i + 1), W: w, H: 20}, Confidence: 90, Block: 1, Paragraph: 1, Line: i + 1})
			x += w + 10
		}
	}
	return p
}

// tried makes a try of a page.
func tried(w *work, p *ocr.Page) *try {
	t := &try{name: "test", plan: plan{view: w.survey("")}, page: p}
	w.understand(t)
	return t
}

func newWork() *work {
	d := dictionary.Default()
	white := image.NewGray(image.Rect(0, 0, 1000, 400))
	draw.Draw(white, white.Rect, image.White, image.Point{}, draw.Src)
	return &work{Reader: New(Options{Dictionary: d, Matcher: match.New(d)}), ctx: context.Background(), img: photo.New(white, "png"), views: map[photo.Channel]*view{}, result: &Result{}}
}

// TestJoinTakesTheBetterPieces gives two readings, each of which has a different ingredient wrong.
func TestJoinTakesTheBetterPieces(t *testing.T) {
	w := newWork()
	w.best = tried(w, words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Xmqtol", "Gqfm,"}, []string{"Niacinamide,", "Parfum,", "Citric", "Acid."}))
	other := tried(w, words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Xanthan", "Gum,"}, []string{"Nxxaqzmde,", "Pxfqm,", "Citric", "Acid."}))
	w.join(other)
	if got := w.best.label.Text; got != "Ingredients: Aqua, Glycerin, Xanthan Gum,\nNiacinamide, Parfum, Citric Acid." {
		t.Errorf("joined text is %q", got)
	}
	for i, word := range w.best.page.Words {
		if word.Text == "Xanthan" && word.Box != other.page.Words[i].Box {
			t.Errorf("box of %q is %v, not where it was read, %v", word.Text, word.Box, other.page.Words[i].Box)
		}
	}
	data, err := w.best.page.JSON()
	if err != nil {
		t.Fatal(err)
	}
	again, err := ocr.ParsePage(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := label.FromPage(again, w.Dictionary).Text; got != w.best.label.Text {
		t.Errorf("the page replays as %q, was %q", got, w.best.label.Text)
	}
}

// TestJoinAddsLines gives a second reading with a line the first one lacks.
func TestJoinAddsLines(t *testing.T) {
	w := newWork()
	first := words([]string{"Ingredients:", "Aqua,", "Glycerin,"}, []string{"Niacinamide,", "Parfum,"}, []string{"Citric", "Acid."})
	full := words([]string{"Ingredients:", "Aqua,", "Glycerin,"}, []string{"Niacinamide,", "Parfum,"}, []string{"Citric", "Acid."})
	first.Words = append(first.Words[:3:3], first.Words[5:]...)
	w.best = tried(w, first)
	w.join(tried(w, full))
	if n := len(w.best.list); n != 5 {
		t.Errorf("joined list has %d ingredients, want 5: %q", n, w.best.label.Text)
	}
}

func TestReadingOfNothing(t *testing.T) {
	w := newWork()
	w.Engine = &blind{}
	r, err := w.Read(context.Background(), w.img)
	if err != nil {
		t.Fatal(err)
	}
	if r.Label.ListFound || len(r.Warnings) != 1 || r.Warnings[0].Code != NoPrint {
		t.Errorf("an empty photo gave a list (%v) and the warnings %v", r.Label.ListFound, r.Warnings)
	}
}

// blind is an engine that sees no word in anything, and counts how often it looked.
type blind struct {
	ocr.Reader
	looked int
}

func (b *blind) Read(_ context.Context, img *image.Gray, _ ocr.Recipe) (*ocr.Page, error) {
	b.looked++
	return &ocr.Page{V: ocr.PageVersion, Width: img.Rect.Dx(), Height: img.Rect.Dy(), Lang: "eng", Words: []ocr.Word{}}, nil
}

// TestBudget reads a photo of which nothing can be made: it costs as many readings as it may, and no more.
func TestBudget(t *testing.T) {
	// Lines of strokes, in two sizes and polarities.
	page := image.NewGray(image.Rect(0, 0, 800, 600))
	draw.Draw(page, image.Rect(0, 0, 800, 300), image.White, image.Point{}, draw.Src)
	for line := range 12 {
		for letter := range 60 {
			at := image.Rect(20, 20+24*line, 25, 20+24*line+14+line/6*8).Add(image.Pt(12*letter, line/6*160))
			draw.Draw(page, at, image.NewUniform(color.Gray{uint8(255 * (line / 6))}), image.Point{}, draw.Src)
		}
	}
	img := photo.New(page, "png")
	d := dictionary.Default()
	for _, most := range []int{1, 2, 0} {
		b := &blind{}
		r, err := New(Options{Engine: b, Dictionary: d, Matcher: match.New(d), Most: most, Installed: []string{"eng", "kor"}}).Read(t.Context(), img)
		if err != nil {
			t.Fatal(err)
		}
		if most > 0 && b.looked != most || most == 0 && b.looked <= 2 || r.Readings != b.looked {
			t.Errorf("of at most %d readings it took %d, and says %d", most, b.looked, r.Readings)
		}
	}
}

// TestBeats has a heading outweigh surer words that hold no list, and a heading alone outweigh nothing.
func TestBeats(t *testing.T) {
	list := Score{ListFound: true, Heading: true, Ingredients: 12, Known: 0.1, Confidence: 55, Value: -20}
	noise := Score{ListFound: true, Ingredients: 12, Known: 0.1, Confidence: 55, Value: -20}
	other := Score{Confidence: 90}
	for _, c := range []struct {
		name string
		s, o Score
		want bool
	}{
		{"a list badly read, other print read well before", list, other, true},
		{"other print, after a list badly read", other, list, false},
		{"other print, after noise taken for a list", other, noise, true},
		{"noise taken for a list, after other print", noise, other, false},
		{"a better reading of the list", Score{ListFound: true, Value: 200}, list, true},
	} {
		if got := c.s.beats(c.o); got != c.want {
			t.Errorf("%s: beats is %v, want %v", c.name, got, c.want)
		}
	}
}

// TestListInOtherPrint has the list in the second block, light on dark, whose first reading is bad: it is read
// before the first block is tried in other ways, and that block is what is read larger.
func TestListInOtherPrint(t *testing.T) {
	dark := print(t)
	page := image.NewGray(image.Rect(0, 0, 1000, 1000))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(page, dark.Rect, dark, image.Point{}, draw.Src)
	for i, v := range dark.Pix {
		page.Pix[(600+i/1000)*page.Stride+i%1000] = 255 - v
	}
	w := newWork()
	w.img = photo.New(page, "png")
	facts := words([]string{"Serving", "size", "about", "three", "cookies"}, []string{"Total", "fat", "seven", "grams", "per", "serving"})
	bad := words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Nxqcinqmide,", "Pzrfqm,", "Cxtrwc"}, []string{"Acqd,", "Xqnthqn", "Gwm,", "Pznthqnol,", "Tqcophqrol"})
	for i := range bad.Words[1:] {
		bad.Words[i+1].Confidence = 40
	}
	probe := func(confidence float64) *ocr.Page {
		return &ocr.Page{V: ocr.PageVersion, Words: []ocr.Word{{Text: "Glycerin", Confidence: confidence, Box: ocr.Box{X: 60, Y: 20, W: 120, H: 30}}}}
	}
	good := words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Niacinamide,", "Parfum,", "Citric"}, []string{"Acid,", "Xanthan", "Gum,", "Panthenol,", "Tocopherol"})
	for _, p := range []*ocr.Page{bad, good} {
		for i := range p.Words {
			p.Words[i].Box.Y += 600
		}
	}
	e := &scripted{pages: []*ocr.Page{facts, probe(60), bad, probe(95), good}}
	for range 9 {
		e.pages = append(e.pages, good)
	}
	w.Engine = e
	r, err := w.Read(t.Context(), w.img)
	if err != nil {
		t.Fatal(err)
	}
	var done []string
	for _, s := range r.Trace {
		done = append(done, s.What+": "+s.Decision)
	}
	if len(done) < 4 || !slices.Equal(done[2:4], []string{"elsewhere: better", "larger: better"}) {
		t.Errorf("it was read by %q", done)
	}
}

// TestPrintInShadow has print in a deep shadow go with that in the light, and faint patterns left out.
func TestPrintInShadow(t *testing.T) {
	block := func(y, letters int, x, contrast float64) layout.Block {
		return layout.Block{Bounds: image.Rect(100, y, 900, y+300), Letters: letters, XHeight: x, Measures: layout.Measures{Contrast: contrast}}
	}
	l := &layout.Layout{Blocks: []layout.Block{
		block(500, 300, 20, 200),
		block(100, 200, 21, 46), // in the shadow
		block(100, 200, 28, 46), // a pattern of another size
		block(100, 200, 20, 12), // fainter than a shadow
		block(900, 10, 20, 46),  // too little
		block(900, 10, 20, 150), // in the light
	}}
	if got, want := together(l, 0), []int{0, 1, 5}; !slices.Equal(got, want) {
		t.Errorf("blocks %v are laid flat together, want %v", got, want)
	}
}
