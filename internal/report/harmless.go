package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// harmless makes a string from a label or a file name safe to show on one line. A terminal obeys
// escape sequences, and text with bidirectional overrides reads as something it is not, so whatever
// is not plainly visible is spelled out: ESC becomes \x1b, U+202E becomes \u202e, a byte that is not
// UTF-8 becomes \xff. Spaces of every kind become one plain space.
func harmless(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case visible(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		i += n
	}
	return b.String()
}

// asRead is harmless for words read from a label, where the end of a printed line is a space between
// words.
func asRead(s string) string {
	return harmless(strings.NewReplacer("\r\n", " ", "\n", " ").Replace(s))
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

// joiners shape Persian, Hindi and emoji text and move nothing.
const joiners = "\u200c\u200d"

func visible(r rune) bool {
	return unicode.IsPrint(r) || strings.ContainsRune(joiners, r)
}
