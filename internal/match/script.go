package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// abbreviation reports whether a word is one that every neighbour of is another word: "HELNs" is not
// what "helps" was.
func abbreviation(text string) bool {
	n, upper := utf8.RuneCountInString(text), capitals(text)
	return upper > 1 && upper >= n-2 || n < shortestGuess
}

// capitals counts the capital letters of a text.
func capitals(text string) (n int) {
	for _, r := range text {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// squeezedKey is the letters of a key as one string; plain words are that already.
func squeezedKey(folded string) string {
	for i := 0; i < len(folded); i++ {
		if c := folded[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return string(squeezedRunes(nil, folded))
		}
	}
	return folded
}

// isForeign reports whether a text has letters that no Latin name has.
func isForeign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= firstGreek && unicode.IsLetter(r) })
}

// firstGreek is the first letter beyond Latin.
const firstGreek = 0x370

// wholeSource reports whether the source that ends at a place of a run is a word there and no piece of a longer one: 콩 is
// in 홍콩, セージ in メッセージ. A short one must begin at the start of the run, behind a known word or where the script
// changes; a single sign, or kana behind a known word, must end so, too. No other word holds those for human.
func wholeSource(run string, best []gluedStep, end int) bool {
	from, next := best[end].from, end
	for at := len(run); at > end; at = best[at].from {
		next = at
	}
	word, first := run[from:end], script(run[from:])
	n, kana := utf8.RuneCountInString(word), first == unicode.Katakana || first == unicode.Hiragana
	if n == 1 && first == unicode.Han {
		return soleSign(run, best, from, end, next)
	}
	if best[end].word.Class == dictionary.ClassHuman || first == unicode.Han || n > 3 || n > 2 && !kana {
		return true
	}
	begins := from == 0 || lastScript(run[:from]) != first
	ends := end == len(run) || best[next].word != nil || script(run[end:]) != lastScript(word)
	switch {
	case n == 1:
		return ends && (begins || best[from].word != nil)
	case kana:
		return begins || ends && best[from].word != nil
	}
	return begins || best[from].word != nil
}

// soleSign reports whether a single Chinese sign that tells a source, from one place of a run to another, is a word there: 米
// is no rice in 米奇, and 马 before what plants are called, or have, is half of the name of one.
func soleSign(run string, best []gluedStep, from, end, next int) bool {
	animal := best[end].word.Class == dictionary.ClassAnimal
	if end == len(run) {
		return !animal || from > 0 && best[from].word != nil && best[from].word.Class == dictionary.ClassNoun
	}
	if best[next].word == nil || !animal {
		return best[next].word != nil
	}
	if from > 0 && best[from].word == nil {
		return false // 罗马
	}
	switch best[next].word.Class {
	case dictionary.ClassNoun, dictionary.ClassTissue, dictionary.ClassModifier, dictionary.ClassMedium:
		return true
	}
	return false
}

// people reports whether a word is the sign 人, in which hundreds of other words end or begin.
func (g *gluedWord) people() bool {
	return len(g.letters) == 1 && g.word.Class == dictionary.ClassHuman
}

// beginsNoun reports whether a run begins with a noun for exosomes.
func (w *work) beginsNoun(run string) bool {
	r, _ := utf8.DecodeRuneInString(run)
	return slices.ContainsFunc(w.m.vocab.near().glued[r], func(g *gluedWord) bool {
		return g.word.Class == dictionary.ClassNoun && strings.HasPrefix(run, g.text)
	})
}

// script gives the script that a run begins in, nil for one with spaces.
func script(run string) *unicode.RangeTable {
	r, _ := utf8.DecodeRuneInString(run)
	return scriptOf(r)
}

// lastScript gives the script that a run ends in.
func lastScript(run string) *unicode.RangeTable {
	r, _ := utf8.DecodeLastRuneInString(run)
	return scriptOf(r)
}

func scriptOf(r rune) *unicode.RangeTable {
	if r == 'ー' { // a long vowel, of both
		return unicode.Katakana
	}
	for _, t := range [...]*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}
