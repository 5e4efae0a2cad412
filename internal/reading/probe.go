package reading

import (
	"fmt"
	"image"
	"math"
	"slices"

	"exoscan/dictionary"
	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// A probe reads a few lines of the print in some way, to tell whether all of it is worth reading so.
// Where the first reading made no sense, most other ways make none either: a probe says so for a
// fraction of the price.
const (
	probeLines      = 4     // of the lead block, at most
	probeLength     = 100.0 // x-heights of print, as long as a hundred letters: enough to tell
	probeWidth      = 60.0  // x-heights shown of one line
	probeGain       = 8.0   // confidence by which a way must read the excerpt better than the best one did
	probeGainListed = 4.0   // the same where a list was found, and read badly
	legibleFrom     = 45.0  // confidence below which what was read is noise
	probePad        = 0.8   // x-heights shown around the excerpt
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

// excerpt is the print that probes read: so many lines of a block that there is enough to tell, those that have the
// most letters.
func excerpt(b *layout.Block) []layout.Line {
	best := b.Lines[:0]
	most := -1
	for i := range b.Lines {
		n, long, k := 0, 0.0, i
		for ; k < len(b.Lines) && k < i+probeLines && long < probeLength; k++ {
			l := &b.Lines[k]
			from, to := l.Base[0], l.Base[len(l.Base)-1]
			n, long = n+l.Letters, long+math.Min(math.Hypot(to.X-from.X, to.Y-from.Y)/b.XHeight, probeWidth)
		}
		if n > most {
			best, most = b.Lines[i:k], n
		}
	}
	return best
}

// excerptOf is where the excerpt of a plan is on its flat picture.
func (w *work) excerptOf(p plan, m *layout.Mesh) rect {
	id := p.blocks[0]
	if b := w.best.lead(); p.view == w.best.plan.view && slices.Contains(p.blocks, b) {
		id = b
	}
	r := linesPlace(m, excerpt(&p.view.layout.Blocks[id]))
	r.x1 = math.Min(r.x1, r.x0+probeWidth*m.XHeight)
	return r.wider(probePad*m.XHeight, probePad*m.XHeight)
}

// promising says whether a few lines show that a plan is worth reading. A plan that shows the picture as it is cannot be
// probed and is promising.
func (w *work) promising(y way, p plan) bool {
	if w.best == nil || len(p.blocks) == 0 {
		return true
	}
	switch y.probe {
	case legible:
		return w.reads(y.name, y.why, p, false, legibleFrom)
	case surer:
		return w.readsBetter(y.name, y.why, p, false, 0, 0)
	case better:
		return w.clearer(y.name, y.why, p, false, 0)
	case clearer:
		return w.clearer(y.name, y.why, p, false, legibleFrom)
	}
	return true
}

// clearer says whether a plan, or its mirror image, reads the excerpt with the confidence that is needed and clearly
// better than the best reading did.
func (w *work) clearer(name, why string, p plan, mirror bool, needed float64) bool {
	gain := probeGain
	if w.best.score.ListFound {
		gain = probeGainListed
	}
	return w.readsBetter(name, why, p, mirror, needed, gain)
}

// readsBetter says whether a plan, or its mirror image, reads the excerpt with the confidence that is needed and with
// more, by some gain, than the best reading did. What was read clearly is not read again.
func (w *work) readsBetter(name, why string, p plan, mirror bool, needed, gain float64) bool {
	if w.best.sampled == 0 {
		w.best.sampled = w.sample()
	}
	if w.best.sampled >= clearConfidence {
		w.step(Step{What: name, Why: why, Decision: fmt.Sprintf("not tried: some lines of it were read with a confidence of %.0f", w.best.sampled)})
		return false
	}
	return w.reads(name, why, p, mirror, math.Max(needed, w.best.sampled+gain))
}

// reads says whether a plan, or its mirror image, reads the excerpt with more than some confidence, and notes it in the
// trace where not.
func (w *work) reads(name, why string, p plan, mirror bool, needed float64) bool {
	if w.spent() {
		return false
	}
	c := w.probe(p, mirror)
	if c > needed {
		return true
	}
	w.step(Step{What: name, Why: why,
		Decision: fmt.Sprintf("not tried: some lines of it were read with a confidence of %.0f, more than %.0f is needed", c, needed)})
	return false
}

// sample is the confidence with which the best reading read the excerpt. Where it was of the picture as it is, the
// excerpt is laid flat and read.
func (w *work) sample() float64 {
	t := w.best
	if t.mesh == nil {
		p := t.plan
		if laid := flatOf(p.view); len(laid) > 0 {
			p = laid[0]
		}
		return w.probe(p, false)
	}
	var words []ocr.Word
	place, f := w.excerptOf(t.plan, t.mesh), frameOf(t)
	for _, word := range t.page.Words {
		if place.holdsMiddle(f.own(word)) {
			words = append(words, word)
		}
	}
	return sureness(words)
}

// probe is the confidence, 0 to 100, with which a plan reads the excerpt, or its mirror image; 0 where it reads nothing.
func (w *work) probe(p plan, mirror bool) float64 { return sureness(w.glimpse(p, mirror)) }

// glimpse are the words a plan reads in the excerpt, or in its mirror image.
func (w *work) glimpse(p plan, mirror bool) []ocr.Word {
	m := p.view.layout.Flatten(p.flat, p.blocks...)
	if m == nil {
		return nil
	}
	if p.plain {
		m.Even, m.Blur = false, 0
	}
	r := w.excerptOf(p, m)
	picture := m.Part(image.Rect(int(r.x0), int(r.y0), int(r.x1), int(r.y1))).Show(p.view.gray).Picture
	if mirror {
		picture = mirrored(picture)
	}
	page, err := w.ask(picture, ocr.Recipe{Mode: modeBlock, Lang: p.recipe.Lang, OneGround: true})
	if err != nil {
		return nil // a probe that fails tells nothing
	}
	// A word at the edge goes on where its line was cut.
	edge, wide := int(probePad*m.XHeight/2), picture.Rect.Dx()
	return slices.DeleteFunc(slices.Clone(page.Words), func(word ocr.Word) bool {
		return word.Box.X < edge || word.Box.X+word.Box.W > wide-edge
	})
}

// sureness is the confidence with which the letters of some words were read, 0 where there are none.
func sureness(words []ocr.Word) float64 {
	n := 0
	for _, w := range words {
		n += dictionary.Letters(w.Text)
	}
	return 100 * clearly(words) / math.Max(1, float64(n))
}
