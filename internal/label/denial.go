package label

import (
	"unicode/utf8"

	"exoscan/dictionary"
)

// A denial, and what a food contains of allergens, reaches over so many segments at most, if no full stop or empty line
// ends it before.
const (
	deniedSegments   = 6
	allergenSegments = 8
)

// markDenied marks the segments that say what is not in the product: "Free from parabens, sulfates". The
// denial stands at the start of a segment, or ends the line above. Under a heading it does not count. What a food
// contains of allergens is said again behind its list, or is not in it.
func (c *content) markDenied(segs []segment, heads []heading) {
	left, listed := 0, false
	var behind []outlook // of each segment, made for the first negation
	for i := range segs {
		s := &segs[i]
		listed = listed || s.heading >= 0 && heads[s.heading].role == dictionary.ListStart
		if s.heading >= 0 || s.before == paragraph || i > 0 && segs[i-1].after == stop {
			left = 0
		}
		begins := s.heading < 0 && s.before != comma && !(i > 0 && c.saidInBracket(segs[i-1]))
		if begins && i > 0 && segs[i-1].after != comma {
			if not, ok := c.negates(*s); ok {
				if behind == nil {
					behind = c.outlooks(segs)
				}
				s.denial = c.endsList(segs, behind, i, not)
			}
		}
		switch {
		case s.denial:
			left = len(segs)
		case listed && s.heading >= 0 && heads[s.heading].role == dictionary.Allergens:
			left = c.allergens(segs[i+1:]) + 1
		case begins && c.deniesAtStart(*s):
			left = deniedSegments
		case left > 0:
			left--
		}
		s.denied = left > 0
		if s.after == newline && c.deniesAtEnd(*s) {
			left = deniedSegments
		}
	}
}

// saidInBracket says whether a segment ends with a colon inside a bracket: what stands behind it is said of the name before that,
// "Exosomes (source: not human)".
func (c *content) saidInBracket(s segment) bool {
	open := 0
	for _, t := range c.toks[s.lo:s.hi] {
		switch t.kind {
		case opening:
			open++
		case closing:
			open = max(0, open-1)
		}
	}
	return s.after == colon && open > 0
}

// wordsOfAllergen is how many words an allergen has at most, "milk and soy ingredients".
const wordsOfAllergen = 4

// allergens counts the segments that name allergens: a few known words each, up to a heading, a full stop or an empty
// line. Where there are more of them, or words for exosomes or unknown ones among them, they may be a list, and none
// counts.
func (c *content) allergens(segs []segment) int {
	for i, s := range segs {
		if s.bounds() {
			return i
		}
		if i == allergenSegments || s.words > wordsOfAllergen || s.unknown > 0 || c.exosomes(s.lo, s.hi) {
			return 0
		}
		if s.after == stop {
			return i + 1
		}
	}
	return len(segs)
}

// wordsOfDenial is how many words at either end of a segment are looked at.
const wordsOfDenial = 3

// negates gives the words a segment begins with that deny the sentence: "Does not contain parabens, ...", "This cream is
// free from ...". Where only a line begins, a short word may be a misread edge: "SIN".
func (c *content) negates(s segment) (not dictionary.Word, ok bool) {
	const subjectWords = 5
	most := 1
	if s.hi > s.lo && c.d.Affix(c.key(&c.toks[s.lo]), dictionary.Subject) {
		most = subjectWords
	}
	for i := s.lo; i < min(s.lo+most, s.hi) && c.toks[i].kind == word; i++ {
		if not, ok := c.negation(i, s); ok {
			return not, true
		}
	}
	return dictionary.Word{}, false
}

// negation is what stands at token i of a segment, if it denies what follows.
func (c *content) negation(i int, s segment) (not dictionary.Word, ok bool) {
	const surelyWord = 4 // letters
	key := ""
	for k := i; k < min(i+wordsOfDenial, s.hi) && c.toks[k].kind == word; k++ {
		if key != "" {
			key += " "
		}
		key += c.key(&c.toks[k])
		if s.before == newline && utf8.RuneCountInString(key) < surelyWord {
			continue
		}
		w, _ := c.d.Word(key)
		if w.Class == dictionary.ClassWithout && k+1 < len(c.toks) && (c.toks[k+1].kind == colon || c.toks[k+1].kind == word && c.toks[k+1].letters > 0) {
			return w, true
		}
	}
	return dictionary.Word{}, false
}

// outlook is what stands in a segment, and behind it up to a heading or an empty line.
type outlook struct {
	names bool // the segment names exosomes
	item  bool // it or one behind it is an item of a list
}

// outlooks looks at all segments once: a label may have a negation in each.
func (c *content) outlooks(segs []segment) []outlook {
	out := make([]outlook, len(segs)+1)
	for k := len(segs) - 1; k >= 0; k-- {
		if s := segs[k]; !s.bounds() {
			names := c.exosomes(s.lo, s.hi)
			item := s.known > s.unknown && (s.shaped() && s.after != stop || names && s.words <= mostWords)
			out[k] = outlook{names, item || out[k+1].item}
		}
	}
	return out
}

// bounds says whether a list that goes on behind a sentence does not reach over the segment.
func (s segment) bounds() bool { return s.heading >= 0 || s.before == paragraph }

// endsList says whether no list goes on in or behind a sentence that a negation begins in segment i: where a comma was read
// as a full stop, or a claim stands between the lines, "Panthenol. Zero Alcohol, Rosa Damascena Exosomes, Betaine".
func (c *content) endsList(segs []segment, behind []outlook, i int, not dictionary.Word) bool {
	for k := i; k < len(segs) && !segs[k].bounds(); k++ {
		if k > i && (segs[k-1].after == stop || segs[k].before == newline && segs[k-1].after == newline) {
			return !behind[k].item
		}
		if behind[k].names && !c.deniable(segs[k], not) {
			return false
		}
	}
	return true
}

// deniable says whether a segment names exosomes as products say that they are without them: by themselves, or human or
// animal ones, in the language of the negation. "SEM CELL EXOSOMES" is no Portuguese, but misread.
func (c *content) deniable(s segment, not dictionary.Word) bool {
	for i := s.lo; i < s.hi; i++ {
		t := &c.toks[i]
		switch w, ok := c.d.Word(c.key(t)); {
		case t.kind != word || w.Class == dictionary.ClassNoun:
		case ok && (!dictionary.SameLanguage(w.Language, not.Language) || w.Class == dictionary.ClassPlant || w.Class == dictionary.ClassMicrobe || w.Class == dictionary.ClassFerment),
			!ok && t.knowledge == known && t.letters > 0:
			return false
		}
	}
	return true
}

func (c *content) deniesAtStart(s segment) bool {
	for i, n := s.lo, 1; i < s.hi && n < wordsOfDenial; i++ {
		if c.toks[i].kind == word {
			n++
			if c.denies(i) {
				return true
			}
		}
	}
	return false
}

func (c *content) deniesAtEnd(s segment) bool {
	for i, n := s.hi-1, 0; i >= s.lo && n < wordsOfDenial; i-- {
		if c.toks[i].kind == word {
			n++
			if c.denies(i) {
				return true
			}
		}
	}
	return false
}

// denies says whether word i denies what follows it. "Free" could as well deny what stands before, so a
// word like "of" must follow; the "no" of "Red No. 40" denies nothing.
func (c *content) denies(i int) bool {
	const longestDenial, shortWord = 16, 4 // bytes, letters
	t := &c.toks[i]
	if t.end-t.start > longestDenial {
		return false
	}
	w, ok := c.d.Word(c.key(t))
	if !ok || i+1 == len(c.toks) {
		return false
	}
	next := c.toks[i+1]
	switch w.Class {
	case dictionary.ClassWithout:
		return next.kind == newline || next.kind == word && next.letters > 0
	case dictionary.ClassFree:
		return next.kind == word && next.letters > 0 && next.letters <= shortWord
	}
	return false
}
