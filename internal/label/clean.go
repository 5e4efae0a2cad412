package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanings make of typed text what the one who typed it saw. Each gives the text as it is now, and where it changed.
var cleanings = [...]func(text string) (string, []cut){reencoded, unescaped, unquoted, unlinked, unaddressed, visible}

// visible is text without the marks of no width that stand in words, where a word may break or letters change direction,
// and with line breaks for the signs of other programs that stand for one. A soft hyphen at the end of a line is a hyphen.
func visible(text string) (string, []cut) {
	e := editor{text: text}
	hashes := hashtags(text)
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		switch {
		case c >= utf8.RuneSelf:
			c, size = utf8.DecodeRuneInString(text[i:])
			if noWidth(c) && !(c == '\u00ad' && endsLine(text[i+size:])) {
				e.put(i, "", i+size)
			} else if c == '\u0085' || c == '\u2028' {
				e.put(i, "\n", i+size)
			}
		case c == '\v', c == '\f':
			e.put(i, "\n", i+size)
		case c == '(':
			if n := tradeMark(text[i:]); n > 0 {
				size = n
				e.put(i, "™", i+size)
			}
		case c == '#':
			if hashes && letterAt(text, i+1) {
				e.put(i, ", ", i+1)
			}
		case c == '<':
			if n, sign := inline(text[i:]); n > 0 {
				size = n
				e.put(i, sign, i+size)
			}
		}
		i += size
	}
	return e.done()
}

// noWidth says whether a sign is none that can be seen. Arabic numbers have such that can: \u0605.
func noWidth(c rune) bool {
	return unicode.Is(unicode.Variation_Selector, c) || unicode.Is(unicode.Cf, c) && !unicode.Is(unicode.Prepended_Concatenation_Mark, c)
}

func endsLine(rest string) bool { return rest == "" || rest[0] == '\n' || rest[0] == '\r' }

// tradeMark is the length of the letters in brackets that s begins with and that stand for the sign of a trade mark, 0 for
// none. (R)-Lipoic Acid is none.
func tradeMark(s string) int {
	const long, short = len("(TM)"), len("(R)")
	switch {
	case len(s) >= long && strings.EqualFold(s[:long], "(TM)"):
		return long
	case strings.HasPrefix(s, "(R)") && (len(s) == short || s[short] != '-'):
		return short
	}
	return 0
}

// hashtags says whether the tags of a post part its names: "#Aqua #Glycerin #Parfum".
func hashtags(text string) bool {
	n := 0
	for at := 0; ; at++ {
		k := strings.IndexByte(text[at:], '#')
		if k < 0 {
			break
		}
		if at += k; letterAt(text, at+1) {
			n++
		}
	}
	return n > fewSigns && n > 2*strings.Count(text, ",") && n > strings.Count(text, "\n")+1
}
