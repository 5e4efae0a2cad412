package match

import (
	"math/bits"

	"github.com/sahilm/fuzzy"
)

// maxDeleted is how many letters of a word may be left out for fuzzy to find the noun it was.
const maxDeleted = 2

// guess gives the noun that a misread word was, and what it costs to say so; nil if there is none.
// It is not sure where another word fits about as well, or the letters are a little too far off.
func (w *work) guess(s *sentence, t *token) (found *noun, cost int32, sure bool) {
	w.word.set(t.text)
	w.doubts(&w.word, s, t.start)
	if found, cost, sure = w.guessReading(w.word); found == nil {
		if as, ok := w.word.strokes(); ok {
			found, cost, sure = w.guessReading(as)
			cost += strokesForM
		}
	}
	return found, cost, sure
}

func (w *work) guessReading(read reading) (found *noun, cost int32, sure bool) {
	tolerated := nounTolerance(len(read.letters))
	cost = tolerated + doubtful + 1
	for _, i := range w.propose(read.letters) {
		n := &w.m.vocab.near().nouns[i]
		if d := w.names.ruler.between(read, n.letters, cost); d < cost {
			found, cost = n, d
		}
	}
	if found == nil {
		return nil, 0, false
	}
	rival := w.rival(read, cost+closeCall)
	if rival <= nearlyTheWord || rival < cost-closeCall {
		return nil, 0, false
	}
	return found, cost, cost <= tolerated && rival > cost+closeCall
}

// doubtful is how much too far off a word may be and still raise a doubt.
const doubtful = 60

// nounTolerance is the most that the letters of a noun may cost, by its length.
func nounTolerance(n int) int32 {
	switch {
	case n < 6:
		return 50
	case n < 7:
		return 100
	}
	return 120
}

// rival is the cost of the nearest look-alike or word of INCI names that is no noun, or tooFar if it
// is above bound.
func (w *work) rival(read reading, bound int32) int32 {
	best := w.likest(read, bound)
	for _, h := range w.words.nearest(read, bound) {
		if !w.m.vocab.isNoun(w.words.index.Name(h.id)) {
			best = min(best, h.cost)
		}
	}
	return best
}

// propose gives the nouns that a word could be, by their number: fuzzy finds every noun that holds
// the letters of the word in order, the word with up to maxDeleted letters left out.
func (w *work) propose(letters []rune) []int {
	letters = shape(letters)
	var near []int
	var texts []string
	has := letterSet(letters)
	for i := range w.m.vocab.near().nouns {
		n := &w.m.vocab.near().nouns[i]
		if max(len(letters)-len(n.shape), len(n.shape)-len(letters)) <= maxDeleted &&
			bits.OnesCount64(has^n.has) <= 2*maxDeleted && unlike(letters, n.shape) <= 2*maxDeleted {
			near, texts = append(near, i), append(texts, string(n.shape))
		}
	}
	if len(near) == 0 {
		return nil
	}
	found := make([]bool, len(near))
	try := func(pattern []rune) {
		for _, m := range fuzzy.FindNoSort(string(pattern), texts) {
			found[m.Index] = true
		}
	}
	try(letters)
	for i := range letters {
		one := without(letters, i)
		try(one)
		for j := i; j < len(one); j++ {
			try(without(one, j))
		}
	}
	var out []int
	for i, ok := range found {
		if ok {
			out = append(out, near[i])
		}
	}
	return out
}

func without(letters []rune, i int) []rune {
	return append(append(make([]rune, 0, len(letters)), letters[:i]...), letters[i+1:]...)
}

// unlike counts the letters that only one of two words has.
func unlike(a, b []rune) int {
	var count [64]int8
	for _, r := range a {
		count[r&63]++
	}
	for _, r := range b {
		count[r&63]--
	}
	n := 0
	for _, c := range count {
		n += int(max(c, -c))
	}
	return n
}

// shape writes alike what readers confuse, so that only the other errors need letters left out.
func shape(letters []rune) []rune {
	out := make([]rune, 0, len(letters))
	for i := 0; i < len(letters); i++ {
		r := letters[i]
		if i+1 < len(letters) {
			switch [2]rune{r, letters[i+1]} {
			case [2]rune{'r', 'n'}:
				r, i = 'm', i+1
			case [2]rune{'v', 'v'}:
				r, i = 'w', i+1
			case [2]rune{'c', 'l'}:
				r, i = 'd', i+1
			}
		}
		switch r {
		case '0':
			r = 'o'
		case '1', 'i', '|', '!':
			r = 'l'
		case '5', '$':
			r = 's'
		case '8':
			r = 'b'
		case '2':
			r = 'z'
		case '@', '4':
			r = 'a'
		case '3', '€':
			r = 'e'
		}
		out = append(out, r)
	}
	return out
}
