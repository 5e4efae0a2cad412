package ocr

import (
	"cmp"
	"context"
	"image"
	"slices"
)

// Recording is a Reader that has read already: it answers every recipe with the one page it holds.
// It makes the stages after reading testable, and runnable, without an engine.
type Recording struct{ page *Page }

// NewRecording replays a page.
func NewRecording(p *Page) *Recording { return &Recording{p} }

// Read gives the recorded page, whatever the image and the recipe; the image may be nil.
func (r *Recording) Read(ctx context.Context, _ *image.Gray, _ Recipe) (*Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.page, nil
}

// Survey says of the recorded words what would have been measured of their print: their lines, with
// half a line's height for its x-height. What a page does not tell is that of a good photo.
func (r *Recording) Survey(ctx context.Context, _ *image.Gray, _ Recipe) (*Survey, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &Survey{
		V: PageVersion, Width: r.page.Width, Height: r.page.Height, SkewConfidence: 1,
		DarkOnLight: true, Polarity: 1, Lines: []Line{}, Sharpness: 1, Contrast: 1,
	}
	last := [3]int{}
	for _, w := range r.page.Words {
		if at := [3]int{w.Block, w.Paragraph, w.Line}; at != last || len(s.Lines) == 0 {
			last = at
			s.Lines = append(s.Lines, Line{})
		}
		l := &s.Lines[len(s.Lines)-1]
		l.Box = l.Box.Union(w.Box)
		l.XHeight = float64(l.Box.H) / 2
		l.Letters += len([]rune(w.Text))
		s.Letters += len([]rune(w.Text))
	}
	if n := len(s.Lines); n > 0 {
		byHeight := slices.SortedFunc(slices.Values(s.Lines), func(a, b Line) int { return cmp.Compare(a.XHeight, b.XHeight) })
		s.XHeight = byHeight[n/2].XHeight
	}
	return s, nil
}

// Close does nothing.
func (r *Recording) Close() error { return nil }
