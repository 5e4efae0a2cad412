package label

import (
	"strings"
	"unicode/utf8"
)

// style says which of the weaker signs part the items of a list. Commas and their like always do;
// the others only where the list as a whole shows it.
type style struct {
	lines      bool // one item on each line
	bullets    bool // odd signs that stand alone, as bullets come out of OCR
	lost       bool // bullets, odd or not, of which some may have been read as letters or not at all
	dashes     bool // Aqua - Glycerin - Parfum
	signs      bool // either, or dots: a colon between items is one that was misread
	slashes    bool // Aqua / Glycerin / Parfum
	tightSlash bool // Aqua/Glycerin/Parfum
	wide       bool // Aqua  Glycerin  Parfum
	marked     bool // each line begins with a bullet or a dash
	stops      bool // Aqua. Glycerin. Parfum.
	tightStops bool // Aqua.Glycerin.Parfum
	ands       bool // Aqua (and) Glycerin (and) Parfum
	notes      bool // items have footnotes
	pipes      bool // | is a separator, not a speck
	dots       bool // ・ is a separator, not a part of names
	longest    int  // bytes of the longest line but the last
	numbers    bool // 1. Aqua 2. Glycerin
	rows       bool // 1 Aqua, with each on a line
	table      bool // lines end with what an ingredient is for
}

// census counts the signs of a list outside brackets.
type census struct {
	commas, pipes, dots, points, pluses, lines, bullets, bulletLines, letters, dashes, colons, slashes, tightSlashes, wide, stops, tightStops, notes, ands, words, longest int
}

func (s *splitter) count() census {
	var c census
	for i := 0; i < len(s.toks); i++ {
		t := s.toks[i]
		alone := t.kind != word && s.alone(i)
		switch t.kind {
		case opening:
			if i+2 < len(s.toks) && s.toks[i+2].kind == closing && s.conjunction(i+1) {
				c.ands++
			}
			if j := s.pairs.partner(i); j > 0 && s.whole(i, j) && s.pairs.inner[j]-s.pairs.inner[i] < mostInBracket {
				i = j
			}
		case word:
			c.words++
			if s.wide(i) {
				c.wide++
			}
			if i > 0 && s.dotLetter(i) && s.known(i-1) && i+1 < len(s.toks) && s.toks[i+1].spaced && s.known(i+1) {
				c.letters++
			}
		case comma:
			switch r, _ := utf8.DecodeRuneInString(s.text[t.start:]); {
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
		case ampersand:
			if alone && s.text[t.start] == '+' {
				c.pluses++
			}
		case newline, paragraph:
			c.lines++
			c.longest = max(c.longest, s.lineLength(i))
			if i+1 < len(s.toks) && (s.toks[i+1].kind == bullet || s.toks[i+1].kind == dash) {
				c.bulletLines++
			}
		case bullet:
			if alone {
				c.bullets++
			} else if s.text[t.start] == '*' && i > 0 && !t.spaced {
				c.notes++
			}
		case dash:
			if alone {
				c.dashes++
			}
		case colon:
			if alone {
				c.colons++
			}
		case slash:
			if alone {
				c.slashes++
			} else if s.unspaced(i) {
				c.tightSlashes++
			}
		case stop:
			if i+1 < len(s.toks) && s.toks[i+1].kind == word {
				if s.toks[i+1].spaced {
					c.stops++
				} else {
					c.tightStops++
				}
			}
		}
	}
	return c
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

// The least number of a weaker sign that makes it a separator, of one that stands in names, too, and the most words a
// line has where each line is an item.
const (
	fewSigns    = 3
	fewTight    = 6
	wordsOfLine = 7
)

func (s *splitter) choose(c census) style {
	strong := c.commas + c.points
	st := style{
		pipes: c.pipes > 0 && c.pipes >= strong,
		dots:  c.dots > strong,
	}
	if st.pipes {
		strong += c.pipes
	}
	if st.dots {
		strong += c.dots
	}
	// What OCR makes of bullets differs from one to the next.
	odd := c.points + c.bullets + c.pluses
	st.bullets = odd >= fewSigns && odd > c.commas && 2*odd >= c.slashes && c.bullets+c.pluses > 0 ||
		c.letters >= fewSigns && c.letters > 2*strong // all of them were read as letters
	st.lost = st.bullets || c.points >= fewSigns && c.points > c.commas
	st.dashes = c.dashes >= fewSigns && c.dashes > 2*strong && 2*c.dashes >= c.slashes
	if c.dashes > 0 && odd > 0 && odd+c.dashes >= fewSigns && odd+c.dashes > 2*c.commas { // dots, each read as something else
		st.bullets, st.dashes = st.bullets || c.bullets+c.pluses > 0, true
	}
	dots := c.points + c.colons
	st.signs = st.bullets || st.dashes || dots >= fewSigns && dots > 2*c.commas
	st.stops = c.stops >= 2 && c.stops > strong
	st.tightStops = c.tightStops >= fewSigns
	st.notes = c.notes > 0 && !st.bullets
	st.ands = c.ands >= fewSigns && c.ands > strong
	st.slashes = c.slashes >= fewSigns && c.slashes > 2*strong && !st.bullets && !st.dashes && (c.lines*2 < c.slashes || s.namesBetweenSlashes())
	if strong == 0 && odd+c.dashes+c.slashes+c.stops < fewSigns {
		st.wide = c.wide >= fewTight
		st.tightSlash = c.tightSlashes >= fewTight && !st.wide
	}
	signs := strong
	if st.bullets {
		signs += c.bullets + c.pluses
	}
	if st.dashes {
		signs += c.dashes
	}
	if st.slashes {
		signs += c.slashes
	}
	if st.tightSlash {
		signs += c.tightSlashes
	}
	if st.stops {
		signs += c.stops
	}
	switch {
	case c.lines == 0:
	case st.lost:
		st.lines = 2*c.bulletLines >= c.lines && c.bulletLines > 1
	default:
		st.lines = 2*signs < c.lines+1 && c.words <= wordsOfLine*(c.lines+1)
	}
	st.longest = c.longest
	st.numbers = s.numbering()
	if c.lines >= fewSigns-1 {
		st.rows, st.table = s.numberedRows(), s.functions()
	}
	st.marked = c.points+c.bullets+c.dashes <= c.bulletLines+1 && st.lines && 2*c.bulletLines >= c.lines
	return st
}

// namesBetweenSlashes says whether what stands between lone slashes, over line breaks, is names for the most part, or
// whether some of them run over a line break and hardly any ends at one. In a list with one item a line it is the end
// of one item and the beginning of the next.
func (s *splitter) namesBetweenSlashes() bool {
	names, all, over, ended, lo, br := 0, 0, 0, 0, 0, -1
	for i := range s.toks {
		switch t := s.toks[i]; {
		case t.kind.endsLine():
			br = i
		case t.kind == slash && s.alone(i):
			end := i
			for end > lo && s.toks[end-1].kind == bullet { // a footnote
				end--
			}
			all++
			whole := s.wholeName(lo, end)
			if whole {
				names++
			}
			switch inside := br > lo && br < end-1; {
			case inside && s.wholeName(lo, br) && s.wholeName(br+1, end):
				ended++
			case inside && whole:
				over++
			}
			lo = i + 1
		}
	}
	return 2*names >= all || over > 1 && over > ended
}
