package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// unglue finds grammar words inside a run of a script without spaces: so that as few letters as
// possible are left over, changed letters counting as a part of one, and with as few words as possible.
func (w *work) unglue(s *sentence, t *token) {
	runs, near := t.text, w.m.vocab.near()
	start, _ := s.place(t.start, t.end)
	first := s.source > 0 && s.source <= start && strings.TrimSpace(s.text[s.source:start]) == ""
	n := len(runs)
	best := make([]gluedStep, n+1)
	for i := range best {
		best[i].left = unreached
	}
	best[0] = gluedStep{}
	torn := "" // a noun that fits as well as a look-alike
	for i, r := range runs {
		if best[i].left == unreached {
			continue
		}
		source := behindSource(best, i, first)
		take := func(end, left, words, edits int, word *dictionary.Word) {
			next := gluedStep{best[i].left + left, best[i].words + words, i, edits, word}
			b := best[end]
			switch {
			case next.left < b.left, next.left == b.left && next.words < b.words:
				best[end] = next
			case next.left == b.left && next.words == b.words && next.edits > 0 && isAlike(word) != isAlike(b.word):
				// Read badly it may be the one or the other: right behind a source exosomes, else take it for the
				// look-alike, and say so.
				if isAlike(word) != source {
					best[end], word = next, b.word
				}
				if !source && word != nil {
					torn = word.Name
				}
			}
		}
		take(i+utf8.RuneLen(r), leftOver, 0, 0, nil)
		words := near.glued[r]
		for k := range words {
			if g := words[k]; strings.HasPrefix(runs[i:], g.text) {
				take(i+len(g.text), 0, 1, 0, &g.word)
			}
		}
		w.gluedNearly(runs[i:], i == 0, source, strings.TrimLeft(s.key[t.end:], " "), func(length int, cost int32, g *gluedWord) {
			take(i+length, int(cost), 1, 1, &g.word)
		})
	}
	found, alike := false, false
	for i := n; i > 0; i = best[i].from {
		if word := best[i].word; isAlike(word) {
			alike = true
		} else if word != nil && tellsSource(word.Class) && !wholeSource(runs, best, i) {
			best[i].word = nil
		} else if word != nil {
			s.add(*word, t.start+best[i].from, t.start+i, best[i].edits, int32(best[i].edits)*wrongLetter)
			t.edits += best[i].edits
			found = true
		}
	}
	switch {
	case s.noun() != nil || s.could != "":
	case alike && (torn != "" || !s.namesSource()):
		s.could = torn
	default:
		s.could = w.gluedDoubt(runs, best, s.namesSource())
	}
	t.used = t.used || found
	t.known = t.known || (found || alike) && best[n].left < leftOver
}

// behindSource reports whether what comes at a place of a run stands right behind a source, or behind what is "derived"
// from one; first is that for its beginning.
func behindSource(best []gluedStep, at int, first bool) bool {
	for at > 0 && best[at].left < leftOver && best[at].word != nil {
		if tellsSource(best[at].word.Class) {
			return true
		}
		if best[at].word.Class != dictionary.ClassModifier {
			return false
		}
		at = best[at].from
	}
	return at == 0 && first
}

// isAlike reports whether a word of these scripts is a look-alike.
func isAlike(w *dictionary.Word) bool { return w != nil && w.Kind == dictionary.LookAlike }

// gluedStep is the best way to the end of a piece of a run.
type gluedStep struct {
	left, words, from, edits int
	word                     *dictionary.Word // nil: a letter left over
}

const (
	unreached = 1 << 30
	// leftOver is what a letter that no word explains counts, in hundredths; a changed one counts its cost.
	leftOver = 300
)

// gluedNearly gives the words that a run begins with but for a letter that was read wrong, and the
// nouns but for one that was lost or added. Words of two letters must differ in a stroke only, and
// longer ones in one letter at most, or right behind a source, at the end of the run, in a first Chinese sign. next is what
// stands behind the run.
func (w *work) gluedNearly(run string, first, source bool, next string, found func(length int, cost int32, g *gluedWord)) {
	near := w.m.vocab.near()
	for _, g := range near.gluedAll {
		isNoun, states := g.word.Class == dictionary.ClassNoun, g.word.Class.States() != ""
		bound := gluedTolerance(len(g.letters))
		switch {
		case isNoun && source && len(g.letters) > longGlued:
			bound += closeCall
		case isNoun && source:
			bound = max(bound, inPlace(g.letters))
		case states && first:
			bound = max(bound, inPlace(g.letters))
		}
		cost, length := w.gluedCost(run, g.letters, bound)
		if cost <= bound && cost > gluedTolerance(len(g.letters)) && !isNoun && !w.begins(cmp.Or(run[length:], next)) {
			cost = tooFar
		}
		if other := otherSign(run, g); other > 0 && cost > strokeWrong && (len(g.letters) > 2 || isNoun && source && other == len(run) || !isNoun && first && w.begins(cmp.Or(run[other:], next))) {
			cost, length, bound = strokeWrong, other, strokeWrong // of a long word, too: its end may be one, 植物乳酸莹
		}
		if cost > 0 && cost <= bound {
			found(length, cost, g)
			continue
		}
		if source && isNoun && headless(run, g) {
			found(len(run), wrongLetter, g)
			continue
		}
		if isNoun || isAlike(&g.word) {
			if length := uneven(run, g.letters); length > 0 && len(g.letters) >= longGlued {
				found(length, lostLetter, g)
			}
		} else if states && first && (inPlace(g.letters) >= wrongLetter || len(g.letters) > 2 && unicode.Is(unicode.Han, g.letters[0]) && g.word.Class != dictionary.ClassHuman) {
			length := uneven(run, g.letters)
			if inPlace(g.letters) < wrongLetter && length < len(g.text) {
				length = 0 // of two signs the third is any
			}
			if length > 0 && w.begins(cmp.Or(run[length:], next)) {
				found(length, lostLetter, g)
			}
		}
	}
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
