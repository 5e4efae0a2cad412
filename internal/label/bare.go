package label

import (
	"maps"
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
	alone      = 10 // the same where neither a heading nor water comes first
	longestRun = 12 // tokens of a name
)

// bareList is a list in which nothing parts the names.
type bareList struct {
	cuts  map[int]bool // where items begin; nil for any other text
	names int          // how many are known as a whole
	goods bool         // goods are named beside them
}

// bare says whether a stretch of hardly any segments is a list in which nothing parts the names. What stands on a shelf is
// called by its ingredients, too: "Hyaluronic Acid Retinol Collagen Face Serum".
func (f *finder) bare(st stretch) bool {
	if !f.typed || st.hi-st.lo > fewSigns {
		return false
	}
	s := newSplitter(f.between(f.segs[st.lo].lo, f.segs[st.hi-1].hi))
	list := s.bareList()
	return list.cuts != nil && (st.heading >= 0 || s.census.tightStops >= fewSigns || !list.goods && (list.names >= alone || s.water(0)))
}

// water says whether token i is water: what lists begin with.
func (c *content) water(i int) bool {
	return slices.ContainsFunc(c.d.Lookup(c.key(&c.toks[i])), func(t dictionary.Term) bool { return t.Name == "Aqua" || t.Name == "Water" })
}

// bareList cuts a list without signs where names begin, and says what they are. Words of sentences make it none, and so do
// slashes within words as many as names right behind others: they part then.
func (s *splitter) bareList() bareList {
	if !s.unsigned() {
		return bareList{}
	}
	list := bareList{cuts: map[int]bool{}}
	prose, apart := 0, 0 // words of sentences, and names right behind others
	for i := 0; i < len(s.toks); {
		t := s.toks[i]
		if t.kind != word {
			i++
			continue
		}
		if t.knowledge == neutral && t.letters > 1 && !isDigit(s.text[t.start]) { // and, of, with
			prose++
		}
		end := s.exosomesFrom(i)
		if end == i {
			if end = s.nameFrom(i); end > i {
				list.names++
			}
		}
		list.goods = list.goods || end <= i+1 && s.d.Affix(s.key(&t), dictionary.Goods)
		if end == i {
			if i++; s.d.Finished(s.key(&t)) { // the extract of a plant that is in no table
				list.cuts[i] = true
			}
			continue
		}
		if i > 0 && t.spaced && (s.toks[i-1].kind == word || s.toks[i-1].kind == closing) {
			apart++
		}
		list.cuts[i], list.cuts[end] = true, true
		i = end
	}
	if list.names < bareNames || prose > 1 || s.census.tightSlashes > 0 && apart <= s.census.tightSlashes || s.share(0, len(s.toks)) < enoughShare {
		return bareList{}
	}
	maps.DeleteFunc(list.cuts, func(k int, _ bool) bool { return s.tight(k) || s.tight(k-1) }) // Yeast Extract/Faex/Extrait
	return list
}

// unsigned says whether a typed list of a line or two has hardly a sign that could part items, and words enough for a list.
func (s *splitter) unsigned() bool {
	c := s.census
	signs := c.commas + c.pipes + c.dots + c.odd() + c.dashes + c.slashes + c.stops + c.colons + c.ands
	return s.typed && signs < fewSigns && c.amounts < fewSigns && c.wide < fewSigns && c.lines <= 1 && c.words >= bareWords && c.words <= mostBare
}

// tight says whether token i is a slash between words without spaces.
func (s *splitter) tight(i int) bool {
	return i > 0 && i < len(s.toks) && s.toks[i].kind == slash && s.unspaced(i)
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
// things that they cannot both come from are two names, and so are a name that holds none and is human, "Human Serum
// Albumin", and the exosomes behind it.
func (s *splitter) exosomesFrom(i int) int {
	var origin dictionary.Origin
	named := s.nameFrom(i)
	for k := i; k < min(i+longestRun, len(s.toks)) && s.toks[k].kind == word; k++ {
		w, more := s.grammar(k, len(s.toks))
		if w.Class == "" {
			w = s.lastPart(k)
		}
		behind := k + more + 1
		switch {
		case w.Class != dictionary.ClassNoun:
		case k == i:
			return s.sourceBehind(w, behind)
		case k == named && origin == dictionary.Human:
			return i
		default:
			return behind
		}
		if w.Class == "" && !(k > i && s.speciesAt(k)) || s.finishes(w, behind) {
			return i
		}
		if o := w.Class.States(); o != "" {
			if origin != "" && o != origin && !(origin == dictionary.Human && w.Class == dictionary.ClassMilk) {
				return i
			}
			origin = o
		}
		k += more
	}
	return i
}

// speciesAt says whether the word at i is a species of the genus before it.
func (s *splitter) speciesAt(i int) bool {
	return slices.Contains(dictionary.Species(s.key(&s.toks[i-1])), s.key(&s.toks[i]))
}

// finishes says whether a word ends a name, so that the exosomes behind it are others: "... Extract". They may be of a medium.
func (s *splitter) finishes(w dictionary.Word, behind int) bool {
	return s.d.Finished(w.Text) && !(w.Kind == dictionary.ConditionedMedia && s.exosomes(behind, min(behind+1, len(s.toks))))
}

// sourceBehind is the end of what the exosomes before token i come from, in letters other than Latin ones and the language of
// the noun: Экзосомы стволовых клеток человека.
func (s *splitter) sourceBehind(noun dictionary.Word, i int) int {
	for i < len(s.toks) && s.toks[i].kind == word && !ascii(s.text[s.toks[i].start:s.toks[i].end]) {
		w, more := s.grammar(i, len(s.toks))
		if w.Class == "" || w.Class == dictionary.ClassNoun || !dictionary.SameLanguage(w.Language, noun.Language) {
			break
		}
		i += more + 1
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
