package reading

import (
	"context"
	"errors"
	"fmt"
	"image"
	"time"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/layout"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
	"exoscan/internal/photo"
)

// Options are what a Reader works with.
type Options struct {
	Engine     ocr.Reader
	Dictionary *dictionary.Dictionary
	Matcher    *match.Matcher
	Lang       string          // forced; "" reads Latin, and what else the page shows
	Installed  []string        // languages there is data for; nil is what this machine has
	Most       int             // readings a photo may cost; 0 is MostReadings
	Off        map[string]bool // techniques left out, by the names of the ladder: for measuring what each adds
}

// Reader reads photos. It may be used by many goroutines.
type Reader struct{ Options }

// New makes a Reader.
func New(o Options) *Reader {
	if o.Installed == nil {
		if data, err := ocr.FindData(""); err == nil { // without data the first reading says so
			o.Installed = data.Languages
		}
	}
	if o.Most <= 0 {
		o.Most = MostReadings
	}
	return &Reader{o}
}

// Result is the best reading of a photo.
type Result struct {
	Page     *ocr.Page
	Label    *label.Label
	List     []match.Match
	Score    Score
	Readings int // how often the engine read
	Trace    []Step
	Warnings []Warning
}

// Step is one thing done on the way to a Result.
type Step struct {
	What     string // "survey", a way of the ladder, "join"
	Why      string
	Score    Score // of a reading
	Decision string
	Took     time.Duration // since the step before
	Reading  time.Duration // of Took, in the engine
}

// Outcome is what was decided, with the score of what was read.
func (s Step) Outcome() string {
	if s.Score == (Score{}) {
		return s.Decision
	}
	return s.Decision + ": " + s.Score.String()
}

// Warning says what the user should know of the photo.
type Warning struct {
	Code string
	Text string
}

// work is one photo being read.
type work struct {
	*Reader
	ctx    context.Context
	img    *photo.Image
	views  map[photo.Channel]*view
	tries  []*try
	full   int // of the tries, those that read everything
	best   *try
	result *Result
	script string // languages the print turned out to be in, "" is Latin

	stepped time.Time     // when the last step was done
	asked   time.Duration // in the engine since then
}

// view is one grey picture of the photo, and where the print is on it.
type view struct {
	channel photo.Channel // "" is luminance
	mirror  bool
	signs   bool // the layout is of Korean, Japanese or Chinese signs
	gray    *image.Gray
	layout  *layout.Layout
}

// flat is how print of the view is laid flat, at some x-height and maybe turned over.
func (v *view) flat(xHeight float64, opposite bool) layout.FlattenOptions {
	o := layout.FlattenOptions{XHeight: xHeight, Opposite: opposite, Signs: v.signs}
	if v.signs {
		o.Margin, o.Aside = signMargin, signAside
	}
	return o
}

// Read reads the photo.
func (r *Reader) Read(ctx context.Context, img *photo.Image) (*Result, error) {
	w := &work{Reader: r, ctx: ctx, img: img, views: map[photo.Channel]*view{}, result: &Result{}, stepped: time.Now()}
	w.survey("")
	if err := w.climb(); err != nil {
		return nil, err
	}
	if w.best == nil {
		return nil, errors.New("reading photo: no way of reading applies")
	}
	w.result.Page, w.result.Label, w.result.List, w.result.Score = w.best.page, w.best.label, w.best.list, w.best.score
	w.result.Warnings = append(w.result.Warnings, w.advice()...)
	return w.result, nil
}

// survey finds the print as a channel shows it, once.
func (w *work) survey(c photo.Channel) *view {
	if v := w.views[c]; v != nil {
		return v
	}
	v := &view{channel: c}
	if c == "" {
		v.gray = w.img.Gray()
	} else {
		v.gray = w.img.Channel(c)
	}
	v.gray = layout.Soft(v.gray)
	v.layout = layout.Survey(v.gray)
	w.views[c] = v
	what := "survey"
	if c != "" {
		what += " of channel " + string(c)
	}
	w.step(Step{What: what, Decision: describe(v.layout)})
	return v
}

func describe(l *layout.Layout) string {
	if len(l.Blocks) == 0 {
		return "no print found"
	}
	b := &l.Blocks[0]
	s := fmt.Sprintf("%d blocks; the first has %d letters in %d lines, x-height %.0f, turned %d (sure to %.2f), tilted %.1f, bent %.1f, contrast %.0f",
		len(l.Blocks), b.Letters, len(b.Lines), b.XHeight, b.Turn, b.Upright, b.Skew, b.Bend, b.Measures.Contrast)
	if b.Light {
		s += ", light on dark"
	}
	if wider := b.Widening(); wider > 1 {
		s += fmt.Sprintf(", narrow: shown %.2f times as wide", wider)
	}
	return s
}

// step notes what was done since the step before, what it took, and gives its place in the trace.
func (w *work) step(s Step) int {
	now := time.Now()
	s.Took, s.Reading = now.Sub(w.stepped), w.asked
	w.stepped, w.asked = now, 0
	w.result.Trace = append(w.result.Trace, s)
	return len(w.result.Trace) - 1
}

// ask has the engine read a picture, and counts that.
func (w *work) ask(g *image.Gray, r ocr.Recipe) (*ocr.Page, error) {
	start := time.Now()
	page, err := w.Engine.Read(w.ctx, g, r)
	w.asked += time.Since(start)
	if err == nil {
		w.result.Readings++
	}
	return page, err
}
