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
	// likePhrases are the look-alikes of several words that have a noun in them.
	likePhrases []shelved
	// terms are the exosomes and vesicles of the vocabulary, words the single words of the grammar.
	terms, words shelf
	// glued are the grammar words of scripts that leave no spaces, by their first letter, and all of them.
	glued    map[rune][]gluedWord
	gluedAll []gluedWord
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
	text    string
	letters []rune
	word    dictionary.Word
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
	slices.SortFunc(v.nouns, func(a, b noun) int {
		return cmp.Or(cmp.Compare(a.text, b.text), compareWords(&a.word, &b.word))
	})
	v.nouns = slices.CompactFunc(v.nouns, func(a, b noun) bool { return a.text == b.text })
	slices.SortFunc(v.gluedAll, func(a, b gluedWord) int {
		return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text), compareWords(&a.word, &b.word))
	})
	for _, g := range v.gluedAll {
		v.glued[g.letters[0]] = append(v.glued[g.letters[0]], g)
	}
	for _, shelf := range [...][]shelved{v.terms.texts, v.words.texts, v.likePhrases} {
		slices.SortFunc(shelf, func(a, b shelved) int {
			if a.text == b.text && a.stem != b.stem && b.stem {
				return -1
			}
			if a.text == b.text && a.stem != b.stem {
				return 1
			}
			return cmp.Compare(a.text, b.text)
		})
	}
	slices.SortFunc(v.likes, slices.Compare)
	return v
}

// compareWords puts a whole word before a stem, and makes the order of the rest certain.
func compareWords(a, b *dictionary.Word) int {
	if a.Stem != b.Stem {
		if a.Stem {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Class, b.Class), cmp.Compare(a.Language, b.Language))
}

func (v *vocabulary) addTerm(key string, t *dictionary.Term) {
	squeezed := squeezedKey(key)
	if old, ok := v.whole[squeezed]; !ok || t.Text < old.Text {
		v.whole[squeezed] = t
	}
	if t.Kind == dictionary.Exosome || t.Kind == dictionary.Vesicle {
		v.terms.add(key, false, t)
	}
	single := !strings.ContainsAny(key, " /") && !isGlued(key)
	switch {
	case t.Kind == dictionary.LookAlike && !single:
		v.begins(key)
		if v.hasNoun(key) {
			letters := squeezedRunes(nil, key)
			v.likePhrases = append(v.likePhrases, shelved{text: key, letters: letters, has: letterSet(letters), term: t})
		}
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
	if !strings.Contains(key, " ") && !isGlued(key) && utf8.RuneCountInString(key) >= sureWord && !abbreviation(w.Text) {
		v.words.add(key, w.Stem, nil)
	}
	switch {
	case isGlued(key):
		v.gluedAll = append(v.gluedAll, gluedWord{key, []rune(key), w})
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

// hasNoun reports whether one of the words of a key is a noun.
func (v *vocabulary) hasNoun(key string) bool {
	return slices.ContainsFunc(dictionary.Tokens(key), v.isNoun)
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
