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
		if end := f.finish(*st); end < st.hi {
			st.hi, st.why = end, "a full stop ends the list, and what follows is none"
		}
	}
	return kept
}

func (f *finder) convinces(st stretch) bool {
	share := st.known / max(st.known+st.unknown, 0.01)
	if st.heading >= 0 {
		switch h := f.heads[st.heading]; {
		case st.foreign >= 2:
			return h.strength > passing
		case h.strength == spoken:
			return share >= headedShare && (st.items > 0 || st.shaped > 1) || st.percents > 0
		case h.strength == standing:
			return share >= headedShare && (st.items > 1 || st.shaped > 1)
		case st.items >= enoughItems-1 && st.shaped >= 2 && share >= enoughShare:
			return true
		}
	}
	if f.typed && f.whole(st, share) {
		return true
	}
	if st.shaped < enoughItems || share < enoughShare {
		return st.items >= enoughItems && share >= enoughShare && f.names(st, enoughNames+1) > enoughNames
	}
	if f.names(st, enoughNames) >= enoughNames {
		return true
	}
	return share >= surelyShare &&
		(st.items >= surelyItems && st.shaped >= surelyShaped || st.known >= surelyKnown && st.shaped >= surelyItems)
}

// whole says whether a typed text is a list and nothing else: most of its words are in the stretch.
func (f *finder) whole(st stretch, share float32) bool {
	if st.known+st.unknown+st.extra < typedWhole*f.weight {
		return false
	}
	if st.foreign >= foreignItems && f.terse(st) {
		return true
	}
	if share < typedShare {
		return false
	}
	if st.shaped >= 2 || f.names(st, 1) > 0 {
		return true
	}
	words := 0
	for _, s := range f.segs[st.lo:st.hi] {
		words += s.words
	}
	return st.unknown == 0 && (words <= shortPhrase || st.known >= 2*surelyKnown)
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
			p.hi, p.why, p.known, p.unknown = st.hi, st.why, p.known+st.known, p.unknown+st.unknown
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

// bounds are the tokens of a stretch: from its heading, or from its first known word, to the last
// word that belongs to the list.
func (f *finder) bounds(st stretch) (lo, hi int) {
	for st.lo < st.hi && f.segs[st.lo].heading >= 0 && f.heads[f.segs[st.lo].heading].role != dictionary.MayContain {
		st.lo++
	}
	if st.lo >= st.hi {
		return 0, 0
	}
	if f.typed {
		st.lo, st.hi = f.field(st)
	}
	st.lo = f.pastClaims(st)
	first, last := f.segs[st.lo], f.segs[st.hi-1]
	lo = first.lo
	if st.heading < 0 {
		if lo = f.firstKnown(first); !f.typed {
			lo = f.knownBefore(st.lo, lo)
		}
	}
	if hi = max(f.lastKnown(last, st), lo); hi == last.hi {
		hi = f.knownAfter(st.hi, hi)
	}
	// The sign that ends the last item is part of what there is: it tells a list that breaks off.
	if hi < len(f.toks) && (f.toks[hi].kind == comma || f.toks[hi].kind == stop) {
		hi++
	}
	return lo, hi
}

// pastClaims is where a list without a heading begins whose first words stand in a paragraph of their
// own: known words in a claim above it, "with aloe vera and vitamin E".
func (f *finder) pastClaims(st stretch) int {
	const segmentsOfClaim = 3
	if st.heading >= 0 || st.shaped < enoughItems {
		return st.lo
	}
	for i := st.lo + 1; i < st.hi && i <= st.lo+segmentsOfClaim; i++ {
		switch s := f.segs[i]; {
		case s.before == paragraph:
			return i
		case s.before == comma:
			return st.lo
		}
	}
	return st.lo
}

// knownBefore takes in the known words that end a segment of prose before segment i: the garbage of a
// heading and the first ingredient. Otherwise the list begins at lo.
func (f *finder) knownBefore(i, lo int) int {
	if i == 0 || f.segs[i-1].after != comma || f.segs[i-1].heading >= 0 || f.segs[i-1].shaped() || f.segs[i-1].words == 0 {
		return lo
	}
	s := f.segs[i-1]
	for k := s.hi - 1; k >= s.lo; k-- {
		t := f.toks[k]
		if t.kind == word && t.knowledge == unknown {
			break
		}
		if t.kind == word && t.knowledge == known && t.spaced {
			lo = k
		}
	}
	return lo
}

// knownAfter takes in the known words that begin a segment of prose, the one at i, which a list runs
// into without a separator. Otherwise the list ends at hi.
func (f *finder) knownAfter(i, hi int) int {
	if i >= len(f.segs) || f.segs[i-1].after != comma || f.segs[i].heading >= 0 || f.segs[i].words <= mostWords {
		return hi
	}
	s := f.segs[i]
	for k := s.lo; k < s.hi; k++ {
		t := f.toks[k]
		if t.kind == word && t.knowledge == unknown || t.kind == bullet && t.spaced {
			break
		}
		if t.kind == word && t.knowledge == known || t.kind == closing && hi > s.lo {
			hi = k + 1
		}
	}
	return hi
}

// columnsBefore is how many columns of a table may stand before the one with the list, if their
// words happen to be known.
const columnsBefore = 8

// field is where a typed list begins and ends that is a quoted field of a table: the other columns are
// not part of it. Outside a table, an unknown first item of a line is.
func (f *finder) field(st stretch) (lo, hi int) {
	for i := st.lo; i < st.hi && i < st.lo+columnsBefore; i++ {
		if opens, closes := f.quoted(f.segs[i]); opens && !closes {
			for hi = i + 1; hi < st.hi && !f.fieldEnds(f.segs[hi-1]); hi++ {
			}
			return i, hi
		}
	}
	if st.heading >= 0 || st.hi-st.lo < 2 {
		return st.lo, st.hi
	}
	lo = st.lo
	if i := lo - 1; i >= 0 {
		if s := f.segs[i]; s.before >= newline && s.after == comma && s.shaped() && s.heading < 0 && !s.nutrient {
			lo = i
		}
	}
	if f.tight(st) {
		for i := lo; i < st.hi && i < lo+columnsBefore; i++ {
			if f.named(f.segs[i]) {
				return i, st.hi
			}
		}
	}
	return lo, st.hi
}

// tight says whether the first commas of a stretch have no space behind them, as in a table: brand and
// product may then stand before the list.
func (f *finder) tight(st stretch) bool {
	const look = 6
	tight := 0
	for i := st.lo; i < st.hi && i < st.lo+look; i++ {
		s := f.segs[i]
		if s.after == comma && s.hi+1 < len(f.toks) && !f.toks[s.hi+1].spaced {
			tight++
		}
	}
	return tight >= look-1
}

// firstKnown skips the garbage before the first ingredient of a list without a heading. A single
// unknown word at the start of a line may be part of it: "Purified Water".
func (f *finder) firstKnown(s segment) int {
	if f.typed && s.shaped() && s.before >= newline {
		return s.lo
	}
	strange := 0
	for i := s.lo; i < s.hi; i++ {
		t := f.toks[i]
		if t.kind != word {
			continue
		}
		if t.knowledge == known || t.knowledge == likely {
			if strange == 1 && s.before >= newline {
				return s.lo
			}
			if i > s.lo && f.toks[i-1].kind == opening && strange == 0 {
				return i - 1
			}
			if strange == 0 {
				return s.lo
			}
			return i
		}
		if t.knowledge == unknown {
			strange++
			if t.foreign {
				strange++
			}
		}
	}
	return s.lo
}

// lastKnown cuts off prose that follows the last ingredient without a separator: two unknown words
// or more, or words in another script.
func (f *finder) lastKnown(s segment, st stretch) int {
	if st.foreign > 0 {
		return s.hi
	}
	strange, end := 0, s.hi
	for i := s.hi - 1; i >= s.lo; i-- {
		t := f.toks[i]
		if t.kind != word {
			continue
		}
		if t.knowledge != unknown {
			break
		}
		strange++
		if t.foreign {
			strange++
		}
		end = i
	}
	if strange >= 2 && end > s.lo && slices.ContainsFunc(f.toks[s.lo:end], func(t token) bool { return t.kind == word && t.knowledge != unknown }) {
		return end
	}
	return s.hi
}
