package match

import (
	"slices"

	"exoscan/dictionary"
)

// The search for what a damaged text was. Comparing it with all 30,000 names takes milliseconds, so
// the index proposes: names of about the same length that share the text's rarest three-letter
// pieces. One wrong letter spoils three pieces at most, so a name within k edits keeps at least one of
// any 3k+1. The distance decides among them.
const (
	// At most this many names are measured for one text; those that share most pieces come first.
	maxMeasured = 48
	// Pieces stop being counted after so many postings, once enough of them were seen.
	maxPostings = 3000
	// What an error that spoils a piece costs at the least, save rare ones: the cheapest ones spoil none.
	likelyError = 45
	// Two names whose distances are within this of each other fit equally well.
	closeCall = 40
	// How much dearer than the best a name may be and still be looked at as its rival.
	rivalry = 100
)

// hit is a string of an index with its distance.
type hit struct {
	id   int
	cost int32
}

// searcher finds the nearest strings of one index. It keeps its tables between calls and serves one
// goroutine.
type searcher struct {
	index  *dictionary.Index
	prefer func(a, b int) bool // of two strings that fit equally well
	ruler  *ruler
	shared []uint8 // by id: pieces in common; all zero between calls
	seen   []uint16
	grams  []uint16
	lists  []dictionary.Postings
	by     [256]int
	best   []uint16
	ascii  []byte
	hits   []hit
}

func newSearcher(x *dictionary.Index, r *ruler, prefer func(a, b int) bool) *searcher {
	return &searcher{index: x, ruler: r, prefer: prefer, shared: make([]uint8, x.Len())}
}

// olderName prefers the name with the lower CosIng number: it has been on labels for longer.
func olderName(a, b int) bool { return dictionary.CosIngReference(a) < dictionary.CosIngReference(b) }

// commonerWord prefers the word that stands in more names.
func commonerWord(a, b int) bool {
	return dictionary.CosIngWords().Value(a) > dictionary.CosIngWords().Value(b)
}

// maxHits is how many of the nearest names are kept: the best and its rivals.
const maxHits = 4

// nearest gives the strings nearest to what was read, no dearer than bound, each spelt differently,
// the nearest first. Those much dearer than the first are left out.
//
// Most damage is light, and light damage is found cheaply: few pieces are spoilt, few lengths fit and
// the distance gives up early. So a small bound is tried before the whole of it.
func (s *searcher) nearest(read reading, bound int32) []hit {
	s.ascii = s.ascii[:0]
	for _, r := range read.letters {
		if r >= 128 {
			r = 128 // no CosIng name has such a letter; it still counts as one
		}
		s.ascii = append(s.ascii, byte(r))
	}
	if light := max(lightDamage, bound/3); light+rivalry < bound {
		if hits := s.within(read, light+rivalry); len(hits) > 0 && hits[0].cost <= light {
			return hits
		}
	}
	return s.within(read, bound)
}

// lightDamage is what a name of a few words usually costs in a passable photo.
const lightDamage = 100

func (s *searcher) within(read reading, bound int32) []hit {
	hits := s.hits[:0]
	limit := bound
	shared := 0 // of the best so far
	for _, c := range s.propose(bound) {
		id := int(c)
		if 2*int(s.shared[id]) < shared {
			break // those after it share still less
		}
		if d := s.ruler.to(read, s.index.Name(id), limit); d <= limit {
			hits = s.insert(hits, hit{id, d})
			limit = min(bound, hits[0].cost+rivalry)
			if hits[0].id == id {
				shared = int(s.shared[id])
			}
		}
	}
	for _, id := range s.seen {
		s.shared[id] = 0
	}
	s.hits = hits
	for len(hits) > 0 && hits[len(hits)-1].cost > limit {
		hits = hits[:len(hits)-1]
	}
	return hits
}

// insert keeps hits sorted, and only one of those that differ in spaces and marks alone.
func (s *searcher) insert(hits []hit, h hit) []hit {
	for i, o := range hits {
		if o.cost == h.cost && s.same(o.id, h.id) {
			if s.prefer(h.id, o.id) {
				hits[i] = h
			}
			return hits
		}
	}
	at := len(hits)
	for at > 0 && (h.cost < hits[at-1].cost || h.cost == hits[at-1].cost && s.prefer(h.id, hits[at-1].id)) {
		at--
	}
	hits = slices.Insert(hits, at, h)
	return hits[:min(len(hits), maxHits)]
}

// same reports whether two strings have one squeezed form; such strings are close neighbours.
func (s *searcher) same(a, b int) bool {
	return max(a-b, b-a) < 8 && string(dictionary.Squeeze(nil, s.index.Name(a))) == string(dictionary.Squeeze(nil, s.index.Name(b)))
}

// propose gives the ids most likely to be within bound of s.ascii, the likeliest first, and leaves
// what they share in s.shared.
func (s *searcher) propose(bound int32) []uint16 {
	slack := int(bound/wrongLetter) + 1
	first, end := s.index.OfSize(len(s.ascii)-slack, len(s.ascii)+slack)
	s.grams = dictionary.Grams(s.grams[:0], s.ascii)
	slices.Sort(s.grams)
	s.grams = slices.Compact(s.grams)
	s.lists = s.lists[:0]
	for _, g := range s.grams {
		if p := s.index.Postings(g).Between(first, end); p.Len() > 0 {
			s.lists = append(s.lists, p)
		}
	}
	slices.SortFunc(s.lists, func(a, b dictionary.Postings) int { return a.Len() - b.Len() })
	s.seen = s.seen[:0]
	enough := 3*int(bound/likelyError) + 1
	total := 0
	for i, p := range s.lists {
		if total += p.Len(); i >= enough && total > maxPostings {
			break
		}
		s.count(p)
	}
	return s.top()
}

// count notes that the strings of a list share a piece with what was read.
func (s *searcher) count(p dictionary.Postings) {
	n := len(s.seen)
	seen := slices.Grow(s.seen, p.Len())[:n+p.Len()]
	for id := 0; p.Len() > 0; {
		id, p = p.Next()
		seen[n] = uint16(id) // and the next over it, unless it is the first time
		if s.shared[id] == 0 {
			n++
		}
		if s.shared[id] < 255 {
			s.shared[id]++
		}
	}
	s.seen = seen[:n]
}

// top gives the ids that share most pieces, at most maxMeasured, by counting how many share how many.
func (s *searcher) top() []uint16 {
	clear(s.by[:])
	most := 0
	for _, id := range s.seen {
		n := s.shared[id]
		s.by[n]++
		most = max(most, int(n))
	}
	// Turn the counts into the place where those with each count begin.
	place, least := 0, most
	for ; least > 0 && place+s.by[least] <= maxMeasured; least-- {
		s.by[least], place = place, place+s.by[least]
	}
	if least == most && most > 0 { // too many share as many: any of them
		s.by[least], least = 0, least-1
		place = maxMeasured
	}
	s.best = slices.Grow(s.best[:0], place)[:place]
	for _, id := range s.seen {
		if n := int(s.shared[id]); n > least && s.by[n] < place {
			s.best[s.by[n]] = id
			s.by[n]++
		}
	}
	return s.best
}
