package label

import (
	"strings"

	"exoscan/dictionary"
)

// A list is finished where a full stop ends a line, if what stands below, up to the heading that ends it, is an
// address or a sentence: "... Limonene.\nOrelle, 12 rue des Lilas, Paris". A full stop may also be a comma that
// was misread, with badly read items below: they are neither. A sentence or an address on lines of its own needs
// no full stop before it.
const (
	finishedShare = 0.5 // of the words below, by weight, that the dictionary may know: "rinse with water"
	finishedMost  = 24  // segments below; more are a list of its own
	smallWords    = 3   // "if", "the", "is": as many make a sentence
)

// finish is the segment at which a stretch is finished, and why; its end where it is not.
func (f *finder) finish(st stretch) (end int, why string) {
	parted, stops, next := 0, 0, st.lo
	for k := st.lo; k+1 < st.hi; k++ {
		for _, t := range f.toks[f.segs[k].lo:f.segs[k].hi] {
			if t.kind == slash && t.spaced {
				parted++
			}
		}
		switch f.segs[k].after {
		case comma:
			parted++
		case stop:
			stops++
		}
		next = max(next, k+1)
		for next+1 < st.hi && f.segs[next].lo == f.segs[next].hi { // an empty line
			next++
		}
		if st.hi-next > finishedMost || parted <= stops || f.segs[next].before < newline {
			continue
		}
		if why := f.endsBefore(st, k, next); why != "" && f.outside(st, next) {
			return k + 1, why
		}
	}
	return st.hi, ""
}

// endsBefore says what ends a list between segment k and the next that is not empty, "" for nothing.
func (f *finder) endsBefore(st stretch, k, next int) string {
	switch {
	case f.segs[k].after == stop:
		return "a full stop ends the list, and what follows is none"
	case f.sentence(f.segs[next]):
		return "a sentence on a line of its own ends the list"
	case f.address(st, next):
		return "an address ends the list"
	}
	return ""
}

// address says whether the rest of a stretch, from segment k on, is a name nobody knows and a street with the number
// of a house: "Xqz Skincare, 2 Mill Lane, Exeter".
func (f *finder) address(st stretch, k int) bool {
	const longest = 5 // segments
	if st.hi-k < 2 || st.hi-k > longest || f.segs[k].known > 0 || f.segs[k].unknown == 0 {
		return false
	}
	for _, s := range f.segs[k+1 : st.hi] {
		if t := f.toks[s.lo]; s.hi > s.lo+1 && f.numbered(s) && t.kind == word && t.letters == 0 {
			return true
		}
	}
	return false
}

// outside says whether the rest of a stretch, from segment k on, is an address or a sentence.
func (f *finder) outside(st stretch, k int) bool {
	var known, unknown float32
	tells := false
	for _, s := range f.segs[k:st.hi] {
		if s.heading >= 0 || f.named(s) || f.exosomes(s.lo, s.hi) {
			return false
		}
		known, unknown = known+s.known, unknown+s.unknown
		tells = tells || f.numbered(s) || f.sentence(s)
	}
	return tells && (known <= finishedShare*(known+unknown) || f.sentence(f.segs[k]))
}

// numbered says whether a segment has a number that is none of a list: of a house, a town, a batch.
func (f *finder) numbered(s segment) bool {
	if s.colour || s.percent {
		return false
	}
	for i := s.lo; i < s.hi; i++ {
		t := f.toks[i]
		if t.kind != word || t.letters > 0 || strings.Trim(f.lower[t.start:t.end], "0123456789") != "" {
			continue
		}
		if i+1 == s.hi || !f.minor(i+1, dictionary.Unit) {
			return true
		}
	}
	return false
}

// sentence says whether a segment is longer than an item and has the small words of a sentence.
func (f *finder) sentence(s segment) bool {
	words, small := 0, 0
	for _, t := range f.toks[s.lo:s.hi] {
		if t.kind != word {
			continue
		}
		if words++; t.letters > 1 && t.knowledge == neutral {
			small++
		}
	}
	return words > mostWords && small >= smallWords
}
