package origin

import (
	"regexp"
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

// clause is the ingredient that a match is of, or the text around a claim up to the next signs that end a clause. What is
// said before a sign of other exosomes than the last is not of it.
func (j *judge) clause(m *match.Match) string {
	from, to := j.back(m.Start, farthest), j.ahead(m.End, farthest)
	last := m.Start // of its nouns
	for _, p := range m.Parts {
		if p.Word.Class == dictionary.ClassNoun {
			last = p.Start
		}
	}
	if m.Ingredient >= 0 && m.Ingredient < len(j.l.Ingredients) {
		in := j.l.Ingredients[m.Ingredient]
		return j.behindAnother(j.l.Text[min(max(in.Start, from), m.Start):last]) + j.l.Text[last:max(min(in.End, to), m.End)]
	}
	before, behind := j.l.Text[from:m.Start], j.l.Text[m.End:to]
	if k := strings.LastIndexAny(before, clauseEnds); k >= 0 {
		_, size := utf8.DecodeRuneInString(before[k:])
		before = before[k+size:]
	}
	if k := strings.IndexAny(behind, clauseEnds); k >= 0 {
		behind = behind[:k]
	}
	return j.behindAnother(before+j.l.Text[m.Start:last]) + j.l.Text[last:m.End] + behind
}

// back is where the text begins that is looked at before a byte, most bytes at most. No word nor number is cut: the end of
// an amino acid is no "no".
func (j *judge) back(at, most int) int {
	from := at - most
	if from <= 0 {
		return 0
	}
	for from < at && (!utf8.RuneStart(j.l.Text[from]) || j.inWord(from)) {
		from++
	}
	return from
}

// ahead is where the text ends that is looked at behind a byte, in the same way.
func (j *judge) ahead(at, most int) int {
	to := at + most
	if to >= len(j.l.Text) {
		return len(j.l.Text)
	}
	for to > at && (!utf8.RuneStart(j.l.Text[to]) || j.inWord(to)) {
		to--
	}
	return to
}

// inWord reports whether a byte begins neither a word nor a number nor what follows one, in a script with spaces.
func (j *judge) inWord(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(j.l.Text[:at])
	behind, _ := utf8.DecodeRuneInString(j.l.Text[at:])
	bears := func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !dictionary.Glued(string(r)) }
	return bears(before) && bears(behind) || unicode.IsDigit(behind) && (before == '.' || before == ',')
}

// behindAnother is what of a text before exosomes is not of others that stand before a sign: "No human exosomes: only ".
func (j *judge) behindAnother(before string) string {
	signs := sentenceParts.FindAllStringIndex(before, -1)
	for k := len(signs) - 1; k >= 0; k-- {
		if slices.ContainsFunc(dictionary.Tokens(dictionary.Fold(before[:signs[k][0]])), j.isNoun) {
			return before[signs[k][1]:]
		}
	}
	return before
}

// asked reports whether a claim stands in a question. What another sentence or a name asks is not asked of it: "Rose Exosome
// Ampoule 30 ml Tired skin?", "Human exosomes: worth the hype?"
func (j *judge) asked(m *match.Match) bool {
	end := m.End
	if k := strings.IndexAny(m.Read, "?？"); k >= 0 { // "Are these exosomes of human origin? No"
		end = m.Start + k
	}
	behind := j.l.Text[end:min(len(j.l.Text), end+farthest)]
	k := strings.IndexAny(behind, ".;:!?\n–—0123456789。！？：")
	if k < 0 || behind[k] != '?' && !strings.HasPrefix(behind[k:], "？") || strings.Contains(behind[:k], " - ") {
		return false
	}
	words := strings.Fields(behind[:k])
	return !slices.ContainsFunc(words, func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(first) && w != strings.ToUpper(w)
	})
}

// asks reports whether an ingredient of a typed text is a question: "Are your exosomes of human origin?", and no name with a
// speck behind it, "Human exosomes?"
func (j *judge) asks(m *match.Match) bool {
	return j.l.Page() == nil && len(m.Parts) > 0 && m.Parts[0].Start > m.Start && j.asked(m)
}

// aside is what stands in brackets and is said of the name before them: "(no GMO)", "(CAS no".
var aside = regexp.MustCompile(`[(\[（][^()\[\]（）]*(?:[)\]）]|$)`)

// countsNone is how many there are of what stands behind it, in a sentence: rows are counted from 0, too.
var countsNone = regexp.MustCompile(`\pL 0 $`)

// noneCounted is the same behind it: "Human exosome content: 0 per ml".
var noneCounted = regexp.MustCompile(`^[^,;.:=\n]{0,24}[:=] ?0+(?:[.,]0+)?(?: ?(?:/|[nµu]?g\b|mg\b|ml\b|per\b|pro\b|par\b|por\b|particles\b|billion\b)| *(?:\.\s|\n|\.?$))`)

// maybeDenied reports whether a negation in the clause of an ingredient or a claim may deny its exosomes, in words that the
// grammar does not know: "Human exosomes are not used", "We never use human exosomes". It does not where it denies what
// follows it: "no parabens", "non-animal", "No. 5"; nor in brackets.
func (j *judge) maybeDenied(m *match.Match) bool {
	if len(m.Parts) > 0 {
		first, last := m.Parts[0].Start, m.Parts[len(m.Parts)-1].End
		if countsNone.MatchString(j.l.Text[max(0, first-longestAmount):first]) || noneCounted.MatchString(j.l.Text[last:min(len(j.l.Text), last+2*longestAmount)]) {
			return true
		}
	}
	clause := aside.ReplaceAllStringFunc(dictionary.Fold(j.clause(m)), func(in string) string {
		if slices.ContainsFunc(dictionary.Tokens(in), j.isNoun) {
			return in
		}
		return " "
	})
	words := dictionary.Tokens(clause)
	for i, word := range words {
		if j.d.Affix(word, dictionary.Against) && slices.ContainsFunc(words[:i], j.isNoun) && slices.ContainsFunc(words[i:], j.isNoun) {
			return true
		}
		if j.d.Affix(word, dictionary.Negator) && !j.idiom(words, i) && !j.deniesOther(word, words[i+1:]) && (j.besideNouns(words, i) || j.predicate(words, i)) {
			return true
		}
	}
	return false
}

// idiom reports whether negation i is of words that deny nothing: "never miss", "not only", "why not".
func (j *judge) idiom(words []string, i int) bool {
	const longest = 4 // words
	for from := max(0, i-longest+1); from <= i; from++ {
		for to := i + 1; to <= min(from+longest, len(words)); to++ {
			if j.d.Affix(strings.Join(words[from:to], " "), dictionary.Idiom) {
				return true
			}
		}
	}
	return false
}

// besideNouns reports whether nouns for exosomes stand behind word i, or none before it.
func (j *judge) besideNouns(words []string, i int) bool {
	return slices.ContainsFunc(words[i:], j.isNoun) || !slices.ContainsFunc(words[:i], j.isNoun)
}

func (j *judge) isNoun(word string) bool {
	w, _ := j.d.Word(word)
	return w.Class == dictionary.ClassNoun
}

// predicate reports whether negation i says something of the exosomes before it, "are not used", "no se usan", and not of
// what follows it: "sans OGM", "never frozen".
func (j *judge) predicate(words []string, i int) bool {
	being := func(word string) bool { return j.d.Affix(word, dictionary.Being) }
	w, _ := j.d.Word(words[i])
	said := max(0, i-1)
	if w.Class != dictionary.ClassWithout { // "are also absent", and not "are made without animals"
		said = max(0, i-2)
	}
	if slices.ContainsFunc(words[said:min(i+2, len(words))], being) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(words[i])
	return w.Class != dictionary.ClassWithout && !unicode.Is(unicode.Latin, first) // "экзосомы не используются", "엑소좀은 없습니다"
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
