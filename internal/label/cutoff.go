package label

import (
	"strings"

	"exoscan/internal/ocr"
)

// breaksOff says whether a list ends in the middle of something: with a separator or a joint, a
// hyphen, or inside a bracket that opens near the end. Only the end of the text can break off.
func (s *splitter) breaksOff(atEnd bool, text string) bool {
	if !atEnd || len(s.toks) == 0 {
		return false
	}
	last := len(s.toks) - 1
	for last > 0 && (s.toks[last].kind.endsLine() || s.toks[last].kind == quote) {
		last--
	}
	switch s.toks[last].kind {
	case comma, dash, slash, ampersand, opening, colon:
		return true
	}
	const near = 8 // tokens: a bracket further back lost its end to OCR
	for i := max(0, last-near); i <= last; i++ {
		if s.toks[i].kind == opening && !s.toks[i].colour && s.pairs.partner(i) < 0 {
			return true
		}
	}
	return s.conjunction(last)
}

// MarkCutOff notes that a list is not all there, and why.
func (l *Label) MarkCutOff(list int, why string) {
	l.Lists[list].CutOff, l.CutOff = true, true
	l.step(why, l.Lists[list].Range, 0)
}

// LineEnds says whether a line ends with a span, or with the half of a word that it is.
func (l *Label) LineEnds(span int) bool {
	if span+1 == len(l.Spans) {
		return true
	}
	a, b := l.Spans[span], l.Spans[span+1]
	return strings.Contains(l.Text[a.End:b.Start], "\n") || l.below(a, b)
}

// Upright is the box of a word of the page after the quarter turns of its reading; tilt and bend are left.
func (l *Label) Upright(word int) ocr.Box { return turned(l.page.Words[word].Box, l.page) }
