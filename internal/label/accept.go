package label

import (
	"slices"

	"exoscan/dictionary"
)

// Evidence a stretch needs. Everything here was chosen so that food fronts, marketing bullets,
// directions and nutrition tables stay out, and lists in which every third word is misread come in.
const (
	enoughShare   = 0.6 // known share of the words where no heading helps
	surelyShare   = 0.8 // known share that makes up for names the dictionary does not have whole
	headedShare   = 0.2 // known share under a heading
	enoughItems   = 4   // items between separators, or wholly known lines, without a heading
	surelyItems   = 6   // wholly known items where no name is known whole
	surelyShaped  = 8   // items between separators in that case
	surelyKnown   = 12  // weight of known words that makes up for fewer of either
	enoughNames   = 2   // items that are whole names of the dictionary
	typedShare    = 0.5 // known share of a text that is nothing but a list
	typedWhole    = 0.6 // share of a typed text a list takes up to be all of it
	foreignShare  = 0.4 // known share of surelyShaped items in another script, some of which are whole names
	foreignItems  = 3   // items in a script the dictionary hardly knows
	shortPhrase   = 8   // words of a typed text that may be a single ingredient
	gapSegments   = 10  // two stretches no further apart are one list with a misread middle
	gapWeight     = 0.7 // as long as the gap weighs less than this share of the lesser one
	namesToLookUp = 60  // segments looked up before the search for names stops
)

// accepted keeps the stretches whose evidence is enough.
func (f *finder) accepted(all []stretch) []stretch {
	kept := all[:0]
	for _, st := range all {
		if st.hi > st.lo && st.score > 0 && f.convinces(st) {
			kept = append(kept, st)
		}
	}
	for i := range kept {
		st, from, to := &kept[i], 0, len(f.segs)
		if i > 0 {
			from = kept[i-1].hi
		}
		if i+1 < len(kept) {
			to = kept[i+1].lo
		}
		if i+1 < len(kept) && kept[i+1].heading >= 0 {
			to--
		}
		st.lo = max(st.lo-f.before(*st), from)
		st.hi = max(min(st.hi+st.more, to), st.hi)
		if end, why := f.finish(*st); end < st.hi {
			st.hi, st.why, st.closed = end, why, true
		}
	}
	return kept
}

// convinces says whether the evidence of a stretch is enough to call it a list.
func (f *finder) convinces(st stretch) bool {
	share := st.known / max(st.known+st.unknown, 0.01)
	if st.heading >= 0 {
		if h := f.heads[st.heading]; h.strength > passing {
			return f.vouched(st, share, h.strength)
		}
		if st.items >= enoughItems-1 && st.shaped >= 2 && share >= enoughShare {
			return true
		}
	}
	switch {
	case f.typed && !f.part && f.whole(st, share):
		return true
	case st.foreign >= surelyShaped && share >= foreignShare && f.names(st, enoughItems) >= enoughItems:
		return true
	case share < enoughShare:
		return false
	case st.shaped < enoughItems:
		return st.items >= enoughItems && f.names(st, enoughNames+1) > enoughNames
	case f.names(st, enoughNames) >= enoughNames:
		return true
	}
	return share >= surelyShare &&
		(st.items >= surelyItems && st.shaped >= surelyShaped || st.known >= surelyKnown && st.shaped >= surelyItems)
}

// vouched says whether a stretch has the little that a heading of its own asks for. Without a colon it asks for more.
func (f *finder) vouched(st stretch, share float32, by strength) bool {
	few := 0
	if by < spoken {
		few = 1
	}
	switch {
	case st.foreign > 1, share >= headedShare && (st.items > few || st.shaped > 1), by == spoken && st.percents > 0:
		return true
	}
	return f.bare(st)
}

// whole says whether a typed text is a list and nothing else: most of its words are in the stretch.
func (f *finder) whole(st stretch, share float32) bool {
	if st.known+st.unknown+st.extra < typedWhole*f.weight {
		return false
	}
	if st.foreign >= foreignItems && f.terse(st) {
		return true
	}
	if share < typedShare || f.compares(st) {
		return false
	}
	if st.shaped >= 2 || f.names(st, 1) > 0 {
		return true
	}
	words := 0
	for _, s := range f.segs[st.lo:st.hi] {
		words += s.words
	}
	return st.unknown == 0 && (words <= shortPhrase || st.known >= 2*surelyKnown) || f.bare(st)
}

// compares says whether a stretch before the heading of a list names exosomes twice between two signs, or what they are
// not, or are like: "Rose exosomes are better than human exosomes. Ingredients:", "Alternative to human exosomes. INCI:". No
// name of an ingredient does.
func (f *finder) compares(st stretch) bool {
	listed := slices.ContainsFunc(f.heads, func(h heading) bool { return h.opens() && h.strength > passing && h.lo >= f.segs[st.hi-1].hi })
	return listed && slices.ContainsFunc(f.segs[st.lo:st.hi], func(s segment) bool {
		nouns, unlike := 0, false
		for i := s.lo; i < s.hi; i++ {
			if f.exosomes(i, i+1) {
				nouns++
			}
			if _, not := f.negation(i, s); not {
				unlike = true
			}
		}
		return nouns > 1 || nouns > 0 && unlike
	})
}

// terse says whether the segments of a stretch are as short as items are and sentences are not.
func (f *finder) terse(st stretch) bool {
	const wordsOfItem = 2.5
	words := 0
	for _, s := range f.segs[st.lo:st.hi] {
		words += s.words
	}
	return float32(words) <= wordsOfItem*float32(st.hi-st.lo)
}

// names counts segments of a stretch that are whole names of the dictionary, up to limit.
func (f *finder) names(st stretch, limit int) int {
	n := 0
	for i := st.lo; i < st.hi && i < st.lo+namesToLookUp && n < limit; i++ {
		if f.named(f.segs[i]) {
			n++
		}
	}
	return n
}

// named says whether a segment is a whole name of the dictionary.
func (f *finder) named(s segment) bool {
	if s.heading >= 0 || s.unknown > 0 || s.known == 0 {
		return false
	}
	lo, hi := s.lo, s.hi
	for lo < hi && f.toks[lo].kind != word {
		lo++
	}
	for hi > lo && f.toks[hi-1].kind != word && f.toks[hi-1].kind != closing {
		hi--
	}
	return lo < hi && f.d.Lookup(dictionary.Fold(f.text[f.toks[lo].start:f.toks[hi-1].end])) != nil
}

// joined makes one list of stretches that only misread items part.
func (f *finder) joined(all []stretch) []stretch {
	var out []stretch
	for _, st := range all {
		if n := len(out); n > 0 && st.heading < 0 && f.oneList(out[n-1], st) {
			p := &out[n-1]
			p.hi, p.why, p.closed, p.known, p.unknown = st.hi, st.why, st.closed, p.known+st.known, p.unknown+st.unknown
			continue
		}
		out = append(out, st)
	}
	return out
}

func (f *finder) oneList(a, b stretch) bool {
	if b.lo-a.hi > gapSegments {
		return false
	}
	var gap float32
	for _, s := range f.segs[a.hi:b.lo] {
		if s.heading >= 0 && f.heads[s.heading].role != dictionary.MayContain {
			return false
		}
		gap += s.unknown
	}
	return gap < gapWeight*min(a.known, b.known)
}
