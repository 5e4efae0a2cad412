package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// unglue finds grammar words inside a run of a script without spaces: so that as few letters as
// possible are left over, changed letters counting as a part of one, and with as few words as possible.
func (w *work) unglue(s *sentence, t *token) {
	g := w.waysThrough(s, t)
	found, alike := w.addGlued(s, t, g)
	switch {
	case s.noun() != nil || s.could != "":
	case alike && (g.torn != "" || !s.namesSource()):
		s.could = g.torn
	default:
		s.could = w.gluedDoubt(g.run, g.best, s.namesSource())
	}
	t.used = t.used || found
	t.known = t.known || (found || alike) && g.best[len(g.run)].left < leftOver
}

// gluedWays are the best ways through a run, by the byte that they lead to.
type gluedWays struct {
	run   string
	best  []gluedStep
	first bool   // a source stands right before the run
	torn  string // a noun that fits as well as a look-alike
}

// waysThrough finds the best ways through the run of a token.
func (w *work) waysThrough(s *sentence, t *token) *gluedWays {
	near := w.m.vocab.near()
	start, _ := s.place(t.start, t.end)
	first := s.source > 0 && s.source <= start && strings.TrimSpace(s.text[s.source:start]) == ""
	behind := strings.TrimLeft(s.key[t.end:], " ")
	g := &gluedWays{run: t.text, best: make([]gluedStep, len(t.text)+1), first: first}
	for i := range g.best[1:] {
		g.best[i+1].left = unreached
	}
	for i, r := range g.run {
		if g.best[i].left == unreached {
			continue
		}
		source := behindSource(g.best, i, first)
		g.take(source, i+utf8.RuneLen(r), gluedStep{left: leftOver, from: i})
		for _, word := range near.glued[r] {
			if strings.HasPrefix(g.run[i:], word.text) && (!word.people() || i == 0 && w.beginsNoun(g.run[len(word.text):])) {
				g.take(source, i+len(word.text), gluedStep{words: 1, from: i, word: &word.word})
			}
		}
		w.gluedNearly(&gluedPlace{run: g.run[i:], next: behind, first: i == 0, source: source}, func(length int, cost int32, word *gluedWord) {
			g.take(source, i+length, gluedStep{left: int(cost), words: 1, from: i, edits: 1, word: &word.word})
		})
	}
	return g
}

// take goes on from where a step begins to end, if no better way leads there. What was read badly may be a noun or a
// look-alike: right behind a source it is exosomes, else it is taken for the look-alike, and that is noted.
func (g *gluedWays) take(source bool, end int, next gluedStep) {
	next.left, next.words = next.left+g.best[next.from].left, next.words+g.best[next.from].words
	b := g.best[end]
	switch word := next.word; {
	case next.left < b.left, next.left == b.left && next.words < b.words:
		g.best[end] = next
	case next.left == b.left && next.words == b.words && next.edits > 0 && isAlike(word) != isAlike(b.word):
		if isAlike(word) != source {
			g.best[end], word = next, b.word
		}
		if !source && word != nil {
			g.torn = word.Name
		}
	}
}

// addGlued adds the words on the best way to the end of a token's run, and reports whether there were any, and a
// look-alike among them.
func (w *work) addGlued(s *sentence, t *token, g *gluedWays) (found, alike bool) {
	unread := 0 // letters right behind that no word explains
	for i := len(g.run); i > 0; i = g.best[i].from {
		step := &g.best[i]
		behind := unread
		unread = 0
		switch word := step.word; {
		case word == nil:
			unread = behind + 1
		case isAlike(word):
			alike = true
		case tellsSource(word.Class) && !wholeSource(g.run, g.best, i):
			step.word = nil
		case word.Class == dictionary.ClassNoun && step.edits > 0 && (behind >= mostUnread || w.likeLonger(g, i) || g.piece(i, behind)):
			step.word, s.could = nil, word.Name
		default:
			s.add(*word, t.start+step.from, t.start+i, step.edits, int32(step.edits)*wrongLetter)
			t.edits += step.edits
			found = true
		}
	}
	return found, alike
}

// piece reports whether a noun in Chinese signs that was read badly, up to a place of a run, has signs beside it that no word
// explains, so many behind it, and no source before it: 胞多体积 may be a volume.
func (g *gluedWays) piece(end, behind int) bool {
	from := g.best[end].from
	before := from > 0 && g.best[from].word == nil
	return (before || behind > 0) && script(g.run[from:]) == unicode.Han && !behindSource(g.best, from, g.first)
}

// mostUnread is how many letters that no word explains behind a noun that was read badly tell that it is another word:
// 엑소솏폴리사칬라이드.
const mostUnread = 2

// likeLonger reports whether what was read for a noun, up to a place of a run, is a look-alike without a letter, and no
// source stands before it: 엑포좀.
func (w *work) likeLonger(g *gluedWays, end int) bool {
	from := g.best[end].from
	return !behindSource(g.best, from, g.first) && slices.ContainsFunc(w.m.vocab.near().gluedAll, func(like *gluedWord) bool {
		return isAlike(&like.word) && len(like.text) > end-from && uneven(g.run[from:], like.letters) == end-from
	})
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
