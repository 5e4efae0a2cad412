package match

import "exoscan/dictionary"

// nearestName is the name nearest to w.read: in CosIng, or a term of the vocabulary that is nearer.
func (w *work) nearestName(s *sentence) (name, bool) {
	letters := len(w.read.letters)
	bound := tolerance(letters)
	found, cost := name{id: -1}, bound+1
	for _, h := range w.names.nearest(w.read, bound) {
		if c := h.cost + w.lost(s, w.names.index.Name(h.id)); c < cost {
			found.id, cost = h.id, c
		}
	}
	if found.id >= 0 {
		found.term = w.lookup(w.names.index.Name(found.id)).term
	}
	if found.found() && s.noun() == nil && s.could == "" && letters > longestTerm {
		return found, true
	}
	switch {
	case letters >= shortTerm:
	case letters >= shortGluedTerm && dictionary.Glued(s.key):
		bound = min(bound, wrongLetter)
	default:
		bound = min(bound, shortTermCost)
	}
	if t, c, next := w.m.vocab.near().terms.nearest(w.names.ruler, w.read, min(bound, cost-1), nil); t != nil && next > c && !(abbreviation(t.term.Text) && capitals(s.read()) < 2) { // Hcin is no HELN
		if c+w.lost(s, t.text) < cost {
			found = name{term: t.term, id: -1}
		}
	}
	if !found.found() && s.could == "" && isForeign(s.key) {
		found = w.nearestForeign()
	}
	return found, found.found()
}

// nearestForeign is the ingredient nearest to w.read in its script, unless another one is as near.
func (w *work) nearestForeign() name {
	bound := tolerance(len(w.read.letters))
	if dictionary.Glued(string(w.read.letters)) {
		bound = signTolerance(len(w.read.letters))
	}
	t, c, next := w.m.vocab.near().foreign.nearest(w.names.ruler, w.read, bound, nil)
	if t == nil || next <= c {
		return name{id: -1}
	}
	return name{term: t.term, id: -1}
}

const (
	// Terms longer than this have a noun that shows what they could be.
	longestTerm = 14
	// Shorter terms are abbreviations (hUC-MSC-Exo), of which many differ in a letter.
	shortTerm = 10
	// The most that the letters of an abbreviation may cost: what readers confuse, no arbitrary letter.
	shortTermCost = 45
	// In scripts without spaces terms of so many letters are no abbreviations.
	shortGluedTerm = 6
)

// signTolerance is tolerance in scripts of which a sign says as much as two or three letters: what readers confuse of a
// short name, any sign or two of a long one.
func signTolerance(n int) int32 {
	switch {
	case n < 2:
		return 0
	case n < 6:
		return strokeWrong
	case n < 9:
		return wrongLetter
	}
	return 2 * wrongLetter
}

// tolerance is the most that the letters of a name may cost, by the number of letters read.
func tolerance(n int) int32 {
	switch {
	case n < 4:
		return 30
	case n < 6:
		return 100
	case n < 8:
		return 130
	case n < 12:
		return 200
	}
	return int32(min(17*n, 2500))
}
