package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// unsaid gives the words that were read, state an origin, and are not among the letters of a name.
func (w *work) unsaid(s *sentence, n name) (parts []Part) {
	name := squeezedKey(n.spelling())
	for _, p := range s.parts {
		if p.Word.Origin != "" && !strings.Contains(name, squeezedKey(w.label.Text[p.Start:p.End])) {
			parts = append(parts, p)
		}
	}
	return parts
}

// leavesSource reports whether a name leaves out a word that was read and states an origin: YEAST
// EXTRACELLULAR VESICLES are not any EXTRACELLULAR VESICLES. It may say the same in other words.
func (w *work) leavesSource(s *sentence, n name) bool {
	return slices.ContainsFunc(w.unsaid(s, n), func(p Part) bool { return n.term == nil || n.term.Origin != p.Word.Origin })
}

// gluedSourceLost reports whether a name in a script without spaces states an origin that no word found in what was
// read states, and its first sign, which may tell by itself whose it is, or more than one letter in four of what stands
// before its noun was wrong.
func (w *work) gluedSourceLost(s *sentence, n name, al alignment) bool {
	noun := s.noun()
	if n.term == nil || !dictionary.Glued(n.term.Text) || n.term.Origin == "" || n.term.Origin == dictionary.Unspecified || noun == nil ||
		slices.ContainsFunc(s.parts, func(p Part) bool { return p.Word.Origin == n.term.Origin }) {
		return false
	}
	source, cost := 0, int32(0)
	for j, from := range al.from[:len(al.spent)] {
		if s.base+s.offset[w.read.at[min(from, len(w.read.at)-1)]] < noun.Start {
			source, cost = source+1, cost+al.spent[j]
		}
	}
	first, _ := utf8.DecodeRuneInString(n.term.Text)
	return unicode.Is(unicode.Han, first) && al.spent[0] > nearlyTheWord || 4*cost > wrongLetter*int32(source)
}

// otherWords puts words that were read unharmed and say the origin of a name in other words in the places
// of those that the name has: ginger-derived nanoparticles are of a plant, though not of grapes.
func (w *work) otherWords(s *sentence, n name, parts []Part) []Part {
	for _, p := range w.unsaid(s, n) {
		if n.term == nil || p.Edits > 0 || p.Word.Origin != n.term.Origin {
			continue
		}
		parts = slices.DeleteFunc(parts, func(o Part) bool { return o.Edits > 0 && o.Start < p.End && p.Start < o.End })
		at, _ := slices.BinarySearchFunc(parts, p.Start, func(o Part, start int) int { return o.Start - start })
		parts = slices.Insert(parts, at, p)
	}
	return parts
}

// nounHolds reports whether the noun of an edited exosome name was read well enough by itself: the
// words around it can make a name likely, not turn one noun into another.
func (w *work) nounHolds(s *sentence, m Match, al alignment) bool {
	for _, p := range m.Parts {
		if tellsSource(p.Word.Class) && p.Cost > sourceTolerance(len(p.Word.Text)) {
			return false // "OAT MILK EXOSOMES" are not "CAMEL MILK EXOSOMES"
		}
	}
	p := nounOf(m.Parts)
	switch {
	case p == nil: // an abbreviation, or a script without spaces: the tolerance was strict enough
		return al.cost <= shortTermCost || dictionary.Glued(m.Name) || m.Term != nil && dictionary.Glued(m.Term.Text)
	case p.Cost == 0:
		return true
	case p.Cost > nounInName*int32(len(p.Word.Text)):
		return false
	}
	if w.likest(w.read, al.cost) <= al.cost {
		return false // "TRANSFERSOMES" with a letter wrong is not "ROSE EXOSOMES" with four
	}
	var read reading
	read.set(dictionary.Fold(p.Read))
	like := w.likest(read, p.Cost)
	if like <= nearlyTheWord {
		return false
	}
	// "HUMAN ADIPOSE DERIVED MESENCHYMAL CELL" settles what an EX0OMES was; "MILK" does not.
	around := len(al.spent) - len(read.letters)
	return like > p.Cost || around >= len(read.letters) && al.cost-p.Cost <= tolerance(around)/2
}

const (
	// The most that a noun may cost inside a name whose other words fit, per letter.
	nounInName = 30
	// And a word that tells the source; or two letters of five or more, or one.
	sourceInName = 35
	// A word that costs no more than this is that word, printed or read a little differently.
	nearlyTheWord = 20
)

// sourceTolerance is the most that a word of n letters that tells the source may cost in a name.
func sourceTolerance(n int) int32 {
	least := int32(wrongLetter)
	if n >= 5 {
		least = 2 * wrongLetter
	}
	return max(least, sourceInName*int32(n))
}
