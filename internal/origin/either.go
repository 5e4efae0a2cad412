package origin

import (
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// either reports whether another source stands beside those of a match, with an "or" between: "derived from human or plant
// sources" says neither. Of two of one origin it is that.
func (j *judge) either(m *match.Match) bool {
	if len(m.Parts) == 0 {
		return false
	}
	from, to := j.back(m.Parts[0].Start, longestAmount), j.ahead(m.Parts[len(m.Parts)-1].End, longestAmount)
	if !j.hasOr(j.l.Text[from:to]) { // as nearly none has, it costs nothing
		return false
	}
	words := dictionary.Tokens(dictionary.Fold(j.l.Text[from:to]))
	for i, word := range words {
		if !j.d.Affix(word, dictionary.Nor) || i == 0 || i+1 == len(words) {
			continue
		}
		before, behind := j.sourceOf(words[i-1]), j.sourceOf(words[i+1])
		if before != "" && behind != "" && before != behind && slices.ContainsFunc(m.Parts, func(p match.Part) bool { return p.Word.Origin == before || p.Word.Origin == behind }) {
			return true
		}
	}
	return false
}

// several reports whether the source that a match outside a list with a heading ends with is the first of several, and the
// last of them stands behind an "or" or an "and": "Exosomes can come from humans, plants, or animals."
func (j *judge) several(m *match.Match) bool {
	n := len(m.Parts)
	if n < 2 || m.Parts[n-1].End != m.End || m.Parts[0].Word.Class != dictionary.ClassNoun || j.headed(m) {
		return false
	}
	first := slices.IndexFunc(m.Parts, func(p match.Part) bool { return p.Word.Origin != "" })
	if first < 0 || slices.ContainsFunc(m.Parts[first:], func(p match.Part) bool { return p.Word.Class == dictionary.ClassNoun }) {
		return false
	}
	behind := j.l.Text[m.End:j.ahead(m.End, farthest)]
	if end := strings.IndexAny(behind, ".;!?\n"); end >= 0 {
		behind = behind[:end]
	}
	others, last := false, false
	for item := range strings.SplitSeq(behind, ",") {
		for _, word := range dictionary.Tokens(dictionary.Fold(item)) {
			switch w, _ := j.d.Word(word); {
			case j.joinsLast(word):
				last = true
			case w.Origin != "":
				others = others || w.Origin != m.Parts[first].Word.Origin
			case w.Class != dictionary.ClassModifier && w.Class != dictionary.ClassTissue || j.d.Affix(word, dictionary.Product):
				return false
			}
		}
	}
	return others && last
}

// hasOr reports whether a text has an "or".
func (j *judge) hasOr(text string) bool {
	ors := j.d.Affixes(dictionary.Nor)
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.ContainsFunc(ors, func(or string) bool { return strings.EqualFold(word, or) }) {
			return true
		}
	}
	return false
}

// sourceOf is the origin that a word states, "" for none.
func (j *judge) sourceOf(word string) dictionary.Origin {
	w, _ := j.d.Word(word)
	return w.Origin
}
