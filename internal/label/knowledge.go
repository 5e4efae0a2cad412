package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// know asks the dictionary about a word.
func (r *reader) know(t *token) {
	folded := r.lower[t.start:t.end]
	digits, latin, wide := 0, 0, 0
	for i := 0; i < len(folded); i++ {
		switch c := folded[i]; {
		case isDigit(c):
			digits++
		case 'a' <= c && c <= 'z':
			latin++
		case c >= utf8.RuneSelf:
			wide++
		}
	}
	if wide > 0 {
		latin, wide = 0, 0
		for _, c := range folded {
			switch {
			case unicode.Is(unicode.Latin, c):
				latin++
			case unicode.IsLetter(c):
				wide++
			}
		}
		folded = dictionary.Fold(folded)
	}
	t.letters = int32(latin + wide)
	t.foreign = wide > latin
	switch {
	case folded == "" || t.letters == 0 || latin == 1 && wide == 0: // "" is left of a lone lengthening mark
		t.knowledge = neutral
	case r.d.MinorWord(folded, dictionary.Filler):
		t.knowledge = neutral
	case knownWord(r.d, folded):
		t.knowledge = known
	case isDigit(folded[0]): // an amount, or the number of something
		t.knowledge = neutral
	}
}

// knownWord says whether the dictionary knows the word or all parts of a compound.
func knownWord(d *dictionary.Dictionary, folded string) bool {
	if d.KnownWord(folded) {
		return true
	}
	if !strings.ContainsAny(folded, "-',.") {
		return false
	}
	some := false
	for rest := folded; rest != ""; {
		part := rest
		if i := strings.IndexAny(rest, "-',."); i >= 0 {
			part, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		switch {
		case len(part) <= 1 || isDigit(part[0]):
		case d.KnownWord(part):
			some = true
		default:
			return false
		}
	}
	return some
}

// minor says whether token i has a role beside names.
func (c *content) minor(i int, role dictionary.MinorRole) bool {
	return c.d.MinorWord(c.lower[c.toks[i].start:c.toks[i].end], role)
}
