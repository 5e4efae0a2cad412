package dictionary

import (
	"unicode"
	"unicode/utf8"
)

// Readers of Latin and Cyrillic take letters of one alphabet for those of the same shape in the other, in the midst of a
// word: "Hаnf" with a Cyrillic а. No word is of both.

// twins are the letters that look alike in the two alphabets, as small or as capital ones: a Latin one, then its own.
const twins = "aаbвcсeеhнiіjјkкmмoоpрsѕtтxхyу"

// twinOf gives the letter of the other alphabet that looks like one, 0 where there is none.
func twinOf(r rune) rune {
	var latin rune
	for _, t := range twins {
		switch {
		case t < utf8.RuneSelf:
			latin = t
		case r == latin:
			return t
		case r == t:
			return latin
		}
	}
	return 0
}

// oneAlphabet writes the words of a key that are of both alphabets in one.
func (f *folder) oneAlphabet() {
	out, from := make([]byte, 0, len(f.out)), make([]int, 0, len(f.from))
	for at := 0; at < len(f.out); {
		end, wrong := f.word(at)
		for i, r := range string(f.out[at:end]) {
			if wrong != nil && unicode.Is(wrong, r) {
				r = twinOf(r)
			}
			out = utf8.AppendRune(out, r)
			for f.track && len(from) < len(out) {
				from = append(from, f.from[at+i])
			}
		}
		at = end
	}
	f.out, f.from = out, from
}

// word gives the end of the word at a byte of the key, or of the character that is in none, and the alphabet that its
// letters are of by mistake, which are few and have twins. Where many are of either, two words were run together.
func (f *folder) word(start int) (end int, wrong *unicode.RangeTable) {
	latin, cyrillic := ofAlphabet{twins: true}, ofAlphabet{twins: true}
	for end = start; end < len(f.out); {
		r, n := utf8.DecodeRune(f.out[end:])
		if end > start && !wordRune(r) {
			break
		}
		end += n
		switch {
		case !wordRune(r):
			return end, nil
		case unicode.Is(unicode.Latin, r):
			latin.add(r)
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic.add(r)
		}
	}
	switch {
	case cyrillic.mistakenFor(latin):
		return end, unicode.Cyrillic
	case latin.mistakenFor(cyrillic):
		return end, unicode.Latin
	}
	return end, nil
}

// ofAlphabet are the letters of a word that are of one alphabet.
type ofAlphabet struct {
	n     int
	twins bool // all of them have one
}

func (l *ofAlphabet) add(r rune) { l.n, l.twins = l.n+1, l.twins && twinOf(r) != 0 }

// mistakenFor reports whether the letters may be of the alphabet of the others: one is for every two.
func (l *ofAlphabet) mistakenFor(others ofAlphabet) bool {
	return l.n > 0 && l.twins && 2*l.n <= others.n
}
