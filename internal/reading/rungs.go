package reading

import (
	"math"
	"slices"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// The rungs of the ladder: each looks at the survey and at the best reading so far, and gives the plans it has
// for this photo, none where it does not apply.

// page modes of Tesseract.
const (
	modeAuto  = 3
	modeBlock = 6
	modeLine  = 13 // the picture is one line
)

// flat lays all print that goes with the first block flat.
func flat(w *work) []plan {
	if w.best != nil && !w.best.score.poor() && !w.best.score.Torn {
		return nil
	}
	return flatOf(w.survey(""))
}

func flatOf(v *view) []plan {
	if len(v.layout.Blocks) == 0 {
		return nil
	}
	ids := together(v.layout, 0)
	return []plan{{view: v, blocks: ids, flat: v.flat(readAt, unlikely(&v.layout.Blocks[0]))}}
}

// readAt is the x-height, in pixels, print is first read at. Above it Tesseract costs more and gains
// next to nothing; what is still doubtful is looked at again larger.
const readAt = 22

// fewLetters is less than a line of a list has: scratches and grain make such blocks by the dozen.
const fewLetters = 8

// leastContrast is the share of the lead block's contrast below which a block is a pattern, not print.
const leastContrast = 0.35

// leastProof is the evidence without which print is not believed to stand on its head: people hold
// photos the right way up.
const leastProof = 0.3

func unlikely(b *layout.Block) bool { return b.Turn == 180 && b.Upright < leastProof }

// together lists the blocks that can be laid flat with one of them: same direction, shape and polarity, and
// print of about its size.
func together(l *layout.Layout, lead int) []int {
	a := &l.Blocks[lead]
	ids := []int{lead}
	for i := range l.Blocks {
		b := &l.Blocks[i]
		if i == lead || b.Turn != a.Turn || b.Round != a.Round || b.Light != a.Light || b.XHeight < 0.55*a.XHeight || b.XHeight > 2*a.XHeight || b.Letters < fewLetters ||
			b.Measures.Contrast < leastContrast*a.Measures.Contrast && !shaded(a, b) {
			continue
		}
		ids = append(ids, i)
	}
	return ids
}

// What print in a deep shadow is like, beside print of the same kind in the light.
const (
	shadedContrast = 0.1  // of the contrast in the light
	shadedSize     = 0.12 // by which the height of an x differs at most
)

// shaded says whether b may be more of the print of a, in a shadow: as large, in the same column. Patterns are faint,
// too, but seldom as large.
func shaded(a, b *layout.Block) bool {
	across := min(a.Bounds.Max.X, b.Bounds.Max.X) - max(a.Bounds.Min.X, b.Bounds.Min.X)
	if a.Turn%180 != 0 {
		across = min(a.Bounds.Max.Y, b.Bounds.Max.Y) - max(a.Bounds.Min.Y, b.Bounds.Min.Y)
	}
	return b.Letters >= columnLetters && across > 0 && b.Measures.Contrast >= shadedContrast*a.Measures.Contrast &&
		math.Abs(b.XHeight-a.XHeight) <= shadedSize*a.XHeight
}

// colour chooses another channel where luminance shows little.
func colour(w *work) []plan {
	v := w.survey("")
	if w.best != nil && w.best.score.Known > 0.85 {
		return nil
	}
	if len(v.layout.Blocks) > 0 && v.layout.Blocks[0].Measures.Contrast > 110 {
		return nil
	}
	c, gain := bestChannel(w.img, v.layout)
	if c == "" || gain < 1.3 {
		return nil
	}
	return flatOf(w.survey(c))
}

func opposite(w *work) []plan {
	if w.best == nil || !w.best.score.hopeless() {
		return nil
	}
	if w.best.mesh != nil {
		p := w.best.plan
		p.flat.Opposite = !p.flat.Opposite
		return []plan{p}
	}
	out := flatOf(w.best.plan.view) // it was read as it is
	for i := range out {
		out[i].flat.Opposite = !out[i].flat.Opposite
	}
	return out
}

// closer looks again at what is doubtful in a list that was understood on the whole, or whose heading was read.
func closer(k look) func(w *work) []plan {
	return func(w *work) []plan {
		if w.best == nil || !w.best.score.settled() && !w.best.score.headed() {
			return nil
		}
		strips := w.best.doubtful(k)
		if len(strips) == 0 {
			return nil
		}
		return []plan{{look: k, strips: strips}}
	}
}

// otherwise takes another look where the closer one was worth something: where it was not, what is doubtful was read as
// well as it can be.
func otherwise(w *work) []plan {
	if slices.ContainsFunc(w.tries, func(t *try) bool { return t.look != look{} && t.gain <= 0 }) {
		return nil
	}
	return closer(look{xHeight: 26, other: true, rows: true})(w)
}

// hiddenBelow is the confidence from which on what was read is the print, and not what lines that touch left of it.
const hiddenBelow = 65

// touching surveys the print anew with lines that touch cut apart.
func touching(w *work) []plan {
	if w.best == nil || w.best.score.Confidence >= hiddenBelow || w.best.plan.view.mirror {
		return nil
	}
	v := &view{gray: w.survey("").gray}
	v.layout = layout.SurveyApart(v.gray)
	if v.layout == nil || len(v.layout.Blocks) == 0 {
		return nil
	}
	w.step(Step{What: "survey of lines that touch", Decision: describe(v.layout)})
	return flatOf(v)
}

func larger(w *work) []plan {
	v, o := w.lead()
	if w.best == nil || !w.best.score.unsettled() || len(v.layout.Blocks) == 0 {
		return nil
	}
	return []plan{{view: v, blocks: []int{w.best.lead()}, flat: v.flat(0, o), recipe: ocr.Recipe{Mode: modeBlock}}}
}

// whole leaves it to the engine to find the print, where the survey may have missed some: of the list, or all that
// there is.
func whole(w *work) []plan {
	v, o := w.lead()
	if w.best != nil {
		seen := foundPrint(v.layout)
		if w.best.score.ListFound {
			seen = w.best.score.Coverage >= enoughCovered
		}
		if seen {
			return nil
		}
	}
	r := ocr.Recipe{Mode: modeAuto}
	if len(v.layout.Blocks) == 0 {
		return []plan{{view: v, recipe: r}}
	}
	turn := v.layout.Blocks[0].Turn
	if o {
		turn += 180
	}
	r.Rotation = (720 - turn) % 360
	out := []plan{{view: v, recipe: r}}
	if turn%360 != 0 && w.best != nil && w.best.score.hopeless() {
		// Smeared letters make lines in any direction; people hold photos the right way up.
		out = append(out, plan{view: v, recipe: ocr.Recipe{Mode: modeAuto}})
	}
	return out
}

// foundPrint says whether the survey found print that stands the way people hold it. Where it was read and nothing
// understood, the engine finds no more.
func foundPrint(l *layout.Layout) bool {
	return len(l.Blocks) > 0 && l.Blocks[0].Turn == 0 && l.Blocks[0].Letters >= columnPrint
}

// elsewhere reads the other blocks where no list was found at all: the rungs after it are for a list that is
// there and was read badly.
func elsewhere(w *work) []plan {
	if w.best == nil || w.best.score.ListFound {
		return nil
	}
	v, o := w.lead()
	if len(v.layout.Blocks) == 0 {
		return nil
	}
	var out []plan
	seen := map[int]bool{}
	for _, id := range together(v.layout, 0) {
		seen[id] = true
	}
	for i := range v.layout.Blocks {
		if seen[i] || v.layout.Blocks[i].Letters < 40 {
			continue
		}
		ids := together(v.layout, i)
		for _, id := range ids {
			seen[id] = true
		}
		out = append(out, plan{view: v, blocks: ids, flat: v.flat(readAt, o)})
	}
	return out
}

func untreated(w *work) []plan {
	if w.best == nil || !w.best.score.unsettled() || w.best.mesh == nil || !w.best.mesh.Even && w.best.mesh.Blur == 0 {
		return nil
	}
	p := w.best.plan
	p.plain = true
	return []plan{p}
}

// What a photo must show to be taken for a mirrored one.
const (
	mirrorLetters = 30  // of the first block
	mirrorSure    = 50  // confidence with which some lines of its mirror image are read
	mirrorDoubt   = 0.5 // evidence below which print may stand either way up
)

// mirror reads the mirror image where some lines make sense in it. Which way up they stand shows in a mirror,
// too; where it does not, both ways are tried.
func mirror(w *work) []plan {
	if w.best == nil || !w.best.score.hopeless() || w.best.sampled >= hopelessBelow {
		return nil
	}
	v := w.best.plan.view
	if len(v.layout.Blocks) == 0 || v.layout.Blocks[0].Letters < mirrorLetters {
		return nil
	}
	lead := &v.layout.Blocks[0]
	p := flatOf(v)[0]
	tried := []layout.FlattenOptions{p.flat}
	if lead.Upright < mirrorDoubt {
		over := p.flat
		over.Opposite = !over.Opposite
		tried = append(tried, over)
	}
	for _, flat := range tried {
		p.flat = flat
		if !w.clearer("mirror", "the photo may be mirrored", p, true, mirrorSure) {
			continue
		}
		m := &view{channel: v.channel, mirror: true, gray: mirrored(v.gray)}
		m.layout = layout.Survey(m.gray)
		out := flatOf(m)
		for i := range out {
			// Clockwise in the photo is the other way round in its mirror image.
			out[i].flat.Opposite = (m.layout.Blocks[out[i].blocks[0]].Turn+turnOf(lead, flat.Opposite))%360 != 0
		}
		return out
	}
	return nil
}

// turnOf is how far print is turned clockwise, if the layout is right about it or not.
func turnOf(b *layout.Block, opposite bool) int {
	if opposite {
		return (b.Turn + 180) % 360
	}
	return b.Turn
}

// lead is the view of the best reading so far, and whether it was turned over.
func (w *work) lead() (*view, bool) {
	if w.best == nil {
		return w.survey(""), false
	}
	return w.best.plan.view, w.best.plan.flat.Opposite
}
