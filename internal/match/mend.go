package match

import (
	"slices"
	"unicode/utf8"

	"exoscan/dictionary"
)

// mend corrects the other words of an ingredient that names exosomes, where one word fits and no other
// fits about as well.
func (w *work) mend(s *sentence) {
	changed := false
	for i := 0; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if t.known || utf8.RuneCountInString(t.text) < sureWord || isGlued(t.text) {
			continue
		}
		if w.cut(s, i) {
			changed = true
			continue
		}
		if meant, cost := w.nearWord(t.text, s.tissueBehind(t)); meant != "" && w.speaks(s, meant) {
			t.meant, t.cost, t.edits, t.known = meant, cost, max(1, int(cost+50)/100), true
			changed = true
		}
	}
	if changed {
		w.understand(s, true)
	}
}

// tissueBehind reports whether a tissue stands right behind a token, so that the token is likely to say of whom.
func (s *sentence) tissueBehind(t *token) bool {
	_, end := s.place(t.start, t.end)
	return slices.ContainsFunc(s.parts, func(p Part) bool {
		return p.Word.Class == dictionary.ClassTissue && s.onlySpace(end, p.Start)
	})
}

// speaks reports whether a word that states an origin is of a language that other words of the ingredient are of:
// beside MILK a LHISTLE is no Finn's. Nouns are much the same in all.
func (w *work) speaks(s *sentence, meant string) bool {
	word, ok := w.m.dict.Word(meant)
	if !ok || word.Class.States() == "" || word.Language == latin {
		return true
	}
	others := false
	for _, p := range s.parts {
		if l := p.Word.Language; p.Word.Class != dictionary.ClassNoun && l != latin && l != "" {
			if l == word.Language {
				return true
			}
			others = true
		}
	}
	return !others
}

// nearWord gives the one word of the INCI names or the grammar that a misread word was; "" where none
// or several fit. One letter of five may be any if a word that tells a source is expected.
func (w *work) nearWord(text string, expected bool) (meant string, cost int32) {
	w.word.set(text)
	bound := int32(mendable * len(w.word.letters))
	if expected && len(w.word.letters) > sureWord {
		bound = max(bound, wrongLetter)
	}
	if meant, cost = w.nearReading(w.word, bound); meant != "" {
		return meant, cost
	}
	if as, ok := w.word.strokes(); ok {
		if meant, cost = w.nearReading(as, bound); meant != "" {
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

func (w *work) nearReading(read reading, bound int32) (meant string, cost int32) {
	best, cost, next := w.m.vocab.near().words.nearest(w.names.ruler, read, bound)
	var says dictionary.Origin // of meant
	if best != nil {
		meant, says = best.text, best.says
	}
	for _, h := range w.words.nearest(read, min(bound, cost+closeCall)) {
		name := w.words.index.Name(h.id)
		if name == meant {
			continue
		}
		of := w.says(name)
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

// cut takes a word apart that is two or three known words run together.
func (w *work) cut(s *sentence, i int) bool {
	t := s.tokens[i]
	n := len(t.text)
	if n < 2*sureWord || n > 40 {
		return false
	}
	type step struct{ words, from int }
	best := make([]step, n+1)
	for k := 1; k <= n; k++ {
		best[k].words = n
		for j := 0; j <= k-sureWord; j++ {
			if best[j].words+1 < best[k].words && best[j].words < 3 && (j == 0 || best[j].words > 0) && w.m.dict.KnownWord(t.text[j:k]) {
				best[k] = step{best[j].words + 1, j}
			}
		}
	}
	if best[n].words > 3 || best[n].words < 2 {
		return false
	}
	var pieces []token
	for k := n; k > 0; k = best[k].from {
		j := best[k].from
		pieces = append([]token{{text: t.text[j:k], start: t.start + j, end: t.start + k, known: true}}, pieces...)
	}
	s.tokens = append(s.tokens[:i], append(pieces, s.tokens[i+1:]...)...)
	return true
}
