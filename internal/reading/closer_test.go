package reading

import (
	"context"
	"image"
	"strings"
	"testing"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// scripted is an engine that reads what it was told to, and notes what it was shown.
type scripted struct {
	ocr.Reader // panics where it is asked for anything else
	pages      []*ocr.Page
	shown      []*image.Gray
}

func (s *scripted) Read(_ context.Context, img *image.Gray, _ ocr.Recipe) (*ocr.Page, error) {
	s.shown = append(s.shown, img)
	p := s.pages[0]
	s.pages = s.pages[1:]
	return p, nil
}

// strange marks the words of a page as read with little confidence.
func strange(p *ocr.Page, texts ...string) *ocr.Page {
	for i := range p.Words {
		for _, text := range texts {
			if p.Words[i].Text == text {
				p.Words[i].Confidence = 30
			}
		}
	}
	return p
}

func TestCloserReadsOnlyDoubtfulLines(t *testing.T) {
	w := newWork()
	base := strange(words(
		[]string{"Ingredients:", "Aqua,", "Glycerin,", "Propanediol,"},
		[]string{"Xmqtol", "Gqfmr,", "Niacinamide,", "Tocopherol,"},
		[]string{"Panthenol,", "Parfum,", "Citric", "Acid."}), "Xmqtol", "Gqfmr,")
	w.best = tried(w, base)
	second := base.Words[4:8]
	// On the picture of the one strip, of the line's own size, the line begins its height times lineAbove
	// down and lineAside in. A piece of the line below reaches into it.
	again := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
	for i, text := range []string{"Xanthan", "Gum,", "Niacinamide,", "Tocopherol,"} {
		b := second[i].Box
		b.X, b.Y = b.X-second[0].Box.X+10, 10
		again.Words = append(again.Words, ocr.Word{Text: text, Box: b, Confidence: 90, Block: 1, Paragraph: 1, Line: 1})
	}
	again.Words = append(again.Words, ocr.Word{Text: "noise", Box: ocr.Box{X: 30, Y: 32, W: 40, H: 6}, Confidence: 90, Block: 1, Paragraph: 1, Line: 2})
	engine := &scripted{pages: []*ocr.Page{again}}
	w.Engine = engine
	k := look{xHeight: 10}
	got, err := w.closer("closer", "why", plan{look: k, strips: w.best.doubtful(k)})
	if err != nil {
		t.Fatal(err)
	}
	want := "Ingredients: Aqua, Glycerin, Propanediol,\nXanthan Gum, Niacinamide, Tocopherol,\nPanthenol, Parfum, Citric Acid."
	if got.label.Text != want {
		t.Errorf("text is\n%s\nwant\n%s", got.label.Text, want)
	}
	if h := engine.shown[0].Rect.Dy(); h > 3*20 {
		t.Errorf("a picture %d pixels high was read for one line of 20", h)
	}
	for _, word := range got.page.Words {
		if word.Text != "Xanthan" {
			continue
		}
		at := second[0].Box
		if dx, dy := word.Box.X-at.X, word.Box.Y-at.Y; dx < -3 || dx > 3 || dy < -3 || dy > 3 {
			t.Errorf("the word read again is at %v, it stands at %v", word.Box, at)
		}
	}
}

// TestCloserReadsALineSingly has nothing read from the picture of the line, and all of it from the same picture
// where that is said to be one line.
func TestCloserReadsALineSingly(t *testing.T) {
	w := newWork()
	w.best = tried(w, strange(words([]string{"Ingredients:", "Aqua,"}, []string{"Glycerin,", "Xmqtol,"}, []string{"Panthenol,", "Parfum."}), "Xmqtol,"))
	line := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
	for i, word := range words([]string{"Glycerin,", "Propanediol,"}).Words {
		word.Box.X, word.Box.Y, word.Confidence = 10+100*i, 10, 90
		line.Words = append(line.Words, word)
	}
	w.Engine = &scripted{pages: []*ocr.Page{{V: ocr.PageVersion, Lang: "eng"}, line}}
	k := look{xHeight: 10}
	got, err := w.closer("closer", "why", plan{look: k, strips: w.best.doubtful(k)})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Ingredients: Aqua,\nGlycerin, Propanediol,\nPanthenol, Parfum."; got.label.Text != want {
		t.Errorf("text is\n%s\nwant\n%s", got.label.Text, want)
	}
}

// TestCloserKeepsWhatIsNotReadAgain reads nothing the second time.
func TestCloserKeepsWhatIsNotReadAgain(t *testing.T) {
	w := newWork()
	w.best = tried(w, strange(words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Xmqtol,"}, []string{"Panthenol,", "Parfum."}), "Xmqtol,"))
	nothing := &ocr.Page{V: ocr.PageVersion, Lang: "eng"}
	w.Engine = &scripted{pages: []*ocr.Page{nothing, nothing}}
	k := look{xHeight: 10}
	got, err := w.closer("closer", "why", plan{look: k, strips: w.best.doubtful(k)})
	if err != nil {
		t.Fatal(err)
	}
	if got.label.Text != w.best.label.Text {
		t.Errorf("text is %q, was %q", got.label.Text, w.best.label.Text)
	}
}

// TestOtherwiseFollowsWhatCloserFound has the second look at doubtful lines taken only where the first one was worth
// something.
func TestOtherwiseFollowsWhatCloserFound(t *testing.T) {
	w := newWork()
	w.best = tried(w, strange(words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Xmqtol,"}, []string{"Panthenol,", "Parfum."}), "Xmqtol,"))
	for gain, want := range map[float64]int{0: 0, 2: 1} {
		w.tries = []*try{w.best, {look: look{xHeight: 32}, gain: gain}}
		if got := len(otherwise(w)); got != want {
			t.Errorf("a closer look was worth %.0f letters, and %d more looks are taken, want %d", gain, got, want)
		}
	}
}

func TestProbeSparesAReading(t *testing.T) {
	w := newWork()
	v := &view{gray: image.NewGray(image.Rect(0, 0, 1000, 400)), layout: layout.Survey(print(t))}
	if len(v.layout.Blocks) == 0 {
		t.Fatal("the survey finds no print")
	}
	w.best = tried(w, words([]string{"Ingredients:", "Aqua,", "Glycerin,"}))
	w.best.plan = plan{view: v, blocks: []int{0}}
	page := func(confidence float64) *ocr.Page {
		return &ocr.Page{V: ocr.PageVersion, Words: []ocr.Word{{Text: "Glycerin", Confidence: confidence, Box: ocr.Box{X: 60, Y: 20, W: 120, H: 30}}}}
	}
	for _, c := range []struct {
		probe         probing
		listed        bool
		before, after float64
		want          bool
	}{
		{better, true, 40, 42, false}, {better, true, 40, 20, false}, {better, true, 40, 70, true}, {better, true, 50, 55, true},
		{better, false, 50, 55, false}, {better, true, 20, 40, true}, {better, true, 90, 99, false},
		{clearer, true, 20, 40, false}, {clearer, true, 40, 70, true}, {legible, true, 0, 0, false}, {unprobed, true, 0, 0, true},
	} {
		w.best.sampled, w.best.score.ListFound, w.result.Readings = 0, c.listed, 0
		w.Engine = &scripted{pages: []*ocr.Page{page(c.before), page(c.after)}}
		p := w.best.plan
		p.flat.Opposite = true
		if got := w.promising(way{name: "opposite", why: "why", probe: c.probe}, p); got != c.want {
			t.Errorf("lines read with %.0f, before with %.0f: promising %v, want %v", c.after, c.before, got, c.want)
		}
		if last := w.result.Trace[len(w.result.Trace)-1]; !c.want && !strings.Contains(last.Decision, "not tried") {
			t.Errorf("the trace does not say that it was not tried: %q", last.Decision)
		}
	}
}

// TestLinesBeyond has a list between print above and print below that was not read: a line below is doubtful where no
// full stop ends the list and no words were read there, one above where no heading was read, and nothing at all there.
func TestLinesBeyond(t *testing.T) {
	above, below := []string{"Massage", "gently", "until", "absorbed", "daily"}, []string{"Rinse", "well", "with", "lukewarm", "water"}
	headed, bare := "Ingredients: Aqua, Glycerin, Niacinamide, Benzyl", "Betaine, Glycerin, Niacinamide, Panthenol, Carbomer"
	for _, c := range []struct {
		name   string
		above  []string
		list   string
		below  []string
		unsure string // read without confidence
		want   int
	}{
		{"nothing was read below", above, headed, nil, "", 1},
		{"a full stop ends the list", above, headed + ".", nil, "", 0},
		{"what is below was read", above, headed, below, "", 0},
		{"what is below was read badly", above, headed, []string{"Rqnsewzllwqthlukewqrm"}, "Rqnsewzllwqthlukewqrm", 1},
		{"nothing was read above", nil, bare + ".", below, "", 1},
		{"a heading is there, and nothing above was read", nil, headed, below, "", 0},
		{"what is above was read, however badly", []string{"Mqssagegzntlyuntqlabsqrbeddqily"}, bare + ".", below, "Mqssagegzntlyuntqlabsqrbeddqily", 0},
		{"nothing was read above nor below", nil, bare, nil, "", 2},
	} {
		w := newWork()
		page := words(c.above, strings.Fields(c.list), c.below)
		for i := range page.Words {
			if page.Words[i].Text == c.unsure {
				page.Words[i].Confidence = 30
			}
		}
		w.survey("").layout.Blocks = []layout.Block{surveyed(3)}
		if got := tried(w, page).beyond(); len(got) != c.want {
			t.Errorf("%s: %d lines beyond the list are doubtful, want %d", c.name, len(got), c.want)
		}
	}
}

// surveyed is a block of the lines that words puts below each other, as the survey sees them.
func surveyed(lines int) layout.Block {
	const left, right, pitch, x = 10.0, 400.0, 40.0, 16.0
	block := layout.Block{XHeight: x, Letters: 30 * lines}
	for i := range lines {
		line := layout.Line{Letters: 30, Height: x}
		for u := left; u <= right; u += 10 {
			line.Base = append(line.Base, layout.Point{X: u, Y: pitch*float64(i+1) + 18})
			line.Waist = append(line.Waist, layout.Point{X: u, Y: pitch*float64(i+1) + 2})
		}
		block.Lines = append(block.Lines, line)
	}
	return block
}

// print is a picture of rows of bars: print enough for the survey.
func print(t *testing.T) *image.Gray {
	t.Helper()
	g := image.NewGray(image.Rect(0, 0, 1000, 400))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	for line := range 8 {
		for letter := range 60 {
			x, y := 20+letter*15, 40+line*40
			for dy := range 16 {
				for dx := range 9 {
					if dx < 3 || dx >= 6 || dy < 3 || dy >= 13 && letter%3 > 0 {
						g.Pix[(y+dy)*g.Stride+x+dx] = 20
					}
				}
			}
		}
	}
	return g
}

func TestCloserAsksForAList(t *testing.T) {
	w := newWork()
	w.best = tried(w, strange(words(
		[]string{"Wet", "your", "face", "and", "massage", "gently", "Xmqtol"},
		[]string{"then", "rinse", "well", "with", "lukewarm", "water", "Gqfmr"}), "Xmqtol", "Gqfmr"))
	if plans := closer(look{xHeight: 32})(w); len(plans) > 0 {
		t.Errorf("%d plans for print without a list", len(plans))
	}
}

// TestCloserTakesAHeading has a list of which little but the heading was understood: it is there, the right way up.
func TestCloserTakesAHeading(t *testing.T) {
	w := newWork()
	w.best = tried(w, strange(words([]string{"Ingredients:", "Aqua,", "Xmqtolra,", "Gqfmrit,"}, []string{"Parfum,", "Wqzkytol,", "Zrrtvbin."}),
		"Xmqtolra,", "Gqfmrit,", "Wqzkytol,", "Zrrtvbin."))
	if s := w.best.score; s.settled() || s.hopeless() {
		t.Errorf("a list whose heading was read is settled (%v) or hopeless (%v): %s", s.settled(), s.hopeless(), s)
	}
	if plans := closer(look{xHeight: 32})(w); len(plans) != 1 {
		t.Errorf("%d plans for a list whose heading was read, want 1", len(plans))
	}
}

// TestUnreadIsNotOnThePage has a strip show a word of the line above again, and another one over a word read badly.
func TestUnreadIsNotOnThePage(t *testing.T) {
	w := newWork()
	base := tried(w, words([]string{"Ingredients:", "Aqua,", "Glycerin,"}, []string{"Pxnthqnol,", "Parfum."}))
	on := base.page.Words
	below := ocr.Word{Text: "Aqua,", Box: on[4].Box} // the same word in another place
	below.Box.Y += 100
	better := ocr.Word{Text: "Panthenol,", Box: on[3].Box}
	got := base.unread([]ocr.Word{{Text: "Aqua,", Box: on[1].Box}, better, below})
	if len(got) != 2 || got[0].Text != better.Text || got[1].Box != below.Box {
		t.Errorf("what was not on the page is %v", got)
	}
}
