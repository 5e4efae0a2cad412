package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// understood is an ingredient that no table lists and the grammar understands: it has a noun.
func (w *work) understood(i, start, end int, s *sentence) Match {
	w.mend(s)
	m := Match{
		Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end],
		Name: w.canonical(s), Known: true, Parts: s.parts, How: Folded,
	}
	if noun := s.noun(); noun != nil {
		m.Kind = noun.Word.Kind
	}
	like, sure := w.likePhrase(s)
	switch {
	case like != "" && !sure:
		m.Doubt, like = "it may be "+like, ""
	case s.unsure && !s.namesSource():
		m.Doubt = "its source was read too badly"
	}
	if m.Kind == "" { // its noun turned out to be part of a look-alike
		like = s.like
	}
	if like != "" {
		m.Kind, m.Term = dictionary.LookAlike, w.m.vocab.whole[squeezedKey(like)]
	}
	for k := range s.tokens {
		m.Edits += s.tokens[k].edits
		m.Cost += float64(s.tokens[k].cost) / 100
	}
	if m.Edits > 0 {
		m.How = Edited
	}
	return m
}

const (
	// shortestGuess is the length in letters below which a word is never taken for a misread noun: every
	// neighbour of a short word is another word.
	shortestGuess = 5
	// longestGuess is the length above which none is: no ingredient has so many letters, run together or not, and
	// the work grows with their square.
	longestGuess = 400
)

func guessable(word string) bool {
	n := utf8.RuneCountInString(word)
	return n >= shortestGuess && n <= longestGuess && !dictionary.Glued(word)
}

// repair finds nouns among the words that are no word of any name.
func (w *work) repair(s *sentence) {
	changed := w.unite(s)
	for i := 0; i < len(s.tokens); i++ {
		changed = w.repairWord(s, i) || changed
	}
	if changed {
		w.understand(s, true)
	}
	if s.noun() == nil && w.uniteNearly(s) {
		w.understand(s, true)
	}
	if s.noun() == nil && (s.could != "" || w.endsShort(s)) {
		w.repairBehindSource(s)
	}
	if s.noun() != nil && !s.statesSource() && w.cutSource(s) {
		w.understand(s, true)
	}
}

// repairWord takes token i for the noun that it was, or cuts the one off that it was run together with. A noun that it
// only could be is noted.
func (w *work) repairWord(s *sentence, i int) (changed bool) {
	t := &s.tokens[i]
	loose := func() bool { return w.loosen(s, i) || w.loosenNearly(s, i) }
	switch {
	case w.cutCell(s, i), w.behindCell(s, i), w.shortVesicles(s, i):
		return true
	case w.stemRunsOn(t) && loose(), w.loosenEVs(s, i):
		return true
	case t.used, t.known, !guessable(t.text), s.broken(t):
		return false
	}
	return loose() || w.takeNoun(s, i)
}

// takeNoun takes token i for the noun that it was read for, unless it only could be that.
func (w *work) takeNoun(s *sentence, i int) bool {
	t := &s.tokens[i]
	n, cost, sure := w.guess(s, t)
	switch {
	case n == nil:
		return false
	case !sure, cost >= wrongEnough && w.strangers(s, i):
		s.could = n.word.Name
		return false
	}
	t.take(n.text, cost)
	return true
}

// repairBehindSource finds a noun that only a source before it settles, where that was misread as well: LMINARIA
// DIGITATA EXSOMES. Without it the words stay as they were read.
func (w *work) repairBehindSource(s *sentence) {
	last := len(s.tokens) - 1
	if t := &s.tokens[last]; last == 0 || !w.endsShort(s) && (t.known || !guessable(t.text)) {
		return
	}
	asRead, could := slices.Clone(s.tokens), s.could
	if w.mendWords(s, last) {
		w.understand(s, true)
		if w.nounBehind(s, len(s.tokens)-1) {
			s.could = ""
			w.understand(s, true)
			return
		}
		if could == "" && s.statesSource() && w.endsShort(s) {
			could = vesicles
		}
	}
	s.tokens, s.could = asRead, could
	w.understand(s, true)
}

// nounBehind takes the last word for the noun that stands behind a source.
func (w *work) nounBehind(s *sentence, last int) bool {
	if w.shortVesicles(s, last) {
		return true
	}
	t := &s.tokens[last]
	if !guessable(t.text) {
		return false
	}
	n, cost, sure := w.guess(s, t)
	if n == nil || !sure || !s.statesSource() {
		return false
	}
	t.take(n.text, cost)
	return true
}

// wrongEnough is the cost from which a letter was not only taken for one that looks just like it.
const wrongEnough = 40

// strangers reports whether a word stands among words that are no words of names, and none that tells a
// source or belongs to nouns: "FUIOUE VESICLA CHS EXTRACT" is some other name read badly.
func (w *work) strangers(s *sentence, i int) bool {
	strange := 0
	for k := range s.tokens {
		switch t := &s.tokens[k]; {
		case k == i || len(t.text) < 3:
		case t.used && !w.m.dict.Finished(t.text):
			return false
		case !t.known:
			strange++
		}
	}
	return strange > 0
}

// extractOf reports whether a noun stands among strangers in what is finished as an extract: a vesicle in it
// is as likely a piece of FUCUS VESICULOSUS.
func (w *work) extractOf(s *sentence) bool {
	if !w.m.dict.Finished(s.key) {
		return false
	}
	for i := range s.tokens {
		if w.m.vocab.isNoun(s.tokens[i].word()) {
			return !s.namesSource() && w.strangers(s, i) || w.beginsWord(s, i)
		}
	}
	return false
}

// beginsWord reports whether a noun that was read badly, or that is known by its stem alone, is the beginning of another word
// of names, or that word: FUCUS VESLICII LOSUS EXTRACT.
func (w *work) beginsWord(s *sentence, i int) bool {
	t := &s.tokens[i]
	if w.m.vocab.exactNoun(t.text) {
		return false
	}
	whole := t.text
	if i+1 < len(s.tokens) && s.tokens[i+1].strange() {
		whole += s.tokens[i+1].text
	}
	w.word.set(whole)
	bound := tolerance(len(w.word.letters))
	if whole == t.text {
		bound = t.cost + closeCall
	}
	return w.otherWord(w.word, bound) <= bound
}

// broken reports whether a word is the rest of one that a misread bracket cut: "gly(erosome" is not
// the word "erosome".
func (s *sentence) broken(t *token) bool {
	return t.start > 1 && (s.key[t.start-1] == '(' || s.key[t.start-1] == '[') && isLetter(rune(s.key[t.start-2]))
}

// stemRunsOn reports whether more follows the stem of a word than an ending: "kasvivesicles".
func (w *work) stemRunsOn(t *token) bool {
	word, ok := w.m.dict.Word(t.text)
	return ok && word.Stem && word.Class != dictionary.ClassNoun && len(t.text) > len(dictionary.Fold(word.Text))+maxEnding
}

// unite joins two neighbours that are a noun together: "EXO SOMES", or any word with a sign between that was read for a
// letter: "VESIC/ES". Nothing else is forgiven here: the two together must be the word.
func (w *work) unite(s *sentence) (changed bool) {
	for i := 0; i+1 < len(s.tokens); i++ {
		a, b := &s.tokens[i], &s.tokens[i+1]
		between := s.key[a.end:b.start]
		letter := signLetter(between)
		if a.used && b.used || len(a.text)+len(letter)+len(b.text) < shortestJoined || letter == "" && between != " " || dictionary.Glued(a.text) {
			continue
		}
		joined := a.text + letter + b.text
		like := w.m.vocab.likeForms[joined]
		switch {
		case like && letter != "": // O/EOSOMES
		case letter != "" && !(a.known && b.known) && w.m.dict.KnownWord(joined): // AESCU/US
		case like || !w.m.vocab.isNoun(joined):
			continue
		case (letter != "" || w.m.vocab.isNoun(a.text)) && !w.m.vocab.exactNoun(joined):
			continue // any word behind "exosome" would make a form of it: "exosomes humais"
		}
		a.meant, a.end, a.text, a.known = joined, b.end, s.key[a.start:b.end], true
		if letter != "" {
			sign, _ := utf8.DecodeRuneInString(between)
			meant, _ := utf8.DecodeRuneInString(letter)
			a.take(joined, w.m.costs.substitute(sign, meant))
		}
		s.tokens = append(s.tokens[:i+1], s.tokens[i+2:]...)
		changed = true
	}
	return changed
}

// signLetter gives the letter that a sign between two halves of a word was read for, which else joins two words.
func signLetter(between string) string {
	switch between {
	case "/":
		return "l"
	case "+":
		return "t"
	}
	return ""
}

// uniteNearly joins the last two words behind a source that are a misread noun together: EXOA OMES.
func (w *work) uniteNearly(s *sentence) bool {
	last := len(s.tokens) - 1
	if last < 2 || !s.statesSource() {
		return false
	}
	a, b := &s.tokens[last-1], &s.tokens[last]
	joined := token{text: a.text + b.text, start: a.start, end: b.end}
	if a.used || b.used || a.known && b.known && len(a.text) >= sureWord && len(b.text) >= sureWord || s.key[a.end:b.start] != " " || len(joined.text) > longestNoun || !guessable(joined.text) {
		return false
	}
	n, cost, sure := w.guess(s, &joined)
	if n == nil || !sure {
		return false
	}
	joined.take(n.text, cost)
	s.tokens = append(s.tokens[:last-1], joined)
	return true
}

// shortestJoined is the fewest letters of a noun put together of two words, or cut off a longer one.
const shortestJoined = 6

// exactNoun reports whether a text is a noun as it stands, not by its stem.
func (v *vocabulary) exactNoun(text string) bool {
	w, ok := v.dict.Word(text)
	return ok && w.Class == dictionary.ClassNoun && !w.Stem
}

// guessedFits reports whether a name explains a word that was taken for a noun about as well.
func (w *work) guessedFits(t *token, name string) bool {
	w.word.set(t.text)
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '/' || r == '-' || r == '(' || r == ')' }) {
		if w.names.ruler.to(w.word, word, t.cost+closeCall) <= t.cost+closeCall {
			return true
		}
	}
	return false
}
