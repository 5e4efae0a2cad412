package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// What is known of names of exosomes before names are looked up: they are in no table, and must not be torn nor left out.

// exosomes says whether a word among tokens lo to hi is one for exosomes, which are never left out of a list.
func (c *content) exosomes(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		t := &c.toks[i]
		if w, ok := c.d.Word(c.key(t)); ok && t.kind == word && w.Class == dictionary.ClassNoun || c.abbreviates(t) {
			return true
		}
	}
	return false
}

// holdsExosomes says whether a word among tokens lo to hi is one for exosomes, or has one in it, in scripts without spaces.
func (c *content) holdsExosomes(lo, hi int) bool {
	return c.exosomes(lo, hi) || slices.ContainsFunc(c.toks[lo:hi], func(t token) bool { return t.kind == word && c.d.HoldsNoun(c.key(&t)) })
}

// abbreviates says whether a word is a whole name of exosomes: hADSC-Exo, PDENs.
func (c *content) abbreviates(t *token) bool {
	const longest = 16
	if t.kind != word || t.knowledge != known || t.end-t.start > longest {
		return false
	}
	key := dictionary.Fold(c.text[t.start:t.end])
	if _, one := c.d.Word(key); one { // "exosomes" is not all of a name
		return false
	}
	terms := c.d.Lookup(key)
	return terms != nil && (terms[0].Kind == dictionary.Exosome || terms[0].Kind == dictionary.Vesicle)
}

// namesExosomes says whether a segment ends with a word for exosomes, its amount aside, or begins with one and says behind
// it what they are of: "Exosomes from Rose", "Exosomes (Rose)". It is an ingredient, known or not; "Plant Exosome Serum" is a
// product.
func (f *finder) namesExosomes(s segment) bool {
	first, last := s.hi, s.lo
	for i := s.lo; i < s.hi; i++ {
		if t := f.toks[i]; t.kind == word && t.letters > 0 && !isDigit(f.lower[t.start]) && !f.minor(i, dictionary.Unit) {
			first, last = min(first, i), i
		}
	}
	modifies := func(i int) bool {
		w, ok := f.entry(i, i+1)
		return ok && w.Class == dictionary.ClassModifier
	}
	switch {
	case first == s.hi:
		return false
	case f.holdsExosomes(last, last+1), f.exosomes(first, first+1) && f.bracketed(first+1, s.hi):
		return true
	case !f.exosomes(first, first+1) || !modifies(first+1) || modifies(last): // "Exosome Cream" ends with a modifier
		return false
	}
	for i := first + 2; i <= last; i++ {
		if w, ok := f.entry(i, i+1); ok && w.Class != dictionary.ClassModifier {
			return true
		}
	}
	return false
}

// bracketed says whether tokens lo to hi stand in a bracket, and words among them.
func (c *content) bracketed(lo, hi int) bool {
	return hi-lo > 2 && c.toks[lo].kind == opening && c.toks[hi-1].kind == closing &&
		slices.ContainsFunc(c.toks[lo:hi], func(t token) bool { return t.kind == word && t.letters > 0 })
}

// sourceGoesOn says whether the word at i and the one before it tell together what the exosomes near them come from.
// Spaces between them are wide by chance, or to fill a line: Human  Stem  Cell  Exosomes. Not so beside narrow ones.
func (c *content) sourceGoesOn(i int) bool {
	const near = 8 // tokens each way
	if !c.exosomes(max(0, i-near), min(len(c.toks), i+near)) || c.narrow(i-1) || c.narrow(i+1) {
		return false
	}
	if _, one := c.entry(i-1, i+1); one {
		return true
	}
	before, said := c.entry(i-1, i)
	if !said {
		before, said = c.entry(i-2, i)
	}
	behind, goes := c.entry(i, i+1)
	if !goes {
		behind, goes = c.entry(i, i+2)
	}
	switch {
	case !said || !goes || c.d.Finished(before.Text): // Rose Extract  Human Stem Cell Exosomes
		return false
	case before.Class == dictionary.ClassNoun || before.Class == dictionary.ClassMedium:
		return behind.Class == dictionary.ClassModifier // Exosomes  from  Rose
	}
	return true
}

// narrow says whether one space stands before the word at i.
func (c *content) narrow(i int) bool {
	return i > 0 && i < len(c.toks) && c.toks[i].kind == word && c.toks[i-1].kind == word && c.text[c.toks[i-1].end:c.toks[i].start] == " "
}

// entry is what the grammar has of the words from lo to hi.
func (c *content) entry(lo, hi int) (dictionary.Word, bool) {
	if lo < 0 || hi > len(c.toks) {
		return dictionary.Word{}, false
	}
	keys := make([]string, 0, 2)
	for k := lo; k < hi; k++ {
		if c.toks[k].kind != word {
			return dictionary.Word{}, false
		}
		keys = append(keys, c.key(&c.toks[k]))
	}
	return c.d.Word(strings.Join(keys, " "))
}
