package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Signs that end a clause: what stands beyond them is not denied with it.
const clauseEnds = ".,;!?\n\r。、，；！？|•·"

// farthest is how many bytes from a match its clause reaches at most, so that no text takes long.
const farthest = 200

// clause is the ingredient that a match is of, or the text around a claim up to the next signs that end a clause.
func (j *judge) clause(m *match.Match) string {
	from, to := max(0, m.Start-farthest), min(len(j.l.Text), m.End+farthest)
	if m.Ingredient >= 0 && m.Ingredient < len(j.l.Ingredients) {
		in := j.l.Ingredients[m.Ingredient]
		return j.l.Text[min(max(in.Start, from), m.Start):max(min(in.End, to), m.End)]
	}
	before, behind := j.l.Text[from:m.Start], j.l.Text[m.End:to]
	if k := strings.LastIndexAny(before, clauseEnds); k >= 0 {
		_, size := utf8.DecodeRuneInString(before[k:])
		before = before[k+size:]
	}
	if k := strings.IndexAny(behind, clauseEnds); k >= 0 {
		behind = behind[:k]
	}
	return before + j.l.Text[m.Start:m.End] + behind
}

// asked reports whether a claim stands in a question.
func (j *judge) asked(m *match.Match) bool {
	behind := j.l.Text[m.End:min(len(j.l.Text), m.End+farthest)]
	k := strings.IndexAny(behind, ".;!?\n。！？")
	return k >= 0 && (behind[k] == '?' || strings.HasPrefix(behind[k:], "？"))
}

// maybeDenied reports whether a negation in the clause of an ingredient or a claim may deny its exosomes, in words that the
// grammar does not know: "Human exosomes are not used", "We never use human exosomes". It does not where it denies what
// follows it: "no parabens", "non-animal", "No. 5".
func (j *judge) maybeDenied(m *match.Match) bool {
	negators := j.d.Affixes(dictionary.Negator)
	words := strings.FieldsFunc(dictionary.Fold(j.clause(m)), func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for i, word := range words {
		if slices.Contains(negators, word) && !j.deniesOther(word, words[i+1:]) {
			return true
		}
	}
	return false
}

// deniesOther reports whether what follows a negation is what it denies: another ingredient, a number, or an origin with no
// exosomes behind it; or whether the two are one entry of the grammar, "not human".
func (j *judge) deniesOther(not string, words []string) bool {
	if len(words) == 0 {
		return false
	}
	if terms := j.d.Lookup(words[0]); unicode.IsDigit(rune(words[0][0])) || terms != nil && terms[0].Kind != dictionary.Exosome && terms[0].Kind != dictionary.Vesicle {
		return true
	}
	if _, ok := j.d.Word(not + " " + words[0]); ok {
		return true
	}
	origin := false
	for _, word := range words {
		w, _ := j.d.Word(word)
		if w.Class == dictionary.ClassNoun {
			return false
		}
		origin = origin || w.Class.States() != ""
	}
	return origin
}
