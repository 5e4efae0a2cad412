package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/internal/ocr"
)

// Print of another script, read as Latin. Each of its letters becomes the Latin letter or the digit it looks most
// like, whatever stands beside it: BnaykHbIe, Pecny6nuxa. Latin that is out of focus or badly lit is misread within
// its case: of the doubtful words of 150 photos hardly one in twenty is mixed there, and three in ten among Cyrillic.
const (
	mixedShare  = 0.12 // of the doubtful words
	mixedLeast  = 5    // words
	mixedLength = 3    // letters and digits; shorter words tell nothing

	partlyShare = 0.15 // of the doubtful words, where a few lines are in another script
	partlyLeast = 3    // words
)

// OtherScript reports whether a good part of the photo is print of another script that was read as Latin.
// Typed text is none.
func (l *Label) OtherScript() bool {
	strange, doubtful := l.mixedWords()
	return strange >= mixedLeast && float64(strange) >= mixedShare*float64(doubtful)
}

// MixedList reports whether some of the list may be in another script that was read as Latin: words of it look so, or
// those of the photo do and its heading was not understood.
func (l *Label) MixedList() bool {
	strange, doubtful := l.mixedWords()
	if strange < partlyLeast || float64(strange) < partlyShare*float64(doubtful) {
		return false
	}
	return l.Heading.End <= l.Heading.Start || slices.ContainsFunc(l.Spans, func(s Span) bool {
		_, strange := mixedWord(l.page.Words[s.Word])
		return strange && s.Start >= l.List.Start && s.End <= l.List.End
	})
}

// mixedWords counts the words that look like another script, and the doubtful ones.
func (l *Label) mixedWords() (strange, doubtful int) {
	if l.page == nil {
		return 0, 0
	}
	for _, w := range l.page.Words {
		d, s := mixedWord(w)
		if d {
			doubtful++
		}
		if s {
			strange++
		}
	}
	return strange, doubtful
}

// mixedWord says whether a word is doubtful and long enough to tell, and whether it looks like another script, too.
func mixedWord(w ocr.Word) (doubtful, strange bool) {
	word := strings.TrimFunc(w.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	doubtful = w.Confidence < UnreadBelow && utf8.RuneCountInString(word) >= mixedLength
	return doubtful, doubtful && mixed(word)
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
