package match

import (
	"slices"

	"exoscan/dictionary"
)

// An abbreviation (hUC-MSC-Exo) is a source and a noun of three or four letters, and most of its
// neighbours are others of the kind. So one letter of it may be wrong, and what all those say that it
// could be is what it says: whose exosomes they are, or only that they are some.

// shortened is a term of the vocabulary that is an abbreviation.
type shortened struct {
	term         *dictionary.Term
	source, noun []rune
}

// isShortNoun reports whether a word stands for exosomes or vesicles behind an abbreviated source.
func isShortNoun(word string) bool {
	switch word {
	case "exo", "exos", shortEVs:
		return true
	}
	return false
}

// shorten adds a term to the abbreviations if it is one.
func (n *nearby) shorten(key string, t *dictionary.Term) {
	words := dictionary.Tokens(key)
	last := words[len(words)-1]
	if len(words) < 2 || !isShortNoun(last) {
		return
	}
	n.short = append(n.short, shortened{t, squeezedRunes(nil, key[:len(key)-len(last)]), []rune(last)})
}

const (
	// shortest source of which a letter may be wrong, in letters.
	shortestSource = 3
	// An abbreviation of so many letters with two of them wrong is a doubt.
	longShort  = 7
	twoLetters = 2 * wrongLetter
)

// abbreviation matches Label.Text[start:end] as an abbreviation with one wrong letter.
func (w *work) abbreviation(i, start, end int, s *sentence) (Match, bool) {
	n := len(s.tokens)
	if n < 2 || n > 4 || s.noun() != nil || len(s.key) > longestTerm+n {
		return Match{}, false
	}
	last := &s.tokens[n-1]
	exact := isShortNoun(last.text)
	if last.known && !exact {
		return Match{}, false // another word: MSC-EXT, MSC-OIL
	}
	w.read.set(s.key)
	source, noun := w.read.cut(last.start)
	if len(source.letters) < shortestSource {
		return Match{}, false
	}
	var near []shortened
	best := int32(wrongLetter)
	if len(w.read.letters) >= longShort {
		best = twoLetters
	}
	for _, t := range w.m.vocab.near().short {
		cost := w.names.ruler.between(source, t.source, best)
		if cost <= best {
			cost += w.names.ruler.between(noun, t.noun, best-cost)
		}
		switch {
		case cost > best:
			continue
		case cost < best:
			near, best = near[:0], cost
		}
		near = append(near, t)
	}
	if len(near) == 0 {
		return Match{}, false
	}
	t := near[0].term
	says := func(o shortened) bool { return o.term.Origin == t.Origin && o.term.Likely == t.Likely }
	agreed := !slices.ContainsFunc(near, func(o shortened) bool { return !says(o) })
	asExtract := w.names.ruler.to(noun, "ext", best)
	if best > wrongLetter || !agreed && !exact || !exact && asExtract <= w.names.ruler.between(noun, near[0].noun, best) {
		s.could = t.Name
		return Match{}, false
	}
	m := w.named(i, start, end, name{term: t, id: -1})
	al := w.names.ruler.align(w.read, squeezedRunes(nil, dictionary.Fold(t.Text)))
	m.How, m.Cost, m.Edits = Edited, float64(best)/100, max(1, al.edits)
	if agreed {
		m.Parts, _ = w.partsOf(s, dictionary.Fold(t.Text), al)
	} else {
		m.Term, m.Name = nil, w.canonical(s)
	}
	return m, true
}

// signsOf gives the abbreviation of the grammar that a word is but for signs and digits that readers take for its letters:
// of H€SCS nobody need ask which other abbreviation it may be, as they have none. "" where it is none, or two.
func (w *work) signsOf(text string) (word string, cost int32) {
	var as reading
	as.set(text)
	if !slices.ContainsFunc(as.letters, isSign) {
		return "", 0
	}
	near := newContest(nearlyTheWord)
	for _, a := range w.m.vocab.near().signed {
		near.enter(a.text, string(a.says), w.signsCost(as.letters, a.letters))
	}
	return near.winner()
}

// isSign reports whether a character is none that abbreviations have.
func isSign(r rune) bool { return isDigit(r) || isMark(r) }

// signsCost is what it costs to take signs and digits for the letters of a word, tooFar where anything else differs.
func (w *work) signsCost(read, word []rune) (cost int32) {
	if len(read) != len(word) {
		return tooFar
	}
	for i, r := range read {
		if r != word[i] {
			if cost += w.m.costs.substitute(r, word[i]); !isSign(r) || isDigit(word[i]) {
				return tooFar
			}
		}
	}
	return cost
}

// shortDoubt gives what an unknown word could be that is printed as an abbreviation, as PDENs and sEVs
// are, and is one letter from such a term; "" where it is none.
func (w *work) shortDoubt(s *sentence) string {
	if len(s.tokens) != 1 || s.tokens[0].known || !abbreviation(w.label.Text[s.base:s.base+s.offset[len(s.key)]]) {
		return ""
	}
	w.read.set(s.key)
	bound := int32(wrongLetter)
	if len(w.read.letters) < shortestGuess {
		bound = shortTermCost
	}
	for t := range w.m.vocab.near().terms.about(len(w.read.letters), len(w.read.letters)) {
		if abbreviation(t.term.Text) && w.names.ruler.between(w.read, t.letters, bound) <= bound {
			return t.term.Name
		}
	}
	return ""
}

// cut parts a reading at a byte of its folded text.
func (r reading) cut(at int) (before, after reading) {
	k, _ := slices.BinarySearch(r.at, at)
	return reading{r.letters[:k], r.at[:k]}, reading{r.letters[k:], r.at[k:]}
}
