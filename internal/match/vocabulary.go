package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// vocabulary is what the matcher needs of the dictionary's own tables, in the forms it looks things up
// by. It is built once for a matcher and read by many goroutines.
type vocabulary struct {
	// whole names, look-alikes included, by squeezed key.
	whole map[string]*dictionary.Term
	// words of the grammar by key, those of several words too, and the most words one has.
	words    map[string]*dictionary.Word
	maxWords int
	stems    []stem
	// nouns are the words that name exosomes and vesicles, each a single word: what is proposed for a
	// word that was read wrong.
	nouns []noun
	// likes are the single words that only look like a noun, in the singular and the plural.
	likes [][]rune
	// glued are the grammar words of scripts that leave no spaces, by their first letter.
	glued map[rune][]gluedWord
}

type stem struct {
	text string
	word *dictionary.Word
}

// noun is a word for an exosome or a vesicle.
type noun struct {
	text    string // folded
	letters []rune
	shape   []rune // letters that readers confuse written alike
	word    *dictionary.Word
	stem    bool // any ending may follow
}

type gluedWord struct {
	text string
	word *dictionary.Word
}

func newVocabulary(d *dictionary.Dictionary) *vocabulary {
	v := &vocabulary{whole: map[string]*dictionary.Term{}, words: map[string]*dictionary.Word{}, glued: map[rune][]gluedWord{}}
	for _, t := range d.Terms() {
		v.addTerm(&t)
	}
	for _, w := range d.Words() {
		v.addWord(&w)
	}
	return v
}

func (v *vocabulary) addTerm(t *dictionary.Term) {
	key := dictionary.Fold(t.Text)
	squeezed := squeezedKey(key)
	if _, ok := v.whole[squeezed]; !ok {
		v.whole[squeezed] = t
	}
	if strings.ContainsAny(key, " /") || isGlued(key) {
		return
	}
	if t.Kind == dictionary.LookAlike {
		v.likes = append(v.likes, squeezedRunes(nil, key), squeezedRunes(nil, key+"s"))
		return
	}
	if (t.Kind == dictionary.Exosome || t.Kind == dictionary.Vesicle) && utf8.RuneCountInString(key) >= shortestGuess {
		// A term of one word is a noun of its own: gingerosome, egzosomami.
		v.addNoun(&dictionary.Word{
			Text: t.Text, Name: t.Name, Class: dictionary.ClassNoun, Kind: t.Kind,
			Language: t.Language, Evidence: t.Evidence, Source: t.Source,
		}, key)
	}
}

func (v *vocabulary) addWord(w *dictionary.Word) {
	key := dictionary.Fold(w.Text)
	if r, _ := utf8.DecodeRuneInString(key); isGlued(key) {
		v.glued[r] = append(v.glued[r], gluedWord{key, w})
	}
	if w.Stem {
		v.stems = append(v.stems, stem{key, w})
	} else if _, ok := v.words[key]; !ok {
		v.words[key] = w
		v.maxWords = max(v.maxWords, strings.Count(key, " ")+1)
	}
	if w.Class == dictionary.ClassNoun && !strings.Contains(key, " ") && utf8.RuneCountInString(key) >= shortestGuess && !isGlued(key) {
		v.addNoun(w, key)
	}
}

func (v *vocabulary) addNoun(w *dictionary.Word, key string) {
	for _, n := range v.nouns {
		if n.text == key && n.stem == w.Stem {
			return
		}
	}
	letters := squeezedRunes(nil, key)
	v.nouns = append(v.nouns, noun{key, letters, shape(letters), w, w.Stem})
}

// word gives the grammar entry of one or several words: the entry itself, or the longest stem.
func (v *vocabulary) word(key string) *dictionary.Word {
	if w := v.words[key]; w != nil {
		return w
	}
	if strings.Contains(key, " ") {
		return nil
	}
	var best *stem
	for i := range v.stems {
		if s := &v.stems[i]; strings.HasPrefix(key, s.text) && (best == nil || len(s.text) > len(best.text)) {
			best = s
		}
	}
	if best == nil {
		return nil
	}
	return best.word
}

// like reports whether a word is a look-alike, in the singular or the plural.
func (v *vocabulary) like(word string) bool {
	for _, form := range [...]string{word, strings.TrimSuffix(word, "s"), word + "s", strings.TrimSuffix(word, "al") + "e", strings.TrimSuffix(word, "n")} {
		if t := v.whole[form]; t != nil && t.Kind == dictionary.LookAlike {
			return true
		}
	}
	return false
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
