package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

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

// firstKnown skips the garbage before the first ingredient of a list without a heading. A single
// unknown word at the start of a line may be part of it: "Purified Water".
func (f *finder) firstKnown(s segment) int {
	if k := f.behindQuestion(s); k > s.lo {
		return k
	}
	if last := s.hi - 1; f.typed && last > s.lo && f.abbreviates(&f.toks[last]) { // This serum contains hADSC-Exo
		return last
	}
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

// behindQuestion is where a segment of typed text goes on behind a question or a call that it begins with: "Is there any
// exosome in this? Aqua, ..."
func (f *finder) behindQuestion(s segment) int {
	for k := s.hi - 1; f.typed && k > s.lo; k-- {
		if t := f.toks[k-1]; t.kind == mark && f.toks[k].kind == word && f.toks[k].spaced && strings.Contains("?!", f.text[t.start:t.end]) {
			for i := s.lo; i < k-1; i++ {
				if w, ok := f.d.Word(f.key(&f.toks[i])); f.toks[i].kind == word && (!ok || w.Class.States() == "") { // Human! Adipose
					return k
				}
			}
			return s.lo
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
