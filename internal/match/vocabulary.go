package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// vocabulary is what the matcher needs of the dictionary's own tables beyond looking up a key. It is
// built once for a matcher and read by many goroutines.
type vocabulary struct {
	dict *dictionary.Dictionary
	// whole names, look-alikes included, by squeezed key.
	whole map[string]*dictionary.Term
	// longest is the most words of an entry or look-alike that begins with a word; those of one word
	// are not in it.
	longest map[string]int
	// nouns are the words that name exosomes and vesicles, each a single word: what is proposed for a
	// word that was read wrong.
	nouns []noun
	// likes are the single words that only look like a noun, in the singular and the plural.
	likes [][]rune
	// likeForms are the same words, and other forms of them.
	likeForms map[string]bool
	// glued are the grammar words of scripts that leave no spaces, by their first letter.
	glued map[rune][]gluedWord
}

// noun is a word for an exosome or a vesicle.
type noun struct {
	text    string // folded
	letters []rune
	shape   []rune // letters that readers confuse written alike
	has     uint64 // letterSet of shape
	word    dictionary.Word
}

type gluedWord struct {
	text string
	word dictionary.Word
}

func newVocabulary(d *dictionary.Dictionary) *vocabulary {
	v := &vocabulary{
		dict: d, whole: make(map[string]*dictionary.Term, 2048), longest: map[string]int{},
		likeForms: map[string]bool{}, glued: map[rune][]gluedWord{},
	}
	for key, t := range d.AllTerms() {
		v.addTerm(key, t)
	}
	for key, w := range d.AllWords() {
		v.addWord(key, w)
	}
	// The tables come in no order; what is proposed first must not depend on that.
	slices.SortFunc(v.nouns, func(a, b noun) int { return cmp.Compare(a.text, b.text) })
	v.nouns = slices.CompactFunc(v.nouns, func(a, b noun) bool { return a.text == b.text })
	for _, words := range v.glued {
		slices.SortFunc(words, func(a, b gluedWord) int {
			return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
		})
	}
	slices.SortFunc(v.likes, slices.Compare)
	return v
}

func (v *vocabulary) addTerm(key string, t *dictionary.Term) {
	squeezed := squeezedKey(key)
	if old, ok := v.whole[squeezed]; !ok || t.Text < old.Text {
		v.whole[squeezed] = t
	}
	single := !strings.ContainsAny(key, " /") && !isGlued(key)
	switch {
	case t.Kind == dictionary.LookAlike && !single:
		v.begins(key)
	case t.Kind == dictionary.LookAlike:
		for _, form := range [...]string{key, key + "s", strings.TrimSuffix(key, "e") + "al", key + "n"} {
			v.likeForms[form] = true
		}
		v.likes = append(v.likes, squeezedRunes(nil, key), squeezedRunes(nil, key+"s"))
	case single && (t.Kind == dictionary.Exosome || t.Kind == dictionary.Vesicle) && !abbreviation(t.Text):
		// A term of one word is a noun of its own: gingerosome, egzosomami.
		v.addNoun(key, dictionary.Word{
			Text: t.Text, Name: t.Name, Class: dictionary.ClassNoun, Kind: t.Kind,
			Language: t.Language, Evidence: t.Evidence, Source: t.Source,
		})
	}
}

func (v *vocabulary) addWord(key string, w dictionary.Word) {
	r, _ := utf8.DecodeRuneInString(key)
	switch {
	case isGlued(key):
		v.glued[r] = append(v.glued[r], gluedWord{key, w})
	case strings.Contains(key, " "):
		v.begins(key)
	case w.Class == dictionary.ClassNoun && !abbreviation(w.Text):
		v.addNoun(key, w)
	}
}

func (v *vocabulary) addNoun(key string, w dictionary.Word) {
	letters := squeezedRunes(nil, key)
	n := noun{text: key, letters: letters, shape: shape(letters), word: w}
	n.has = letterSet(n.shape)
	v.nouns = append(v.nouns, n)
}

// begins notes that an entry of several words begins with its first word.
func (v *vocabulary) begins(key string) {
	words := dictionary.Tokens(key)
	if len(words) > 0 && len(words) > v.longest[words[0]] {
		v.longest[words[0]] = len(words)
	}
}

// abbreviation reports whether a word is one that every neighbour of is another word: "HELNs" is not
// what "helps" was.
func abbreviation(text string) bool {
	upper := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	n := utf8.RuneCountInString(text)
	return upper > 1 && upper >= n-2 || n < shortestGuess
}

func squeezedKey(folded string) string { return string(squeezedRunes(nil, folded)) }

// isGlued reports whether a text is in a script whose words stand without spaces, or may: Chinese,
// Japanese, Korean, Thai.
func isGlued(s string) bool {
	for _, r := range s {
		if gluedLetter(r) {
			return true
		}
	}
	return false
}

func gluedLetter(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
