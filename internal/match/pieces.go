package match

import (
	"slices"
	"strings"

	"exoscan/internal/label"
)

const (
	// maxTokens bounds the work on one ingredient that could be several names, in words.
	maxTokens = 400
	// maxNameWords is the most words of a name looked for inside a longer text.
	maxNameWords = 12
	// surelyDamaged is the most that a single word between names may cost, in hundredths a letter, to be one
	// itself: "Calcined Kaolin" is no caffeine beside kaolin.
	surelyDamaged = 15
	// shortestPiece is the fewest letters of a name looked for inside a longer text: shorter ones
	// ("Talc", "CI 1") stand in other names by chance.
	shortestPiece = 5
)

// longest matches the most tokens from the first of a piece on that are one name as it stands and end
// where a piece ends; end is from where there is none.
func (w *work) longest(i int, s *sentence, from, to int) (found []Match, end int) {
	n := len(s.tokens)
	end = from
	for pieces := 0; pieces < maxJoined; pieces++ {
		if to-from <= 2*maxNameWords && to > from {
			r := s.bytes(from, to)
			if m, ok := w.exact(i, r.Start, r.End); ok {
				found, end = []Match{m}, to
			}
		}
		if to == n {
			break
		}
		for to++; to < n && !s.breakAt(to); to++ {
		}
	}
	return found, end
}

// cover matches tokens [from, to) as names with nothing between them: those that stand there unharmed,
// as many tokens as possible and in as few names as possible, and damaged ones in the gaps.
func (w *work) cover(i int, s *sentence, from, to int) []Match {
	if r := s.bytes(from, to); from > 0 || to < len(s.tokens) {
		part := w.parse(r.Start, r.End)
		w.repair(part)
		if m, ok := w.whole(i, r.Start, r.End, part); ok {
			return []Match{m}
		}
	}
	type step struct{ lost, names, from int }
	best := make([]step, to-from+1)
	for k := 1; k < len(best); k++ {
		best[k] = step{best[k-1].lost + 1, best[k-1].names, k - 1}
		for j := max(0, k-maxNameWords); j < k; j++ {
			next := step{best[j].lost, best[j].names + 1, j}
			if next.lost > best[k].lost || next.lost == best[k].lost && next.names >= best[k].names {
				continue
			}
			if w.isName(s, from+j, from+k) {
				best[k] = next
			}
		}
	}
	all := best[len(best)-1]
	if all.names == 0 || all.lost > 0 && all.lost > to-from-2 && all.names > 1 {
		return nil
	}
	return w.pieces(i, s, from, func(k int) (int, bool) {
		b := best[k]
		return b.from, k > b.from && b.lost == best[b.from].lost
	}, to-from)
}

// pieces walks the steps of cover back from the end and matches the names and the gaps between them.
func (w *work) pieces(i int, s *sentence, base int, step func(int) (from int, name bool), n int) []Match {
	var out []Match
	for k := n; k > 0; {
		from, name := step(k)
		if !name {
			for from > 0 {
				next, isName := step(from)
				if isName {
					break
				}
				from = next
			}
		}
		r := s.bytes(base+from, base+k)
		m, ok := Match{}, false
		if name {
			m, ok = w.exact(i, r.Start, r.End)
		}
		if !ok {
			part := w.parse(r.Start, r.End)
			w.repair(part)
			if m, ok = w.whole(i, r.Start, r.End, part); !ok {
				m, ok = w.loosely(i, r.Start, r.End, part)
			}
			ok = ok && (name || len(part.tokens) > 1 || int(100*m.Cost) <= surelyDamaged*(r.End-r.Start))
		}
		if !ok {
			return nil
		}
		out = append(out, m)
		k = from
	}
	slices.Reverse(out)
	return out
}

// isName reports whether tokens [from, to) are a name as they stand, or without a bracket between or behind them.
func (w *work) isName(s *sentence, from, to int) bool {
	text := s.key[s.tokens[from].start:s.tokens[to-1].end]
	if len(text) < shortestPiece {
		return false
	}
	if n := w.lookup(text); n.found() {
		// Citral Watermelon Vesicles: foods go by the names of their sources, but not right before a noun.
		return n.id >= 0 || to-from > 1 || to == len(s.tokens) || !tellsSource(w.class(text)) || !w.m.vocab.isNoun(s.tokens[to].word())
	}
	if s.closes(to) {
		text += ")"
	}
	if open := strings.IndexByte(text, '('); open < 0 || !strings.Contains(text[open:], ")") {
		return false
	}
	return slices.ContainsFunc(w.spellings(text), func(v string) bool { return w.lookup(v).found() })
}

// separators are the marks that part ingredients, or are read for those that do.
const separators = ".,;:•·*|\n"

// bytes gives the bytes of Label.Text from the first token to the last before end.
func (s *sentence) bytes(first, end int) label.Range {
	a, _ := s.place(s.tokens[first].start, s.tokens[first].end)
	_, b := s.place(s.tokens[end-1].start, s.tokens[end-1].end)
	if s.closes(end) && strings.Count(s.text[a:b], "(") > strings.Count(s.text[a:b], ")") {
		b++
	}
	return label.Range{Start: a, End: b}
}

// closes reports whether a bracket is closed right behind the last token before end.
func (s *sentence) closes(end int) bool { return strings.HasPrefix(s.key[s.tokens[end-1].end:], ")") }
