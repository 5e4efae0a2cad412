package match

import (
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
