package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// humanGoesOn reports whether a short word for people in a script without spaces is followed by signs that nobody knows: they
// may be of what it is for, 人体に優しい, or of its cells.
func (j *judge) humanGoesOn(m *match.Match) bool {
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassHuman && p.Edits == 0 && shortForPeople(p.Word.Text) && j.unreadBehind(m, p)
	})
}

// unreadBehind reports whether signs of no part stand right behind one, other than a single one that binds it to the next.
func (j *judge) unreadBehind(m *match.Match, p match.Part) bool {
	starts := func(at int) bool {
		return slices.ContainsFunc(m.Parts, func(o match.Part) bool { return o.Start == at })
	}
	behind := j.l.Text[p.End:m.End]
	next, size := utf8.DecodeRuneInString(behind)
	if !dictionary.Glued(string(next)) || starts(p.End) {
		return false
	}
	rest := strings.TrimLeft(behind[size:], " ")
	return !strings.ContainsRune(binding, next) || !starts(m.End-len(rest))
}

// binding are signs between two words of one name, "of" or "and".
const binding = "의과와のと与與和及"

// shortForPeople reports whether a word is 人体, 인간 or ヒューマン, and none that names what is of people: 人脂肪.
func shortForPeople(word string) bool {
	const longest = 2 // signs
	signs := []rune(word)
	return dictionary.Glued(word) && (len(signs) <= longest || unicode.Is(unicode.Katakana, signs[0]))
}
