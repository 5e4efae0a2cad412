package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Nouns that were run together with the word before them.

// loosen cuts a noun off the words it was run together with: "CELLEXOSOMES", "Rosenexosomen". What
// stands before it must be long enough to be no prefix of another word ("hexosomes").
func (w *work) loosen(s *sentence, i int) bool {
	t := &s.tokens[i]
	if w.m.vocab.likeForms[t.text] {
		return false
	}
	for cut := 3; cut <= len(t.text)-shortestJoined; cut++ {
		if !utf8.RuneStart(t.text[cut]) || !w.m.vocab.exactNoun(t.text[cut:]) {
			continue
		}
		head := token{text: t.text[:cut], start: t.start, end: t.start + cut}
		head.known = w.m.dict.KnownWord(head.text)
		if _, _, sure := w.guess(s, t); sure && !head.known {
			return false // NAOOVESICLES are nanovesicles
		}
		if !head.known && w.loosenNearly(s, i) {
			return true // CARNATIONMANOVESICLES
		}
		if w.word.set(t.text); !head.known && w.likest(w.word, wrongLetter) <= wrongLetter {
			s.could = t.text[cut:] // NUCLEXOSOME
			return false
		}
		tail := token{text: t.text[cut:], start: t.start + cut, end: t.end, known: true}
		s.tokens = slices.Replace(s.tokens, i, i+1, head, tail)
		return true
	}
	return false
}

// loosenEVs cuts EVs off the last word, where that is a source or a part of one, or a word behind one: SEEDEVS, CULTUREEVS, or
// nearly a source: CONFFLOWEREVS. Cut off another word that is like no other they are a doubt: names end in no EVs.
func (w *work) loosenEVs(s *sentence, i int) bool {
	t := &s.tokens[i]
	text, ends := strings.CutSuffix(t.text, shortEVs)
	if t.known || !ends || i != len(s.tokens)-1 || len(text) < sureWord {
		return false
	}
	cut := t.start + len(text)
	head := token{text: text, start: t.start, end: cut, known: true}
	if of, ok := w.m.dict.Word(text); !(ok && tellsSource(of.Class)) && !(s.namesSource() && w.m.dict.KnownWord(text)) {
		if w.word.set(t.text); !w.capitals(s, &token{start: cut, end: t.end}) || w.otherWord(w.word, wrongLetter) <= wrongLetter {
			return false // ESTEVS are esters
		}
		meant, cost := w.nearWord(s, text, false)
		if w.says(meant) == "" {
			s.could = vesicles
			return false
		}
		head.take(meant, cost)
	}
	s.tokens = append(s.tokens[:i], head, token{text: shortEVs, start: cut, end: t.end, known: true})
	return true
}

// loosenNearly cuts a misread noun off a word it was run together with: "DERIVEDEXOSOM€S". The word must
// be one that names have; behind another a noun that is one letter off is a doubt.
func (w *work) loosenNearly(s *sentence, i int) bool {
	t := &s.tokens[i]
	if w.m.vocab.likeForms[t.text] {
		return false
	}
	var tail token
	head, best, could := 0, tooFar, s.could
	for cut := max(sureWord, len(t.text)-longestNoun); cut <= len(t.text)-shortestJoined; cut++ {
		if !utf8.RuneStart(t.text[cut]) {
			continue
		}
		known := w.m.dict.KnownWord(t.text[:cut])
		if !known && could != "" {
			continue
		}
		part := token{text: t.text[cut:], start: t.start + cut, end: t.end, known: true}
		switch n, cost, sure := w.guess(s, &part); {
		case n == nil:
		case !known && cost <= wrongLetter && sure:
			could = n.word.Name
		case known && sure && cost < best:
			part.take(n.text, cost)
			tail, head, best = part, cut, cost
		}
	}
	if head == 0 && could == s.could {
		return false
	}
	w.word.set(t.text)
	if whole := tolerance(len(w.word.letters)); w.likest(w.word, whole) <= whole {
		return false // "TRANSF€ROSOME" is no trans and exosome
	}
	if head > 0 && w.otherWord(w.word, best) <= best {
		return false // JASMINVOIDES are jasminoides, and no jasmine's
	}
	if s.could = could; head == 0 {
		return false
	}
	front := token{text: t.text[:head], start: t.start, end: t.start + head, known: true}
	s.tokens = slices.Replace(s.tokens, i, i+1, front, tail)
	return true
}

// longestNoun is how much of a word's end may be a misread noun, in bytes.
const longestNoun = 12
