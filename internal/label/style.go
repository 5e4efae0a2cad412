package label

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
	amounts    bool // Aqua (70%) Glycerin (5%) Parfum
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

// The least number of a weaker sign that makes it a separator, of one that stands in names, too, and the most words a
// line has where each line is an item.
const (
	fewSigns    = 3
	fewTight    = 6
	wordsOfLine = 7
)

// choose says which signs part the items of a list, by how many there are of each.
func (s *splitter) choose() style {
	c := s.census
	strong := c.commas + c.points
	st := style{
		pipes: c.pipes > 0 && c.pipes >= strong,
		dots:  c.dots > strong || c.dots >= fewSigns && c.points > c.commas, // some were read as bullets
	}
	strong += countIf(st.pipes, c.pipes) + countIf(st.dots, c.dots)

	st.bullets = c.bulleted(strong)
	st.lost = st.bullets || c.points >= fewSigns && c.points > c.commas
	st.dashes = c.dashes >= fewSigns && c.dashes > 2*strong && 2*c.dashes >= c.slashes
	if c.dotsAmongDashes() {
		st.bullets, st.dashes = st.bullets || c.bullets+c.pluses > 0, true
	}
	dots := c.points + c.colons
	st.signs = st.bullets || st.dashes || dots >= fewSigns && dots > 2*c.commas
	st.slashes = !st.bullets && !st.dashes && s.slashed(c, strong)
	st.stops = c.stops >= 2 && c.stops > strong
	st.tightStops = c.tightStops >= fewSigns
	st.notes = c.notes > 0 && !st.bullets
	st.ands = c.ands >= fewSigns && c.ands > strong
	if strong == 0 && c.odd()+c.dashes+c.slashes+c.stops < fewSigns {
		st.wide = c.wide >= fewTight
		st.tightSlash = c.tightSlashes >= fewTight && !st.wide && !s.namesOnLines(c)
	}
	st.amounts = c.amounts >= fewSigns && c.amounts > 2*strong

	st.lines = s.itemOnEachLine(c, st, strong+c.weak(st))
	st.longest = c.longest
	st.marked = st.lines && c.points+c.bullets+c.dashes <= c.bulletLines+1 && 2*c.bulletLines >= c.lines
	st.numbers = s.numbering()
	if c.lines >= fewSigns-1 {
		st.rows, st.table = s.numberedRows(), s.functions()
	}
	return st
}

// slashed says whether lone slashes part the items: there are many, and they do not end lines.
func (s *splitter) slashed(c census, strong int) bool {
	return c.slashes >= fewSigns && c.slashes > 2*strong && (c.lines*2 < c.slashes || s.namesBetweenSlashes())
}

// namesOnLines says whether half of the lines are names: each is an item then, and slashes are in names, Leaf/Stem Extract.
func (s *splitter) namesOnLines(c census) bool {
	if c.lines < fewSigns {
		return false
	}
	names, lo := 0, 0
	for i := range s.toks {
		if s.toks[i].kind.endsLine() {
			names += countIf(s.wholeName(lo, i), 1)
			lo = i + 1
		}
	}
	return 2*names >= c.lines
}

// odd is how many bullets there may be: what OCR makes of them differs from one to the next.
func (c *census) odd() int { return c.points + c.bullets + c.pluses }

// bulleted says whether bullets part the items: those that were read as signs, or all as letters.
func (c *census) bulleted(strong int) bool {
	odd := c.odd()
	return odd >= fewSigns && odd > c.commas && 2*odd >= c.slashes && c.bullets+c.pluses > 0 ||
		c.letters >= fewSigns && c.letters > 2*strong
}

// dotsAmongDashes says whether dashes and odd signs are dots, each read as something else.
func (c *census) dotsAmongDashes() bool {
	odd := c.odd()
	return c.dashes > 0 && odd > 0 && odd+c.dashes >= fewSigns && odd+c.dashes > 2*c.commas
}

// weak is how many of the weaker signs part items in a style.
func (c *census) weak(st style) int {
	return countIf(st.bullets, c.bullets+c.pluses) + countIf(st.dashes, c.dashes) + countIf(st.slashes, c.slashes) +
		countIf(st.tightSlash, c.tightSlashes) + countIf(st.amounts, c.amounts) + countIf(st.stops, c.stops)
}

// itemOnEachLine says whether each line is an item, as far as the signs that part items show. One of them may be very long.
func (s *splitter) itemOnEachLine(c census, st style, signs int) bool {
	switch {
	case c.lines == 0:
		return false
	case st.lost:
		return 2*c.bulletLines >= c.lines && c.bulletLines > 1
	}
	return 2*signs < c.lines+1 && (c.words <= wordsOfLine*(c.lines+1) || s.namesOnLines(c))
}

// countIf is n where signs of that sort part items.
func countIf(part bool, n int) int {
	if part {
		return n
	}
	return 0
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
