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

// cutCell cuts EXTRACELLULAR off the word it was run together with, misread or not, before vesicles:
// CANOLAEXTRVCELLULAR VESICLES.
func (w *work) cutCell(s *sentence, i int) bool {
	t := &s.tokens[i]
	n := len(t.text)
	if t.known || i+1 == len(s.tokens) || n < len(extracellular) || n > longestCut || dictionary.Glued(t.text) {
		return false
	}
	best, at := tolerance(len(extracellular))+1, 0
	for cut := shortestHead; cut <= n-len(extracellular)+2; cut++ {
		if n-cut > len(extracellular)+2 || !utf8.RuneStart(t.text[cut]) {
			continue
		}
		w.word.set(t.text[cut:])
		if cost := w.names.ruler.to(w.word, extracellular, best-1); cost < best {
			best, at = cost, cut
		}
	}
	if at == 0 {
		return false
	}
	w.word.set(t.text)
	if whole := w.names.ruler.to(w.word, extracellular, best+closeCall); whole <= best+closeCall {
		return false // what is too much was read into it
	}
	head := token{text: t.text[:at], start: t.start, end: t.start + at}
	head.known = w.m.dict.KnownWord(head.text)
	tail := token{text: t.text[at:], start: t.start + at, end: t.end}
	tail.take(extracellular, best)
	s.tokens = slices.Replace(s.tokens, i, i+1, head, tail)
	return true
}

// shortestHead is the fewest bytes of a word that EXTRACELLULAR is cut off.
const shortestHead = 2

// shortVesicles takes the last word behind a source for EVs if only letters that look alike are wrong: EV$. Right behind
// one that states an origin and was read they need not look quite alike: EYS. One in capitals may be a single vesicle, save
// behind a human's: EV; and any letter may be wrong if two that stand side by side are right, behind a name that begins as
// INCI has it or in a word printed as no other is: SEED EVG, linseed AVs.
func (w *work) shortVesicles(s *sentence, i int) bool {
	t := &s.tokens[i]
	if t.known && !halfEVs(t.text) || i != len(s.tokens)-1 || len(t.text) > shortEnd+1 || !s.namesSource() {
		return false
	}
	most := int32(nearlyTheWord)
	switch before := &s.tokens[max(i-1, 0)]; {
	case i == 0 || !before.known || !s.statesSource() || !s.plain(s.tokens[i-1:]):
	case tellsHuman(s.parts):
		if before.used && before.meant == "" {
			most = closeCall
		}
	case t.text == oneEV && w.capitals(s, t), w.mostOfEVs(s, t):
		most = wrongLetter
	case before.used && (before.meant == "" || w.capitals(s, t)):
		most = closeCall
	}
	w.word.set(s.touched(t))
	cost := w.names.ruler.to(w.word, shortEVs, most)
	if cost > most || w.likest(w.word, nearlyTheWord) <= nearlyTheWord || cost > closeCall && w.otherWord(w.word, cost) <= cost {
		return false
	}
	t.take(shortEVs, cost)
	return true
}

// mostOfEVs reports whether a word in capitals has two letters of EVs side by side: any behind a genus, the first two
// behind another source that was read, and any in a word whose last letter is small. All capitals that end in a vowel are
// another word, ROSE EVE.
func (w *work) mostOfEVs(s *sentence, t *token) bool {
	if !strings.Contains(t.text, shortEVs[:2]) && !strings.Contains(t.text, shortEVs[1:]) || !w.capitals(s, t) {
		return false
	}
	start, end := s.place(t.start, t.end)
	switch last, _ := utf8.DecodeLastRuneInString(s.text[start:end]); {
	case unicode.IsLower(last):
		return len(t.text) > 2
	case strings.ContainsRune("AEIOU", last):
		return false
	}
	return s.afterGenus() || strings.HasPrefix(t.text, shortEVs[:2]) && !s.mended()
}

// mended reports whether a word of an ingredient was taken for another.
func (s *sentence) mended() bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.meant != "" })
}

// oneEV is EVs without what makes them many.
const oneEV = "ev"

// endsShort reports whether the last word, in capitals, is a letter from EVs.
func (w *work) endsShort(s *sentence) bool {
	if len(s.tokens) == 0 {
		return false
	}
	t := &s.tokens[len(s.tokens)-1]
	return (!t.known || halfEVs(t.text)) && len(t.text) <= shortEnd+1 && w.likeEVs(s.touched(t)) <= wrongLetter && w.capitals(s, t)
}

// capitals reports whether a word stands in capitals, save its last letter.
func (w *work) capitals(s *sentence, t *token) bool {
	start, end := s.place(t.start, t.end)
	_, last := utf8.DecodeLastRuneInString(s.text[start:end])
	return strings.ContainsFunc(s.text[start:end], unicode.IsUpper) && !strings.ContainsFunc(s.text[start:end-last], unicode.IsLower)
}

// touched is the text of a word with the marks that touch it, which no name begins or ends with and readers take for
// letters: EV§, MAPL®.
func (s *sentence) touched(t *token) string {
	start, end := s.place(t.start, t.end)
	before := leadingMarks(s.text[:start])
	if open := start - 1; before == "" && open >= 0 && strings.IndexByte("([", s.text[open]) >= 0 && !strings.ContainsAny(s.key[t.start:], ")]") {
		before = s.text[open:start] // a bracket that nothing closes
	}
	return before + t.text + trailingMarks(s.text[end:])
}

// leadingMarks are those at the end of the text before a word.
func leadingMarks(text string) string {
	rest := strings.TrimRightFunc(text, isMark)
	if before, _ := utf8.DecodeLastRuneInString(rest); unicode.IsLetter(before) || unicode.IsDigit(before) {
		return ""
	}
	return text[len(rest):]
}

// trailingMarks are those at the beginning of the text behind a word.
func trailingMarks(text string) string {
	rest := strings.TrimLeftFunc(text, isMark)
	if behind, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(behind) || unicode.IsDigit(behind) {
		return ""
	}
	return text[:len(text)-len(rest)]
}
