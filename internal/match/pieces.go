package match

import (
	"exoscan/internal/label"
)

// maxJoined is the most ingredients of the label that are tried as one name: chemical names hold up to
// four commas that a label may have been split at.
const maxJoined = 5

// joined matches ingredient i and some after it as one name that stands there but for its separators:
// "1, 2-Hexanediol".
func (w *work) joined(i int) (Match, int, bool) {
	for n := 2; n <= maxJoined && i+n <= len(w.label.Ingredients); n++ {
		last := w.label.Ingredients[i+n-1]
		if !w.together(i, i+n-1) {
			break
		}
		if m, ok := w.exact(i, w.label.Ingredients[i].Name.Start, last.Name.End); ok {
			return m, n, true
		}
	}
	return Match{}, 0, false
}

// together reports whether two ingredients are of one list.
func (w *work) together(i, j int) bool {
	return w.label.Ingredients[i].List == w.label.Ingredients[j].List
}

// nearlyJoined matches ingredient i and the next as one name that was read with wrong letters.
func (w *work) nearlyJoined(i int) (Match, int, bool) {
	for n := 2; n <= 3 && i+n <= len(w.label.Ingredients); n++ {
		if !w.together(i, i+n-1) {
			break
		}
		if _, ok := w.plain(i + n - 1); ok {
			break
		}
		start, end := w.label.Ingredients[i].Name.Start, w.label.Ingredients[i+n-1].Name.End
		s := w.parse(start, end)
		w.repair(s)
		if m, ok := w.nearly(i, start, end, s); ok {
			return m, n, true
		}
	}
	return Match{}, 0, false
}

// maxPieces bounds the work on one ingredient that could be several, in words.
const maxPieces = 40

// split matches one ingredient of the label as several names that a lost separator ran together; nil
// if any part of it stays unexplained.
func (w *work) split(i int, s *sentence, at func(s *sentence, cut int) bool) []Match {
	n := len(s.tokens)
	if n < 2 || n > maxPieces {
		return nil
	}
	// Where one side is a name as it stands, the other may be anything that is understood.
	for cut := 1; cut < n; cut++ {
		if !at(s, cut) {
			continue
		}
		left, right := s.bytes(0, cut), s.bytes(cut, n)
		if a, ok := w.exact(i, left.Start, left.End); ok {
			if rest := w.several(i, right, at); rest != nil {
				return append([]Match{a}, rest...)
			}
		}
		if b, ok := w.exact(i, right.Start, right.End); ok {
			if rest := w.several(i, left, at); rest != nil {
				return append(rest, b)
			}
		}
	}
	for cut := 1; cut < n; cut++ {
		if !s.breakAt(cut) {
			continue
		}
		left, right := s.bytes(0, cut), s.bytes(cut, n)
		if a := w.several(i, left, at); a != nil {
			if rest := w.several(i, right, at); rest != nil {
				return append(a, rest...)
			}
		}
	}
	return nil
}

// several matches a range as one name or as many.
func (w *work) several(i int, r label.Range, at func(s *sentence, cut int) bool) []Match {
	if m, ok := w.exact(i, r.Start, r.End); ok {
		return []Match{m}
	}
	s := w.parse(r.Start, r.End)
	w.repair(s)
	if m, ok := w.whole(i, r.Start, r.End, s); ok {
		return []Match{m}
	}
	if found := w.split(i, s, at); found != nil {
		return found
	}
	if m, ok := w.loosely(i, r.Start, r.End, s); ok {
		return []Match{m}
	}
	return nil
}

// anywhere allows a cut before any token.
func anywhere(*sentence, int) bool { return true }

// bytes gives the bytes of Label.Text from the first token to the last before end.
func (s *sentence) bytes(first, end int) label.Range {
	a, _ := s.place(s.tokens[first].start, s.tokens[first].end)
	_, b := s.place(s.tokens[end-1].start, s.tokens[end-1].end)
	return label.Range{Start: a, End: b}
}

// breakAt reports whether a mark that could be a misread separator stands before token i.
func (s *sentence) breakAt(i int) bool {
	for _, c := range s.key[s.tokens[i-1].end:s.tokens[i].start] {
		if c != ' ' && c != '/' && c != '(' && c != '\'' {
			return true
		}
	}
	return false
}
