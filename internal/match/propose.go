package match

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// leftOut is how many letters of a word of n may be left out for fuzzy to find the noun it was.
func leftOut(n int) int {
	if n >= longNoun {
		return 3
	}
	return 2
}

// guess gives the noun that a misread word was, and what it costs to say so; nil if there is none.
// It is not sure where another word fits about as well, or the letters are a little too far off.
func (w *work) guess(s *sentence, t *token) (found *noun, cost int32, sure bool) {
	w.word.set(t.text)
	slack := doubtful
	if s.namesSource() || !inLatin(w.word.letters) {
		slack = max(slack, doubtfulBySource*int32(len(w.word.letters))-nounTolerance(len(w.word.letters)))
	}
	expected := s.sourceBefore(t)
	stated := expected && s.statesSource()
	if found, cost, sure = w.guessReading(w.word, slack, expected, stated); found == nil {
		if as, ok := w.word.strokes(); ok {
			found, cost, sure = w.guessReading(as, slack, expected, stated)
			cost += strokesForM
		}
	}
	if found != nil && strings.Contains(found.text, "'") && !strings.Contains(t.text, "'") {
		sure = false // DEOSOMES are no exosomes of anything
	}
	if touched := s.touched(t); found != nil && sure && touched != t.text {
		w.word.set(touched)
		whole, _, _ := w.guessReading(w.word, slack, expected, stated)
		sure = whole != nil // an @CROSOME is an acrosome
	}
	return found, cost, sure
}

// guessReading is guess for one way to read a word. Where a noun is expected, a look-alike that fits about as well is
// no rival: GINSENG EDOSOMES are no endosomes of ginseng, and its EXOOMES no exomes. Where the source of one is stated,
// more of it may be wrong if it begins as it should: ROSE EXOUCMES.
func (w *work) guessReading(read reading, slack int32, expected, stated bool) (found *noun, cost int32, sure bool) {
	tolerated := nounTolerance(len(read.letters))
	cost = tolerated + slack + 1
	for _, i := range w.propose(read.letters) {
		n := &w.m.vocab.near().nouns[i]
		if d := w.names.ruler.between(read, n.letters, cost); d < cost {
			found, cost = n, d
		}
	}
	if found == nil {
		return nil, 0, false
	}
	like, word := w.likest(read, cost+closeCall), w.otherWord(read, cost+closeCall)
	rival := min(like, word)
	switch {
	case rival <= nearlyTheWord, word < cost-closeCall, like < cost-closeCall && slack <= doubtful:
		return nil, 0, false // but where a source stands before it, a look-alike is not much likelier
	}
	apart := rival > cost+closeCall || expected && like >= cost-closeCall && word > cost+closeCall
	enough := cost <= tolerated || stated && cost <= nounInPlace*int32(len(read.letters)) && (w.beginsAs(read, found.letters) || !w.coined(found.letters))
	return found, cost, enough && apart
}

// nounInPlace is the most that a letter of a noun may cost where the source of one is stated.
const nounInPlace = 25

// coined reports whether look-alikes end as a word does, so that other words may be made so: ALOSOMES.
func (w *work) coined(word []rune) bool {
	return slices.ContainsFunc(w.m.vocab.near().likes, func(like []rune) bool {
		return len(like) >= len(word) && slices.Equal(like[len(like)-len(word)+firstLetters:], word[firstLetters:])
	})
}

// firstLetters are those that tell such words apart.
const firstLetters = 2

// beginsAs reports whether a word begins with the first letters of another, or what looks like them.
func (w *work) beginsAs(read reading, word []rune) bool {
	for n := firstLetters - 1; n <= firstLetters+1; n++ {
		if w.names.ruler.between(reading{letters: read.letters[:n]}, word[:firstLetters], closeCall) <= closeCall {
			return true
		}
	}
	return false
}

const (
	// doubtful is how much too far off a word may be and still raise a doubt.
	doubtful = int32(60)
	// Behind words that tell a source a noun is to be expected, and in an alphabet that INCI names do not
	// use few words are its rivals: there so much a letter raises one.
	doubtfulBySource = 30
)

// inLatin reports whether a word is in the alphabet of INCI names, for the most part.
func inLatin(letters []rune) bool {
	foreign := 0
	for _, r := range letters {
		if latinShape(r) > 0x24f {
			foreign++
		}
	}
	return 2*foreign < len(letters)
}

// namesSource reports whether a sentence has a word of what exosomes come from.
func (s *sentence) namesSource() bool { return s.source > 0 }

// statesSource reports whether a sentence has a word that states an origin.
func (s *sentence) statesSource() bool {
	return slices.ContainsFunc(s.parts, func(p Part) bool { return p.Word.Class.States() != "" })
}

// sourceBefore reports whether a word that tells a source stands right before a token, or with words between that
// names have; one behind it will do, too.
func (s *sentence) sourceBefore(t *token) bool {
	first, _ := slices.BinarySearchFunc(s.tokens, t.start, func(before token, start int) int { return before.start - start })
	from := t.start
	for first > 0 && s.tokens[first-1].known {
		first--
		from = s.tokens[first].start
	}
	return s.source > s.base+s.offset[from]
}

// onlySpace reports whether Label.Text[from:to] is space and nothing else.
func (s *sentence) onlySpace(from, to int) bool {
	return from < to && strings.TrimSpace(s.text[from:to]) == ""
}

// nounTolerance is the most that the letters of a noun may cost, by its length.
func nounTolerance(n int) int32 {
	switch {
	case n < 6:
		return 50
	case n < 7:
		return 100
	case n < longNoun:
		return 120
	}
	return 200
}

// longNoun is the length from which on two letters of a noun may be wrong: that of nanovesicle.
const longNoun = 11

// otherWord is the cost of the nearest word of INCI names that is no noun, or tooFar if it is above
// bound.
func (w *work) otherWord(read reading, bound int32) int32 {
	for _, h := range w.words.nearest(read, bound) {
		if !w.m.vocab.isNoun(w.words.index.Name(h.id)) {
			return h.cost
		}
	}
	return tooFar
}

// propose gives the nouns that a word could be, by their number: fuzzy finds every noun that holds
// the letters of the word in order, the word with some letters left out.
func (w *work) propose(letters []rune) []int {
	letters = shape(letters)
	var near []int
	var texts []string
	nearby := w.m.vocab.near()
	most := leftOut(len(letters))
	has, counted := letterSet(letters), letterCount(letters)
	for i, theirs := range nearby.nounLetters {
		if bits.OnesCount64(has&^theirs) > most || bits.OnesCount64(has^theirs) > 2*most {
			continue
		}
		n := &nearby.nouns[i]
		if max(len(letters)-len(n.shape), len(n.shape)-len(letters)) <= most && len(letters)-counted.common(n.shape) <= most &&
			len(letters)+len(n.shape)-2*counted.common(n.shape) <= 2*most && len(letters)-inOrder(letters, n.shape) <= most {
			near, texts = append(near, i), append(texts, n.shapeText)
		}
	}
	found := make([]bool, len(near))
	missing := len(near)
	var try func(pattern []rune, from, more int)
	try = func(pattern []rune, from, more int) {
		if more == 0 {
			for _, m := range fuzzy.FindNoSort(string(pattern), texts) {
				if !found[m.Index] {
					found[m.Index] = true
					missing--
				}
			}
			return
		}
		for i := from; i < len(pattern) && missing > 0; i++ {
			try(without(pattern, i), i, more-1)
		}
	}
	for left := 0; left <= most && missing > 0; left++ {
		try(letters, 0, left)
	}
	var out []int
	for i, ok := range found {
		if ok {
			out = append(out, near[i])
		}
	}
	return out
}

// inOrder is the length of the longest common subsequence: how many letters of a word another has in the same order. What
// no letters left out can better need not be asked of fuzzy.
func inOrder[T comparable](a, b []T) int {
	var usual [2 * longNoun]int // a word's, which costs no allocation
	row := append(usual[:0], make([]int, len(b)+1)...)
	for _, x := range a {
		diag := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diag + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diag = up
		}
	}
	return row[len(b)]
}

func without(letters []rune, i int) []rune {
	return append(append(make([]rune, 0, len(letters)), letters[:i]...), letters[i+1:]...)
}

// letterCounts says how often a word has each letter.
type letterCounts [64]int8

func letterCount(letters []rune) (count letterCounts) {
	for _, r := range letters {
		count[r&63]++
	}
	return count
}

// common counts the letters that another word has, too.
func (count letterCounts) common(letters []rune) (n int) {
	for _, r := range letters {
		if count[r&63] > 0 {
			count[r&63]--
			n++
		}
	}
	return n
}
