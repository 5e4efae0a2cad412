package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Print of another script, read as Latin. Each of its letters becomes the Latin letter or the digit it looks most
// like, whatever stands beside it: BnaykHbIe, Pecny6nuxa. Latin that is out of focus or badly lit is misread within
// its case: of the doubtful words of 150 photos hardly one in twenty is mixed there, and three in ten among Cyrillic.
const (
	mixedShare  = 0.12 // of the doubtful words
	mixedLeast  = 5    // words
	mixedLength = 3    // letters and digits; shorter words tell nothing
)

// OtherScript reports whether a good part of the photo is print of another script that was read as Latin.
// Typed text is none.
func (l *Label) OtherScript() bool {
	if l.page == nil {
		return false
	}
	doubtful, strange := 0, 0
	for _, w := range l.page.Words {
		word := strings.TrimFunc(w.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if w.Confidence < UnreadBelow && utf8.RuneCountInString(word) >= mixedLength {
			doubtful++
			if mixed(word) {
				strange++
			}
		}
	}
	return strange >= mixedLeast && float64(strange) >= mixedShare*float64(doubtful)
}

// mixed says whether a word has a capital behind a small letter, or a digit between letters.
func mixed(word string) bool {
	var before, last rune
	for _, r := range word {
		if unicode.IsUpper(r) && unicode.IsLower(last) || unicode.IsLetter(r) && unicode.IsDigit(last) && unicode.IsLetter(before) {
			return true
		}
		before, last = last, r
	}
	return false
}
