package match

import (
	"strings"

	"exoscan/dictionary"
)

// Lost nouns. Where a source is named and the last word is no word of any name, that word may be the noun
// with more letters wrong than a noun may have to be found. It is never an exosome then, and a doubt.

const (
	lostNoun = 35 // what a letter of such a word may cost as a noun
	leastEnd = 6  // letters of it; of shorter words only those of vesicles in short are looked at
	shortEnd = 4  // letters that EVs may have been read as, at most
)

// spacedNoun gives the noun of an ingredient in a script without spaces that is there but for spaces that were read among
// its signs, 세포외 소 포; "" where there is none.
func (w *work) spacedNoun(s *sentence) string {
	if !dictionary.Glued(s.key) || !strings.Contains(s.key, " ") {
		return ""
	}
	run := strings.ReplaceAll(s.key, " ", "")
	for _, g := range w.m.vocab.near().gluedAll {
		if g.word.Class == dictionary.ClassNoun && len(g.letters) >= shortestSpaced && strings.Contains(run, g.text) {
			return g.word.Name
		}
	}
	return ""
}

// shortestSpaced is the fewest signs of a noun that is looked for without its spaces.
const shortestSpaced = 3

// nounLost gives what an ingredient could be whose noun was read too badly to be found; "" where nothing
// says that it had one.
func (w *work) nounLost(s *sentence) string {
	if len(s.tokens) < 2 {
		return ""
	}
	outside := false
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.word() == extracellular || !t.known && w.misread(t.text, extracellular):
			outside = true
		case t.word() == matrix:
			return "" // HUMAN KERATINOCYTE EXTRACELLULAR MATRIX
		}
	}
	if outside {
		return vesicles
	}
	last := &s.tokens[len(s.tokens)-1]
	if !s.namesSource() {
		return ""
	}
	if halfEVs(last.text) {
		return vesicles
	}
	if last.known {
		return ""
	}
	head, glued := strings.CutSuffix(last.text, shortEVs)
	if glued && len(head) >= sureWord-1 && w.m.dict.KnownWord(head) {
		return vesicles
	}
	if w.likeEVs(last.text) <= wrongLetter {
		return vesicles
	}
	could, _ := w.likestNoun(last)
	return could
}

// halfEVs reports whether a word is EVs without a letter.
func halfEVs(word string) bool { return word == "ev" || word == "vs" || word == "es" }

// likeEVs is what it costs to take a short word, which becomes w.word, for EVs, tooFar if that is over a letter.
func (w *work) likeEVs(text string) int32 {
	w.word.set(text)
	if n := len(w.word.letters); n < 2 || n > shortEnd {
		return tooFar
	}
	return w.names.ruler.to(w.word, shortEVs, wrongLetter)
}

// mayEndIn gives what an ingredient may end in that is nearer to a noun than to the name that is nearest to all of it: ORYZA
// SATIVA SEED EVG is no oil, and CALLUS EIMSOMES are no callus lysate. "" for nothing.
func (w *work) mayEndIn(s *sentence, al alignment) string {
	if len(s.tokens) < 2 || !s.namesSource() {
		return ""
	}
	last := &s.tokens[len(s.tokens)-1]
	if last.known && !halfEVs(last.text) {
		return ""
	}
	_, asName := w.spentOn(last, al)
	if cost := w.likeEVs(last.text); cost <= wrongLetter && cost < asName {
		return vesicles
	}
	if noun, cost := w.likestNoun(last); noun != "" && cost+closeCall < asName {
		return noun
	}
	return ""
}

// likestNoun gives the noun that a word was if it was read badly, and what it costs; "" where what is made of a source is
// as near. The word becomes w.word.
func (w *work) likestNoun(t *token) (could string, bound int32) {
	w.word.set(t.text)
	n := len(w.word.letters)
	if n < leastEnd {
		return "", 0
	}
	bound = lostNoun * int32(n)
	for i := range w.m.vocab.near().nouns {
		noun := &w.m.vocab.near().nouns[i]
		if cost := w.names.ruler.between(w.word, noun.letters, bound); cost < bound {
			bound, could = cost, noun.word.Name
		}
	}
	for _, end := range w.m.dict.Affixes(dictionary.Product) {
		if could != "" && w.names.ruler.to(w.word, end, bound) <= bound {
			return "", 0
		}
	}
	return could, bound
}

// misread reports whether a long word is within the tolerance of another.
func (w *work) misread(text, word string) bool {
	w.word.set(text)
	bound := tolerance(len(word))
	return w.names.ruler.to(w.word, word, bound) <= bound
}
