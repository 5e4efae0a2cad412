package match

import (
	"bytes"
	"slices"
	"strings"

	"exoscan/dictionary"
)

// A right word of at least this many letters is rarely a wrong reading of another word...
const sureWord = 4

// ...so a name without it is this much dearer.
const lostWord = 150

// nearly matches a name that was read with wrong letters.
func (w *work) nearly(i, start, end int, s *sentence) (Match, bool) {
	w.read.set(s.key)
	n, ok := w.nearestName(s)
	if !ok {
		if as, strokes := w.read.strokes(); strokes {
			w.read = as
			n, ok = w.nearestName(s)
		}
	}
	if !ok {
		return Match{}, false
	}
	al := w.names.ruler.align(w.read, squeezedRunes(nil, n.spelling()))
	if al.digits {
		return Match{}, false // which number it was cannot be told, and CosIng does not have all of them
	}
	m := w.named(i, start, end, n)
	m.How, m.Cost, m.Edits = Edited, float64(al.cost)/100, al.edits
	if al.edits == 0 {
		m.How = Folded
	}
	if !n.exosome() && s.noun() != nil {
		return Match{}, false // HUMAN ADIPOSE DERIVED STEM CELL EXOSOME is not HUMAN ADIPOSE DERIVED STEM CELL EXTRACT
	}
	if m.Kind == dictionary.Ingredient {
		if could := w.mayEndIn(s, al); could != "" {
			s.could = could
			return Match{}, false
		}
		return m, true
	}
	parts, lacks := w.partsOf(s, n.spelling(), al)
	m.Parts = parts
	if n.exosome() {
		if !w.stands(s, n, m, al, lacks) {
			return Match{}, false
		}
		m.Parts = w.otherWords(s, n, m.Parts)
	}
	return m, true
}

// stands reports whether a name of exosomes may be what was read with wrong letters; lacks says that a word of it that
// tells the source was not read at all. Where it may not, what could have been read is noted.
func (w *work) stands(s *sentence, n name, m Match, al alignment, lacks bool) bool {
	if w.leavesSource(s, n) {
		s.could = n.text()
		return false
	}
	told := tellsAny(m.Parts)
	if like, _ := w.likePhrase(s); like != "" && al.beside() > 0 && !told {
		return false // RNA is not just something before EXOSOME COMPLEX
	}
	if w.gluedSourceLost(s, n, al) {
		s.could, s.unsure = n.text(), true
		return false
	}
	if lacks || al.beside() >= sureWord {
		return false // UMBILICAL CELL EXOSOMES are not HUMAN UMBILICAL CELL EXOSOMES
	}
	if other, like := w.takesOther(s, m.Parts); other {
		s.could, s.unsure = n.text(), like
		return false // PLATELET DERIVED EXTRACELLULAR VESICLES are not PLANT-DERIVED ones
	}
	if !told && w.strangerInside(s, al, 3, nil) {
		s.could = n.text()
		return false // CAMELL EXTRACELLULAR VESICLES are not SMALL EXTRACELLULAR VESICLES
	}
	if w.nearerSource(s, n, m.Parts, al) {
		return false // YARROM EXOSOMES are not CARROT EXOSOMES
	}
	if !w.nounHolds(s, m, al) {
		s.could = n.text()
		return false
	}
	if told && w.strangerInside(s, al, 3, m.Parts) {
		s.could, s.unsure = n.text(), true
		return false // nor exosomes de perles exosomes de plantes
	}
	return true
}

// takesOther reports whether a name takes a right word for one that states its origin, and whether it is like that.
func (w *work) takesOther(s *sentence, parts []Part) (other, like bool) {
	for _, p := range parts {
		if p.Word.Origin == "" || p.Cost <= nearlyTheWord {
			continue
		}
		said := dictionary.Tokens(dictionary.Fold(p.Word.Text))
		for i := range s.tokens {
			t := &s.tokens[i]
			start, end := s.place(t.start, t.end)
			if !t.known || t.meant != "" || len(t.text) < sureWord || end <= p.Start || p.End <= start || slices.Contains(said, t.text) {
				continue
			}
			other = true
			w.word.set(t.text)
			bound := sourceInName * int32(len(w.word.letters))
			like = like || slices.ContainsFunc(said, func(word string) bool { return w.names.ruler.to(w.word, word, bound) <= bound })
		}
	}
	return other, like
}

// strangerInside reports whether one in so many of the letters of a word that nobody knows are wrong in a name that tells no
// source, or none but by that word: it may be another one, and a source.
func (w *work) strangerInside(s *sentence, al alignment, in int32, parts []Part) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool {
		start, end := s.place(t.start, t.end)
		others := func(p Part) bool { return tellsSource(p.Word.Class) && !(start <= p.Start && p.End <= end) }
		if !t.strange() || slices.ContainsFunc(parts, others) {
			return false
		}
		letters, cost := w.spentOn(&t, al)
		return letters >= sureWord && in*cost >= wrongLetter*letters
	})
}

// nearerSource reports whether a word that nobody knows is nearer to one that states an origin than to that of a name, and
// that one states it, too, or no word of the name does. The CODD BLOOD of a human is cord blood.
func (w *work) nearerSource(s *sentence, n name, parts []Part, al alignment) bool {
	stated := slices.ContainsFunc(parts, func(p Part) bool { return p.Word.Origin != "" })
	return slices.ContainsFunc(s.tokens, func(t token) bool {
		start, end := s.place(t.start, t.end)
		tells := func(p Part) bool { return p.Start < end && start < p.End && (p.Word.Origin != "" || !stated) }
		if !t.strange() || dictionary.Glued(t.text) || !slices.ContainsFunc(parts, tells) {
			return false
		}
		_, cost := w.spentOn(&t, al)
		if cost <= closeCall {
			return false
		}
		meant, near := w.nearWord(nil, t.text, s.tissueBehind(&t))
		return w.says(meant) != "" && near+closeCall <= cost && !strings.Contains(n.spelling(), meant)
	})
}

// spentOn is how many letters of a name, for which w.read was taken, a word has, and what they cost.
func (w *work) spentOn(t *token, al alignment) (letters, cost int32) {
	for _, at := range w.read.at {
		if t.start <= at && at < t.end {
			letters++
		}
	}
	for j, spent := range al.spent {
		if at := w.read.at[min(al.from[j], len(w.read.at)-1)]; t.start <= at && at < t.end {
			cost += spent
		}
	}
	return letters, cost
}

// spelling is the name in the letters that were compared, accents folded away.
func (n name) spelling() string {
	if n.id >= 0 {
		return dictionary.CosIng().Name(n.id)
	}
	return dictionary.Fold(n.term.Text)
}

// lost is the price of the right words that a name does not have.
func (w *work) lost(s *sentence, name string) (cost int32) {
	w.squeezed = dictionary.Squeeze(w.squeezed[:0], name)
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case !t.known || len(t.text) < sureWord && !(t.used && len(t.text) > 1):
		case t.cost > 0 && w.guessedFits(t, name):
		case w.hasStem(t): // EXOSOMEB begins as exosomes do, and may be a misreading of them all the same
		case !strings.Contains(string(w.squeezed), squeezedKey(t.word())):
			cost += lostWord
		}
	}
	return cost
}

// hasStem reports whether a word is right by its beginning alone, and w.squeezed has that.
func (w *work) hasStem(t *token) bool {
	word, ok := w.m.dict.Word(t.word())
	return ok && word.Stem && bytes.Contains(w.squeezed, []byte(squeezedKey(dictionary.Fold(word.Text))))
}

// partsOf gives the grammar words of a name at the places where they were read, and whether one that
// tells a source was not read at all.
func (w *work) partsOf(s *sentence, name string, al alignment) (parts []Part, lacks bool) {
	meant := &sentence{text: name}
	meant.key, meant.offset = dictionary.FoldMap(name)
	meant.split()
	w.phrases(meant, false)
	meant.sort()
	var key reading
	key.set(meant.key)
	letter := func(at int) int { // the letter at or after a byte of the name's key
		for k, b := range key.at {
			if b >= at {
				return k
			}
		}
		return len(key.at)
	}
	for _, p := range meant.parts {
		from, to := letter(keyByte(meant, p.Start)), letter(keyByte(meant, p.End))
		if from >= to || to > len(al.spent) {
			continue
		}
		a, b, cost := al.region(from, to)
		if a >= b {
			lacks = lacks || tellsSource(p.Word.Class)
			continue
		}
		start, _ := s.place(w.read.at[a], w.read.at[a]+1)
		_, end := s.place(w.read.at[b-1], w.read.at[b-1]+1)
		p.Start, p.End, p.Read = start, end, s.text[start:end]
		if p.Edits = int(cost+50) / 100; cost > 0 {
			p.Edits = max(p.Edits, 1)
		}
		p.Cost = cost
		if n := len(parts); n > 0 {
			w.endWord(&parts[n-1], &p)
		}
		parts = append(parts, p)
	}
	return parts, lacks
}

// endWord gives what is left of a word to the part that it belongs to: that behind it reads on beyond the space, as if
// HUMBRE EXOSOMES were HUMBR and EEXOSOMES.
func (w *work) endWord(p, behind *Part) {
	rest, _, ok := strings.Cut(behind.Read, " ")
	if !ok || p.End != behind.Start || strings.Contains(behind.Word.Text, " ") {
		return
	}
	p.Read, p.End = p.Read+rest, p.End+len(rest)
	w.word.set(dictionary.Fold(p.Read))
	p.Cost = w.names.ruler.to(w.word, dictionary.Fold(p.Word.Text), int32(len(p.Read))*wrongLetter)
	p.Edits = max(1, int(p.Cost+50)/100)
	behind.Read, behind.Start = behind.Read[len(rest)+1:], behind.Start+len(rest)+1
}

// keyByte is the first byte of the key that came from byte at of the text.
func keyByte(s *sentence, at int) int {
	for k, o := range s.offset {
		if o >= at {
			return k
		}
	}
	return len(s.key)
}

// likest is the cost of the look-alike nearest to what was read, or tooFar if it is above bound.
func (w *work) likest(read reading, bound int32) int32 {
	best := tooFar
	for _, like := range w.m.vocab.near().likes {
		best = min(best, w.names.ruler.between(read, like, min(bound, best)))
	}
	return best
}
