package match

import (
	"unicode/utf8"

	"exoscan/dictionary"
)

// Entries of several words of which one was misread.

// restOf gives what a misread word was, by the words beside it that stand there: of an entry of the grammar one word is
// missing, and it is near. "Royal Jqlly" is the jelly of bees. "" where none is, or two that say something else.
func (w *work) restOf(s *sentence, i int) (word string, cost int32) {
	w.word.set(s.tokens[i].text)
	bound := max(wrongLetter, lostGenus*int32(len(w.word.letters)))
	short := len(w.word.letters) < sureWord-1 // of which any letter may be wrong between the two ends of an entry
	if short {
		bound = digitForLetter
	}
	near := newContest(bound)
	for _, beside := range [...]int{i - 1, i + 1} {
		if beside < 0 || beside == len(s.tokens) || !s.tokens[beside].known {
			continue
		}
		fit := s.lacking(i, w.m.dict.WordsWith(s.tokens[beside].word()))
		link, _ := w.m.dict.Word(s.tokens[beside].word())
		for _, e := range fit {
			if e.words < 3 && (short || !w.speaks(s, dictionary.Fold(e.entry.Text))) {
				continue // two words tell the language by themselves: FRUTO DA RBMÃ
			}
			d := w.names.ruler.to(w.word, e.missing, bound)
			if link.Class == dictionary.ClassModifier && e.words < 3 && d > mendable*int32(len(w.word.letters)) {
				continue // any source may stand behind "di": GRASSO is no GRANO
			}
			if !short && d > doubledLetter && utf8.RuneCountInString(e.missing) <= sureWord && !(d <= wrongLetter && agree(fit, e.words)) {
				continue // it has too many neighbours
			}
			near.enter(e.missing, string(e.entry.Class), d)
		}
	}
	return near.winner()
}

// lacking is an entry of which one word is missing.
type lacking struct {
	entry   dictionary.Word
	words   int
	missing string
}

// lacking gives the entries that stand there but for token i.
func (s *sentence) lacking(i int, entries []dictionary.Word) (fit []lacking) {
	for _, e := range entries {
		words := dictionary.Tokens(dictionary.Fold(e.Text))
		if missing := s.missing(words, i); missing != "" {
			fit = append(fit, lacking{e, len(words), missing})
		}
	}
	return fit
}

// shortestRest is the fewest letters of a word that was read in an entry of which all others stand there: NOIX 0E COCO.
const shortestRest = 2

// agree reports whether all entries of so many words that fit state one origin: whatever stands before FOOT is a plant with
// it, and what stands behind DENTE DE a lion's tooth.
func agree(fit []lacking, words int) bool {
	var says dictionary.Origin
	for _, e := range fit {
		if of := e.entry.Class.States(); e.words == words {
			if of == "" || says != "" && of != says {
				return false
			}
			says = of
		}
	}
	return true
}

// missing gives the word of an entry that would stand in the place of token i, where all others stand beside it.
func (s *sentence) missing(entry []string, i int) string {
	for k, word := range entry {
		from := i - k
		if from < 0 || from+len(entry) > len(s.tokens) || !s.plain(s.tokens[from:from+len(entry)]) {
			continue
		}
		there := true
		for n, other := range entry {
			there = there && (n == k || s.tokens[from+n].word() == other)
		}
		if there {
			return word
		}
	}
	return ""
}
