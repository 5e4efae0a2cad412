package match

import "strings"

// Lost nouns. Where a source is named and the last word is no word of any name, that word may be the noun
// with more letters wrong than a noun may have to be found. It is never an exosome then, and a doubt.

const (
	lostNoun = 35 // what a letter of such a word may cost as a noun
	leastEnd = 6  // letters of it; of shorter words only those of vesicles in short are looked at
	shortEnd = 4  // letters that EVs may have been read as, at most
)

// nounLost gives what an ingredient could be whose noun was read too badly to be found; "" where nothing
// says that it had one.
func (w *work) nounLost(s *sentence) string {
	if len(s.tokens) < 2 {
		return ""
	}
	cell := false
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.word() == "extracellular" || !t.known && w.misread(t.text, "extracellular"):
			cell = true
		case t.word() == "matrix":
			return "" // HUMAN KERATINOCYTE EXTRACELLULAR MATRIX
		}
	}
	if cell {
		return "extracellular vesicles"
	}
	last := &s.tokens[len(s.tokens)-1]
	if !s.namesSource() {
		return ""
	}
	if last.text == "ev" || last.text == "vs" {
		return "extracellular vesicles"
	}
	if last.known {
		return ""
	}
	head, glued := strings.CutSuffix(last.text, "evs")
	if glued && len(head) >= sureWord-1 && w.m.dict.KnownWord(head) {
		return "extracellular vesicles"
	}
	w.word.set(last.text)
	n := len(w.word.letters)
	if n > 1 && n <= shortEnd && w.names.ruler.to(w.word, "evs", wrongLetter) <= wrongLetter {
		return "extracellular vesicles"
	}
	if n < leastEnd {
		return ""
	}
	bound, could := lostNoun*int32(n), ""
	for i := range w.m.vocab.near().nouns {
		noun := &w.m.vocab.near().nouns[i]
		if cost := w.names.ruler.between(w.word, noun.letters, bound); cost < bound {
			bound, could = cost, noun.word.Name
		}
	}
	for _, end := range finishers {
		if could != "" && w.names.ruler.to(w.word, end, bound) <= bound {
			return ""
		}
	}
	return could
}

// misread reports whether a long word is within the tolerance of another.
func (w *work) misread(text, word string) bool {
	w.word.set(text)
	bound := tolerance(len(word))
	return w.names.ruler.to(w.word, word, bound) <= bound
}
