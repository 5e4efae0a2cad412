package origin

import (
	"strings"

	"exoscan/dictionary"
)

// phrase gives the words of a name from the first that tells its source to the last, species
// included: "human adipose stromal cell", "rosa damascena callus". "" where none of them states the
// origin asked for, or the name is in a script without spaces.
func (j *judge) phrase(name string, origin dictionary.Origin) string {
	key := dictionary.Fold(name)
	tokens := places(key)
	from, to, states := -1, -1, false
	for i := 0; i < len(tokens); {
		n, w := j.longest(key, tokens[i:])
		start, end := tokens[i].start, tokens[i+n-1].end
		switch {
		case tellsSource(w.Class):
			if from < 0 {
				from = start
			}
			to, states = end, states || w.Origin == origin
		case w.Class == "" && to >= 0 && key[to:start] == " " && !digit(key[start]): // the species after its genus
			to = end
		}
		i += n
	}
	if !states {
		return ""
	}
	found := key[from:to]
	if i := strings.LastIndexByte(found, '('); i >= 0 && !strings.Contains(found[i:], ")") { // a second language began
		if second := j.phrase(found[i+1:], origin); second != "" {
			found = second
		}
	}
	return found
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// place is where a token stands in a key, in bytes, half-open.
type place struct{ start, end int }

// places gives the tokens of a key by their places.
func places(key string) []place {
	tokens := dictionary.Tokens(key)
	all, at := make([]place, len(tokens)), 0
	for i, t := range tokens {
		start := at + strings.Index(key[at:], t)
		at = start + len(t)
		all[i] = place{start, at}
	}
	return all
}

// longest gives the longest grammar entry at the front, with the number of its tokens; one token and
// no entry where there is none.
func (j *judge) longest(key string, tokens []place) (int, dictionary.Word) {
	const most = 5 // words in the longest entry that tells a source
	words := 1
	for words < min(most, len(tokens)) && key[tokens[words-1].end:tokens[words].start] == " " {
		words++
	}
	for n := words; n > 0; n-- {
		if w, ok := j.d.Word(key[tokens[0].start:tokens[n-1].end]); ok {
			return n, w
		}
	}
	return 1, dictionary.Word{}
}

func tellsSource(c dictionary.Class) bool {
	switch c {
	case dictionary.ClassHuman, dictionary.ClassTissue, dictionary.ClassPlant, dictionary.ClassPart, dictionary.ClassAnimal,
		dictionary.ClassMilk, dictionary.ClassMicrobe, dictionary.ClassSynthetic, dictionary.ClassVegan:
		return true
	}
	return false
}
