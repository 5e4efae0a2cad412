package match

import "exoscan/dictionary"

// Misread vesicles. Where the words before tell that nothing else can follow, a noun is known by less.

const (
	extracellular = "extracellular" // behind it there follow vesicles
	matrix        = "matrix"        // or this
	shortEVs      = "evs"
	vesicles      = "extracellular vesicles" // what an ingredient could be
)

// behind are the nouns that follow it, the likelier first.
var behind = [...]string{"vesicles", "vesicle"}

// behindCell takes a word right behind EXTRACELLULAR for vesicles if it is not much like anything else: there follows
// nothing but them and the matrix. EXTRACELLULAR VEHICLES are vesicles, though vehicles are words, too.
func (w *work) behindCell(s *sentence, i int) bool {
	t := &s.tokens[i]
	if i == 0 || w.m.vocab.isNoun(t.word()) || dictionary.Glued(t.text) {
		return false
	}
	if before := &s.tokens[i-1]; before.word() != extracellular && (before.known || !w.misread(before.text, extracellular)) {
		return false
	}
	w.word.set(t.text)
	bound := lostNoun * int32(len(w.word.letters))
	meant, cost := "", bound+1
	for _, noun := range behind {
		if d := w.names.ruler.to(w.word, noun, bound); d < cost {
			meant, cost = noun, d
		}
	}
	if meant == "" {
		return false
	}
	s.tokens[i-1].meant, s.tokens[i-1].known = extracellular, true
	t.take(meant, cost)
	return true
}

// shortVesicles takes the last word behind a source for EVs if only letters that look alike are wrong: EV$. Right behind
// one that states an origin and was read they need not look quite alike: EYS.
func (w *work) shortVesicles(s *sentence, i int) bool {
	t := &s.tokens[i]
	if t.known || i != len(s.tokens)-1 || len(t.text) > shortEnd+1 || !s.namesSource() {
		return false
	}
	most := int32(nearlyTheWord)
	if i > 0 && s.tokens[i-1].used && s.tokens[i-1].meant == "" && s.statesSource() {
		most = closeCall
	}
	w.word.set(t.text)
	cost := w.names.ruler.to(w.word, shortEVs, most)
	if cost > most {
		return false
	}
	t.take(shortEVs, cost)
	return true
}
