package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// Words inside a run of a script without spaces that were read a letter wrong.

// gluedPlace is a place of a run that words may begin at.
type gluedPlace struct {
	run    string // from there on
	next   string // what stands behind the run
	first  bool   // the run begins there
	source bool   // a source stands right before
}

// gluedNearly gives the words that a run begins with but for a letter that was read wrong, and the
// nouns but for one that was lost or added. Words of two letters must differ in a stroke only, and
// longer ones in one letter at most, or right behind a source, at the end of the run, in a first Chinese sign.
func (w *work) gluedNearly(p *gluedPlace, found func(length int, cost int32, g *gluedWord)) {
	for _, g := range w.m.vocab.near().gluedAll {
		if g.word.Class == dictionary.ClassNeutral {
			continue // a misread one would hide a source that stands there: 인체제대유래 is no 인체에
		}
		if length, cost := w.nearlyGlued(p, g); length > 0 {
			found(length, cost, g)
		}
	}
}

// nearlyGlued gives how much of a run is nearly a word, and what that costs; a length of 0 is nothing.
func (w *work) nearlyGlued(p *gluedPlace, g *gluedWord) (length int, cost int32) {
	if length, cost = w.changedGlued(p, g); length > 0 {
		return length, cost
	}
	isNoun := g.word.Class == dictionary.ClassNoun
	switch {
	case isNoun && p.source && headless(p.run, g):
		return len(p.run), wrongLetter
	case isNoun || isAlike(&g.word):
		if length = uneven(p.run, g.letters); length > 0 && len(g.letters) >= longGlued {
			return length, lostLetter
		}
	case g.word.Class.States() != "" && p.first:
		if length = w.unevenSource(p, g); length > 0 {
			return length, lostLetter
		}
	}
	return 0, 0
}

// changedGlued is nearlyGlued for words of which as many letters were read, some of them wrong.
func (w *work) changedGlued(p *gluedPlace, g *gluedWord) (length int, cost int32) {
	isNoun, states := g.word.Class == dictionary.ClassNoun, g.word.Class.States() != ""
	usual := gluedTolerance(len(g.letters))
	bound := usual
	switch {
	case isNoun && p.source && len(g.letters) > longGlued:
		bound += closeCall
	case isNoun && p.source, states && p.first:
		bound = max(bound, inPlace(g.letters))
	}
	cost, length = w.gluedCost(p.run, g.letters, bound)
	if cost <= bound && cost > usual && !isNoun && !w.begins(cmp.Or(p.run[length:], p.next)) {
		cost = tooFar
	}
	if other := otherSign(p.run, g); other > 0 && cost > strokeWrong && w.bearsOtherSign(p, g, other) {
		return other, strokeWrong // of a long word, too: its end may be one, 植物乳酸莹
	}
	if cost == 0 || cost > bound {
		return 0, 0
	}
	return length, cost
}

// bearsOtherSign reports whether a word may have another sign of the same radical where it stands, up to end.
func (w *work) bearsOtherSign(p *gluedPlace, g *gluedWord, end int) bool {
	switch isNoun := g.word.Class == dictionary.ClassNoun; {
	case len(g.letters) > 2:
		return true
	case isNoun:
		return p.source && end == len(p.run)
	}
	return p.first && w.begins(cmp.Or(p.run[end:], p.next))
}

// unevenSource gives the length of what a run begins with if that is a source with one letter lost or added, before a word.
func (w *work) unevenSource(p *gluedPlace, g *gluedWord) (length int) {
	short := inPlace(g.letters) < wrongLetter
	if short && (len(g.letters) < 3 || !unicode.Is(unicode.Han, g.letters[0]) || g.word.Class == dictionary.ClassHuman) {
		return 0
	}
	length = uneven(p.run, g.letters)
	if length == 0 || short && length < len(g.text) || !w.begins(cmp.Or(p.run[length:], p.next)) { // of two signs the third is any
		return 0
	}
	return length
}

// inPlace is the most that a source may cost that is all there is before a noun, and a noun right behind one: a sign of
// four or more, most of a syllable of three.
func inPlace(letters []rune) int32 {
	switch n := len(letters); {
	case n > 3:
		return wrongLetter + nearlyTheWord
	case n > 2 && unicode.Is(unicode.Hangul, letters[0]):
		return 2 * strokeWrong
	}
	return 0
}

// otherSign gives the length of what a run begins with if that is a Chinese word but for one sign, in whose place there is
// another of its radical: 乳酸菅 for 乳酸菌. Whose cells they are, or in what tissue, a sign may decide. 0 if it is not. A source
// of two signs must stand first, and another word behind it; a noun of two right behind a source, at the end.
func otherSign(run string, g *gluedWord) (length int) {
	switch c := g.word.Class; {
	case c == dictionary.ClassNoun:
	case c.States() == "" || c == dictionary.ClassHuman || len(g.letters) < 2:
		return 0
	}
	wrong := 0
	for _, want := range g.letters {
		r, size := utf8.DecodeRuneInString(run[length:])
		if r != want {
			if wrong++; wrong > 1 || !dictionary.SameRadical(r, want) {
				return 0
			}
		}
		length += size
	}
	if wrong == 0 {
		return 0
	}
	return length
}

// begins reports whether a run begins with a word, or nearly with a noun.
func (w *work) begins(run string) bool {
	near := w.m.vocab.near()
	r, _ := utf8.DecodeRuneInString(run)
	return slices.ContainsFunc(near.glued[r], func(g *gluedWord) bool { return strings.HasPrefix(run, g.text) }) ||
		slices.ContainsFunc(near.gluedAll, func(g *gluedWord) bool {
			switch {
			case g.word.Class != dictionary.ClassNoun:
				return false
			case len(g.letters) < longGlued:
				return len(g.letters) > 2 && otherSign(run, g) > 0
			}
			cost, _ := w.gluedCost(run, g.letters, wrongLetter)
			return cost <= wrongLetter || uneven(run, g.letters) > 0
		})
}

// headless reports whether a run is a noun of three Chinese signs of which the first is another one, as nothing else ends
// as 外泌体 does, or a long one without its first.
func headless(run string, g *gluedWord) bool {
	if n := len(g.letters); (n > longGlued || n > 3 && unicode.Is(unicode.Han, g.letters[0])) && run == string(g.letters[1:]) {
		return true
	}
	r, size := utf8.DecodeRuneInString(run)
	return len(g.letters) == 3 && unicode.Is(unicode.Han, g.letters[0]) && unicode.Is(unicode.Han, r) && run[size:] == string(g.letters[1:])
}

// longGlued is the length from which on a noun is known with a letter lost or added.
const longGlued = 5

// gluedCost compares a word with as many letters of a run, letter by letter.
func (w *work) gluedCost(run string, letters []rune, bound int32) (cost int32, length int) {
	for _, letter := range letters {
		r, size := utf8.DecodeRuneInString(run[length:])
		if size == 0 {
			return tooFar, 0
		}
		length += size
		if r != letter {
			if cost += w.m.costs.substitute(r, letter); cost > bound {
				return tooFar, 0
			}
		}
	}
	return cost, length
}

// uneven gives the length of what a run begins with if that is the word with one letter lost or added
// in its middle, or without its last one if the run ends there; 0 if it is not.
func uneven(run string, letters []rune) int {
	same, at := 0, 0
	for same < len(letters) {
		r, size := utf8.DecodeRuneInString(run[at:])
		if r != letters[same] || size == 0 {
			break
		}
		same, at = same+1, at+size
	}
	if same == 0 || same == len(letters) {
		return 0
	}
	if rest := string(letters[same+1:]); strings.HasPrefix(run[at:], rest) && (rest != "" || at == len(run)) {
		return at + len(rest)
	}
	_, size := utf8.DecodeRuneInString(run[at:])
	if rest := string(letters[same:]); strings.HasPrefix(run[at+size:], rest) {
		return at + size + len(rest)
	}
	return 0
}

// gluedTolerance is the most that the letters of a word may cost, by its length: a single letter of
// these scripts says as much as three of the alphabet.
func gluedTolerance(n int) int32 {
	switch {
	case n < 2:
		return 0
	case n < 4:
		return strokeWrong
	case n < 5:
		return 60
	}
	return 100
}

// strokeWrong is what a syllable of Hangul with one wrong letter in it costs.
const strokeWrong = 45

// syllables compares two syllables of Hangul letter by letter: 엑 and 액 differ in one of three.
func syllables(a, b rune) int32 {
	const first, last, vowels, tails = 0xac00, 0xd7a3, 21, 28
	if a < first || a > last || b < first || b > last {
		return wrongLetter
	}
	a, b = a-first, b-first
	wrong := int32(0)
	if a/(vowels*tails) != b/(vowels*tails) {
		wrong++
	}
	if a/tails%vowels != b/tails%vowels {
		wrong++
	}
	if a%tails != b%tails {
		wrong++
	}
	return min(wrong*strokeWrong, wrongLetter)
}
