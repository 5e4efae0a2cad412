package dictionary

import (
	"strings"
	"unicode"
)

// Three sets of scripts are not written as Latin is. They overlap, and none will do for another: Korean is of signs, and
// has spaces, which labels leave out; Thai has none, and is of letters.

// Sign reports whether a character is a sign of Chinese, Japanese or Korean, each as wide as two letters.
func Sign(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// Unspaced reports whether a letter is of a script that is written without spaces between words.
func Unspaced(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Glued reports whether a text is in a script whose words stand without spaces, or may, and which the dictionary has
// words in: Chinese, Japanese, Korean, Thai.
func Glued(text string) bool { return strings.ContainsFunc(text, gluedLetter) }

func gluedLetter(r rune) bool { return Sign(r) || r >= 0xe00 && unicode.Is(unicode.Thai, r) }

// SameRadical reports whether two Chinese signs have one radical, by the order of signs, which goes by radicals.
func SameRadical(a, b rune) bool {
	const apart = 64
	return max(a-b, b-a) < apart && unicode.Is(unicode.Han, a) && unicode.Is(unicode.Han, b)
}
