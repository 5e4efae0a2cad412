package label

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// strength is how surely words stand as a heading and not in a sentence.
type strength uint8

const (
	passing  strength = iota // somewhere in a line: a hint at most
	standing                 // on its own line, or where a line starts
	spoken                   // with a colon
)

// heading is where a heading of the dictionary stands: tokens lo to hi, with the colon.
type heading struct {
	lo, hi   int
	role     dictionary.Role
	strength strength
	edits    int // letters that had to be changed to read it as the heading
}

// Edits allowed for a heading of so many letters. INGREDIENTS survives two wrong letters, a word of
// five or less must be read right: too many words are one letter from it.
const (
	lettersForOne = 6
	lettersForTwo = 9
)

// headings finds the headings of the table in the text, in order.
func headings(text string, toks []token, table []dictionary.Heading) []heading {
	var found []heading
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if t.kind != word {
			continue
		}
		begins := beginsItem(toks, i)
		if !begins && !colonNear(toks, i) || t.knowledge == known && !startsLine(toks, i) && !colonNear(toks, i) {
			continue
		}
		h, ok := headingAt(text, toks, i, table)
		if !ok {
			continue
		}
		if h.strength == passing && h.role == dictionary.ListEnd && !begins {
			continue
		}
		found = append(found, h)
		i = h.hi - 1
	}
	return found
}

// beginsItem says whether a line, a sentence or an item starts at token i.
func beginsItem(toks []token, i int) bool {
	if i == 0 {
		return true
	}
	switch toks[i-1].kind {
	case word, slash, ampersand, quote:
		return false
	}
	return true
}

// startsLine says whether only marks and brackets stand before token i on its line.
func startsLine(toks []token, i int) bool {
	for i--; i >= 0; i-- {
		switch toks[i].kind {
		case newline, paragraph:
			return true
		case mark, bullet, opening, quote, dash:
		default:
			return false
		}
	}
	return true
}

// colonNear says whether a colon follows within the length of a heading.
func colonNear(toks []token, i int) bool {
	const longest = 8
	for k := i + 1; k < len(toks) && k < i+longest; k++ {
		switch toks[k].kind {
		case colon:
			return true
		case comma, stop, newline, paragraph:
			return false
		}
	}
	return false
}

// headingAt reads a heading at token i, the longest one the dictionary has.
func headingAt(text string, toks []token, i int, table []dictionary.Heading) (heading, bool) {
	first := lowerAt(text, toks[i].start)
	best := heading{lo: i}
	for k := range table {
		h := &table[k]
		if lowerAt(h.Text, 0) != first {
			continue
		}
		if hi := spelledAt(text, toks, i, h.Text); hi > best.hi {
			best.hi, best.role = hi, h.Role
		}
	}
	if best.hi == 0 && (toks[i].knowledge != unknown || toks[i].letters < lettersForOne-2 || !fuzzyAt(text, toks, i, table, &best)) {
		return heading{}, false
	}
	best.grade(toks)
	if best.edits > 0 && best.strength == passing {
		return heading{}, false
	}
	// Ingredients/Ingrédients (INCI): one heading in several words.
	if k := best.hi; best.strength != spoken && k+1 < len(toks) && (toks[k].kind == slash || toks[k].kind == opening || toks[k].kind == dash) {
		if next, ok := headingAt(text, toks, k+1, table); ok && next.role == best.role {
			best.hi = next.hi
			if best.hi < len(toks) && toks[best.hi].kind == closing {
				best.hi++
			}
			best.strength = next.strength
			best.grade(toks)
		}
	}
	return best, true
}

// grade sets the strength and takes in the colon.
func (h *heading) grade(toks []token) {
	if h.strength == spoken {
		return
	}
	k := h.hi
	for k < len(toks) && (toks[k].kind == mark || toks[k].kind == closing || toks[k].kind == quote) {
		k++
	}
	starts := startsLine(toks, h.lo)
	switch {
	case k < len(toks) && toks[k].kind == colon, starts && k < len(toks) && toks[k].kind == dash && toks[k].spaced:
		h.hi, h.strength = k+1, spoken
	case starts && (k == len(toks) || toks[k].kind != word || toks[k].knowledge != unknown || toks[k].foreign):
		h.hi, h.strength = k, standing
	default:
		h.strength = passing
	}
}

// spelledAt compares the text from token i with a heading, letter by letter without regard to case
// and the width of white space; it returns the token after the heading, 0 if it is not there.
func spelledAt(text string, toks []token, i int, heading string) int {
	at, h := toks[i].start, 0
	for h < len(heading) {
		if at >= len(text) {
			return 0
		}
		a, n := utf8.DecodeRuneInString(text[at:])
		b, m := utf8.DecodeRuneInString(heading[h:])
		switch {
		case b == ' ' && unicode.IsSpace(a):
			for at < len(text) && unicode.IsSpace(a) {
				at += n
				a, n = utf8.DecodeRuneInString(text[at:])
			}
			h += m
			continue
		case a == b, unicode.ToLower(a) == unicode.ToLower(b):
		default:
			return 0
		}
		at, h = at+n, h+m
	}
	for i < len(toks) && toks[i].end < at {
		i++
	}
	if i < len(toks) && toks[i].start < at && at < toks[i].end && !unspaced(text[:at]) {
		return 0 // inside a word
	}
	return i + 1
}

// apart parts headings from the first item where the script writes no space between them: 全成分水.
// It does so for the first few only, so that no text can make it slow.
func apart(text string, toks []token, table []dictionary.Heading) []token {
	const most = 16
	cut := 0
	for i := 0; i < len(toks) && cut < most; i++ {
		t := toks[i]
		if t.kind != word || !t.foreign || !startsLine(toks, i) || !unspaced(text[:t.end]) {
			continue
		}
		for _, h := range table {
			if h.Role == dictionary.ListStart && len(h.Text) < t.end-t.start && text[t.start:t.start+len(h.Text)] == h.Text {
				rest := token{start: t.start + len(h.Text), end: t.end, kind: word, letters: t.letters, foreign: true}
				toks[i].end = rest.start
				toks = slices.Insert(toks, i+1, rest)
				cut++
				break
			}
		}
	}
	return toks
}

// unspaced says whether s ends in a script that is written without spaces.
func unspaced(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

func lowerAt(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.ToLower(r)
}
