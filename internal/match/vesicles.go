package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// Misread vesicles. Where the words before tell that nothing else can follow, a noun is known by less.

const (
	extracellular = "extracellular" // behind it there follow vesicles
	matrix        = "matrix"        // or this
	shortEVs      = "evs"
	vesicles      = "extracellular vesicles" // what an ingredient could be
)

// behind are the nouns that follow it, the likelier first.
var behind = [...]string{"vesicles", "vesicle"}

// behindCell takes a word right behind EXTRACELLULAR for vesicles if it is not much like anything else: there follows
// nothing but them and the matrix. EXTRACELLULAR VEHICLES are vesicles, though vehicles are words, too.
func (w *work) behindCell(s *sentence, i int) bool {
	t := &s.tokens[i]
	if i == 0 || w.m.vocab.isNoun(t.word()) || dictionary.Glued(t.text) {
		return false
	}
	if before := &s.tokens[i-1]; before.word() != extracellular && (before.known || !w.misread(before.text, extracellular)) {
		return false
	}
	w.word.set(t.text)
	bound := lostNoun * int32(len(w.word.letters))
	meant, cost := "", bound+1
	for _, noun := range behind {
		if d := w.names.ruler.to(w.word, noun, bound); d < cost {
			meant, cost = noun, d
		}
	}
	if meant == "" {
		return false
	}
	s.tokens[i-1].meant, s.tokens[i-1].known = extracellular, true
	t.take(meant, cost)
	return true
}

// shortVesicles takes the last word behind a source for EVs if only letters that look alike are wrong: EV$. Right behind
// one that states an origin and was read they need not look quite alike: EYS. One in capitals may be a single vesicle, save
// behind a human's: EV.
func (w *work) shortVesicles(s *sentence, i int) bool {
	t := &s.tokens[i]
	if t.known && !halfEVs(t.text) || i != len(s.tokens)-1 || len(t.text) > shortEnd+1 || !s.namesSource() {
		return false
	}
	most := int32(nearlyTheWord)
	switch before := &s.tokens[max(i-1, 0)]; {
	case i == 0 || !before.known || !s.statesSource() || !s.plain(s.tokens[i-1:]):
	case t.text == oneEV && w.capitals(s, t) && !slices.ContainsFunc(s.parts, func(p Part) bool { return p.Word.Class == dictionary.ClassHuman }):
		most = wrongLetter
	case before.used && before.meant == "":
		most = closeCall
	}
	w.word.set(t.text + w.markBehind(s, t))
	cost := w.names.ruler.to(w.word, shortEVs, most)
	if cost > most || w.likest(w.word, nearlyTheWord) <= nearlyTheWord || cost > closeCall && w.otherWord(w.word, cost) <= cost {
		return false
	}
	t.take(shortEVs, cost)
	return true
}

// oneEV is EVs without what makes them many.
const oneEV = "ev"

// endsShort reports whether the last word, in capitals, is a letter from EVs.
func (w *work) endsShort(s *sentence) bool {
	if len(s.tokens) == 0 {
		return false
	}
	t := &s.tokens[len(s.tokens)-1]
	return (!t.known || halfEVs(t.text)) && len(t.text) <= shortEnd+1 && w.likeEVs(t.text+w.markBehind(s, t)) <= wrongLetter && w.capitals(s, t)
}

// capitals reports whether a word stands in capitals, save its last letter.
func (w *work) capitals(s *sentence, t *token) bool {
	start, end := s.place(t.start, t.end)
	_, last := utf8.DecodeLastRuneInString(s.text[start:end])
	return strings.ContainsFunc(s.text[start:end], unicode.IsUpper) && !strings.ContainsFunc(s.text[start:end-last], unicode.IsLower)
}

// markBehind gives the mark right behind the last word of an ingredient that readers take for a letter, which no name
// ends in: EV§.
func (w *work) markBehind(s *sentence, t *token) string {
	_, end := s.place(t.start, t.end)
	if mark, _ := utf8.DecodeRuneInString(s.text[end:]); leads(mark) {
		return string(mark)
	}
	return ""
}
