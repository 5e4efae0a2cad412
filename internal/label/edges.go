package label

import (
	"math"
	"slices"
	"sort"

	"exoscan/internal/ocr"
)

// breaksOff says whether a list ends in the middle of something: with a separator or a joint, a
// hyphen, or inside a bracket that opens near the end. Only the end of the text can break off.
func (s *splitter) breaksOff(atEnd bool, text string) bool {
	if !atEnd || len(s.toks) == 0 {
		return false
	}
	last := len(s.toks) - 1
	for last > 0 && (s.toks[last].kind == newline || s.toks[last].kind == paragraph || s.toks[last].kind == quote) {
		last--
	}
	switch s.toks[last].kind {
	case comma, dash, slash, ampersand, opening, colon:
		return true
	}
	const near = 8 // tokens: a bracket further back lost its end to OCR
	for i := max(0, last-near); i <= last; i++ {
		if s.toks[i].kind == opening && s.pairs.partner(i) < 0 {
			return true
		}
	}
	return s.conjunction(last)
}

// edgeMargin is how near to the edge of the photo, in letter heights, print is taken to run over it.
const edgeMargin = 0.3

// lookAtEdges marks lists that run over the edge of the photo: where words at the start or end of
// their lines touch the edge and are none the dictionary knows, in a quarter of the lines or more, or
// where the last line stands on the edge. Whole words at the edge are a label that was cut out close.
func (l *Label) lookAtEdges(toks []token) {
	if l.page.Width <= 0 || l.page.Height <= 0 {
		return
	}
	if slices.ContainsFunc(l.page.Words, func(w ocr.Word) bool { return w.Laid != nil }) {
		l.lookAtSides(toks)
		return
	}
	if l.page.Skew != 0 {
		return // the frame of levelled text has no straight edges
	}
	width, height := float64(l.page.Width), float64(l.page.Height)
	if l.page.Rotation == 90 || l.page.Rotation == 270 {
		width, height = height, width
	}
	place := make([]piece, len(l.page.Words))
	for _, p := range upright(l.page) {
		place[p.word] = p
	}
	for i := range l.Lists {
		list := &l.Lists[i]
		spans := l.spansOf(list.Range.Start, list.Range.End)
		broken, lines, last := 0, 0, false
		for k, s := range spans {
			p := place[s.Word]
			margin := edgeMargin * p.height
			first := k == 0 || p.left < place[spans[k-1].Word].left
			final := k == len(spans)-1 || place[spans[k+1].Word].left < p.left
			if first {
				lines++
			}
			if (first && p.left < margin || final && p.right > width-margin) && !wordKnown(toks, s) {
				broken++
			}
			last = k == len(spans)-1 && p.middle+p.height/2 > height-margin
		}
		if broken > 0 && 4*broken >= lines || last {
			list.CutOff, l.CutOff = true, true
			l.step("the list runs into the edge of the photo", list.Range, broken)
		}
	}
}

// lookAtSides does the same for print that was laid flat, whose frame has no edges: there the places
// on the photo tell. Which side of the photo a line runs up to does not matter.
func (l *Label) lookAtSides(toks []token) {
	laid := make([]float64, len(l.page.Words)) // where in its line a word begins
	for _, p := range upright(l.page) {
		laid[p.word] = p.left
	}
	for i := range l.Lists {
		list := &l.Lists[i]
		spans := l.spansOf(list.Range.Start, list.Range.End)
		broken, lines := 0, 0
		for k, s := range spans {
			first := k == 0 || laid[s.Word] < laid[spans[k-1].Word]
			final := k == len(spans)-1 || laid[spans[k+1].Word] < laid[s.Word]
			if first {
				lines++
			}
			b := l.page.Words[s.Word].Box
			margin := int(math.Ceil(edgeMargin * float64(min(b.W, b.H))))
			touches := b.X < margin || b.Y < margin || b.X+b.W > l.page.Width-margin || b.Y+b.H > l.page.Height-margin
			if (first || final) && touches && !wordKnown(toks, s) {
				broken++
			}
		}
		if broken > 0 && 4*broken >= lines {
			list.CutOff, l.CutOff = true, true
			l.step("the list runs into the edge of the photo", list.Range, broken)
		}
	}
}

// wordKnown says whether the dictionary knows the words of a span.
func wordKnown(toks []token, s Span) bool {
	i := sort.Search(len(toks), func(i int) bool { return toks[i].end > s.Start })
	for ; i < len(toks) && toks[i].start < s.End; i++ {
		if toks[i].kind == word && (toks[i].knowledge == unknown || toks[i].knowledge == likely) {
			return false
		}
	}
	return true
}
