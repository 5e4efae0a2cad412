package match

import (
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
)

// Names in everyday words. Makers of soaps, balms and oils write what a garden and a kitchen call things, not INCI:
// "Organic Dandelion Root", "Huile essentielle de Lavande", "Bulgarian Rose Otto", "Burdock Root (Arctium lappa)".
// Such a name is known if each of its words is plain as it stands and it begins or ends as such names do. It comes
// last, behind all doubts, so that no word is known that could be the rest of an exosome.

// shortestEveryday is the fewest letters of a name in everyday words.
const shortestEveryday = 4

// everyday matches an ingredient in everyday words, which has a plant among them.
func (w *work) everyday(i, start, end int, s *sentence) (Match, bool) {
	mended := func(t token) bool { return t.meant != "" }
	switch {
	case len(s.key) > maxJoinedBytes || w.unlike(s) || s.could != "" || dictionary.Glued(s.key) || slices.ContainsFunc(s.tokens, mended):
		return Match{}, false
	case !strings.ContainsAny(s.key, "([{") && slices.ContainsFunc(s.tokens, w.uncommon):
		return Match{}, false
	}
	if plain := w.unbound(s, s.key); !w.inEverydayWords(plain) && !w.madeOfName(plain) {
		bare := w.withoutBracket(s)
		if bare == nil || !w.onlySources(s) || !w.inEverydayWords(w.unbound(s, bare.key)) {
			return Match{}, false
		}
	}
	return Match{
		Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end], Name: w.canonical(s),
		Known: true, Kind: dictionary.Ingredient, Parts: s.parts, How: Folded,
	}, true
}

// unlike reports whether a look-alike is among the words that is none of everyday names, as "blossoms" are.
func (w *work) unlike(s *sentence) bool { return s.like != "" && w.m.vocab.everyday[s.like]&ends == 0 }

// uncommon reports whether a word is none of everyday names, whatever an apostrophe binds to it.
func (w *work) uncommon(t token) bool {
	return !t.known && !strings.Contains(t.text, "'") && !w.compound(t.text)
}

// compound reports whether a word is put together of a plant and what is made of it: "Walnussöl", "Kamillentee".
func (w *work) compound(word string) bool {
	for _, ending := range w.m.dict.Affixes(dictionary.Ending) {
		head, ok := strings.CutSuffix(word, ending)
		if !ok || len(head) < sureWord {
			continue
		}
		for _, form := range [...]string{head, head + "n", strings.TrimSuffix(head, "n"), strings.TrimSuffix(head, "s")} {
			if of, ok := w.m.dict.Word(form); ok && !of.Stem && of.Class == dictionary.ClassPlant {
				return true
			}
		}
		if w.compound(head) {
			return true
		}
	}
	return false
}

// madeOfName reports whether a name says what is made of an ingredient, or where that is from: "Estratto di propoli",
// "Hawaiian Sea Salt".
func (w *work) madeOfName(s *sentence) bool {
	if !w.allPlain(s) {
		return false
	}
	for i := range s.tokens {
		if i > 0 {
			if n := w.lookup(s.key[s.tokens[i].start:]); n.found() && n.kind() == dictionary.Ingredient && !n.function() {
				return true
			}
		}
		if w.m.vocab.everyday[s.tokens[i].text]&(praise|made|bound) == 0 {
			return false
		}
	}
	return false
}

// allPlain reports whether no word of a name says something of cells, people or exosomes.
func (w *work) allPlain(s *sentence) bool {
	return !w.unlike(s) && !slices.ContainsFunc(s.parts, func(p Part) bool {
		switch p.Word.Class {
		case dictionary.ClassPlant, dictionary.ClassPart, dictionary.ClassAnimal, dictionary.ClassMilk, dictionary.ClassModifier:
			return false
		}
		return true
	})
}

// unbound is a sentence read anew from a key of the same length, with blanks for the brackets and for what is bound
// to a word by an apostrophe: "huile d'olive", "goat's".
func (w *work) unbound(s *sentence, key string) *sentence {
	blank := func(r rune) rune {
		if strings.ContainsRune("()[]{}", r) {
			return ' '
		}
		return r
	}
	key = strings.Map(blank, key)
	plain := &sentence{key: key, offset: s.offset, base: s.base, text: s.text}
	plain.split()
	for i := range plain.tokens {
		t := &plain.tokens[i]
		if at := strings.IndexByte(t.text, '\''); at > 0 && w.m.vocab.everyday[t.text[:at+1]]&bound != 0 {
			t.text, t.start = t.text[at+1:], t.start+at+1
		}
		t.known = t.known || w.m.dict.KnownWord(t.text)
	}
	w.understand(plain, true)
	return plain
}

// onlySources reports whether the words of the grammar in an ingredient tell plants and what is made of them.
func (w *work) onlySources(s *sentence) bool {
	for i := range s.parts {
		switch p := &s.parts[i].Word; p.Class {
		case dictionary.ClassPlant, dictionary.ClassPart:
		case dictionary.ClassModifier:
			if p.Name != joint && w.m.vocab.everyday[dictionary.Fold(p.Text)]&^general == 0 && !w.headsField(&s.parts[i]) {
				return false // "cell", "small", "extracellular": what they say something of is not there
			}
		default:
			return false
		}
	}
	return true
}

// headsField reports whether a word says what stands behind its colon: "Rose Oil (source: Bulgaria)".
func (w *work) headsField(p *Part) bool {
	rest := w.label.Text[p.End:]
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")
}

// inEverydayWords reports whether a name is put together of plain words, a plant among them.
func (w *work) inEverydayWords(s *sentence) bool {
	letters, plant := 0, false
	first, last := role(0), role(0) // of the words that are not praise
	for i := range s.tokens {
		t := &s.tokens[i]
		is := w.m.vocab.everyday[t.text]
		if number := !strings.ContainsFunc(t.text, func(r rune) bool { return !unicode.IsDigit(r) }); number {
			continue
		}
		switch {
		case is&(general|stray) != 0:
			return false
		case !t.known && is == 0:
			if !w.compound(t.text) {
				return false
			}
			plant, is = true, ends
		}
		letters += len(t.text)
		if is&praise != 0 && !t.used {
			continue
		}
		if first == 0 {
			first = is | other
		}
		last = is | other
	}
	end := 0
	for i := range s.parts {
		p := &s.parts[i]
		if p.Word.Class == dictionary.ClassPlant {
			plant = plant || !p.Word.Stem || p.Word.Language != "en"
		}
		end = max(end, p.End)
	}
	if !plant || letters < shortestEveryday || w.unlike(s) || !w.onlySources(s) {
		return false
	}
	if first&made != 0 || last&ends != 0 {
		return true
	}
	of := w.lastPart(s)
	switch {
	case of == nil || of.Word.Stem:
		return false
	case of.Word.Class == dictionary.ClassPart:
		return !s.afterGenus() // of a name as INCI has it the noun may be missing: "Dendropanax Morbifera Leaf"
	}
	return of.Word.Language != latin || !s.afterGenus()
}

// lastPart is the word of the grammar that a name ends with, but for praise; nil where it ends with another.
func (w *work) lastPart(s *sentence) *Part {
	for i := len(s.tokens) - 1; i >= 0; i-- {
		t := &s.tokens[i]
		if !t.used {
			if w.m.vocab.everyday[t.text]&praise != 0 {
				continue
			}
			return nil
		}
		return &s.parts[len(s.parts)-1]
	}
	return nil
}

// joint is the meaning of words that join two names.
const joint = "and"

// role is what a word does in names in everyday words.
type role uint8

const (
	praise  role = 1 << iota // "organic"; also where it is from
	made                     // "huile", before its source
	ends                     // "oil", behind it
	bound                    // "of", "d'"
	general                  // "callus"
	stray                    // "planet", which is of no name
	other                    // any word that is known
)

// everydayWords gives the roles of the words that the affixes have.
func everydayWords(d *dictionary.Dictionary) map[string]role {
	all := map[string]role{}
	for _, of := range [...]struct {
		affix dictionary.AffixRole
		role  role
	}{
		{dictionary.Praise, praise}, {dictionary.Place, praise}, {dictionary.Made, made}, {dictionary.Product, ends},
		{dictionary.Food, ends}, {dictionary.Before, bound}, {dictionary.General, general}, {dictionary.Other, stray},
	} {
		for _, text := range d.Affixes(of.affix) {
			for _, word := range strings.Fields(text) {
				all[word] |= of.role
			}
		}
	}
	return all
}
