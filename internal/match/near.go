package match

import (
	"iter"
	"math/bits"
	"slices"

	"exoscan/dictionary"
)

// shelf is a small set of texts to find the nearest of by trying all that could be: what is in the
// dictionary's own tables and not in the index of CosIng.
type shelf struct {
	sizes [][]shelved // by the number of their letters
	stems []shelved
}

type shelved struct {
	text    string // folded
	letters []rune
	has     uint64 // letterSet of letters
	stem    bool   // any ending may follow
	says    dictionary.Origin
	term    *dictionary.Term
}

func (s *shelf) add(key string, stem bool, says dictionary.Origin, term *dictionary.Term) {
	letters := squeezedRunes(nil, key)
	t := shelved{key, letters, letterSet(letters), stem, says, term}
	if stem {
		s.stems = append(s.stems, t)
		return
	}
	for len(s.sizes) <= len(letters) {
		s.sizes = append(s.sizes, nil)
	}
	s.sizes[len(letters)] = append(s.sizes[len(letters)], t)
}

// about gives the texts of n letters, more or fewer by no more than some, and all stems.
func (s *shelf) about(n, by int) iter.Seq[*shelved] {
	return func(yield func(*shelved) bool) {
		give := func(texts []shelved) bool {
			for i := range texts {
				if !yield(&texts[i]) {
					return false
				}
			}
			return true
		}
		for size := max(0, n-by); size <= min(n+by, len(s.sizes)-1); size++ {
			if !give(s.sizes[size]) {
				return
			}
		}
		give(s.stems)
	}
}

// rivals reports whether two texts say something else: whether it was humain or humana is all one, and so are two
// spellings of a name.
func (t *shelved) rivals(o *shelved) bool {
	if t.term != nil && o.term != nil && t.term.Name == o.term.Name {
		return false
	}
	return !slices.Equal(t.letters, o.letters) && (t.says == "" || t.says != o.says)
}

// nearest gives the cheapest text within bound, and the cost of the next that says something else. Texts that ok refuses
// do not count, where there is such a function.
func (s *shelf) nearest(r *ruler, read reading, bound int32, ok func(*shelved) bool) (best *shelved, cost, next int32) {
	cost, next = tooFar, tooFar
	has := letterSet(read.letters)
	// An edit takes at most one letter out of the set and puts one in.
	differ := 2 * int(bound/leastEdit)
	longer := int(bound/doubledLetter) + 1
	for t := range s.about(len(read.letters), longer) {
		over := len(read.letters) - len(t.letters)
		if t.stem && over > 0 {
			over = max(0, over-maxEnding)
		}
		if over > longer || -over > longer || bits.OnesCount64(t.has&^has) > differ {
			continue
		}
		limit := min(bound, cost+closeCall)
		d := s.distance(r, read, t, limit)
		switch {
		case d > limit, ok != nil && !ok(t):
		case d < cost:
			if best != nil && t.rivals(best) {
				next = cost
			}
			best, cost = t, d
		case t.rivals(best):
			next = min(next, d)
		}
	}
	return best, cost, next
}

const (
	// What one wrong letter costs at the least, save few; it only narrows the search.
	leastEdit = 30
	// The longest ending of an inflected word.
	maxEnding = 5
)

// distance is that to the text, or to the beginning of what was read for a stem.
func (s *shelf) distance(r *ruler, read reading, t *shelved, bound int32) int32 {
	if !t.stem {
		return r.between(read, t.letters, bound)
	}
	best := tooFar
	for n := max(1, len(t.letters)-1); n <= min(len(read.letters), len(t.letters)+1); n++ {
		if len(read.letters)-n > maxEnding {
			continue
		}
		part := reading{letters: read.letters[:n]}
		best = min(best, r.between(part, t.letters, min(bound, best)))
	}
	return best
}

// letterSet has a bit for each letter of a word.
func letterSet(letters []rune) (set uint64) {
	for _, r := range letters {
		set |= 1 << (r & 63)
	}
	return set
}
