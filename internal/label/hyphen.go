package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// joint says how two parts of a word go together that a line break stands between.
type joint uint8

const (
	separate joint = iota // two words
	solid                 // the hyphen only marked the break: Cocami-dopropyl
	hyphen                // the hyphen belongs to the name: PEG-40, 1,2-Hexanediol
)

// jointOf decides about a line that ends in left and goes on with right. The dictionary decides
// where it knows one of the spellings; a digit beside the hyphen keeps it; otherwise a break within
// a word is the usual reason for a hyphen at a line's end. Where dashes part the items it may be one of
// those.
func jointOf(left, right string, d *dictionary.Dictionary, dashes bool) joint {
	stem, ok := cutHyphen(left)
	if !ok || stem == "" || right == "" {
		return separate
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	first, _ := utf8.DecodeRuneInString(right)
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return separate
	}
	if unicode.IsDigit(last) || unicode.IsDigit(first) {
		return hyphen
	}
	a, b := lastWord(stem), firstWord(right)
	if d.KnownWord(fold(a + b)) {
		return solid
	}
	if dashes && len(a) >= shortestWhole && len(b) >= shortestWhole && d.KnownWord(fold(a)) && d.KnownWord(fold(b)) {
		return separate // a dash between two items
	}
	if knownWord(d, fold(a+"-"+b)) {
		return hyphen
	}
	return solid
}

// shortestWhole is the fewest letters of a known word that is no syllable of another.
const shortestWhole = 5

// hyphens at the end of a line, as printed and as read.
var lineEndHyphens = [...]string{"-", "‐", "‑", "\u00ad", "¬", "–", "—"}

func cutHyphen(s string) (string, bool) {
	for _, h := range lineEndHyphens {
		if stem, ok := strings.CutSuffix(s, h); ok {
			return stem, true
		}
	}
	return s, false
}

func lastWord(s string) string {
	return s[strings.LastIndexFunc(s, notLetter)+1:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, notLetter); i >= 0 {
		return s[:i]
	}
	return s
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// fold is dictionary.Fold without its cost for plain words.
func fold(s string) string {
	if ascii(s) {
		return lowerASCII(s)
	}
	return dictionary.Fold(s)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// rejoined is text with the words that line breaks cut in two joined, and where that was.
func rejoined(text string, d *dictionary.Dictionary) (string, []cut) {
	e := editor{text: text}
	dashes := strings.Count(text, " - ") >= fewSigns
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		i += at
		at = i + 1
		before := strings.TrimRight(text[e.from:i], " \t\r")
		next := len(text[:at]) + len(text[at:]) - len(strings.TrimLeft(text[at:], " \t"))
		left := before[strings.LastIndexAny(before, " \t\n,;")+1:]
		right := text[next:]
		if j := strings.IndexAny(right, " \t\r\n,;"); j >= 0 {
			right = right[:j]
		}
		j := jointOf(left, right, d, dashes)
		if j == separate {
			continue
		}
		if j == solid {
			before, _ = cutHyphen(before)
		}
		e.put(e.from+len(before), "", next)
		at = next
	}
	return e.done()
}
