package label

// Some labels print their list as a table. Beside each name stands what it is for, and before it its number. Where a
// column was read as items, or a row as one, what is no name is left out.

// functions says whether lines end with what the ingredients of a table are for. Fewer than a few are no column.
func (s *splitter) functions() bool {
	n, lo := 0, 0
	for i := 0; i <= len(s.toks); i++ {
		if i < len(s.toks) && s.toks[i].kind != newline && s.toks[i].kind != paragraph {
			continue
		}
		if s.functionAt(lo, i) < i {
			n++
		}
		lo = i + 1
	}
	return n >= fewSigns
}

// columns leaves out of the items of a table what they are for: "Emollient", "Serine Antioxidant". Of the head of such a
// column, which stands right behind the heading of the list, nothing else is known.
func (s *splitter) columns() {
	kept := s.out[:0]
	for i, it := range s.out {
		if s.style.table || i == 0 {
			lo, hi := s.edges(it.lo, it.hi)
			if at := s.functionAt(lo, hi); at < hi && (s.style.table || at == lo) {
				s.aside(at, hi)
				it.hi = at
			}
		}
		if it.lo < it.hi {
			kept = append(kept, it)
		}
	}
	s.out = kept
}

// functionAt is the token from which on tokens lo to hi say what an ingredient is for; hi where they do not, or stand
// in its name.
func (s *splitter) functionAt(lo, hi int) int {
	const longest = 3 // tokens
	for k := max(lo, hi-longest); k < hi; k++ {
		switch {
		case !s.d.Function(s.folded(k, hi)):
		case k > lo && s.wholeName(lo, hi):
			return hi
		default:
			return k
		}
	}
	return hi
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
	const most = 999
	t := s.toks[i]
	if t.kind != word || t.letters > 0 || i > 0 && s.toks[i-1].kind != newline && s.toks[i-1].kind != paragraph {
		return 0
	}
	if i+1 < len(s.toks) && !s.toks[i+1].spaced && s.toks[i+1].kind != newline && s.toks[i+1].kind != paragraph {
		return 0
	}
	n := 0
	for _, c := range []byte(s.text[t.start:t.end]) {
		if n = 10*n + int(c-'0'); !isDigit(c) || n > most {
			return 0
		}
	}
	return n
}
