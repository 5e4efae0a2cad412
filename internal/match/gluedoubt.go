package match

import (
	"unicode/utf8"

	"exoscan/dictionary"
)

// gluedDoubt gives a noun that a run may have had before it was read: one of which most letters are there. That is
// too little to say that it is there, and too much to say that it is not. Behind a source that is named less of it
// will do, if no word explains the letters.
func (w *work) gluedDoubt(run string, best []gluedStep, named bool) string {
	letters := []rune(run)
	strange := make([]bool, len(letters)) // letters that no word explains
	to := len(letters)
	for end := len(run); end > 0; end = best[end].from {
		step := best[end]
		from := to - utf8.RuneCountInString(run[step.from:end])
		for k := from; k < to; k++ {
			strange[k] = step.word == nil || step.edits > 0
		}
		to = from
	}
	for at := range letters {
		for _, g := range w.m.vocab.near().gluedAll {
			if g.word.Class == dictionary.ClassNoun && (couldBe(letters[at:], g.letters) || named && strange[at] && couldBeBehind(letters[at:], g.letters)) {
				return g.word.Name
			}
		}
	}
	return ""
}

// couldBe compares the beginning of a run with a noun: of one of three letters two are there, in their places or
// with the third lost, of one of four three, of one of five three with one of its end, and of one of six or more all
// but two.
func couldBe(run, noun []rune) bool {
	switch n := len(noun); {
	case n == 3:
		lost := len(run) > 1 && run[0] == noun[0] && run[1] == noun[2] || len(run) == 2 && run[0] == noun[1] && run[1] == noun[2]
		return same(run, noun) == 2 && (len(run) > 2 || run[0] == noun[0]) || lost
	case n == 4:
		return same(run, noun) == 3
	case n == 5: // 細胞外 is of the matrix, too
		return len(run) >= n && same(run, noun) >= 3 && same(run[3:], noun[3:]) > 0
	case n >= 6:
		return run[0] == noun[0] && mostOf(run, noun)
	}
	return false
}

// couldBeBehind compares the end of a run with a noun: half of one of two letters is there, or of one of six or
// more all but two, whichever they are.
func couldBeBehind(run, noun []rune) bool {
	switch n := len(noun); {
	case n == 2:
		return len(run) == 2 && same(run, noun) == 1
	case n >= 6:
		return len(run) <= n+1 && mostOf(run, noun)
	}
	return false
}

// same counts the letters of a noun that are in their places.
func same(run, noun []rune) (n int) {
	for i := range min(len(noun), len(run)) {
		if run[i] == noun[i] {
			n++
		}
	}
	return n
}

// mostOf reports whether a run begins with a noun but for two letters wrong, lost or added.
func mostOf(run, noun []rune) bool {
	n := len(noun)
	for _, length := range [...]int{n, n - 1, n - 2} {
		if length <= len(run) && dictionary.Edits(run[:length], noun, 2) <= 2 {
			return true
		}
	}
	return false
}
