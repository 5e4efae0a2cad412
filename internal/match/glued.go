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
	start, _ := s.place(t.start, t.end)
	first := s.source > 0 && s.source <= start && strings.TrimSpace(s.text[s.source:start]) == ""
	n, behind := len(runs), strings.TrimLeft(s.key[t.end:], " ")
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
		w.gluedNearly(&gluedPlace{run: runs[i:], next: behind, first: i == 0, source: source}, func(length int, cost int32, g *gluedWord) {
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
