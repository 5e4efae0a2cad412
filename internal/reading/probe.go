package reading

import (
	"fmt"
	"image"
	"math"
	"slices"
	"time"
	"unicode"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// A probe reads a few lines of the print in some way, to tell whether all of it is worth reading so.
// Where the first reading made no sense, most other ways make none either: a probe says so for a
// fraction of the price.
const (
	probeLines      = 4   // of the lead block: enough letters to tell, a fifth of a list
	probeGain       = 8.0 // confidence by which a way must read the excerpt better than the best one did
	probeGainListed = 4.0 // the same where a list was found, and read badly
	probePad        = 0.8 // x-heights shown around the excerpt
)

// lead is the block of print that holds most of the list a reading found, the first it shows where there is none.
func (t *try) lead() int {
	l := t.plan.view.layout
	first := 0
	if len(t.plan.blocks) > 0 {
		first = t.plan.blocks[0]
	}
	if !t.label.ListFound || t.plan.view.mirror {
		return first
	}
	held := make([]int, len(l.Blocks)) // letters
	for _, s := range t.label.Spans {
		if s.Start < t.label.List.Start || s.End > t.label.List.End {
			continue
		}
		b := t.page.Words[s.Word].Box
		x, y := float64(b.X)+float64(b.W)/2, float64(b.Y)+float64(b.H)/2
		for i := range l.Blocks {
			if image.Pt(int(x), int(y)).In(l.Blocks[i].Bounds) && (len(t.plan.blocks) == 0 || slices.Contains(t.plan.blocks, i)) {
				held[i] += s.End - s.Start
			}
		}
	}
	best := first
	for i, n := range held {
		if n > held[best] {
			best = i
		}
	}
	return best
}

// excerpt is the print that probes read: the lines of a block that have the most letters.
func excerpt(b *layout.Block) []layout.Line {
	best, most := 0, -1
	for i := range max(1, len(b.Lines)-probeLines+1) {
		n := 0
		for _, l := range b.Lines[i:min(i+probeLines, len(b.Lines))] {
			n += l.Letters
		}
		if n > most {
			best, most = i, n
		}
	}
	return b.Lines[best:min(best+probeLines, len(b.Lines))]
}

// promising says whether a plan reads the excerpt better than the best reading's plan does, and notes
// it in the trace where not. A plan that shows the picture as it is cannot be probed and is promising, and so
// is most that comes after such a reading; print is not turned over without asking.
func (w *work) promising(name, why string, p plan) bool {
	if w.best == nil || len(p.blocks) == 0 || len(w.best.plan.blocks) == 0 && !p.flat.Opposite {
		return true
	}
	return w.clearer(name, why, p, false, 0)
}

// clearer says whether a plan, or its mirror image, reads the excerpt with the confidence that is needed and better
// than the best reading's plan does.
func (w *work) clearer(name, why string, p plan, mirror bool, needed float64) bool {
	start := time.Now()
	if w.best.sampled == 0 {
		q := w.best.plan
		if laid := flatOf(q.view); len(q.blocks) == 0 && len(laid) > 0 { // it was read as it is
			q = laid[0]
		}
		w.best.sampled = w.probe(q, false)
	}
	if w.spent() {
		return false
	}
	c := w.probe(p, mirror)
	gain := probeGain
	if w.best.score.ListFound {
		gain = probeGainListed
	}
	if c >= needed && c > w.best.sampled+gain {
		return true
	}
	w.step(Step{What: name, Why: why, Took: time.Since(start),
		Decision: fmt.Sprintf("not tried: some lines of it were read with a confidence of %.0f, %.0f as before", c, w.best.sampled)})
	return false
}

// probe is the confidence, 0 to 100, with which a plan reads the excerpt, or its mirror image; 0 where it reads nothing.
func (w *work) probe(p plan, mirror bool) float64 {
	l := p.view.layout
	m := l.Flatten(p.flat, p.blocks...)
	if m == nil {
		return 0
	}
	if p.plain {
		m.Even, m.Blur = false, 0
	}
	id := p.blocks[0]
	if b := w.best.lead(); p.view == w.best.plan.view && slices.Contains(p.blocks, b) {
		id = b
	}
	r := linesPlace(m, excerpt(&l.Blocks[id]))
	pad := probePad * m.XHeight
	part := m.Part(image.Rect(int(r.x0-pad), int(r.y0-pad), int(r.x1+pad), int(r.y1+pad)))
	picture := part.Show(p.view.gray).Picture
	if mirror {
		picture = mirrored(picture)
	}
	page, err := w.Engine.Read(w.ctx, picture, ocr.Recipe{Mode: modeBlock, Lang: p.recipe.Lang, OneGround: true})
	if err != nil {
		return 0 // a probe that fails tells nothing
	}
	w.result.Readings++
	sum, n := 0.0, 0
	for _, word := range page.Words {
		k := 0
		for _, r := range word.Text {
			if unicode.IsLetter(r) {
				k++
			}
		}
		sum, n = sum+word.Confidence*float64(k), n+k
	}
	return sum / math.Max(1, float64(n))
}
