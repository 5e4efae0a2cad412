package match

import (
	"slices"
	"unicode/utf8"

	"exoscan/dictionary"
)

// Words run together: a lost space is as likely as a wrong letter, and often there are both.

// cutSource takes words apart that were run together, where the noun has no source: ALMONDEXTRACELLULAR VESICLES.
func (w *work) cutSource(s *sentence) (changed bool) {
	for i := 0; i < len(s.tokens); i++ {
		if t := &s.tokens[i]; !t.known && !dictionary.Glued(t.text) && w.cut(s, i) {
			changed = true
		}
	}
	return changed
}

// pieces takes a word apart that is some words run together.
func (t *token) pieces(words []string) (all []token) {
	at := t.start
	for _, word := range words {
		all = append(all, token{text: word, start: at, end: at + len(word), known: true})
		at += len(word)
	}
	return all
}

// cut takes a word apart that is two or three known words run together.
func (w *work) cut(s *sentence, i int) bool {
	t := s.tokens[i]
	n := len(t.text)
	if n < 2*sureWord || n > longestCut {
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
	s.tokens = slices.Replace(s.tokens, i, i+1, pieces...)
	return true
}

// cutNearly takes a word apart that is a source and the word behind it, one of which was misread: GANODERMALUCIOUM,
// SNAILMUCIM, LAMINAKIADIGITATA.
func (w *work) cutNearly(s *sentence, i int) bool {
	t := s.tokens[i]
	if n := len(t.text); n < shortestSourceCut+shortestTail || n > longestCut {
		return false
	}
	var first, second token
	best := tooFar
	for k := shortestSourceCut; k <= len(t.text)-shortestTail; k++ {
		if !utf8.RuneStart(t.text[k]) {
			continue
		}
		head := token{text: t.text[:k], start: t.start, end: t.start + k, known: true}
		tail := token{text: t.text[k:], start: t.start + k, end: t.end, known: true}
		if meant, cost := w.behindSource(head.text, tail.text); meant != "" && cost < best {
			if cost > 0 {
				tail.take(meant, cost)
			}
			first, second, best = head, tail, cost
		}
		if meant, cost := w.nearGenus(head.text, tail.text); meant != "" && cost < best {
			head.take(meant, cost)
			first, second, best = head, tail, cost
		}
	}
	if best == tooFar {
		return false
	}
	s.tokens = slices.Replace(s.tokens, i, i+1, first, second)
	return true
}

const (
	shortestSourceCut = 4  // bytes of a source that another word was run together with
	shortestTail      = 3  // and of that word
	longTail          = 8  // bytes of that word from which on it may be of any source
	longestCut        = 40 // bytes of words that are taken apart
)

// behindSource gives what was read right behind a source: one of its species, or the other word of an entry that begins
// with it; "" where it is neither, or nearly so.
func (w *work) behindSource(head, tail string) (meant string, cost int32) {
	of, ok := w.m.dict.Word(head)
	if !ok || of.Class.States() == "" || of.Stem {
		return "", 0
	}
	w.word.set(tail)
	bound := lostGenus * int32(len(w.word.letters))
	near := newContest(bound)
	if next, ok := w.m.dict.Word(tail); ok && goesBehind(next.Class, of.Class) {
		return tail, 0
	}
	if len(tail) >= longTail {
		if word, cost := w.nearWord(nil, tail, false); goesBehind(w.class(word), of.Class) {
			return word, cost
		}
		w.word.set(tail)
	}
	for _, species := range dictionary.Species(head) {
		near.enter(species, "", w.names.ruler.to(w.word, species, bound))
	}
	for _, e := range w.m.dict.WordsWith(head) {
		if words := dictionary.Tokens(dictionary.Fold(e.Text)); len(words) == 2 && words[0] == head {
			near.enter(words[1], string(e.Class.States()), w.names.ruler.to(w.word, words[1], bound))
		}
	}
	return near.winner()
}

// goesBehind reports whether a word of a class may follow a source: what a plant or a body has, or a source of its origin.
func goesBehind(c, source dictionary.Class) bool {
	switch c {
	case dictionary.ClassPart:
		return source == dictionary.ClassPlant
	case dictionary.ClassTissue:
		return source == dictionary.ClassHuman || source == dictionary.ClassAnimal
	}
	return c.States() == source.States() && c.States() != ""
}

// nearGenus gives the genus that was misread right before one of its species; "" where there is none.
func (w *work) nearGenus(head, species string) (genus string, cost int32) {
	if len(head) <= shortestSourceCut || len(species) < shortestSourceCut {
		return "", 0
	}
	genera := dictionary.Genera(species)
	if len(genera) == 0 {
		return "", 0
	}
	if next, entry := w.m.dict.Word(species); entry && next.Class.States() == "" {
		return "", 0 // a leaf many have
	}
	w.word.set(head)
	bound := lostGenus * int32(len(w.word.letters))
	near := newContest(bound)
	for _, g := range genera {
		if of, _ := w.m.dict.Word(g); of.Class.States() != "" {
			near.enter(g, string(of.Class.States()), w.names.ruler.to(w.word, g, bound))
		}
	}
	return near.winner()
}
