package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// content is the text of a label, cut into tokens.
type content struct {
	text  string
	lower string // the text with ASCII capitals lowered: the dictionary's key form of plain words
	toks  []token
	d     *dictionary.Dictionary
	typed bool
}

// token is a piece of Label.Text between white space.
type token struct {
	start, end int
	letters    int32 // of a word
	kind       kind
	knowledge  knowledge
	spaced     bool // white space, a line break or the start of the text stands before it
	foreign    bool // a word in which other letters outnumber the Latin ones
	colour     bool // a part of a number of the Colour Index with its letters: CI 77891
}

// knowledge is what the dictionary makes of a word.
type knowledge uint8

const (
	unknown knowledge = iota
	known
	likely  // looks like a misread word the dictionary knows
	neutral // says nothing: numbers, single letters, articles
)

// asciiKinds is symbols for the characters most labels consist of, and wideKinds for the rest. Both
// are only ever read.
var asciiKinds, wideKinds = kindTables()

func kindTables() (ascii [utf8.RuneSelf]kind, wide map[rune]kind) {
	wide = map[rune]kind{}
	for c := range ascii {
		switch r := rune(c); {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			ascii[c] = word
		case unicode.IsSpace(r):
			ascii[c] = none
		default:
			ascii[c] = mark
		}
	}
	for _, s := range symbols {
		for _, r := range s.runes {
			if r < utf8.RuneSelf {
				ascii[r] = s.kind
			} else {
				wide[r] = s.kind
			}
		}
	}
	return ascii, wide
}

func kindOf(r rune) kind {
	if r < utf8.RuneSelf {
		return asciiKinds[r]
	}
	if k, ok := wideKinds[r]; ok {
		return k
	}
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
		return word
	case unicode.IsSpace(r):
		return none
	case unicode.Is(unicode.So, r): // emoji, checkmarks, arrows of lists
		return bullet
	}
	return mark
}

// reader turns text into tokens.
type reader struct {
	*content
	letters, strange int             // in all words and in unknown ones
	closed           map[string]bool // by what closes HTML tags, whether it stands in the text
}

// read cuts the text into words and the signs between them. Every byte that is neither white space nor in a
// tag is in exactly one token.
func read(text string, d *dictionary.Dictionary, typed bool) *content {
	c := &content{text: text, lower: lowerASCII(text), d: d, typed: typed, toks: make([]token, 0, len(text)/bytesPerToken+8)}
	r := reader{content: c}
	r.run()
	r.cutHeadings()
	c.colours()
	// Typed text, too, may be misread: what is piped in is often what some reader made of a photo. A
	// clean list need not be searched for misread words.
	if r.strange*cleanText > r.letters {
		r.findMisread()
	}
	return c
}

// cleanText is the number of letters to each one in an unknown word from which on a text is clean.
const cleanText = 10

// bytesPerToken is a low guess at the length of a token with its space.
const bytesPerToken = 4

func (r *reader) run() {
	text := r.text
	spaced := true
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		k := kindOf(c)
		switch {
		case c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029':
			i = r.lineBreak(i)
			spaced = true
			continue
		case k == none:
			i += size
			spaced = true
			continue
		case k == word || readForLetter(c) && letterAt(text, i+size):
			k, size = word, r.wordEnd(i)-i
		case c == '<':
			if s, e := r.tag(i); s > 0 {
				k, size = e, s
			}
		case c == '>' && r.typed:
			k = bullet
		case c == '…' && (spaced || !endsName(text[i+size:])):
			k = mark
		case k == dash && r.typed:
			size = max(size, ruled(text[i:]))
		}
		if k == none { // a tag that stands for a space
			spaced = true
		} else {
			t := token{start: i, end: i + size, kind: k, spaced: spaced}
			if k == word {
				r.know(&t)
				if r.letters += int(t.letters); t.knowledge == unknown {
					r.strange += int(t.letters)
				}
			}
			r.toks = append(r.toks, t)
			spaced = false
		}
		i += size
	}
}

// endsName says whether the dots that a text stands behind part names, "Aqua… Glycerin": one that goes on begins with a
// small letter, "Exosomes… from Rosa Damascena".
func endsName(behind string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return !unicode.IsLower(c) && (behind == "" || unicode.IsSpace(rune(behind[0])))
}

// ruled is the length of the rule that s begins with, of dashes or the like: one sign, however long.
func ruled(s string) int {
	n := 0
	for n < len(s) && asciiOr(s[n], word) == dash {
		n++
	}
	return n
}

// lineBreak makes one token of the line breaks at i and the white space around them.
func (r *reader) lineBreak(i int) int {
	start, breaks := i, 0
	end := i
	for i < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[i:])
		if c == '\r' && strings.HasPrefix(r.text[i:], "\r\n") {
			size = 2
			c = '\n'
		}
		if !unicode.IsSpace(c) {
			break
		}
		i += size
		if c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' {
			breaks++
			end = i
		}
	}
	k := newline
	if breaks > 1 {
		k = paragraph
	}
	r.toks = append(r.toks, token{start: start, end: end, kind: k, spaced: true})
	return i
}

func asciiOr(c byte, otherwise kind) kind {
	if c < utf8.RuneSelf {
		return asciiKinds[c]
	}
	return otherwise
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// lowerASCII lowers A to Z and keeps every byte where it is.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}
