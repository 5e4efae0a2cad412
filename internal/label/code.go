package label

import "strings"

// codeDigits is how many digits the number of a formula has, fewer if a hyphen tells it: additives have three.
const codeDigits = 4

// withoutCode is the end of the last item, which begins at token lo, without the number of the formula behind it:
// "(F.I.L. C177252/2)", "[PR-018]", "N3458A". Firms print one to know which list a pack has.
func (s *splitter) withoutCode(lo, hi int) int {
	if hi-1 <= lo {
		return hi
	}
	if t := s.toks[hi-1]; t.kind == word && t.spaced && t.letters > 0 && s.code(hi-1) {
		return hi - 1
	}
	open := s.pairs.partner(hi - 1)
	if s.toks[hi-1].kind != closing || open <= lo {
		return hi
	}
	found := false
	for i := open + 1; i < hi-1; i++ {
		t := s.toks[i]
		if t.kind == word && (t.colour || t.knowledge == known && t.letters > 1) {
			return hi
		}
		found = found || s.code(i)
	}
	if found {
		return open
	}
	return hi
}

// code says whether a word is the number of a formula.
func (s *splitter) code(i int) bool {
	t := s.toks[i]
	if t.kind != word || t.colour || t.knowledge == known {
		return false
	}
	read := s.text[t.start:t.end]
	digits := 0
	for k := range len(read) {
		if isDigit(read[k]) {
			digits++
		}
	}
	return digits >= codeDigits && t.letters > 0 && t.letters <= codeDigits || digits >= 2 && t.letters >= 2 && t.letters <= codeDigits && strings.Contains(read, "-")
}
