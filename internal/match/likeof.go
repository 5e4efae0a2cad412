package match

import (
	"slices"
	"unicode/utf8"

	"exoscan/dictionary"
)

// likeOf is an ingredient that names a look-alike and what it is of, every word of it known as it stands: "Ginkgo Biloba
// Phytosome", "liposomi di vitamina C".
func (w *work) likeOf(i, start, end int, s *sentence) (Match, bool) {
	strange := func(t token) bool { return t.meant != "" || !t.known && utf8.RuneCountInString(t.text) > 1 }
	if s.like == "" || s.could != "" || slices.ContainsFunc(s.tokens, strange) {
		return Match{}, false
	}
	return Match{
		Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end], Name: w.canonical(s), Known: true,
		Kind: dictionary.LookAlike, Term: w.m.vocab.whole[squeezedKey(s.like)], Parts: s.parts, How: Folded,
	}, true
}
