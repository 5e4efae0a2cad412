package label

// Numbers count the items of some lists. Where they do, they stand in order from 1 on, and what stands beside them tells
// them from amounts: a bracket closed that none opened, 1) Aqua 2) Glycerin; brackets around them, (1) Aqua (2) Glycerin;
// a full stop, 1. Aqua; the beginning of a line, as in the rows of a table.

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

// itemNumbers gives the tokens at which a number of an item begins that has brackets, and of how many tokens it is:
// 1) Aqua 2) Glycerin, (1) Aqua (2) Glycerin. With a full stop they part sentences, and so items, by themselves.
func (c *content) itemNumbers() map[int]int {
	var numbers map[int]int
	n, notes := 1, c.refersToNotes()
	for i := range c.toks {
		width := 0
		if !notes {
			width = c.inBrackets(i, n)
		}
		if width == 0 && i+1 < len(c.toks) && c.toks[i+1].kind == closing && !c.toks[i+1].spaced &&
			(i == 0 || c.toks[i-1].kind != opening) && ordinal(c.text, c.toks[i]) == n {
			width = 2
		}
		if width == 0 {
			continue
		}
		if numbers == nil {
			numbers = map[int]int{}
		}
		numbers[i] = width
		n++
	}
	if n <= fewSigns {
		return nil
	}
	return numbers
}

// bracketed is how many tokens a number in brackets has.
const bracketed = 3

// inBrackets is how many tokens the number n in brackets has that begins at token i, before the word it counts; 0 where
// there is none.
func (c *content) inBrackets(i, n int) int {
	if i+bracketed < len(c.toks) && c.toks[i].kind == opening && ordinal(c.text, c.toks[i+1]) == n && c.toks[i+2].kind == closing &&
		!c.toks[i+1].spaced && !c.toks[i+2].spaced && c.toks[i+bracketed].kind == word {
		return bracketed
	}
	return 0
}

// refersToNotes says whether a number in brackets ends an item, as that of a footnote does: "Shea Butter (1), Parfum (2). (1)
// Organic (2) Natural".
func (c *content) refersToNotes() bool {
	for i := 1; i+bracketed < len(c.toks); i++ {
		if c.toks[i].kind == opening && c.toks[i-1].kind == word && c.toks[i+2].kind == closing && c.toks[i+bracketed].kind == comma && ordinal(c.text, c.toks[i+1]) > 0 {
			return true
		}
	}
	return false
}

// numbering says whether the items of a list are numbered.
func (s *splitter) numbering() bool {
	next, count, notes := 1, 0, s.refersToNotes()
	for i := range s.toks {
		if n, width := s.numbered(i, next); n > 0 && !(notes && width == bracketed) {
			next = n + 1
			count++
		}
	}
	return count >= fewSigns-1
}

// numbered says whether the number n stands before an item at token i: "2.", "2)" or "(2)". It gives the number and how many
// tokens it has, 0 if there is none. The number before may stand outside the list, or be misread, so that the next one comes.
func (s *splitter) numbered(i, n int) (number, width int) {
	for _, v := range [2]int{n, n + 1} {
		if width := s.inBrackets(i, v); width > 0 {
			return v, width
		}
	}
	t := s.toks[i]
	if !t.spaced && i > 0 || i+2 >= len(s.toks) {
		return 0, 0
	}
	v, after := ordinal(s.text, t), s.toks[i+1]
	if v != n && v != n+1 || after.spaced || after.kind != stop && (after.kind != closing || s.pairs.partner(i+1) >= 0) {
		return 0, 0
	}
	return v, 2
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
