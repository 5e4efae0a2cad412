package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/internal/label"
)

// maxJoined is the most ingredients of the label that are tried as one name: chemical names hold up to
// four commas that a label may have been split at.
const maxJoined = 5

// overhang matches ingredient i with the words that follow it without a separator, which the label left
// out of the list as it did not know them: where a name ends is for the dictionary to say.
func (w *work) overhang(i int) (Match, bool) {
	in, text := w.label.Ingredients[i].Name, w.label.Text
	limit := min(len(text), in.End+maxOverhang)
	if i+1 < len(w.label.Ingredients) {
		limit = min(limit, w.label.Ingredients[i+1].Start)
	}
	for limit < len(text) && !utf8.RuneStart(text[limit]) {
		limit--
	}
	more := text[in.End:max(limit, in.End)]
	if cut := strings.IndexAny(more, separators+"()[]"); cut >= 0 {
		more = more[:cut]
	}
	end := in.End + len(strings.TrimRight(more, " "))
	if !strings.HasPrefix(more, " ") || end == in.End {
		return Match{}, false
	}
	s := w.parse(in.Start, end)
	w.repair(s)
	if m, ok := w.whole(i, in.Start, end, s); ok {
		return m, true
	}
	if s.noun() != nil {
		return w.understood(i, in.Start, end, s), true
	}
	return Match{}, false
}

// maxOverhang is how far behind an ingredient its name may go on, in bytes.
const maxOverhang = 100

// maxJoinedBytes is the longest text that is tried as one name with wrong letters, in bytes.
const maxJoinedBytes = 120

// joined matches ingredient i and some after it as one name that stands there but for its separators:
// "1, 2-Hexanediol".
func (w *work) joined(i int) (Match, int, bool) {
	if first := w.label.Ingredients[i].Name; first.End-first.Start >= shortestPiece && i+1 < len(w.label.Ingredients) {
		if next := w.label.Ingredients[i+1].Name; w.lookup(w.label.Text[next.Start:next.End]).id >= 0 {
			return Match{}, 0, false // what follows is a name by itself
		}
	}
	for n := 2; n <= maxJoined && i+n <= len(w.label.Ingredients); n++ {
		last := w.label.Ingredients[i+n-1]
		if !w.together(i, i+n-1) || last.Name.End-w.label.Ingredients[i].Name.Start > 2*maxJoinedBytes {
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

// nearlyJoined matches ingredient i and the next as one name that was read with wrong letters, if
// neither is a name by itself.
func (w *work) nearlyJoined(i int) (Match, int, bool) {
	if i+1 >= len(w.label.Ingredients) || !w.together(i, i+1) {
		return Match{}, 0, false
	}
	start, end := w.label.Ingredients[i].Name.Start, w.label.Ingredients[i+1].Name.End
	if end-start > maxJoinedBytes {
		return Match{}, 0, false
	}
	if _, ok := w.plain(i + 1); ok {
		return Match{}, 0, false
	}
	if _, ok, _ := w.wholeOf(i + 1); ok {
		return Match{}, 0, false
	}
	s := w.parse(start, end)
	w.repair(s)
	m, ok := w.nearly(i, start, end, s)
	return m, 2, ok
}

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

// isName reports whether tokens [from, to) are a name as they stand, or without a bracket between them.
func (w *work) isName(s *sentence, from, to int) bool {
	text := s.key[s.tokens[from].start:s.tokens[to-1].end]
	if len(text) < shortestPiece {
		return false
	}
	if w.lookup(text).found() {
		return true
	}
	open, shut := strings.IndexByte(text, '('), strings.IndexByte(text, ')')
	if open < 0 || shut < open {
		return false
	}
	bare, _ := brackets(text)
	return w.lookup(bare).found()
}

// separators are the marks that part ingredients, or are read for those that do.
const separators = ".,;:•·*|\n"

// bytes gives the bytes of Label.Text from the first token to the last before end.
func (s *sentence) bytes(first, end int) label.Range {
	a, _ := s.place(s.tokens[first].start, s.tokens[first].end)
	_, b := s.place(s.tokens[end-1].start, s.tokens[end-1].end)
	return label.Range{Start: a, End: b}
}
