package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Torn names. A reflection or a fold leaves signs in a name that no name has, and takes letters away: of
// "HUMAN ADIPOSE STROMAL CELL EXOSOMES" there is left "HUMAN ADIPOSE STR « =S". What is gone cannot be
// told, so such an ingredient is never an exosome; but it is doubtful where its noun may be what is gone.

// tornSigns stand in no name of an ingredient. Where they touch a letter they were read for another.
const tornSigns = `=\|~«»<>{}^_¦¬`

const (
	shortestTorn  = 8 // letters of a torn name: fewer are a speck
	shortestShred = 5 // letters of the end of a noun that is believed to be one
	tornBeyond    = 4 // bytes behind a name in which its signs may stand
)

// torn gives what a name whose letters were lost could be, "" where it tells nothing or where its noun is
// there: it names a source and not what is made of it, or ends as a noun of exosomes does. The end of a noun
// beside a source tells by itself: where a line was read out of its order, "STEM CELL EXO-SOMES" loses its "EXO-".
func (w *work) torn(s *sentence, start, end int) string {
	text := w.label.Text
	if n := len(s.key); n < shortestTorn {
		return ""
	}
	seen := text[start:min(len(text), end+tornBeyond)]
	if w.m.dict.Finished(text[start:end]) {
		return ""
	}
	signs, source := signAlone(seen), s.namesSource()
	if signs && source {
		return "exosomes"
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; !t.known && (signs || source) && w.shred(t.text) {
			return "exosomes"
		}
	}
	return ""
}

// signAlone reports whether a sign stands in a text that touches no letter. Braces that close are brackets.
func signAlone(text string) bool {
	letter, sign := false, false // of the character before
	braces := strings.Count(text, "{") == strings.Count(text, "}")
	for _, r := range text {
		l := unicode.IsLetter(r)
		if sign && !l {
			return true
		}
		letter, sign = l, !letter && strings.ContainsRune(tornSigns, r) && !(braces && (r == '{' || r == '}'))
	}
	return sign
}

// shred reports whether a word is the end of a noun: "SICLES".
func (w *work) shred(word string) bool {
	if utf8.RuneCountInString(word) < shortestShred {
		return false
	}
	for i := range w.m.vocab.near().nouns {
		if n := string(w.m.vocab.near().nouns[i].letters); len(n) > len(word) && strings.HasSuffix(n, word) {
			return true
		}
	}
	return false
}
