package label

import (
	"slices"
	"strings"
)

// cut is a place of typed text that is not in Label.Text as it was typed.
type cut struct {
	at      int // byte of the text that follows it
	skipped int // bytes of the typed text left out so far, with this cut
}

// editor replaces pieces of a text, from its beginning on, and remembers where.
type editor struct {
	text string
	from int // what comes next of it
	out  strings.Builder
	cuts []cut
}

// put writes a piece in place of text[start:end].
func (e *editor) put(start int, piece string, end int) {
	e.out.WriteString(e.text[e.from:start])
	e.out.WriteString(piece)
	e.from = end
	e.cuts = append(e.cuts, cut{at: e.out.Len(), skipped: end - e.out.Len()})
}

// done gives the text as it is now, and the places.
func (e *editor) done() (string, []cut) {
	if e.cuts == nil {
		return e.text, nil
	}
	e.out.WriteString(e.text[e.from:])
	return e.out.String(), e.cuts
}

// before leads from an offset behind some cuts to the one before they were made.
func before(cuts []cut, offset int) int {
	i, _ := slices.BinarySearchFunc(cuts, offset+1, func(c cut, at int) int { return c.at - at })
	if i > 0 {
		return offset + cuts[i-1].skipped
	}
	return offset
}

// Source gives the offset in the typed text that a byte of Label.Text came from; of a photo the two are one. They differ
// only where a word was joined over a line break, signs were cleaned, or bytes were not UTF-8.
func (l *Label) Source(offset int) int {
	for _, cuts := range slices.Backward(l.edits) {
		offset = before(cuts, offset)
	}
	return offset
}
