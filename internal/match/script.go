package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// squeezedKey is the letters of a key as one string; plain words are that already.
func squeezedKey(folded string) string {
	for i := 0; i < len(folded); i++ {
		if c := folded[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return string(squeezedRunes(nil, folded))
		}
	}
	return folded
}

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

// isForeign reports whether a text has letters that no Latin name has.
func isForeign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= firstGreek && unicode.IsLetter(r) })
}

// firstGreek is the first letter beyond Latin.
const firstGreek = 0x370
