package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// wordEnd is the end of the word that starts at i, with the signs that belong inside a word when
// both neighbours do: hyphens, apostrophes, the comma of 1,2-Hexanediol, the points of 0.5 and C.I.
func (r *reader) wordEnd(i int) int {
	start := i
	for i < len(r.text) {
		c, size := rune(r.text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(r.text[i:])
		}
		switch next := i + size; {
		case kindOf(c) == word, readForLetter(c) && letterAt(r.text, next), next < len(r.text) && r.joins(start, i, size, plain(c)):
			i = next
		case r.endsWord(i):
			return next
		default:
			return i
		}
	}
	return i
}

// endsWord says whether a word ends with the sign at i: 5%, NAD+.
func (r *reader) endsWord(i int) bool {
	t := r.text
	switch t[i] {
	case '%':
		return isDigit(t[i-1])
	case '+':
		return isLetter(t[i-1]) && (i+1 == len(t) || asciiOr(t[i+1], mark) != word)
	}
	return false
}

// readForLetter says whether a sign that touches the next letter is a misread letter: "€xtract",
// "Mug§el". Standing alone such signs are misread bullets.
func readForLetter(c rune) bool {
	switch c {
	case '€', '§', '$', '£', '¢', '¥':
		return true
	}
	return false
}

func letterAt(t string, i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i:])
	return unicode.IsLetter(r)
}

// plain is the ASCII sign that a sign is or stands for, 0 if it is another.
func plain(c rune) byte {
	switch c {
	case '’':
		return '\''
	case '，':
		return ','
	case '‐', '‑':
		return '-'
	}
	if c < utf8.RuneSelf {
		return byte(c)
	}
	return 0
}

// joins says whether the sign at i, size bytes long, belongs to the word that began at start.
func (r *reader) joins(start, i, size int, sign byte) bool {
	t := r.text
	before, after := t[i-1], t[i+size]
	if sign == '{' || sign == '}' { // l, i or t; braces of a label stand at the edges of words
		return isLetter(before) && letterAt(t, i+size)
	}
	if asciiOr(after, word) != word {
		return false
	}
	switch sign {
	case '-', '\'':
		return true
	case '.':
		if isDigit(before) && isDigit(after) {
			return true
		}
		// One letter between points: C.I., D.C., S.p.A.
		return isLetter(before) && isLetter(after) && (i-start == 1 || t[i-2] == '.') &&
			(i+2 == len(t) || asciiOr(t[i+2], word) != word)
	case ':':
		return isDigit(before) && isDigit(after)
	case ',':
		return r.commaInside(start, i, i+size)
	}
	return false
}

// commaInside says whether the comma between t[i-1] and t[j] belongs to a name or a number:
// 1,2-Hexanediol, N,N-Dimethyl, 10,000 ppm and 0,5 % do, PEG-40,1,2-Hexanediol has one of each kind.
func (r *reader) commaInside(start, i, j int) bool {
	t := r.text
	left, right := i, j
	for left > start && isDigit(t[left-1]) {
		left--
	}
	for right < len(t) && isDigit(t[right]) {
		right++
	}
	hyphenBehind := j+1 < len(t) && t[j+1] == '-'
	switch {
	case left == i: // a letter before: N,N-  4,4A,5-
		locant := i-start == 1 || i >= 2 && isDigit(t[i-2]) && isLetter(t[i-1])
		return locant && (right > j || hyphenBehind && isLetter(t[j]))
	case !beginsNumber(t, start, left):
		return false
	case right == j: // a digit before, a letter after: 2,N-
		return hyphenBehind && i-left <= 2
	}
	switch p := (numbers{t[left:i], t[j:right], t[right:]}); {
	case p.colourIndex():
		return false
	case p.thousands(r.d):
		return true
	case p.locants():
		return p.rise()
	default:
		return p.percentage()
	}
}

// beginsNumber says whether the digits at i, in the word that began at start, are a number by themselves: not those of C12.
func beginsNumber(t string, start, i int) bool {
	return i == start || t[i-1] == ',' || t[i-1] == '(' || t[i-1] == '-' && !isLetter(t[max(i-2, 0)])
}

// numbers are two numbers with a comma between them, and what follows.
type numbers struct{ a, b, rest string }

// follows is the sign behind the second, a space at the end of the text.
func (p numbers) follows() byte {
	if p.rest == "" {
		return ' '
	}
	return p.rest[0]
}

// colourIndex says whether they may be two numbers of the Colour Index: CI 77491,77492.
func (p numbers) colourIndex() bool { return len(p.a) == 5 && len(p.b) == 5 }

// thousands says whether they may be one number: 10,000 ppm.
func (p numbers) thousands(d *dictionary.Dictionary) bool {
	last := p.follows()
	return len(p.b) == 3 && len(p.a) <= 3 && p.a[0] != '0' && last != '-' && (!isLetter(last) || unitFollows(p.rest, d))
}

// locants says whether they may be places in a molecule: 1,2-Hexanediol.
func (p numbers) locants() bool {
	last := p.follows()
	return len(p.a) <= 2 && len(p.b) <= 2 && (last == '-' || last == ',' || last == '\'' || isLetter(last))
}

// rise says whether the second is no less than the first, as locants never fall: the 20 of Polysorbate 20,1,2-Hexanediol
// is not one.
func (p numbers) rise() bool { return len(p.a) < len(p.b) || len(p.a) == len(p.b) && p.a <= p.b }

// percentage says whether they are one with a decimal comma: 0,5 %.
func (p numbers) percentage() bool { return len(p.b) <= 2 && percentFollows(p.rest) }

// unitFollows says whether s begins with a unit of amounts.
func unitFollows(s string, d *dictionary.Dictionary) bool {
	n := 0
	for n < len(s) && n < 10 && isLetter(s[n]) {
		n++
	}
	return d.MinorWord(lowerASCII(s[:n]), dictionary.Unit)
}

func percentFollows(s string) bool {
	s = strings.TrimLeft(s, " ")
	return strings.HasPrefix(s, "%") || strings.HasPrefix(s, "ppm") || strings.HasPrefix(s, "ppb")
}
