package label

import (
	"strings"

	"exoscan/dictionary"
)

// lostComma says whether a separator got lost at the line break i: what stands before it and what
// follows are both whole names, and the two together are none. Between blocks what follows decides.
func (s *splitter) lostComma(lo, i int) bool {
	end := s.itemEnd(i + 1)
	if i == lo || end == i+1 || s.toks[i+1].kind == opening || s.toks[i-1].kind != word && s.toks[i-1].kind != closing {
		return false
	}
	return (s.toks[i].kind == paragraph || s.wholeName(lo, i)) && s.wholeName(i+1, end) && !s.wholeName(lo, end) && !s.nounGoesOn(lo, i, i+1, end)
}

// nounGoesOn says whether the words before token i tell the source of the exosomes between tokens from and end:
// "Saccharomyces" and "Extracellular Vesicles" are both names, and one together. An extract or a medium
// is finished: whose exosomes come after it is not said. A culture is not.
func (s *splitter) nounGoesOn(lo, i, from, end int) bool {
	noun := false
	for k := from; k < end && !noun; k++ {
		w, n := s.grammar(k, end)
		if w.Class.States() != "" {
			return false
		}
		noun = w.Class == dictionary.ClassNoun
		k += n
	}
	if !noun {
		return false
	}
	first, _ := s.grammar(lo, i)
	last := s.grammarBefore(lo, i)
	for k := i - 1; last.Name == "culture" && k > lo; k-- {
		last, _ = s.grammar(k-1, k)
	}
	const latin = "la" // of genera, behind which an epithet stands
	return last.Class.States() != "" || last.Class == dictionary.ClassTissue || last.Class == dictionary.ClassPart || first.Language == latin && i == lo+2
}

// longestEntry is how many tokens the longest entry of the grammar that is looked for has.
const longestEntry = 3

// grammarBefore is the longest entry of the grammar that ends before token i.
func (s *splitter) grammarBefore(lo, i int) dictionary.Word {
	for n := min(longestEntry, i-lo); n > 0; n-- {
		if w, ok := s.d.Word(s.folded(i-n, i)); ok {
			return w
		}
	}
	return dictionary.Word{}
}

// grammar is the longest entry of the grammar at token i, and how many tokens it has beyond the first.
func (s *splitter) grammar(i, end int) (w dictionary.Word, more int) {
	for n := min(longestEntry, end-i); n > 0; n-- {
		if w, ok := s.d.Word(s.folded(i, i+n)); ok {
			return w, n - 1
		}
	}
	return dictionary.Word{}, 0
}

// goesOn says whether an item goes on over the line break i in a list with one item a line: because
// the other lines begin with bullets and this one does not, or it ends with the tissue of the exosomes below, or
// the dictionary knows the two lines, or three, as one name and not each by itself.
func (s *splitter) goesOn(lo, i int) bool {
	if i == lo || i+1 == len(s.toks) {
		return false
	}
	if before := s.toks[i-1].kind; before == ampersand || before == slash {
		return true
	}
	next := s.toks[i+1]
	if s.style.marked && next.letters > 0 && s.typed {
		return true
	}
	end := s.itemEnd(i + 1)
	first, second := s.wholeName(lo, i), s.wholeName(i+1, end)
	switch {
	case first && second:
		return false
	case !first && s.grammarBefore(lo, i).Class == dictionary.ClassTissue && s.nounGoesOn(lo, i, i+1, end):
		return true
	case s.full(i) && next.letters > 0 && (s.style.marked || !first && !second && end == i+2 && !next.foreign):
		return true
	case s.d.Lookup(s.folded(lo, end)) != nil:
		return true
	}
	return !first && end < len(s.toks) && s.toks[end].kind == newline && s.d.Lookup(s.folded(lo, s.itemEnd(end+1))) != nil
}

// wholeName says whether the tokens are a name of the dictionary, with or without what stands in
// brackets.
func (s *splitter) wholeName(lo, hi int) bool { return s.named(s.folded(lo, hi)) }

func (s *splitter) named(name string) bool {
	if s.d.Lookup(name) != nil {
		return true
	}
	open, shut := strings.IndexByte(name, '('), strings.IndexByte(name, ')')
	return open > 0 && open < shut && s.d.Lookup(strings.TrimSpace(strings.TrimSpace(name[:open])+name[shut+1:])) != nil
}

// full says whether the first word of the next line would not have fitted on the line that ends with
// token i: the line may have been broken for want of room.
func (s *splitter) full(i int) bool {
	const nearly = 0.92 // letters differ in width
	next := s.toks[i+1]
	return float64(s.lineLength(i)+1+next.end-next.start) > nearly*float64(s.style.longest)
}

// itemEnd is the end of what follows token i up to the next separator or line break.
func (s *splitter) itemEnd(i int) int {
	const far = 16
	k := i
	for k < len(s.toks) && k < i+far {
		switch s.toks[k].kind {
		case comma, stop, newline, paragraph, colon:
			return k
		case bullet, ampersand:
			if s.style.bullets && s.toks[k].spaced && s.text[s.toks[k].start] != '&' {
				return k
			}
		case dash:
			if s.style.dashes && s.alone(k) {
				return k
			}
		}
		k++
	}
	return k
}

// folded is the key of some tokens; long runs have none.
func (s *splitter) folded(lo, hi int) string {
	const longestName = 300
	if lo >= hi || s.toks[hi-1].end-s.toks[lo].start > longestName {
		return ""
	}
	return dictionary.Fold(s.text[s.toks[lo].start:s.toks[hi-1].end])
}

// lineEnd is the end of the line token i is on.
func (s *splitter) lineEnd(i int) int {
	for i < len(s.toks) && !s.toks[i].kind.endsLine() {
		i++
	}
	return i
}
