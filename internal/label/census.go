package label

import (
	"strings"
	"unicode/utf8"
)

// census counts the signs of a list outside brackets.
type census struct {
	commas, pipes, dots, points int // separators by what they are printed as

	// Signs that stand between spaces.
	bullets, pluses, dashes, colons, slashes int
	letters                                  int // that bullets are read as, between known words

	stops, tightStops, tightSlashes int // before a word, without a space, within a word
	ands                            int // in brackets of their own
	notes                           int // signs of footnotes
	wide                            int // spaces wider than one
	amounts                         int // that a name follows with no sign between
	words, lines, bulletLines       int // the last begin with a bullet
	longest                         int // bytes of the longest line but the last
}

// count counts the signs of the list.
func (s *splitter) count() census {
	var c census
	for i := 0; i < len(s.toks); i++ {
		switch s.toks[i].kind {
		case opening:
			i = s.countBracket(&c, i)
		case word:
			s.countWord(&c, i)
		case comma:
			s.countSeparator(&c, i)
		case newline, paragraph:
			s.countLine(&c, i)
		case stop:
			s.countStop(&c, i)
		case bullet, dash, colon, slash, ampersand:
			s.countSign(&c, i)
		}
	}
	return c
}

// countBracket counts an "and" in brackets of its own, and gives the last token of the bracket that the list keeps together.
func (s *splitter) countBracket(c *census, i int) int {
	if i+2 < len(s.toks) && s.toks[i+2].kind == closing && s.conjunction(i+1) {
		c.ands++
	}
	if j := s.pairs.partner(i); j > 0 && s.whole(i, j) && s.pairs.inner[j]-s.pairs.inner[i] < mostInBracket {
		return j
	}
	return i
}

// countWord counts a word, and what stands for a sign before it.
func (s *splitter) countWord(c *census, i int) {
	c.words++
	if s.wide(i) {
		c.wide++
	}
	if s.behindAmount(i) {
		c.amounts++
	}
	if s.letterForBullet(i) {
		c.letters++
	}
}

// countLine counts the line that token i ends.
func (s *splitter) countLine(c *census, i int) {
	c.lines++
	c.longest = max(c.longest, s.lineLength(i))
	if i+1 < len(s.toks) && (s.toks[i+1].kind == bullet || s.toks[i+1].kind == dash) {
		c.bulletLines++
	}
}

// countStop counts a full stop before a word.
func (s *splitter) countStop(c *census, i int) {
	switch {
	case i+1 == len(s.toks) || s.toks[i+1].kind != word:
	case s.toks[i+1].spaced:
		c.stops++
	default:
		c.tightStops++
	}
}

// countSign counts a sign that may stand between items, or in a name.
func (s *splitter) countSign(c *census, i int) {
	switch t := s.toks[i]; {
	case s.alone(i):
		s.countAlone(c, i)
	case t.kind == slash && s.unspaced(i):
		c.tightSlashes++
	case s.text[t.start] == '*' && i > 0 && !t.spaced:
		c.notes++
	}
}

// countSeparator counts what always parts items by what it is printed as.
func (s *splitter) countSeparator(c *census, i int) {
	switch r, _ := utf8.DecodeRuneInString(s.text[s.toks[i].start:]); {
	case strings.ContainsRune("|¦│｜", r):
		c.pipes++
	case strings.ContainsRune("・･", r):
		c.dots++
	case !isPoint(r):
		c.commas++
	default:
		c.points++
		if i > 0 && s.toks[i-1].kind.endsLine() {
			c.bulletLines++
		}
	}
}

// countAlone counts a sign that stands between spaces.
func (s *splitter) countAlone(c *census, i int) {
	switch t := s.toks[i]; t.kind {
	case bullet:
		c.bullets++
	case dash:
		c.dashes++
	case colon:
		c.colons++
	case slash:
		c.slashes++
	case ampersand:
		if s.text[t.start] == '+' {
			c.pluses++
		}
	}
}

// letterForBullet says whether the word at i is a letter that a bullet was read as, between two known words.
func (s *splitter) letterForBullet(i int) bool {
	return i > 0 && s.dotLetter(i) && s.known(i-1) && i+1 < len(s.toks) && s.toks[i+1].spaced && s.known(i+1)
}

// isPoint says whether a separator is a bullet as printed.
func isPoint(r rune) bool {
	return strings.ContainsRune("•·‧∙ㆍᆞ●▪■◦▶►◆◇★‣⁃", r)
}

// alone says whether the sign at i stands between spaces, by itself or with other signs.
func (s *splitter) alone(i int) bool {
	lo, hi := i, i+1
	for lo > 0 && !s.toks[lo].spaced && s.speck(lo-1) {
		lo--
	}
	for hi < len(s.toks) && !s.toks[hi].spaced && s.speck(hi) {
		hi++
	}
	return s.toks[lo].spaced && (hi == len(s.toks) || s.toks[hi].spaced)
}

// speck says whether token i can be a part of a bullet that was read as several signs, "e«" or "-:".
func (s *splitter) speck(i int) bool {
	switch t := s.toks[i]; t.kind {
	case bullet, dash, colon, stop, mark, quote, ampersand:
		return true
	case word:
		return s.dotLetter(i)
	}
	return false
}

// dotLetter says whether the word at i is a letter that a bullet is read as.
func (s *splitter) dotLetter(i int) bool {
	switch t := s.toks[i]; s.text[t.start:t.end] {
	case "e", "o", "c":
		return t.spaced
	}
	return false
}

// lineLength is the length in bytes of the line that ends with token i.
func (s *splitter) lineLength(i int) int {
	const far = 24 // tokens; longer lines have no single item
	start := i
	for start > 0 && i-start < far && !s.toks[start-1].kind.endsLine() {
		start--
	}
	return s.toks[i].start - s.toks[start].start
}
