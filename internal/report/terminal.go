package report

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"exoscan/dictionary"
	"exoscan/internal/origin"
)

// paint colours text for a terminal; false leaves it alone. Colour is never the only sign: the word
// it colours says the same.
type paint bool

const (
	ansiReset = "\x1b[0m"
	ansiBold  = "\x1b[1m"
	ansiDim   = "\x1b[2m"
	ansiWarn  = "\x1b[33m"
)

// ansiOf is the colour of a verdict or an origin: the sixteen colours only, which every terminal
// theme keeps readable.
func ansiOf(word string) string {
	return map[string]string{
		string(origin.Human):         "\x1b[1;35m",
		string(dictionary.Human):     "\x1b[1;35m",
		string(origin.Plant):         "\x1b[1;32m",
		string(dictionary.Plant):     "\x1b[1;32m",
		string(origin.Animal):        "\x1b[1;33m",
		string(dictionary.Animal):    "\x1b[1;33m",
		string(origin.Microbial):     "\x1b[1;34m",
		string(dictionary.Microbial): "\x1b[1;34m",
		string(origin.Synthetic):     "\x1b[1;36m", // the verdict and the origin are one word
		string(origin.Mixed):         ansiBold,
		string(origin.Unspecified):   ansiBold,
		string(origin.Unreadable):    ansiWarn,
		Failed:                       "\x1b[31m",
	}[word]
}

func (p paint) verdict(word, s string) string { return p.with(ansiOf(word), s) }
func (p paint) bold(s string) string          { return p.with(ansiBold, s) }
func (p paint) dim(s string) string           { return p.with(ansiDim, s) }
func (p paint) warn(s string) string          { return p.with(ansiWarn, s) }

func (p paint) with(code, s string) string {
	if !p || code == "" || s == "" {
		return s
	}
	return code + s + ansiReset
}

// columnsOf is how many columns a string takes; our own colours take none.
func columnsOf(s string) int {
	return terminalWidth().StringWidth(withoutColour(s))
}

// terminalWidth does not ask the locale, so that output is the same everywhere.
func terminalWidth() *runewidth.Condition {
	return &runewidth.Condition{StrictEmojiNeutral: true}
}

// withoutColour takes our own sequences off. No other can be there: harmless spelled out every ESC.
func withoutColour(s string) string {
	var b strings.Builder
	for s != "" {
		n := sequence(s)
		if n == 0 {
			n = 1
			b.WriteByte(s[0])
		}
		s = s[n:]
	}
	return b.String()
}

// sequence is the length of the colour sequence s begins with, 0 for none.
func sequence(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	return strings.IndexByte(s, 'm') + 1
}

// wrap lays value out after first, with later lines after indent, breaking at spaces where width
// columns are full. Text written without spaces, as Chinese and Japanese are, breaks between letters.
// A width of 0, or too narrow for anything, does not wrap.
func wrap(first, indent, value string, width int) string {
	const narrowest = 20 // of value; below that, one broken line reads better than a column of syllables
	room := width - columnsOf(indent)
	if width <= 0 || room < narrowest {
		return first + value + "\n"
	}
	var b strings.Builder
	b.WriteString(first)
	used, empty := columnsOf(first)-columnsOf(indent), true
	for _, word := range strings.Split(value, " ") {
		for _, piece := range pieces(word, room) {
			w, gap := columnsOf(piece.text), 0
			if !empty && !piece.joined {
				gap = 1
			}
			if !empty && used+gap+w > room {
				b.WriteString("\n" + indent)
				used, gap = 0, 0
			}
			b.WriteString(strings.Repeat(" ", gap) + piece.text)
			used, empty = used+gap+w, false
		}
	}
	b.WriteByte('\n')
	return b.String()
}

type piece struct {
	text   string
	joined bool // follows the piece before it without a space
}

// pieces cuts a word that is wider than a line, between letters.
func pieces(word string, room int) []piece {
	if columnsOf(word) <= room {
		return []piece{{text: word}}
	}
	var all []piece
	begin, used := 0, 0
	for at := 0; at < len(word); {
		n, w := sequence(word[at:]), 0
		if n == 0 {
			var r rune
			r, n = utf8.DecodeRuneInString(word[at:])
			w = terminalWidth().RuneWidth(r)
		}
		if used+w > room && used > 0 {
			all = append(all, piece{word[begin:at], len(all) > 0})
			begin, used = at, 0
		}
		at, used = at+n, used+w
	}
	return append(all, piece{word[begin:], len(all) > 0})
}
