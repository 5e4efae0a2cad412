package dictionary

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lookup gives what a whole name stands for, by its key: the vocabulary first, then CosIng; nil if
// it is in neither. One key can have several terms (an abbreviation in two languages); the first is
// the one to show.
func (d *Dictionary) Lookup(folded string) []Term {
	if at, ok := d.termAt[folded]; ok {
		return d.withKey(at)
	}
	if t, ok := cosingName(folded); ok {
		return []Term{t}
	}
	return nil
}

// Function says whether words in key form say what an ingredient is for, not which it is: "emollient", "uv filter".
func (d *Dictionary) Function(folded string) bool {
	at, ok := d.termAt[folded]
	return ok && d.terms[at].Kind == Function
}

// withKey gives a term and those before it with the same key.
func (d *Dictionary) withKey(at int32) []Term {
	if d.older[at] < 0 {
		return d.terms[at : at+1 : at+1]
	}
	var all []Term
	for ; at >= 0; at = d.older[at] {
		all = append(all, d.terms[at])
	}
	return all
}

// Word gives the grammar entry for a key of one or several words: the entry itself, or else, for a
// single word, the longest stem it begins with.
func (d *Dictionary) Word(folded string) (Word, bool) {
	if at, ok := d.wordAt[folded]; ok {
		return d.words[at], true
	}
	if strings.ContainsAny(folded, " /") {
		return Word{}, false
	}
	for n := min(len(folded), d.longestStem); n >= minStem; n-- {
		if n < len(folded) && !utf8.RuneStart(folded[n]) {
			continue
		}
		if at, ok := d.stemAt[folded[:n]]; ok && !strings.ContainsFunc(folded[n:], func(r rune) bool { return !wordRune(r) }) {
			return d.words[at], true
		}
	}
	return Word{}, false
}

// KnownWord reports whether a token occurs in any INCI name or vocabulary entry.
func (d *Dictionary) KnownWord(folded string) bool {
	if cosingToken(folded) {
		return true
	}
	if _, ok := d.Word(folded); ok {
		return true
	}
	return d.tokens()[folded]
}

// WordsWith gives the entries of several words of the grammar that have a word, sorted.
func (d *Dictionary) WordsWith(word string) []Word { return d.phrases()[word] }

// everyPhrase gives the entries of several words by each of their words, sorted.
func (d *Dictionary) everyPhrase() map[string][]Word {
	all := map[string][]Word{}
	for key, at := range d.wordAt {
		if words := Tokens(key); len(words) > 1 {
			for _, word := range words {
				all[word] = append(all[word], d.words[at])
			}
		}
	}
	for _, entries := range all {
		slices.SortFunc(entries, func(a, b Word) int { return cmp.Compare(a.Text, b.Text) })
	}
	return all
}

// HoldsNoun reports whether a noun for exosomes stands in a word of a script without spaces, in key form: 紫锥花外泌体.
func (d *Dictionary) HoldsNoun(folded string) bool {
	return Glued(folded) && slices.ContainsFunc(d.gluedNouns(), func(noun string) bool { return strings.Contains(folded, noun) })
}

// everyGluedNoun gives the nouns for exosomes of scripts without spaces, in no order.
func (d *Dictionary) everyGluedNoun() (nouns []string) {
	for key, at := range d.wordAt {
		if d.words[at].Class == ClassNoun && Glued(key) {
			nouns = append(nouns, key)
		}
	}
	return nouns
}

// Terms gives the vocabulary and the look-alikes, sorted by key, without the common names of other
// ingredients. Of several with one key the one to show comes first.
func (d *Dictionary) Terms() []Term {
	var at []int
	for i := range d.listed {
		if !d.terms[i].Kind.common() {
			at = append(at, i)
		}
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Or(cmp.Compare(d.keys[a], d.keys[b]), b-a) })
	all := make([]Term, len(at))
	for i, n := range at {
		all[i] = d.terms[n]
	}
	return all
}

// Words gives every grammar entry, sorted by key, the stem after the word.
func (d *Dictionary) Words() []Word {
	type entry struct {
		key string
		at  int32
	}
	entries := make([]entry, 0, len(d.words))
	for _, at := range [...]map[string]int32{d.wordAt, d.stemAt} {
		for key, i := range at {
			entries = append(entries, entry{key, i})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), boolInt(d.words[a.at].Stem)-boolInt(d.words[b.at].Stem))
	})
	all := make([]Word, len(entries))
	for i, e := range entries {
		all[i] = d.words[e.at]
	}
	return all
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Rules gives the rules of origin in the order they are tried.
func (d *Dictionary) Rules() iter.Seq[Rule] { return slices.Values(d.rules) }

// ColumnWord says whether a word in key form has a role in tables of ingredients.
func (d *Dictionary) ColumnWord(folded string, role ColumnRole) bool {
	return d.columnWords[role][folded]
}

// Affixes gives the words that names begin or end with in a role, in key form.
func (d *Dictionary) Affixes(role AffixRole) []string { return d.affixes[role] }

// Affix says whether a word in key form has a role.
func (d *Dictionary) Affix(folded string, role AffixRole) bool {
	return slices.Contains(d.affixes[role], folded)
}

// Finished reports whether a name ends in what is made of a source: "... Extract".
func (d *Dictionary) Finished(name string) bool { return d.EndsAs(name, Product) }

// EndsAs reports whether the last word of a name has a role.
func (d *Dictionary) EndsAs(name string, role AffixRole) bool {
	words := Tokens(Fold(name))
	return len(words) > 0 && d.Affix(words[len(words)-1], role)
}

// Confusions gives what readers take for what.
func (d *Dictionary) Confusions() []Confusion { return slices.Clone(d.confusions) }

// Doubts gives what a wrong letter costs in words that the reader was not sure of, the least sure first.
func (d *Dictionary) Doubts() []Doubt { return slices.Clone(d.doubts) }

// Confused reports whether readers are known to read one for another.
func (d *Dictionary) Confused(read, meant string) bool {
	return slices.ContainsFunc(d.confusions, func(c Confusion) bool { return c.Read == read && c.Meant == meant })
}
