package label

import (
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// splitter cuts one list into its items.
type splitter struct {
	content // of which toks are those of the list
	heads   []heading
	base    int // index of toks[0] among all tokens
	pairs   pairs
	style   style
	out     []item
}

// item is a run of tokens between two separators.
type item struct {
	lo, hi     int
	mayContain bool
}

// style says which of the weaker signs part the items of a list. Commas and their like always do;
// the others only where the list as a whole shows it.
type style struct {
	lines      bool // one item on each line
	bullets    bool // odd signs that stand alone, as bullets come out of OCR
	dashes     bool // Aqua - Glycerin - Parfum
	slashes    bool // Aqua / Glycerin / Parfum
	stops      bool // Aqua. Glycerin. Parfum.
	tightStops bool // Aqua.Glycerin.Parfum
	notes      bool // items have footnotes
	pipes      bool // | is a separator, not a speck
	dots       bool // ・ is a separator, not a part of names
	numbers    bool // 1. Aqua 2. Glycerin
}

// census counts the signs of a list outside brackets.
type census struct {
	commas, pipes, dots, lines, bullets, bulletLines, dashes, slashes, stops, tightStops, notes, words int
}

func (s *splitter) count() census {
	var c census
	for i := 0; i < len(s.toks); i++ {
		t := s.toks[i]
		alone := t.spaced && (i+1 == len(s.toks) || s.toks[i+1].spaced)
		switch t.kind {
		case opening:
			if j := s.pairs.partner(i); j > 0 && s.pairs.whole(i, j) && s.pairs.inner[j]-s.pairs.inner[i] < mostInBracket {
				i = j
			}
		case word:
			c.words++
		case comma:
			switch r, _ := utf8.DecodeRuneInString(s.text[t.start:]); r {
			case '|', '¦', '│', '｜':
				c.pipes++
			case '・', '･':
				c.dots++
			default:
				c.commas++
			}
		case newline, paragraph:
			c.lines++
			if i+1 < len(s.toks) && (s.toks[i+1].kind == bullet || s.toks[i+1].kind == dash) {
				c.bulletLines++
			}
		case bullet:
			if alone {
				c.bullets++
			} else if i > 0 && !t.spaced {
				c.notes++
			}
		case dash:
			if alone {
				c.dashes++
			}
		case slash:
			if alone {
				c.slashes++
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

// The least number of a weaker sign that makes it a separator, and the most words a line has where
// each line is an item.
const (
	fewSigns    = 3
	wordsOfLine = 7
)

func (s *splitter) choose(c census) style {
	strong := c.commas
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
	st.bullets = c.bullets >= fewSigns && c.bullets > strong
	st.dashes = c.dashes >= fewSigns && c.dashes > 2*strong
	st.stops = c.stops >= 2 && c.stops > strong
	st.tightStops = c.tightStops >= fewSigns
	st.notes = c.notes > 0 && !st.bullets
	st.slashes = c.slashes >= fewSigns && strong == 0 && !st.bullets && !st.dashes && c.lines*2 < c.slashes
	signs := strong
	if st.bullets {
		signs += c.bullets
	}
	if st.dashes {
		signs += c.dashes
	}
	if st.stops {
		signs += c.stops
	}
	switch {
	case c.lines == 0:
	case st.bullets:
		st.lines = 2*c.bulletLines >= c.lines
	default:
		st.lines = 2*signs < c.lines+1 && c.words <= wordsOfLine*(c.lines+1)
	}
	st.numbers = s.numbering()
	return st
}

// numbering says whether the items of a list are numbered.
func (s *splitter) numbering() bool {
	next, count := 1, 0
	for i := range s.toks {
		if n := s.numbered(i, next); n > 0 {
			next = n + 1
			count++
		}
	}
	return count >= fewSigns-1
}

// numbered says whether token i is the number n before an item: "2." or "2)". It gives the number, 0
// if there is none. The 1 before the first item may stand outside the list, so that 2 comes first.
func (s *splitter) numbered(i, n int) int {
	t := s.toks[i]
	if t.kind != word || t.letters > 0 || !t.spaced && i > 0 || i+2 >= len(s.toks) {
		return 0
	}
	v := 0
	for _, c := range []byte(s.text[t.start:t.end]) {
		if !isDigit(c) || v > 999 {
			return 0
		}
		v = 10*v + int(c-'0')
	}
	after := s.toks[i+1]
	if v != n && (n != 1 || v != 2) || after.spaced || after.kind != stop && (after.kind != closing || s.pairs.partner(i+1) >= 0) {
		return 0
	}
	return v
}

// split cuts the list at its separators.
func (s *splitter) split() {
	s.pairs = pairBrackets(s.text, s.toks)
	s.out = make([]item, 0, s.pairs.inner[len(s.toks)]+8)
	s.style = s.choose(s.count())
	maybe, maybeEnds := false, -1
	lo, number, head := 0, 1, 0
	cut := func(hi, next int) {
		if hi > lo {
			s.out = append(s.out, item{lo: lo, hi: hi, mayContain: maybe})
		}
		lo = next
	}
	for i := 0; i < len(s.toks); i++ {
		for head < len(s.heads) && s.heads[head].lo < s.base+i {
			head++
		}
		if head < len(s.heads) && s.heads[head].lo == s.base+i && s.heads[head].role != dictionary.ListEnd {
			cut(i, s.heads[head].hi-s.base)
			maybe = maybe || s.heads[head].role == dictionary.MayContain
			i = lo - 1
			continue
		}
		if n := s.plusMinus(i); n > 0 {
			cut(i, i+n)
			maybe = true
			if maybeEnds < 0 && i > 0 && s.toks[i-1].kind == opening {
				maybeEnds = s.pairs.partner(i - 1)
			}
			i = lo - 1
			continue
		}
		if i == maybeEnds {
			cut(i, i+1)
			maybe, maybeEnds = false, -1
			continue
		}
		if s.style.numbers {
			if n := s.numbered(i, number); n > 0 {
				number = n + 1
				cut(i, i+2)
				i++
				continue
			}
		}
		if s.toks[i].kind == opening {
			if j := s.pairs.partner(i); j > i && s.pairs.whole(i, j) {
				if !s.holdsList(lo, i, j) {
					i = j
				} else if maybe {
					maybeEnds = j
				}
			}
			continue
		}
		if s.noteBegins(i) {
			cut(i, len(s.toks))
			return
		}
		if s.parts(lo, i) {
			cut(i, i+1)
		} else if t := s.toks[i]; t.kind == word && s.text[t.end-1] == '%' && s.glued(i+1) {
			cut(i+1, i+1) // Octocrylene 5.0%Water
		}
	}
	cut(len(s.toks), len(s.toks))
}

// noteBegins says whether the explanation of a footnote begins at token i: "* Certified organic", after
// a full stop or where a list with footnotes would have a separator. A list is over there.
func (s *splitter) noteBegins(i int) bool {
	t := s.toks[i]
	if t.kind != bullet || i == 0 || s.style.bullets || s.style.lines {
		return false
	}
	switch s.toks[i-1].kind {
	case stop:
		return true
	case word, closing, bullet, newline, paragraph:
		return s.style.notes && t.spaced
	}
	return false
}

// glued says whether token i is a word that follows the one before without a space.
func (s *splitter) glued(i int) bool {
	return i < len(s.toks) && s.toks[i].kind == word && !s.toks[i].spaced
}

// plusMinus is the number of tokens of "+/-" or "±" at token i, in brackets or not.
func (s *splitter) plusMinus(i int) int {
	t := s.toks[i]
	n := 0
	switch {
	case s.text[t.start:t.end] == "±":
		n = 1
	case s.text[t.start:t.end] == "+" && i+2 < len(s.toks) && s.toks[i+1].kind == slash && s.toks[i+2].kind == dash:
		n = 3
	case s.text[t.start:t.end] == "+" && i+2 < len(s.toks) && s.toks[i+1].kind == slash && s.toks[i+2].kind == colon:
		n = 2
	default:
		return 0
	}
	if i+n < len(s.toks) && (s.toks[i+n].kind == colon || s.toks[i+n].kind == closing && s.pairs.partner(i+n) == i-1) {
		n++
	}
	if i+n < len(s.toks) && s.toks[i+n].kind == colon {
		n++
	}
	return n
}

// holdsList says whether the bracket from i to j is not part of an item but holds items itself: it
// stands where an item would begin, has separators inside, and no name goes on behind it.
func (s *splitter) holdsList(lo, i, j int) bool {
	for k := lo; k < i; k++ {
		if s.toks[k].kind == word {
			return false
		}
	}
	if i+1 < len(s.toks) && s.plusMinus(i+1) > 0 {
		return true
	}
	return s.pairs.inner[j] > s.pairs.inner[i] && (j+1 == len(s.toks) || s.toks[j+1].kind != word)
}

// parts says whether token i parts two items; the current one began at lo.
func (s *splitter) parts(lo, i int) bool {
	t := s.toks[i]
	alone := t.spaced && (i+1 == len(s.toks) || s.toks[i+1].spaced)
	switch t.kind {
	case comma:
		switch r, _ := utf8.DecodeRuneInString(s.text[t.start:]); r {
		case '|', '¦', '│', '｜':
			return s.style.pipes
		case '・', '･':
			return s.style.dots
		}
		return !s.locant(lo, i)
	case newline, paragraph:
		if s.style.lines {
			return !s.goesOn(lo, i)
		}
		return s.lostComma(lo, i)
	case bullet:
		return s.style.bullets && alone
	case dash:
		return s.style.dashes && alone
	case slash:
		return s.style.slashes && alone
	case stop:
		return s.stopParts(lo, i)
	}
	return false
}

// locant says whether the comma at i stands inside "1, 2-Hexanediol": OCR and typists add a space.
func (s *splitter) locant(lo, i int) bool {
	if i != lo+1 || i+1 >= len(s.toks) || s.toks[lo].kind != word || s.toks[i+1].kind != word {
		return false
	}
	a, b := s.text[s.toks[lo].start:s.toks[lo].end], s.text[s.toks[i+1].start:s.toks[i+1].end]
	return len(a) == 1 && isDigit(a[0]) && len(b) > 2 && isDigit(b[0]) && b[1] == '-' && b[0] > a[0]
}

// stopParts says whether the full stop at i was a comma, or ends a sentence.
func (s *splitter) stopParts(lo, i int) bool {
	if i+1 >= len(s.toks) || i == lo {
		return true
	}
	if s.toks[i+1].kind == opening && i+2 < len(s.toks) && s.plusMinus(i+2) > 0 || s.style.tightStops && s.glued(i+1) {
		return s.toks[i-1].letters != 1
	}
	before, after := s.toks[i-1], s.toks[i+1]
	if before.kind == closing || after.kind == newline || after.kind == paragraph {
		return before.kind == closing || !shortForm(s.lower, s.toks, i)
	}
	if after.kind != word || before.kind != word {
		return before.kind != word
	}
	if shortForm(s.lower, s.toks, i) || after.letters < 2 && !after.foreign {
		return false
	}
	if s.style.stops && after.spaced {
		return true
	}
	if before.knowledge != known {
		return after.spaced && s.capital(i+1) && after.knowledge == known
	}
	if after.knowledge != known && !(after.spaced && s.capital(i+1)) {
		return false
	}
	// ALCOHOL DENAT. SD ALCOHOL 40-B is one name.
	end := s.itemEnd(i + 1)
	return s.d.Lookup(s.folded(lo, end)) == nil
}

func (s *splitter) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.toks[i].start:])
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// abbreviations end in a full stop that ends nothing else.
var abbreviations = map[string]bool{
	"c.i": true, "ci": true, "var": true, "ssp": true, "subsp": true, "spp": true, "sp": true, "cv": true,
	"no": true, "nr": true, "ext": true, "extr": true, "vit": true, "st": true, "fl": true, "approx": true,
	"incl": true, "min": true, "max": true, "d.c": true, "f.d": true, "nat": true, "art": true, "col": true,
}

// shortForm says whether the full stop at i belongs to the word before it: of one letter, an
// abbreviation, or the "C.1." that OCR makes of C.I.
func shortForm(lower string, toks []token, i int) bool {
	t := toks[i-1]
	if t.kind != word {
		return false
	}
	if t.letters == 1 && !t.foreign || abbreviated(lower[t.start:t.end]) {
		return true
	}
	return t.letters == 0 && t.end-t.start == 1 && i >= 3 && toks[i-2].kind == stop && !t.spaced && toks[i-3].letters == 1
}

func abbreviated(lower string) bool { return len(lower) <= 6 && abbreviations[lower] }

// lostComma says whether a separator got lost at the line break i: what stands before it and what
// follows are both whole names, and the two together are none.
func (s *splitter) lostComma(lo, i int) bool {
	end := s.itemEnd(i + 1)
	if i == lo || end == i+1 || s.toks[i-1].kind != word && s.toks[i-1].kind != closing {
		return false
	}
	return s.d.Lookup(s.folded(lo, i)) != nil && s.d.Lookup(s.folded(i+1, end)) != nil &&
		s.d.Lookup(s.folded(lo, end)) == nil
}

// goesOn says whether an item goes on over the line break i in a list with one item a line: in an
// open bracket, or because the dictionary knows the two lines as one name and the second as none.
func (s *splitter) goesOn(lo, i int) bool {
	if i == lo || i+1 == len(s.toks) {
		return false
	}
	switch s.toks[i-1].kind {
	case ampersand, slash:
		return true
	}
	end := s.itemEnd(i + 1)
	return s.d.Lookup(s.folded(lo, end)) != nil && s.d.Lookup(s.folded(i+1, end)) == nil
}

// itemEnd is the end of what follows token i up to the next separator or line break.
func (s *splitter) itemEnd(i int) int {
	const far = 16
	k := i
	for k < len(s.toks) && k < i+far {
		switch s.toks[k].kind {
		case comma, stop, newline, paragraph, colon:
			return k
		}
		k++
	}
	return k
}

// folded is the key of some tokens; long runs have none.
func (s *splitter) folded(lo, hi int) string {
	const longestName = 300
	if lo >= hi || s.toks[hi-1].end-s.toks[lo].start > longestName {
		return ""
	}
	return dictionary.Fold(s.text[s.toks[lo].start:s.toks[hi-1].end])
}
