package dictionary

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lookup gives what a whole name stands for, by its key: the vocabulary first, then CosIng; nil if
// it is in neither. One key can have several terms (an abbreviation in two languages); the first is
// the one to show.
func (d *Dictionary) Lookup(folded string) []Term {
	if t := d.terms[folded]; len(t) > 0 {
		return t
	}
	if t, ok := cosingName(folded); ok {
		return []Term{t}
	}
	return nil
}

// Word gives the grammar entry for a key of one or several words: the entry itself, or else the
// longest stem it begins with.
func (d *Dictionary) Word(folded string) (Word, bool) {
	if w, ok := d.words[folded]; ok {
		return w, true
	}
	for n := min(len(folded), d.longestStem); n >= minStem; n-- {
		if n < len(folded) && !utf8.RuneStart(folded[n]) {
			continue
		}
		if w, ok := d.stems[folded[:n]]; ok && !strings.ContainsFunc(folded[n:], func(r rune) bool { return !wordRune(r) }) {
			return w, true
		}
	}
	return Word{}, false
}

// KnownWord reports whether a token occurs in any INCI name or vocabulary entry.
func (d *Dictionary) KnownWord(folded string) bool {
	if d.vocabulary[folded] || cosingToken(folded) {
		return true
	}
	_, ok := d.Word(folded)
	return ok
}

// Terms gives the vocabulary and the look-alikes, sorted by key.
func (d *Dictionary) Terms() []Term {
	var all []Term
	for _, t := range d.terms {
		all = append(all, t...)
	}
	slices.SortFunc(all, func(a, b Term) int {
		return cmp.Or(cmp.Compare(Fold(a.Text), Fold(b.Text)), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// Words gives every grammar entry, sorted by key, the stem after the word.
func (d *Dictionary) Words() []Word {
	all := make([]Word, 0, len(d.words)+len(d.stems))
	for _, m := range []map[string]Word{d.words, d.stems} {
		for _, w := range m {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b Word) int {
		return cmp.Or(cmp.Compare(Fold(a.Text), Fold(b.Text)), cmp.Compare(boolInt(a.Stem), boolInt(b.Stem)))
	})
	return all
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Headings gives the phrases that open and close lists, in the order of the table.
func (d *Dictionary) Headings() []Heading { return slices.Clone(d.headings) }

// Rules gives the rules of origin in the order they are tried.
func (d *Dictionary) Rules() []Rule { return slices.Clone(d.rules) }

// Confusions gives what readers take for what.
func (d *Dictionary) Confusions() []Confusion { return slices.Clone(d.confusions) }
