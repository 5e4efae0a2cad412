package label

import (
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// parted is text with spaces in the words that were run together with a capital letter at the start of each,
// "RosaDamascenaExosomes", and where that was. All of them must be known, and the whole must not.
func parted(text string, d *dictionary.Dictionary) (string, []cut) {
	e := editor{text: text}
	for i := 0; i < len(text); {
		if !isLetter(text[i]) && text[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		var humps []int
		for last := ' '; i < len(text); {
			c, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(c) {
				if i == start {
					i += size
				}
				break
			}
			if unicode.IsUpper(c) && unicode.IsLower(last) {
				humps = append(humps, i)
			}
			last, i = c, i+size
		}
		if humps == nil || d.KnownWord(fold(text[start:i])) || !allKnown(text[start:i], humps, start, d) {
			continue
		}
		for _, at := range humps {
			e.put(at, " ", at)
		}
	}
	return e.done()
}

// allKnown says whether the dictionary knows all words of a text that are cut at some places, counted from its start.
func allKnown(text string, cuts []int, start int, d *dictionary.Dictionary) bool {
	const shortest = 3
	from := 0
	for k := 0; k <= len(cuts); k++ {
		to := len(text)
		if k < len(cuts) {
			to = cuts[k] - start
		}
		if to-from < shortest || !d.KnownWord(fold(text[from:to])) {
			return false
		}
		from = to
	}
	return true
}
