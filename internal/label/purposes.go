package label

import "exoscan/dictionary"

// Some labels print their list as a table. Beside each name stands what it is for, and before it its number. Where a
// column was read as items, or a row as one, what is no name is left out.

// functions says whether lines end with what the ingredients of a table are for. Fewer than a few are no column.
func (s *splitter) functions() bool {
	n, lo := 0, 0
	for i := 0; i <= len(s.toks); i++ {
		if i < len(s.toks) && !s.toks[i].kind.endsLine() {
			continue
		}
		if s.functionAt(lo, i) < i {
			n++
		}
		lo = i + 1
	}
	return n >= fewSigns
}

// columns leaves out of the items of a table what they are for, "Emollient", "Serine Antioxidant", and the heads of its
// columns. Of the first head, which stands right behind the heading of the list, nothing else may be known, nor of
// what stands below a head.
func (s *splitter) columns() {
	kept := s.out[:0]
	below := true // the head of a column
	for _, it := range s.out {
		lo, hi := s.edges(it.lo, it.hi)
		if s.headsColumn(lo, hi) {
			s.aside(lo, hi)
			below, it.hi = true, it.lo
		} else if s.style.table || below {
			if at := s.functionAt(lo, hi); at < hi && (s.style.table || at == lo) {
				s.aside(at, hi)
				it.hi = at
			}
		}
		if it.lo < it.hi {
			kept = append(kept, it)
			below = false
		}
	}
	s.out = kept
}

// headsColumn says whether tokens lo to hi are the head of a column that holds no names: "Percent".
func (s *splitter) headsColumn(lo, hi int) bool {
	return !s.typed && hi == lo+1 && s.d.ColumnWord(s.folded(lo, hi), dictionary.SideColumn)
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
