package origin

import (
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// phrase gives the words of a name from the first that tells its source to the last, species
// included: "human adipose stromal cell", "rosa damascena callus". "" where the name has none, or is
// in a script without spaces.
func (j *judge) phrase(m *match.Match) string {
	key := dictionary.Fold(m.Name)
	tokens := dictionary.Tokens(key)
	from, to := -1, -1
	at := 0
	for i := 0; i < len(tokens); {
		n, class := j.longest(tokens[i:])
		start := at + strings.Index(key[at:], tokens[i])
		end := start
		for k := range n {
			end += strings.Index(key[end:], tokens[i+k]) + len(tokens[i+k])
		}
		switch {
		case tellsSource(class):
			if from < 0 {
				from = start
			}
			to = end
		case class == "" && to >= 0 && onlySpace(key[to:start]): // the species after its genus
			to = end
		}
		at, i = end, i+n
	}
	if from < 0 {
		return ""
	}
	found := key[from:to]
	if i := strings.LastIndexByte(found, '('); i >= 0 && !strings.Contains(found[i:], ")") { // a second language began
		found = found[i+1:]
	}
	return found
}

// longest gives the number of tokens of the longest grammar entry at the front, and its class; one
// token and "" where there is none.
func (j *judge) longest(tokens []string) (int, dictionary.Class) {
	const most = 5 // words in the longest entry that tells a source
	for n := min(most, len(tokens)); n > 0; n-- {
		if w, ok := j.d.Word(strings.Join(tokens[:n], " ")); ok {
			return n, w.Class
		}
	}
	return 1, ""
}

func tellsSource(c dictionary.Class) bool {
	switch c {
	case dictionary.ClassHuman, dictionary.ClassTissue, dictionary.ClassPlant, dictionary.ClassPart, dictionary.ClassAnimal,
		dictionary.ClassMilk, dictionary.ClassMicrobe, dictionary.ClassSynthetic, dictionary.ClassVegan:
		return true
	}
	return false
}

func onlySpace(s string) bool { return strings.Trim(s, " ") == "" }
