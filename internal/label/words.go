package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordEnd is the end of the word that starts at i, with the signs that belong inside a word when
// both neighbours do: hyphens, apostrophes, the comma of 1,2-Hexanediol, the points of 0.5 and C.I.
func (r *reader) wordEnd(i int) int {
	t := r.text
	start := i
	for i < len(t) {
		c := t[i]
		if c < utf8.RuneSelf {
			if asciiKinds[c] == word || readForLetter(rune(c)) && letterAt(t, i+1) {
				i++
				continue
			}
			if (c == '{' || c == '}') && i > start && isLetter(t[i-1]) && letterAt(t, i+1) {
				i++ // l, i or t; braces of a label stand at the edges of words
				continue
			}
			if i+1 < len(t) && i > start && r.inside(start, i) {
				i++
				continue
			}
			if c == '%' && isDigit(t[i-1]) {
				return i + 1
			}
			if c == '+' && isLetter(t[i-1]) && (i+1 == len(t) || asciiOr(t[i+1], mark) != word) {
				return i + 1 // NAD+
			}
			return i
		}
		c2, size := utf8.DecodeRuneInString(t[i:])
		k := kindOf(c2)
		switch {
		case k == word || readForLetter(c2) && letterAt(t, i+size):
			i += size
		case (c2 == '’' || c2 == '‐' || c2 == '‑' || c2 == '，') && i+size < len(t) && r.joins(start, i, size, plain(c2)):
			i += size
		default:
			return i
		}
	}
	return i
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

// plain is the ASCII sign that a typographic one stands for.
func plain(c rune) byte {
	switch c {
	case '’':
		return '\''
	case '，':
		return ','
	}
	return '-'
}

func (r *reader) inside(start, i int) bool { return r.joins(start, i, 1, r.text[i]) }

// joins says whether the sign at i, size bytes long, belongs to the word that began at start.
func (r *reader) joins(start, i, size int, sign byte) bool {
	t := r.text
	before, after := t[i-1], t[i+size]
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
		return commaInside(t, start, i, size)
	}
	return false
}

// commaInside says whether the comma between t[i-1] and t[i+size] belongs to a name or a number:
// 1,2-Hexanediol, N,N-Dimethyl, 10,000 ppm and 0,5 % do, PEG-40,1,2-Hexanediol has one of each kind.
func commaInside(t string, start, i, size int) bool {
	j := i + size
	left := i
	for left > start && isDigit(t[left-1]) {
		left--
	}
	right := j
	for right < len(t) && isDigit(t[right]) {
		right++
	}
	ownNumber := left == start || t[left-1] == ',' || t[left-1] == '(' || t[left-1] == '-' && !isLetter(t[max(left-2, 0)])
	switch {
	case left == i: // a letter before: N,N-  4,4A,5-
		locant := i-start == 1 || i >= 2 && isDigit(t[i-2]) && isLetter(t[i-1])
		return locant && (right > j || j+1 < len(t) && t[j+1] == '-' && isLetter(t[j]))
	case right == j: // a digit before, a letter after: 2,N-
		return ownNumber && j+1 < len(t) && t[j+1] == '-' && i-left <= 2
	}
	a, b := t[left:i], t[j:right]
	follows := byte(' ')
	if right < len(t) {
		follows = t[right]
	}
	switch {
	case len(a) == 5 && len(b) == 5: // CI 77491,77492
		return false
	case len(b) == 3 && len(a) <= 3 && a[0] != '0' && follows != '-' && (!isLetter(follows) || unitFollows(t[right:])):
		return ownNumber // 10,000 ppm
	case len(a) <= 2 && len(b) <= 2 && (follows == '-' || follows == ',' || follows == '\'' || isLetter(follows)):
		// Locants never fall: the 20 of Polysorbate 20,1,2-Hexanediol is not one.
		return ownNumber && (len(a) < len(b) || len(a) == len(b) && a <= b)
	}
	return ownNumber && len(b) <= 2 && percentFollows(t[right:]) // 0,5 %
}

// unitFollows says whether s begins with a unit of amounts.
func unitFollows(s string) bool {
	n := 0
	for n < len(s) && n < 10 && isLetter(s[n]) {
		n++
	}
	return units[lowerASCII(s[:n])]
}

func percentFollows(s string) bool {
	s = strings.TrimLeft(s, " ")
	return strings.HasPrefix(s, "%") || strings.HasPrefix(s, "ppm") || strings.HasPrefix(s, "ppb")
}
