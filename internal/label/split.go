package label

import "exoscan/dictionary"

// splitter cuts one list into its items.
type splitter struct {
	content // of which toks are those of the list
	heads   []heading
	base    int // index of toks[0] among all tokens
	pairs   pairs
	census  census
	style   style
	bare    map[int]bool // where items begin if no sign parts them, nil if one does
	out     []item
	asides  []Range // what is no item: names of parts ("Masala:"), notes, praise, specks

	lo        int  // where the item at hand begins
	head      int  // the next heading
	number    int  // the next number of a numbered list
	maybe     bool // what comes now may be in the product
	maybeEnds int  // the bracket that ends it, or -1
	note      bool // what comes now explains a footnote
}

// item is a run of tokens between two separators.
type item struct {
	lo, hi     int
	mayContain bool
}

// newSplitter makes ready to split the list that a content is: it pairs its brackets and counts its signs.
func newSplitter(c *content) *splitter {
	s := &splitter{content: *c, number: 1, maybeEnds: -1}
	s.pairs = pairBrackets(s.text, s.toks)
	s.census = s.count()
	return s
}

// split cuts the list at its separators.
func (s *splitter) split() {
	s.out = make([]item, 0, s.pairs.inner[len(s.toks)]+8)
	s.style = s.choose()
	if st := s.style; !st.numbers && !st.rows && !st.lines && !st.tightStops {
		s.bare = s.bareList().cuts
		s.style.tightSlash = st.tightSlash && s.bare == nil // one stands within a name: C10-30 Acrylate/Acrylamide
	}
	for i := 0; i < len(s.toks); {
		i = s.step(i)
	}
	s.cut(len(s.toks), len(s.toks))
	s.columns()
}

// cut ends an item before token hi and begins the next one at token next.
func (s *splitter) cut(hi, next int) {
	if s.note {
		s.aside(s.lo, hi)
	} else if hi > s.lo {
		s.out = append(s.out, item{lo: s.lo, hi: hi, mayContain: s.maybe})
	}
	s.lo = next
}

// aside notes tokens of the list that are no item of it: what they say is said on the pack all the same.
func (s *splitter) aside(lo, hi int) {
	if lo, hi = s.edges(lo, hi); lo < hi {
		s.asides = append(s.asides, Range{s.toks[lo].start, s.toks[hi-1].end})
	}
}

// leaveOut takes tokens lo to hi out of the list and gives the next one.
func (s *splitter) leaveOut(lo, hi int) int {
	s.cut(lo, hi)
	s.aside(lo, hi)
	return hi
}

// step looks at token i and gives the token to look at next.
func (s *splitter) step(i int) int {
	if s.partBegins(i) || s.maybeOver(i) || s.numberBegins(i) {
		return s.lo
	}
	switch t := s.toks[i]; {
	case s.style.rows && s.rowNumber(i) > 0:
		s.cut(i, i+1)
	case t.kind == opening:
		return s.bracket(i)
	case t.kind == colon && !s.parts(s.lo, i):
		s.section(i)
	case t.kind == paragraph && s.island(i) > 0:
		return s.leaveOut(i, s.island(i))
	case s.framed(i) > 0:
		return s.frame(i, s.framed(i))
	case s.noteBegins(i):
		s.cut(i, i+1)
		s.note = true
	case s.parts(s.lo, i):
		s.cut(i, i+1)
	case s.itemBegins(i):
		s.cut(i, i)
	case s.purposeFollows(i):
		return s.leaveOut(i+1, s.lineEnd(i))
	}
	return i + 1
}

// partBegins takes in what begins a part of the list at token i: a heading, or the sign of what may be in the product.
func (s *splitter) partBegins(i int) bool {
	for s.head < len(s.heads) && s.heads[s.head].lo < s.base+i {
		s.head++
	}
	if s.head < len(s.heads) && s.heads[s.head].lo == s.base+i && s.heads[s.head].opens() {
		h := s.heads[s.head]
		s.cut(i, h.hi-s.base)
		s.maybe = s.maybe || h.role == dictionary.MayContain
	} else if n := s.plusMinus(i); n > 0 {
		s.cut(i, i+n)
		if s.maybe = true; s.maybeEnds < 0 && i > 0 && s.toks[i-1].kind == opening {
			s.maybeEnds = s.pairs.partner(i - 1)
		}
	} else {
		return false
	}
	s.note = false
	return true
}

// maybeOver ends what may be in the product at the bracket that it stands in.
func (s *splitter) maybeOver(i int) bool {
	if i != s.maybeEnds {
		return false
	}
	s.cut(i, i+1)
	s.maybe, s.maybeEnds = false, -1
	return true
}

// numberBegins takes in the number of an item at token i, in a list that has them.
func (s *splitter) numberBegins(i int) bool {
	if !s.style.numbers {
		return false
	}
	n, width := s.numbered(i, s.number)
	if n == 0 {
		return false
	}
	s.number = n + 1
	s.cut(i, i+width)
	return true
}

// itemBegins says whether an item begins with token i though no sign stands before it.
func (s *splitter) itemBegins(i int) bool {
	return s.bare[i] && i > s.lo || s.bulletLost(s.lo, i) || s.style.wide && s.wide(i) && !s.namedAcross(s.lo, i) ||
		s.style.amounts && s.behindAmount(i) || s.behindShare(i)
}

// section takes the name of a section that the colon at i ends out of the list: "Phase A:", "Masala:".
// It reaches back to the last place where an item can have ended. "Panthenol: moisturises" is an
// ingredient that is praised, and "CI: 77491" a name.
func (s *splitter) section(i int) {
	from, end := s.lo, s.itemEnd(i+1)
	for k := i - 1; k >= s.lo; k-- {
		t := s.toks[k]
		if t.kind.endsLine() || t.kind == stop && !s.shortForm(k) || s.text[t.end-1] == '%' {
			from = k + 1
			break
		}
	}
	if !s.says(i+1, end) || s.share(from, i) > 0.5 && s.share(i+1, end) < 0.34 ||
		i == from+1 && s.minor(from, dictionary.Abbreviation) {
		return
	}
	if s.namesItem(from, i) || s.lo < from && s.wholeName(s.lo, i) {
		s.cut(i, i+1)
		return
	}
	s.cut(from, i+1)
	s.aside(from, i)
}

// namesItem says whether the words before the colon at i, from token from on, are an ingredient and the colon a
// misread comma: a name of several words, or what reads like an ingredient and has a comma before it on its
// line. "Cream:" is a name, too, but of a part.
func (s *splitter) namesItem(from, i int) bool {
	if from > 0 && s.toks[from-1].kind == comma {
		return s.understood(from, i)
	}
	return i > from+1 && s.wholeName(from, i)
}

// island is the end of a block of a word or two, none of them known, that stands after the empty line i:
// a speck of other print between the blocks of a list. It is no item, and parts items; it goes to the
// claims. 0 where there is none.
func (s *splitter) island(i int) int {
	const wordsOfSpeck = 3
	if s.typed || s.style.lines {
		return 0
	}
	words := 0
	j := i + 1
	for ; j < len(s.toks) && s.toks[j].kind != paragraph; j++ {
		switch t := s.toks[j]; t.kind {
		case comma, newline, colon:
			return 0
		case word:
			if words++; t.knowledge == known || t.knowledge == likely || words > wordsOfSpeck {
				return 0
			}
		}
	}
	if j == len(s.toks) || words == 0 || i > s.lo && s.nounGoesOn(s.lo, i, j+1, s.itemEnd(j+1)) {
		return 0
	}
	return j
}

// noteBegins says whether the explanation of a footnote begins at token i: "* Certified organic", after
// a full stop or where a list with footnotes would have a separator. Until the next heading there are no
// items then.
func (s *splitter) noteBegins(i int) bool {
	t := s.toks[i]
	if s.text[t.start] != '*' || i == 0 || s.style.bullets || s.style.lines {
		return false
	}
	before := i - 1
	for before > 0 && s.toks[before].kind.endsLine() {
		before--
	}
	if s.toks[before].kind == comma || before < i-1 && s.listFollows(i+1) { // the sign is a speck beside the list
		return false
	}
	k := i + 1
	for k < len(s.toks) && s.toks[k].kind == bullet {
		k++
	}
	if k < len(s.toks) && s.parts(s.lo, k) { // an item that has a footnote ends there
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

// listFollows says whether what begins at token i reads like a list: two items and separators behind them.
func (s *splitter) listFollows(i int) bool {
	for range 2 {
		end := s.itemEnd(i)
		if end == len(s.toks) || s.toks[end].kind != comma || s.share(i, end) <= 0.5 {
			return false
		}
		i = end + 1
	}
	return true
}

// purposeFollows says whether the share at i ends an ingredient of a table whose other column says what it is for, with
// dots that lead there: "Zinc Oxide 12 % ..... Sunscreen".
func (s *splitter) purposeFollows(i int) bool {
	const leaders = 3
	if t := s.toks[i]; s.text[t.end-1] != '%' || i == s.lo {
		return false
	}
	dots := 0
	for k := i + 1; k < len(s.toks) && s.toks[k].kind == stop; k++ {
		dots++
	}
	return dots >= leaders
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
