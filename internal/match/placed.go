package match

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// A source that was misread, where one must stand: right before the noun of a name that no other word tells the source of.

// beforeNoun reports whether a word stands where the source of a noun does that no word tells: right before the noun, or
// with words between that sources have.
func (s *sentence) beforeNoun(i int) bool {
	if s.statesSource() || s.noun() == nil {
		return false
	}
	for k := i + 1; k < len(s.tokens) && s.plain(s.tokens[i:k+1]); k++ {
		start, end := s.place(s.tokens[k].start, s.tokens[k].end)
		at := slices.IndexFunc(s.parts, func(p Part) bool { return p.Start <= start && end <= p.End })
		if at < 0 {
			return false
		}
		if s.parts[at].Word.Class == dictionary.ClassNoun {
			return true
		}
	}
	return false
}

// misread reports whether a word or the noun shows that letters of it were misread. Of an unknown word in a name that was
// read well nobody can say so: it may be a brand.
func (s *sentence) misread(t *token) bool {
	return s.noun().Edits > 0 || strings.ContainsFunc(t.text, func(r rune) bool { return isDigit(r) || isMark(r) })
}

// placedSource gives the source that a misread word was which stands where one does: there more of it may be wrong, and
// words that are none are rivals only if they are as near.
func (w *work) placedSource(s *sentence, text string) (meant string, cost int32) {
	w.word.set(text)
	n := int32(len(w.word.letters))
	if n < shortestPlaced {
		return "", 0
	}
	bound := placed * n
	best, cost, next := w.m.vocab.near().words.nearest(w.names.ruler, w.word, bound, w.spoken(s))
	near := newContest(bound)
	if best != nil {
		near.enter(best.text, string(best.says), cost)
		near.rival = min(near.rival, next)
	}
	for _, h := range w.words.nearest(w.word, min(bound, cost+closeCall)) {
		word := w.words.index.Name(h.id)
		if says := w.says(word); says != "" {
			near.enter(word, string(says), h.cost)
		} else if word != near.word && h.cost <= near.cost {
			return "", 0
		}
	}
	meant, cost = near.winner()
	of, _ := w.m.dict.Word(meant)
	switch {
	case of.Class.States() == "", of.Class == dictionary.ClassHuman:
		return "", 0
	case of.Language == "en", slices.ContainsFunc(s.parts, func(p Part) bool { return dictionary.SameLanguage(p.Word.Language, of.Language) }):
		return meant, cost
	}
	return "", 0 // Medicube is no Dutch or Latin word
}

const (
	placed         = 25 // what a letter of such a word may cost
	shortestPlaced = 5  // letters of it
)
