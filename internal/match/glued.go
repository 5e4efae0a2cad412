package match

import (
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// unglue finds grammar words inside a run of a script without spaces: so that as few letters as
// possible are left over, changed letters counting as a part of one, and with as few words as possible.
func (w *work) unglue(s *sentence, t *token) {
	runs, near := t.text, w.m.vocab.near()
	n := len(runs)
	best := make([]gluedStep, n+1)
	for i := range best {
		best[i].left = unreached
	}
	best[0] = gluedStep{}
	for i, r := range runs {
		if best[i].left == unreached {
			continue
		}
		take := func(end, left, words, edits int, word *dictionary.Word) {
			next := gluedStep{best[i].left + left, best[i].words + words, i, edits, word}
			if b := best[end]; next.left < b.left || next.left == b.left && next.words < b.words {
				best[end] = next
			}
		}
		take(i+utf8.RuneLen(r), leftOver, 0, 0, nil)
		words := near.glued[r]
		for k := range words {
			if g := words[k]; strings.HasPrefix(runs[i:], g.text) {
				take(i+len(g.text), 0, 1, 0, &g.word)
			}
		}
		w.gluedNearly(runs[i:], func(length int, cost int32, g *gluedWord) {
			take(i+length, int(cost), 1, 1, &g.word)
		})
	}
	found := false
	for i := n; i > 0; i = best[i].from {
		if word := best[i].word; word != nil {
			s.add(*word, t.start+best[i].from, t.start+i, best[i].edits)
			t.edits += best[i].edits
			found = true
		}
	}
	if s.noun() == nil && s.could == "" {
		s.could = w.gluedDoubt(runs)
	}
	t.used = t.used || found
	t.known = t.known || found && best[n].left < leftOver
}

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
// longer ones in one letter at most.
func (w *work) gluedNearly(run string, found func(length int, cost int32, g *gluedWord)) {
	near := w.m.vocab.near()
	for _, g := range near.gluedAll {
		bound := gluedTolerance(len(g.letters))
		if cost, length := w.gluedCost(run, g.letters, bound); cost > 0 && cost <= bound {
			found(length, cost, g)
			continue
		}
		if g.word.Class == dictionary.ClassNoun && len(g.letters) >= longGlued {
			if length := uneven(run, g.letters); length > 0 {
				found(length, lostLetter, g)
			}
		}
	}
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
// in its middle; 0 if it is not.
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
	if rest := string(letters[same+1:]); rest != "" && strings.HasPrefix(run[at:], rest) {
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

// gluedDoubt gives the noun of three letters of which a run has two, in their places: too little to
// say that it is there, and too much to say that it is not.
func (w *work) gluedDoubt(run string) string {
	for at := range run {
		for _, g := range w.m.vocab.near().gluedAll {
			if g.word.Class != dictionary.ClassNoun || len(g.letters) != 3 {
				continue
			}
			right, rest := 0, run[at:]
			for _, letter := range g.letters {
				r, size := utf8.DecodeRuneInString(rest)
				if rest = rest[size:]; r == letter {
					right++
				}
			}
			if right == 2 {
				return g.word.Name
			}
		}
	}
	return ""
}
