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
