package label

// Numbers count the items of some lists. Where they do, they stand in order from 1 on, and what stands beside them tells
// them from amounts: a bracket closed that none opened, 1) Aqua 2) Glycerin; the same or a full stop, 1. Aqua; the
// beginning of a line, as in the rows of a table.

// ordinal is the number a token is, 0 where it is none that counts items.
func ordinal(text string, t token) int {
	const most = 999
	if t.kind != word || t.letters > 0 {
		return 0
	}
	n := 0
	for _, c := range []byte(text[t.start:t.end]) {
		if n = 10*n + int(c-'0'); !isDigit(c) || n > most {
			return 0
		}
	}
	return n
}

// itemNumbers gives the tokens that number items and have a bracket closed behind them: 1) Aqua 2) Glycerin. With
// a full stop they part sentences, and so items, by themselves.
func (c *content) itemNumbers() map[int]bool {
	var numbers map[int]bool
	n := 1
	for i := 0; i+1 < len(c.toks); i++ {
		t, after := c.toks[i], c.toks[i+1]
		if after.kind != closing || after.spaced || i > 0 && c.toks[i-1].kind == opening || ordinal(c.text, t) != n {
			continue
		}
		if numbers == nil {
			numbers = map[int]bool{}
		}
		numbers[i] = true
		n++
	}
	if n <= fewSigns {
		return nil
	}
	return numbers
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
	if !t.spaced && i > 0 || i+2 >= len(s.toks) {
		return 0
	}
	v, after := ordinal(s.text, t), s.toks[i+1]
	if v != n && (n != 1 || v != 2) || after.spaced || after.kind != stop && (after.kind != closing || s.pairs.partner(i+1) >= 0) {
		return 0
	}
	return v
}

// numberedRows says whether lines begin with the numbers of the rows of a table, each one more than the last.
func (s *splitter) numberedRows() bool {
	last, run := 0, 0
	for i := range s.toks {
		n := s.rowNumber(i)
		if n == 0 {
			continue
		}
		if n == last+1 {
			run++
		}
		last = n
	}
	return run > fewSigns
}

// rowNumber is the number that the line at token i begins with, 0 if there is none.
func (s *splitter) rowNumber(i int) int {
	if i > 0 && !s.toks[i-1].kind.endsLine() {
		return 0
	}
	if i+1 < len(s.toks) && !s.toks[i+1].spaced && !s.toks[i+1].kind.endsLine() {
		return 0
	}
	return ordinal(s.text, s.toks[i])
}
