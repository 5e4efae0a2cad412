package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// Where nothing parts the names of a typed list, its names do: "Aqua Glycerin Sodium Chloride Parfum" was pasted from a page
// whose lines were lost. A few names that are known in one run of words are chance, or one long name.
const (
	bareWords  = 8 // in the list at least
	mostBare   = 1000
	bareNames  = 5  // known as a whole at least
	longestRun = 12 // tokens of a name
)

// bare says whether a stretch of hardly any segments is a list in which nothing parts the names.
func (f *finder) bare(st stretch) bool {
	if !f.typed || st.hi-st.lo > fewSigns {
		return false
	}
	s := splitter{content: *f.between(f.segs[st.lo].lo, f.segs[st.hi-1].hi)}
	s.pairs = pairBrackets(s.text, s.toks)
	return s.bareCuts(s.count()) != nil
}

// bareCuts are the tokens before which items begin in a list without signs, nil for any other.
func (s *splitter) bareCuts(c census) map[int]bool {
	signs := c.commas + c.points + c.pipes + c.dots + c.odd() + c.dashes + c.slashes + c.stops + c.colons + c.ands
	if !s.typed || signs >= fewSigns || c.lines > 1 || c.amounts >= fewSigns || c.wide >= fewSigns || c.words < bareWords || c.words > mostBare {
		return nil
	}
	cuts, names, prose := map[int]bool{}, 0, 0
	for i := 0; i < len(s.toks); {
		t := s.toks[i]
		if t.kind == word && t.knowledge == neutral && t.letters > 1 && !isDigit(s.text[t.start]) { // and, of, with
			prose++
		}
		if t.kind != word {
			i++
			continue
		}
		end := s.exosomesFrom(i)
		if end == i {
			if end = s.nameFrom(i); end > i {
				names++
			}
		}
		if end == i {
			if i++; s.d.Finished(s.key(&s.toks[i-1])) { // the extract of a plant that is in no table
				cuts[i] = true
			}
			continue
		}
		cuts[i], cuts[end] = true, true
		i = end
	}
	if names < bareNames || prose > 1 || s.share(0, len(s.toks)) < enoughShare {
		return nil
	}
	return cuts
}

// nameFrom is the end of the longest whole name that begins at token i, i if there is none.
func (s *splitter) nameFrom(i int) int {
	for end := min(i+longestRun, len(s.toks)); end > i; end-- {
		if k := s.toks[end-1].kind; (k == word || k == closing) && s.wholeName(i, end) {
			return end
		}
	}
	return i
}

// exosomesFrom is the end of a name of exosomes that begins at token i with what they come from, i if there is none. Two
// things that they cannot both come from are two names.
func (s *splitter) exosomesFrom(i int) int {
	var origin dictionary.Origin
	for k := i; k < min(i+longestRun, len(s.toks)) && s.toks[k].kind == word; k++ {
		w, more := s.grammar(k, len(s.toks))
		if w.Class == "" {
			w = s.lastPart(k)
		}
		switch o := w.Class.States(); {
		case w.Class == dictionary.ClassNoun:
			return k + more + 1
		case w.Class == "" && !(k > i && slices.Contains(dictionary.Species(s.key(&s.toks[k-1])), s.key(&s.toks[k]))),
			s.d.Finished(w.Text), o != "" && origin != "" && o != origin && !(origin == dictionary.Human && w.Class == dictionary.ClassMilk):
			return i
		case o != "":
			origin = o
		}
		k += more
	}
	return i
}

// lastPart is the last entry of the grammar of a word with hyphens all of whose parts are entries: Keratinocyte-Derived.
func (s *splitter) lastPart(i int) (last dictionary.Word) {
	for part := range strings.SplitSeq(s.key(&s.toks[i]), "-") {
		w, ok := s.d.Word(part)
		if !ok {
			return dictionary.Word{}
		}
		last = w
	}
	return last
}
