package dictionary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letters counts the letters and digits of a text, of any script.
func Letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// Tokens gives the words of a key: runs of letters, digits, marks and apostrophes.
func Tokens(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !wordRune(r) })
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '\''
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// sameLetter gives the plain spelling of letters that normalisation leaves apart and readers do not.
func sameLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ς':
		return "σ"
	case 'ё':
		return "е"
	case 'أ', 'إ', 'آ':
		return "ا"
	case 'ى', 'ی':
		return "ي"
	case 'ک':
		return "ك"
	case 'ة':
		return "ه"
	case '・':
		return "·"
	case '“', '”', '„', '«', '»':
		return "\""
	}
	if r >= firstSmallCapital {
		if i := slices.Index(smallCapitals[:], r); i >= 0 {
			return string(rune('a' + i))
		}
	}
	return ""
}

// smallCapitals are the letters of phonetic writing that people set text in small capitals with, from a to z; x has none.
var smallCapitals = [...]rune{
	'ᴀ', 'ʙ', 'ᴄ', 'ᴅ', 'ᴇ', 'ꜰ', 'ɢ', 'ʜ', 'ɪ', 'ᴊ', 'ᴋ', 'ʟ', 'ᴍ', 'ɴ', 'ᴏ', 'ᴘ', 'ǫ', 'ʀ', 'ꜱ', 'ᴛ', 'ᴜ', 'ᴠ', 'ᴡ', 'x', 'ʏ', 'ᴢ',
}

const firstSmallCapital = 'ǫ'
