package reading

import (
	"slices"
	"strings"

	"exoscan/internal/layout"
)

// around is how far, in x-heights, a word's box reaches over the spaces beside it.
const around = 0.7

// coverage is the share of the print along its lines in the region of the list that some word was read from. Words
// under a reflection are often left out without a trace, and a list with a hole looks perfect.
func coverage(lines []printed) float64 {
	seen, missed := 0, 0
	for _, l := range lines {
		seen += l.seen
		missed += l.missed
	}
	if seen+missed == 0 {
		return 1
	}
	return float64(seen) / float64(seen+missed)
}

// mostTorn is the share of a list's lines that may be read in pieces, as those that reach into another column are.
const mostTorn = 0.2

// torn is the share of the lines in the region of the list that were read in pieces: where spaces lie below each other,
// the engine's analysis of a page takes them for a gutter, and letters at its edges go with the wrong side, or with none.
func (t *try) torn(lines []printed) float64 {
	if t.mesh != nil {
		return 0 // columns that the survey knows
	}
	f, torn := frameOf(t), 0
	for _, l := range lines {
		of := -1
		for _, w := range t.page.Words {
			if !l.place.holdsMiddle(f.own(w)) {
				continue
			}
			if of >= 0 && w.Block != of {
				torn++
				break
			}
			of = w.Block
		}
	}
	return float64(torn) / float64(max(1, len(lines)))
}

// printed is a line of print the survey saw in the region of the list, where it is in the frame of the reading, and
// at how many places along it something was read.
type printed struct {
	place        rect // from the baseline to the height of an x
	seen, missed int
}

// printed gives the lines of print in the region of the list.
func (t *try) printed() []printed {
	if !t.label.ListFound || t.plan.view.mirror {
		return nil
	}
	f := frameOf(t)
	words := make([]rect, len(t.page.Words))
	for i, w := range t.page.Words {
		words[i] = f.own(w)
	}
	list := t.listPlace(f)
	lead := t.block(t.plan.view.layout)
	if lead == nil {
		return nil
	}
	margin := around * t.inFrame(lead.XHeight)
	var out []printed
	for i := range t.plan.view.layout.Blocks {
		b := &t.plan.view.layout.Blocks[i]
		if b.Turn != lead.Turn || b.Round != lead.Round || b.Letters < columnLetters {
			continue
		}
		for k := range b.Lines {
			if l := printedOf(f, &b.Lines[k], list, words, margin); l.seen+l.missed > 0 {
				out = append(out, l)
			}
		}
	}
	return out
}

// listPlace is where the list is in the frame of the reading.
func (t *try) listPlace(f frame) rect {
	list := nowhere()
	for _, s := range t.label.Spans {
		if s.Start >= t.label.List.Start && s.End <= t.label.List.End {
			list = list.union(f.own(t.page.Words[s.Word]))
		}
	}
	return list
}

// inFrame is a length of the photo in the frame of the reading.
func (t *try) inFrame(length float64) float64 {
	if t.mesh == nil {
		return length
	}
	return length * t.mesh.Scale
}

// nextPitch is how far from a list, in x-heights, its next line may be.
const nextPitch = 2.6

// beyond are the lines of print right above and below the list that were not read, though nothing says that it begins
// or ends there: the line of a heading is lost with what stands on it, and the last line of a list is often short and
// taken for a part of what stands beside it.
func (t *try) beyond() []printed {
	lead := t.block(t.plan.view.layout)
	if !t.label.ListFound || lead == nil || t.plan.view.mirror {
		return nil
	}
	text, end := t.label.Text, t.label.List.End
	headed, ended := t.score.Heading, strings.ContainsAny(text[max(0, end-2):min(len(text), end+2)], ".:")
	if headed && ended {
		return nil
	}
	f := frameOf(t)
	list := t.listPlace(f)
	var read, surely []rect
	for _, w := range t.page.Words {
		read = append(read, f.own(w))
		if w.Confidence >= doubtKnown {
			surely = append(surely, f.own(w))
		}
	}
	pitch := nextPitch * t.inFrame(lead.XHeight)
	var out []printed
	look := func(next rect, words []rect) {
		for k := range lead.Lines {
			if l := printedOf(f, &lead.Lines[k], next, words, 0); l.missed > l.seen {
				out = append(out, l)
			}
		}
	}
	if !headed { // what was read above, however badly, is of other print, or in another script
		look(rect{list.x0, list.y0 - pitch, list.x1, list.y0}, read)
	}
	if !ended {
		look(rect{list.x0, list.y1, list.x1, list.y1 + pitch}, surely)
	}
	return out
}

// printedOf looks along a line for the words that were read from it, where it is in the list.
func printedOf(f frame, line *layout.Line, list rect, words []rect, margin float64) printed {
	l := printed{place: nowhere()}
	var last rect
	for k := range line.Base {
		at := nowhere()
		for _, p := range [2]layout.Point{line.Base[k], line.Waist[k]} {
			u, v := f.in(p.X, p.Y)
			at = at.union(rect{u, v, u, v})
		}
		l.place = l.place.union(at)
		if k > 0 {
			between := last.union(at)
			switch {
			case !list.holdsMiddle(between):
			case slices.ContainsFunc(words, func(w rect) bool { return w.wider(margin, margin/2).holdsMiddle(between) }):
				l.seen++
			default:
				l.missed++
			}
		}
		last = at
	}
	return l
}
