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
	tokens := dictionary.Tokens(key)
	from, to, states := -1, -1, false
	at := 0
	for i := 0; i < len(tokens); {
		n, w := j.longest(tokens[i:])
		start := at + strings.Index(key[at:], tokens[i])
		end := start
		for k := range n {
			end += strings.Index(key[end:], tokens[i+k]) + len(tokens[i+k])
		}
		switch {
		case tellsSource(w.Class):
			if from < 0 {
				from = start
			}
			to, states = end, states || w.Origin == origin
		case w.Class == "" && to >= 0 && key[to:start] == " " && !digit(tokens[i]): // the species after its genus
			to = end
		}
		at, i = end, i+n
	}
	if !states {
		return ""
	}
	found := key[from:to]
	if i := strings.LastIndexByte(found, '('); i >= 0 && !strings.Contains(found[i:], ")") { // a second language began
		found = found[i+1:]
	}
	return found
}

func digit(token string) bool { return token[0] >= '0' && token[0] <= '9' }

// longest gives the longest grammar entry at the front, with the number of its tokens; one token and
// no entry where there is none.
func (j *judge) longest(tokens []string) (int, dictionary.Word) {
	const most = 5 // words in the longest entry that tells a source
	for n := min(most, len(tokens)); n > 0; n-- {
		if w, ok := j.d.Word(strings.Join(tokens[:n], " ")); ok {
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
