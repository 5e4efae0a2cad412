package match

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// phrases finds the entries of the grammar, and if asked the look-alikes, longest first, from left to
// right.
func (w *work) phrases(s *sentence, alike bool) {
	v := w.m.vocab
	for i := 0; i < len(s.tokens); i++ {
		for n := min(max(1, v.longest[s.tokens[i].word()]), len(s.tokens)-i); n > 0; n-- {
			words := s.tokens[i : i+n]
			if n > 1 && !s.plain(words) {
				continue
			}
			key := s.phrase(words)
			word, ok := v.dict.Word(key)
			if alike && (n > 1 || !ok || word.Stem) && v.alike(key, n) { // a phytosome is none of phyto*
				if n > 1 && w.yields(s, key) {
					continue
				}
				s.like = key
			} else if ok {
				changed, cost := edits(words)
				s.add(word, words[0].start, words[n-1].end, changed, cost)
			} else {
				continue
			}
			for j := range words {
				words[j].used, words[j].known = true, true
			}
			i += n - 1
			break
		}
	}
}

// yields reports whether a look-alike is none behind a genus: JUICE VESICLES are of citrus, PUNICA GRANATUM JUICE
// VESICLES are not.
func (w *work) yields(s *sentence, like string) bool {
	return s.afterGenus() && w.m.vocab.endsInNoun(like)
}

// phrase is the key of the words as they were meant.
func (s *sentence) phrase(words []token) string {
	corrected := func(t token) bool { return t.meant != "" }
	if key := s.key[words[0].start:words[len(words)-1].end]; !slices.ContainsFunc(words, corrected) && s.spaced(words) {
		return key
	}
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[i].word())
	}
	return b.String()
}

func edits(words []token) (n int, cost int32) {
	for i := range words {
		n, cost = n+words[i].edits, cost+words[i].cost
	}
	return n, cost
}

// plain reports whether words follow each other with nothing but a space between them, or were cut apart.
func (s *sentence) plain(words []token) bool {
	for i := 1; i < len(words); i++ {
		if between := s.key[words[i-1].end:words[i].start]; between != " " && between != "" {
			return false
		}
	}
	return true
}

// spaced reports whether words follow each other with a space between them.
func (s *sentence) spaced(words []token) bool {
	for i := 1; i < len(words); i++ {
		if s.key[words[i-1].end:words[i].start] != " " {
			return false
		}
	}
	return true
}

// alike reports whether an entry of n words is a look-alike.
func (v *vocabulary) alike(key string, n int) bool {
	if n == 1 {
		return v.likeForms[key]
	}
	var buf [longestAlike]byte
	t := v.whole[string(dictionary.Squeeze(buf[:0], key))]
	return t != nil && t.Kind == dictionary.LookAlike
}

// afterGenus reports whether the words found so far begin with a genus: they are a name as INCI has it.
func (s *sentence) afterGenus() bool { return len(s.parts) > 0 && s.parts[0].Word.Language == latin }

// endsInNoun reports whether a phrase ends in a noun for exosomes as it stands.
func (v *vocabulary) endsInNoun(key string) bool {
	return v.exactNoun(key[strings.LastIndexByte(key, ' ')+1:])
}

// longestAlike is room for most look-alikes, in bytes; a longer one costs an allocation.
const longestAlike = 64

// composed reports whether an ingredient is put together as INCI names are, of words that all stand in
// some of them: "Vanilla Planifolia Extract" is in no table and understood all the same.
func (w *work) composed(s *sentence) bool {
	letters, source, plant := 0, false, true
	for i := range s.tokens {
		t := &s.tokens[i]
		if !t.known || len(t.text) < 2 {
			return false
		}
		letters += len(t.text)
	}
	for _, p := range s.parts {
		if tellsSource(p.Word.Class) && p.Word.Class != dictionary.ClassPart {
			source, plant = true, plant && p.Word.Class == dictionary.ClassPlant
		}
	}
	if w.composedOfSigns(s) {
		return true
	}
	if s.like != "" || s.could != "" || len(s.tokens) < 2 || letters < shortestComposed || !source {
		return false
	}
	return w.m.dict.Finished(s.key) || plant && w.m.dict.EndsAs(s.key, dictionary.Food) || s.species()
}

// composedOfSigns reports whether an ingredient in a script without spaces is a source that is no human's, with its parts
// and what is made of it, and each of its signs is of one of these: 사과줄기세포추출물.
func (w *work) composedOfSigns(s *sentence) bool {
	n := len(s.parts)
	if s.like != "" || s.could != "" || n < 2 || !w.m.dict.Affix(dictionary.Fold(s.parts[n-1].Word.Text), dictionary.Product) {
		return false
	}
	source := false
	for _, p := range s.parts {
		switch c := p.Word.Class; c {
		case dictionary.ClassPlant, dictionary.ClassAnimal, dictionary.ClassMilk, dictionary.ClassMicrobe:
			source = true
		case dictionary.ClassPart, dictionary.ClassTissue, dictionary.ClassFerment, dictionary.ClassModifier:
		default:
			return false
		}
	}
	return source && !slices.ContainsFunc(s.tokens, func(t token) bool { return !dictionary.Glued(t.text) || t.edits > 0 })
}

// species reports whether an ingredient is a Latin name without a part: "Rosa Damascena".
func (s *sentence) species() bool {
	first := &s.tokens[0]
	return len(s.tokens) <= 3 && first.used && s.parts[0].Word.Language == latin && len(s.parts[0].Read) == len(first.text)
}

// latin is the language of the genera, which the dictionary learned from the names of CosIng.
const latin = "la"

// abbreviated reports whether an unknown ingredient ends as abbreviations for exosomes do: "hXYZ-Exo".
// Whose exosomes, if so, is not said.
func (s *sentence) abbreviated() bool {
	n := len(s.tokens)
	if n < 2 || len(s.key) > longestTerm {
		return false
	}
	return isShortNoun(s.tokens[n-1].text) && (!s.tokens[n-2].known || s.tokens[n-2].used)
}

// shortestComposed is the fewest letters of such a name: with fewer, scraps of print look like one.
const shortestComposed = 10

// likePhrase gives the look-alike of several words that a sentence with a noun in it nearly is, or that nearly
// stands in it: an "RNA EXOSOME COMPLEX" read badly is still none. "" if it is none; it is not sure where a letter is
// wrong that readers do not confuse, or a word of it is only half there.
func (w *work) likePhrase(s *sentence) (like string, sure bool) {
	for _, p := range w.m.vocab.near().likePhrases {
		bound := int32(wrongLetter)
		if !s.namesSource() {
			bound = tolerance(len(p.letters))
		}
		w.word.set(s.key)
		switch cost := w.names.ruler.between(w.word, p.letters, bound); {
		case cost <= nearlyTheWord:
			return p.text, true
		case cost <= bound:
			like = p.text
		}
		words := dictionary.Tokens(p.text)
		for i := 0; i+len(words) <= len(s.tokens); i++ {
			switch worst := w.unlikest(s.tokens[i:i+len(words)], words); {
			case worst == 0: // read as it stands, the grammar took its words for others: FRUIT JUICE, VESICLES
			case worst <= mendable:
				return p.text, true
			case worst <= halfThere:
				like = p.text
			}
		}
	}
	return like, false
}

// halfThere is what a letter of a word may cost that is half there.
const halfThere = 50

// unlikest is what a letter costs of the least like of some words. A right word is no other.
func (w *work) unlikest(read []token, words []string) int32 {
	worst := int32(0)
	for i, want := range words {
		t := &read[i]
		if strings.TrimSuffix(t.word(), "s") == strings.TrimSuffix(want, "s") {
			continue
		}
		if len(want) < sureWord && len(t.text) < sureWord && !t.used {
			worst = max(worst, halfThere) // every neighbour of a short word is a word: RNA, MA
			continue
		}
		if word, _ := w.m.dict.Word(t.text); w.m.dict.KnownWord(t.text) && !(word.Stem && strings.HasPrefix(want, dictionary.Fold(word.Text))) {
			return tooFar
		}
		w.word.set(t.text)
		sameNoun := w.m.vocab.isNoun(t.meant) && w.m.vocab.isNoun(want) // JUICE VEGICOLES, taken for French ones
		if t.meant != "" && !sameNoun && w.names.ruler.to(w.word, want, t.cost) > t.cost {
			return tooFar // it is nearer to what it was taken for: LECHE DE VACS VESICLES
		}
		most := int32(halfThere)
		if n := len(w.word.letters) - len(want); n >= sureWord && len(want) >= sureWord { // run together with what stands before it
			w.word.letters, w.word.at = w.word.letters[n:], w.word.at[n:]
			worst, most = max(worst, halfThere), mendable
		}
		cost := w.names.ruler.to(w.word, want, most*int32(len(want))) / int32(len(want))
		if cost > most {
			return tooFar
		}
		worst = max(worst, cost)
	}
	return worst
}
