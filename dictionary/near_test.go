package dictionary

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// nouns gives the single words that name exosomes or vesicles, by key. Short ones and scripts written
// without spaces are left out: the matcher takes those only as they stand.
func nouns(d *Dictionary) []string {
	found := map[string]bool{}
	add := func(key string) {
		if utf8.RuneCountInString(key) >= 6 && !strings.Contains(key, " ") && !strings.ContainsFunc(key, func(r rune) bool { return r > 0xe00 }) {
			found[key] = true
		}
	}
	for _, w := range d.Words() {
		if w.Class == ClassNoun {
			add(Fold(w.Text))
		}
	}
	for _, t := range d.Terms() {
		if t.Kind == Exosome || t.Kind == Vesicle {
			add(Fold(t.Text))
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestNeighboursOfNounsAreListed: a word of any INCI name or of our own tables that is one or two
// letters from a noun must be listed as a look-alike, or else it may be taken for a misread exosome.
func TestNeighboursOfNounsAreListed(t *testing.T) {
	d := Default()
	words := maps.Clone(d.tokens())
	for _, e := range cosingEntries(t) {
		for _, w := range Tokens(Fold(e.name)) {
			words[w] = true
		}
	}
	names := nouns(d)
	for _, word := range slices.Sorted(maps.Keys(words)) {
		if utf8.RuneCountInString(word) < 4 {
			continue
		}
		if _, ok := d.termAt[word]; ok {
			continue // listed, or a noun itself
		}
		if w, ok := d.Word(word); ok && w.Class == ClassNoun {
			continue
		}
		for _, noun := range names {
			if strings.HasPrefix(noun, word) { // exos, of MSC-Exos
				break
			}
			if n := Edits([]rune(word), []rune(noun), 2); n <= 2 {
				t.Errorf("%q is %d letters from %q: list it in lookalikes.tsv", word, n, noun)
				break
			}
		}
	}
}

// TestNearTermsAgree: two whole names a letter apart must state the same origin, or one slip of the
// pen changes the verdict. Abbreviations are apart: every letter of hMSC, BMSC and PDEN is needed,
// and they are taken only as they stand.
func TestNearTermsAgree(t *testing.T) {
	d := Default()
	type entry struct {
		key  string
		term Term
	}
	var all []entry
	for key, t := range d.AllTerms() {
		if k := t.Kind; (k == Exosome || k == Vesicle || k == ConditionedMedia) && !abbreviation(t.Text) {
			all = append(all, entry{key, *t})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.term.Origin == b.term.Origin || unicode.In([]rune(a.key)[0], unicode.Han, unicode.Hangul) {
				continue
			}
			if n := Edits([]rune(a.key), []rune(b.key), 1); n <= 1 {
				t.Errorf("%q (%s) and %q (%s) are %d letter apart", a.term.Text, a.term.Origin, b.term.Text, b.term.Origin, n)
			}
		}
	}
}

// abbreviation reports whether a name holds a run of capitals, as no word of a sentence does; names
// from CosIng, all capitals, are several words.
func abbreviation(text string) bool {
	run := 0
	for _, r := range text {
		if run++; !unicode.IsUpper(r) {
			run = 0
		}
		if run >= 3 && (text != strings.ToUpper(text) || !strings.Contains(text, " ")) {
			return true
		}
	}
	return false
}
