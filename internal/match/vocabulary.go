package match

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"exoscan/dictionary"
)

// vocabulary is what the matcher needs of the dictionary's own tables beyond looking up a key. It is
// built once for a matcher and read by many goroutines. What only damaged text needs is built when the
// first of it comes: a short clean list must not wait for it.
type vocabulary struct {
	dict *dictionary.Dictionary
	// whole names, look-alikes included, by squeezed key.
	whole map[string]*dictionary.Term
	// longest is the most words of an entry or look-alike that begins with a word; those of one word
	// are not in it.
	longest map[string]int
	// likeForms are the look-alikes of one word in their usual forms.
	likeForms map[string]bool
	// everyday has the words of names in everyday words, with what they do there.
	everyday map[string]role
	// near is what misread words are compared with, strokes the common names by their strokeKey.
	near    func() *nearby
	strokes func() map[string]*dictionary.Term
}

func newVocabulary(d *dictionary.Dictionary) *vocabulary {
	terms, words := d.Size()
	v := &vocabulary{
		dict: d, whole: make(map[string]*dictionary.Term, terms), longest: make(map[string]int, words/4),
		likeForms: make(map[string]bool, terms/4), everyday: everydayWords(d),
	}
	for key, t := range d.AllTerms() {
		squeezed := squeezedKey(key)
		if old, ok := v.whole[squeezed]; !ok || t.Text < old.Text {
			v.whole[squeezed] = t
		}
		switch {
		case t.Kind != dictionary.LookAlike:
		case single(key):
			for _, form := range [...]string{key, key + "s", strings.TrimSuffix(key, "e") + "al", key + "n"} {
				v.likeForms[form] = true
			}
		default:
			v.begins(key)
		}
	}
	for key := range d.AllWords() {
		if strings.Contains(key, " ") {
			v.begins(key)
		}
	}
	v.near = sync.OnceValue(func() *nearby { return newNearby(d) })
	v.strokes = sync.OnceValue(func() map[string]*dictionary.Term { return strokesOf(d) })
	return v
}

// single reports whether a key is one word of a script that leaves spaces.
func single(key string) bool { return !strings.ContainsAny(key, " /") && !dictionary.Glued(key) }

// begins notes that an entry of several words begins with its first word.
func (v *vocabulary) begins(key string) {
	words := dictionary.Tokens(key)
	if len(words) > 0 && len(words) > v.longest[words[0]] {
		v.longest[words[0]] = len(words)
	}
}

// isNoun reports whether a word names exosomes or vesicles, by itself or by its stem.
func (v *vocabulary) isNoun(key string) bool {
	w, ok := v.dict.Word(key)
	return ok && w.Class == dictionary.ClassNoun
}

// nearby are the texts that misread words are compared with, each list in the order of the texts.
type nearby struct {
	// nouns are the words that name exosomes and vesicles, each a single word: what is proposed.
	nouns []noun
	// nounLetters are the letterSets of their shapes: looking through them alone takes a tenth of the time.
	nounLetters []uint64
	// likes are the single words that only look like a noun, in the singular and the plural.
	likes [][]rune
	// likePhrases are the look-alikes of several words that have a noun in them.
	likePhrases []shelved
	// terms are the exosomes and vesicles of the vocabulary, words the single words of the grammar.
	terms, words shelf
	// foreign are the names of ingredients in scripts that CosIng does not have.
	foreign shelf
	// short are the terms that are abbreviations of a source and a noun.
	short []shortened
	// signed are the words of the grammar that are abbreviations.
	signed []shelved
	// glued are the grammar words of scripts that leave no spaces, by their first letter, and all of them.
	glued    map[rune][]*gluedWord
	gluedAll []*gluedWord
	// joined are the words of entries that are run together: all of one, or two that follow each other.
	joined map[string][]string
}

// noun is a word for an exosome or a vesicle.
type noun struct {
	text    string // folded
	letters []rune
	shape   []rune // letters that readers confuse written alike
	word    dictionary.Word

	shapeText string
}

type gluedWord struct {
	text    string
	letters []rune
	word    dictionary.Word
}

func newNearby(d *dictionary.Dictionary) *nearby {
	n := &nearby{glued: map[rune][]*gluedWord{}, joined: map[string][]string{}}
	terms := map[string]*dictionary.Term{}
	for key, t := range d.AllTerms() {
		if t.Kind == dictionary.LookAlike || t.Kind == dictionary.Exosome || t.Kind == dictionary.Vesicle || t.Kind == dictionary.Ingredient && isForeign(key) {
			terms[key] = t
		}
	}
	// A word and a stem may share a key: the word first, and what comes first does not depend on a map.
	words, stems := map[string]dictionary.Word{}, map[string]dictionary.Word{}
	for key, w := range d.AllWords() {
		if w.Stem {
			stems[key] = w
		} else {
			words[key] = w
		}
	}
	for _, key := range sortedKeys(terms) {
		n.addTerm(d, key, terms[key])
	}
	for _, key := range sortedKeys(words) {
		n.addWord(key, words[key])
	}
	for _, key := range sortedKeys(stems) {
		n.addWord(key, stems[key])
	}
	return n
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (n *nearby) addTerm(d *dictionary.Dictionary, key string, t *dictionary.Term) {
	switch {
	case t.Kind == dictionary.Ingredient:
		n.foreign.add(key, false, "", t)
	case t.Kind == dictionary.LookAlike && dictionary.Glued(key):
		if !strings.Contains(key, " ") {
			n.addGlued(key, dictionary.Word{Text: t.Text, Name: t.Name, Kind: t.Kind})
		}
	case t.Kind == dictionary.LookAlike && single(key):
		n.likes = append(n.likes, squeezedRunes(nil, key), squeezedRunes(nil, key+"s"))
	case t.Kind == dictionary.LookAlike:
		isNoun := func(word string) bool {
			w, ok := d.Word(word)
			return ok && w.Class == dictionary.ClassNoun
		}
		if slices.ContainsFunc(dictionary.Tokens(key), isNoun) {
			letters := squeezedRunes(nil, key)
			n.likePhrases = append(n.likePhrases, shelved{text: key, letters: letters, has: letterSet(letters), term: t})
		}
	default:
		n.terms.add(key, false, "", t)
		n.shorten(key, t)
		if single(key) && !abbreviation(t.Text) {
			// A term of one word is a noun of its own: gingerosome, egzosomami.
			n.addNoun(key, dictionary.Word{
				Text: t.Text, Name: t.Name, Class: dictionary.ClassNoun, Kind: t.Kind,
				Language: t.Language, Evidence: t.Evidence, Source: t.Source,
			})
		}
	}
}

func (n *nearby) addWord(key string, w dictionary.Word) {
	if dictionary.Glued(key) {
		n.addGlued(key, w)
		return
	}
	if strings.Contains(key, " ") && !w.Stem {
		n.join(dictionary.Tokens(key))
	}
	if strings.Contains(key, " ") {
		return
	}
	if capitals(w.Text) > 1 {
		n.signed = append(n.signed, shelved{text: key, letters: []rune(key), says: w.Class.States()})
		return
	}
	// Of four letters only sources: SÁNG is no "sans".
	if length := utf8.RuneCountInString(key); length > sureWord || length == sureWord && w.Class.States() != "" && !w.Stem {
		n.words.add(key, w.Stem, w.Class.States(), nil)
	}
	if w.Class == dictionary.ClassNoun && !abbreviation(w.Text) {
		n.addNoun(key, w)
	}
}

// join adds the words of an entry run together. Short ones are other words, too.
func (n *nearby) join(words []string) {
	add := func(words []string) {
		if run := strings.Join(words, ""); len(run) >= shortestRun {
			n.joined[run] = words
		}
	}
	for i := 2; i < len(words); i++ {
		add(words[i-2 : i])
		add(words[i-1 : i+1])
	}
	add(words)
}

// shortestRun is the fewest bytes of words of an entry that are known where they are run together.
const shortestRun = 6

func (n *nearby) addGlued(key string, w dictionary.Word) {
	g := &gluedWord{key, []rune(key), w}
	n.gluedAll = append(n.gluedAll, g)
	n.glued[g.letters[0]] = append(n.glued[g.letters[0]], g)
}

// addNoun adds a word; of those with one key the first counts.
func (n *nearby) addNoun(key string, w dictionary.Word) {
	for i := range n.nouns {
		if n.nouns[i].text == key {
			return
		}
	}
	letters := squeezedRunes(nil, key)
	like := shape(letters)
	n.nouns = append(n.nouns, noun{key, letters, like, w, string(like)})
	n.nounLetters = append(n.nounLetters, letterSet(like))
}
