package match

import (
	"slices"
	"unicode/utf8"

	"exoscan/dictionary"
)

// mend corrects the other words of an ingredient that names exosomes, where one word fits and no other
// fits about as well.
func (w *work) mend(s *sentence) {
	if w.mendWords(s, len(s.tokens)) {
		w.understand(s, true)
	}
}

// mendWords is mend for the words before the nth, whose parts are not found anew.
func (w *work) mendWords(s *sentence, n int) (changed bool) {
	end := len(s.tokens) - n // that many are left alone
	for i := 0; i < len(s.tokens)-end; i++ {
		t := &s.tokens[i]
		n := utf8.RuneCountInString(t.text)
		if t.known || n < shortestRest || dictionary.Glued(t.text) {
			continue
		}
		if n < sureWord-1 {
			if word, cost := w.restOf(s, i); word != "" {
				t.take(word, cost)
				changed = true
			}
			continue
		}
		if words := w.m.vocab.near().joined[t.text]; words != nil {
			s.tokens = slices.Replace(s.tokens, i, i+1, t.pieces(words)...)
			changed = true
			continue
		}
		if word, cost := w.signsOf(t.text); word != "" {
			t.take(word, cost)
			changed = true
			continue
		}
		if n >= sureWord && (w.cut(s, i) || w.cutNearly(s, i)) {
			changed = true
			continue
		}
		if word, cost := w.restOf(s, i); word != "" {
			t.take(word, cost)
			changed = true
			continue
		}
		if n < sureWord {
			continue
		}
		if genus, cost := w.genusOf(s, i); genus != "" {
			t.take(genus, cost)
			changed = true
			continue
		}
		meant, cost := w.nearWord(s, t.text, s.tissueBehind(t))
		if touched := s.touched(t); touched != t.text {
			if word, c := w.nearWord(s, touched, s.tissueBehind(t)); word != "" && (meant == "" || c < cost) {
				meant, cost = word, c // (HERRY is a cherry, not a berry
			}
		}
		if meant == "" && s.beforeNoun(i) && s.misread(t) {
			meant, cost = w.placedSource(s, t.text)
		}
		if meant != "" {
			t.take(meant, cost)
			changed = true
		}
	}
	return changed
}

// genusOf gives the genus that a misread word was, by the species behind it: PITUS DENSIFLORA is a pine, as few genera
// have a densiflora. So do few words stand before a tissue. "" where none of them is near, or two of different origins.
func (w *work) genusOf(s *sentence, i int) (genus string, cost int32) {
	if i+1 == len(s.tokens) || !s.plain(s.tokens[i:i+2]) {
		return "", 0
	}
	species := s.tokens[i+1].word()
	next, entry := w.m.dict.Word(species)
	if entry && next.Class != dictionary.ClassTissue {
		return "", 0 // a leaf many have
	}
	if !s.tokens[i+1].known {
		species, _ = w.nearWord(s, species, false)
	}
	w.word.set(s.tokens[i].text)
	bound := max(wrongLetter, lostGenus*int32(len(w.word.letters)))
	near := newContest(bound)
	for _, g := range dictionary.Genera(species) {
		of, _ := w.m.dict.Word(g)
		if of.Class.States() == "" || entry && of.Class != dictionary.ClassHuman && of.Class != dictionary.ClassAnimal {
			continue
		}
		near.enter(g, string(of.Class.States()), w.names.ruler.to(w.word, g, bound))
	}
	return near.winner()
}

// contest finds the nearest of some words, unless one that says something else is about as near.
type contest struct {
	word, says  string
	cost, rival int32 // of the nearest, and of the nearest that says something else
}

// newContest is one for words within a bound.
func newContest(bound int32) contest { return contest{cost: bound + 1, rival: tooFar} }

// enter takes a word with its cost, tooFar where that is above the bound.
func (c *contest) enter(word, says string, cost int32) {
	switch {
	case cost < c.cost:
		if c.word != "" && c.says != says {
			c.rival = c.cost
		}
		c.word, c.says, c.cost = word, says, cost
	case c.says != says:
		c.rival = min(c.rival, cost)
	}
}

// winner is the nearest word and its cost, "" where there is none or a rival is too near.
func (c *contest) winner() (word string, cost int32) {
	if c.rival < c.cost+closeCall {
		return "", 0
	}
	return c.word, c.cost
}

// lostGenus is what a letter of such a genus may cost.
const lostGenus = 30

// tissueBehind reports whether a tissue stands right behind a token, so that the token is likely to say of whom.
func (s *sentence) tissueBehind(t *token) bool {
	_, end := s.place(t.start, t.end)
	return slices.ContainsFunc(s.parts, func(p Part) bool {
		return p.Word.Class == dictionary.ClassTissue && s.onlySpace(end, p.Start)
	})
}

// speaks reports whether a word that states an origin, or denies one, is of a language that other words of the
// ingredient are of: beside MILK a LHISTLE is no Finn's. Nouns are much the same in all, and "de" is of many.
func (w *work) speaks(s *sentence, meant string) bool {
	word, ok := w.m.dict.Word(meant)
	denies := word.Class == dictionary.ClassWithout || word.Class == dictionary.ClassFree
	if !ok || word.Class.States() == "" && !denies || word.Language == latin {
		return true
	}
	others := false
	for _, p := range s.parts {
		if l := p.Word.Language; p.Word.Class != dictionary.ClassNoun && l != latin && l != "" && !w.m.dict.Affix(p.Word.Text, dictionary.Before) {
			if dictionary.SameLanguage(l, word.Language) {
				return true
			}
			others = true
		}
	}
	return !others
}

// spoken is speaks for what a misread word is compared with; nil where no sentence is given.
func (w *work) spoken(s *sentence) func(*shelved) bool {
	if s == nil {
		return nil
	}
	return func(t *shelved) bool { return w.speaks(s, t.text) }
}

// nearWord gives the one word of the INCI names or the grammar that a misread word was; "" where none
// or several fit. One letter of four or more may be any if a word that tells a source is expected, and then words that
// tell none are no rivals: HUJAN PLACENTAL CELLS are not of Hunan.
func (w *work) nearWord(s *sentence, text string, expected bool) (meant string, cost int32) {
	w.word.set(text)
	bound := int32(mendable * len(w.word.letters))
	if expected && len(w.word.letters) >= sureWord {
		bound = max(bound, wrongLetter)
	}
	if meant, cost = w.nearReading(s, w.word, bound, expected); meant != "" {
		return meant, cost
	}
	if as, ok := w.word.strokes(); ok {
		if meant, cost = w.nearReading(s, as, bound, expected); meant != "" {
			return meant, cost + strokesForM
		}
	}
	return "", 0
}

// says gives the origin that a word states, "" for none.
func (w *work) says(word string) dictionary.Origin {
	of, _ := w.m.dict.Word(word)
	return of.Class.States()
}

// mendable is what a letter of such a word may cost. An arbitrary letter needs a word of six: the exosomes
// of "Derma Laser" are not of laver.
const mendable = 17

func (w *work) nearReading(s *sentence, read reading, bound int32, expected bool) (meant string, cost int32) {
	best, cost, next := w.m.vocab.near().words.nearest(w.names.ruler, read, bound, w.spoken(s))
	var says dictionary.Origin // of meant
	if best != nil {
		meant, says = best.text, best.says
	}
	for _, h := range w.words.nearest(read, min(bound, cost+closeCall)) {
		name := w.words.index.Name(h.id)
		if name == meant || s != nil && !w.speaks(s, name) {
			continue
		}
		of := w.says(name)
		if expected && of == "" && h.cost > nearlyTheWord && (says == dictionary.Human || says == dictionary.Animal) && len(w.m.dict.WordsWith(name)) == 0 {
			continue // before a tissue stands who has it
		}
		rival := says == "" || of != says
		switch {
		case h.cost < cost:
			if rival {
				next = cost
			}
			meant, cost, says = name, h.cost, of
		case rival:
			next = min(next, h.cost)
		}
	}
	if meant == "" || next < cost+closeCall {
		return "", 0
	}
	return meant, cost
}
