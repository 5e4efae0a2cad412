package match

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// nearlyBare matches a name that was read with wrong letters and has a common name in brackets, which the tables
// do not have: "Prunus Amygdalus Duicis (Sweet Almond) Oil". What is in the brackets must not matter to the verdict.
func (w *work) nearlyBare(i, start, end int, s *sentence) (Match, bool) {
	if s.noun() != nil || s.could != "" || mediumOf(s.parts) != nil {
		return Match{}, false
	}
	bare := w.withoutBracket(s)
	if bare == nil {
		return Match{}, false
	}
	m, ok := w.nearly(i, start, end, bare)
	s.could = bare.could
	if !ok || m.Kind != dictionary.Ingredient {
		return Match{}, false
	}
	return m, true
}

// withoutBracket is a sentence with blanks in place of the brackets that stand by themselves, and of what is in
// them; nil where nothing, or all of it, is in brackets.
func (w *work) withoutBracket(s *sentence) *sentence {
	key := []byte(s.key)
	from, blanked := -1, false
	for i, c := range key {
		switch {
		case strings.IndexByte("([{", c) >= 0 && from < 0 && i > 0 && (key[i-1] == ' ' || key[i-1] == '\n'):
			from = i
		case strings.IndexByte(")]}", c) >= 0 && from >= 0:
			copy(key[from:], strings.Repeat(" ", i+1-from))
			from, blanked = -1, true
		}
	}
	if !blanked || len(strings.TrimSpace(string(key))) < shortestPiece {
		return nil
	}
	bare := &sentence{key: string(key), offset: s.offset, base: s.base, text: s.text}
	for i := range s.tokens {
		if t := s.tokens[i]; key[t.start] != ' ' {
			bare.tokens = append(bare.tokens, t)
		}
	}
	return bare
}

// mixture matches an ingredient with its parts in a bracket that ends it, most of them known: "Mixed Spices (Onion
// Powder, Coriander Powder)". What stands before the bracket is no name by itself; where it is one, the bracket may be
// two, of which each lost a half: "Aqua (Water, Glycerin, Parfum Fragrance)".
func (w *work) mixture(i int, s *sentence, held []bool) (Match, bool) {
	if !held[len(held)-1] {
		return Match{}, false
	}
	r := s.bytes(0, slices.Index(held, true))
	if _, ok := w.exact(i, r.Start, r.End); ok {
		return Match{}, false
	}
	head := w.parse(r.Start, r.End)
	w.repair(head)
	if _, ok := w.whole(i, r.Start, r.End, head); ok {
		return Match{}, false
	}
	in := w.label.Ingredients[i].Name
	return Match{
		Ingredient: i, Start: in.Start, End: in.End, Read: w.label.Text[in.Start:in.End], Name: w.canonical(s),
		Known: true, Kind: dictionary.Ingredient, Parts: s.parts, How: Folded,
	}, true
}
