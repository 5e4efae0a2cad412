package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// told is a word of an ingredient, and what it was taken for.
type told struct {
	read, meant string
	start       int              // byte of Label.Text
	strange     bool             // nobody knows it as it stands, and it was taken for nothing or for something else
	own         bool             // of the part that is asked about
	ofNoun      bool             // letters that were run together with the noun behind them
	says        dictionary.Class // of the part that it is of, "" for none
	language    string           // of that
	scraps      bool             // a mark parts it from letters that are no word: CAMEL/IA
}

// partsWords reports whether a character parts words. Marks that were read for letters do not.
func partsWords(r rune) bool { return strings.ContainsRune(" ()[],;", r) }

// told gives the words of an ingredient. Marks that were read for letters stay with them.
func (j *judge) told(m *match.Match, p match.Part) (words []told) {
	key, offset := dictionary.FoldMap(j.l.Text[m.Start:m.End])
	for _, at := range wordsBetween(m, key, offset, p.Start >= 0) {
		word := key[at.start:at.end]
		from, to := m.Start+offset[at.start], m.Start+offset[at.end]
		t := told{read: word, start: from}
		changed := false
		for _, o := range m.Parts {
			if o.Start <= from && to <= o.End {
				t.meant, changed = dictionary.Fold(o.Word.Text), o.Edits > 0 || o.Word.Stem || o.Word.Class != dictionary.ClassModifier && alien(m, o)
			}
			if o.Start < to && from < o.End {
				t.says, t.language = o.Word.Class, o.Word.Language
			}
			t.own = t.own || o.Start == p.Start && o.Start < to && from < o.End
		}
		if before := j.beforeNoun(m, from, to); before != "" {
			words = append(words, told{read: before, start: from, strange: true, ofNoun: true})
		}
		t.scraps = t.own && t.meant == "" && j.scraps(m, from, to, p.Edits > 0)
		t.strange = changed || t.meant == "" && slices.ContainsFunc(dictionary.Tokens(word), func(w string) bool { return !j.d.KnownWord(w) && !j.d.Affix(w, dictionary.Other) })
		words = append(words, t)
	}
	return words
}

// wordsBetween gives the words of an ingredient by their places in its key. If asked, one that was run together with a
// noun is two: the THISTLE of MELK THISTLEEVS.
func wordsBetween(m *match.Match, key string, offset []int, apart bool) (all []place) {
	at := 0
	for word := range strings.FieldsFuncSeq(key, partsWords) {
		start := at + strings.Index(key[at:], word)
		at = start + len(word)
		for k := start + 1; k < at && apart && !dictionary.Glued(word); k++ {
			if offset[k] > offset[start] && slices.ContainsFunc(m.Parts, func(o match.Part) bool {
				return o.Word.Class == dictionary.ClassNoun && o.Edits == 0 && o.Start == m.Start+offset[k] && o.End >= m.Start+offset[at]
			}) {
				all, start = append(all, place{start, k}), k
			}
		}
		all = append(all, place{start, at})
	}
	return all
}

// beforeNoun gives the letters of a word that stand before the noun it was taken for, and are of another: the RIIE of
// GOAT'S RIIEEXTRACELLULAR VESICLES.
func (j *judge) beforeNoun(m *match.Match, from, to int) string {
	const least = 2 // fewer were read into the noun
	for _, p := range m.Parts {
		if p.Word.Class != dictionary.ClassNoun || p.Edits < least || p.Start != from {
			continue
		}
		noun, _, _ := strings.Cut(dictionary.Fold(p.Word.Text), " ")
		read, want := []rune(dictionary.Fold(j.l.Text[from:to])), []rune(noun)
		n, edits := 0, lettersApart(read, want)
		for k := 1; k <= len(read)-len(want)/2; k++ {
			if apart := lettersApart(read[k:], want); apart+k <= edits {
				n = k
			}
		}
		if n >= least {
			return string(read[:n])
		}
	}
	return ""
}

// wordsOf is told where no part is asked about.
func (j *judge) wordsOf(m *match.Match) []told { return j.told(m, match.Part{Start: -1}) }

// scraps reports whether in a run of letters and marks there is one of few letters that is no word and of no part,
// or beside a part that was mended one of any length.
func (j *judge) scraps(m *match.Match, from, to int, mended bool) bool {
	key, offset := dictionary.FoldMap(j.l.Text[from:to])
	return slices.ContainsFunc(places(key), func(at place) bool {
		word := key[at.start:at.end]
		n := utf8.RuneCountInString(word)
		return (n == 1 || (mended || n < shortWord) && !j.d.KnownWord(word)) && !partIn(m, from+offset[at.start], from+offset[at.end])
	})
}

// partIn reports whether a part of an ingredient has bytes of Label.Text[start:end].
func partIn(m *match.Match, start, end int) bool {
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool { return p.Start < end && start < p.End })
}
