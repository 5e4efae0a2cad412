package match

import (
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// understood is an ingredient that no table lists and the grammar understands.
func (w *work) understood(i, start, end int, s *sentence, noun *Part) Match {
	w.mend(s)
	m := Match{
		Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end],
		Name: s.canonical(), Known: true, Kind: noun.Word.Kind, Parts: s.parts, How: Folded,
	}
	for _, t := range s.tokens {
		m.Edits += t.edits
		m.Cost += float64(t.cost) / 100
	}
	if m.Edits > 0 {
		m.How = Edited
	}
	return m
}

// canonical prints the ingredient as it was understood: each word as it was meant.
func (s *sentence) canonical() string {
	var b strings.Builder
	at := 0
	for _, t := range s.tokens {
		b.WriteString(s.key[at:t.start])
		if t.meant != "" {
			b.WriteString(t.meant)
		} else {
			b.WriteString(t.text)
		}
		at = t.end
	}
	b.WriteString(s.key[at:])
	return dictionary.Title(strings.ToUpper(b.String()))
}

// shortestGuess is the length in letters below which a word is never taken for a misread noun: every
// neighbour of a short word is another word.
const shortestGuess = 5

// repair finds nouns among the words that are no word of any name.
func (w *work) repair(s *sentence) {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.used || t.known || utf8.RuneCountInString(t.text) < shortestGuess {
			continue
		}
		n, cost, sure := w.guess(t.text)
		if n != nil && !sure {
			s.could = n.word.Name
		}
		if sure {
			t.meant, t.cost, t.edits = n.text, cost, max(1, int(cost+50)/100)
			s.add(n.word, t.start, t.end, t.edits)
			t.used, t.known = true, true
		}
	}
	s.sort()
}

// mend corrects the other words of an ingredient that names exosomes, where one word of the INCI
// names fits and no other does.
func (w *work) mend(s *sentence) {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.known || len(t.text) < sureWord || isGlued(t.text) {
			continue
		}
		w.word.set(t.text)
		hits := w.words.nearest(w.word, tolerance(len(w.word.letters)))
		if len(hits) == 0 || len(hits) > 1 && hits[1].cost < hits[0].cost+closeCall {
			continue
		}
		t.meant, t.cost = w.words.index.Name(hits[0].id), hits[0].cost
		t.edits = max(1, int(t.cost+50)/100)
		t.known = true
		if word, ok := w.m.dict.Word(t.meant); ok {
			s.add(word, t.start, t.end, t.edits)
			t.used = true
		}
	}
	s.sort()
}
