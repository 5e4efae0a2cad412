package origin

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A sentence may deny several things at once: "Free of parabens, silicones or human exosomes". Where commas alone part them
// nobody can say where what is missing ends and what is there begins, so no verdict rests on what stands last.

// enumerated reports whether a match may be among what a negation at the begin of its sentence denies, one after another.
func (j *judge) enumerated(m *match.Match) bool {
	start, end := m.Start, m.End
	for i, p := range m.Parts {
		if p.Word.Class == dictionary.ClassNoun || p.Word.Class.States() != "" {
			start = m.Parts[i].Start
			break
		}
	}
	said := j.sentence(start)
	not := j.negation(said)
	if not == 0 {
		return false
	}
	between := said[not:]
	headed := strings.HasPrefix(strings.TrimLeft(between, " "), ":")
	if headed {
		between = strings.TrimLeft(between, " :\n-•*·")
	}
	if sentenceParts.MatchString(strings.NewReplacer("•", ",", "·", ",", "|", ",").Replace(between)) || j.hasWith(between) || someBefore.MatchString(between) {
		return false
	}
	if headed {
		return true
	}
	words := dictionary.Tokens(dictionary.Fold(between))
	if len(words) > 0 && j.joinsLast(words[len(words)-1]) {
		return true
	}
	return strings.ContainsAny(between, ",，、•·|") && endsSentence(j.l.Text[end:])
}

// someBefore is an amount of something before a name.
var someBefore = regexp.MustCompile(`[1-9][0-9]* ?%\s*$`)

// sentence is the text before a byte, from where its sentence or bracket begins, or the list whose heading it stands behind.
func (j *judge) sentence(at int) string {
	from := max(0, at-farthest)
	for _, l := range j.l.Lists {
		if l.Heading.End > l.Heading.Start && l.Range.Start <= at {
			from = max(from, l.Heading.End)
		}
	}
	text := j.l.Text[min(from, at):at]
	for k := len(text); k > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:k])
		if j.beginsSentence(text[:k], text[k:], r) || r == '(' && !strings.Contains(text[k:], ")") {
			return text[k:]
		}
		k -= size
	}
	return text
}

// beginsSentence reports whether a sentence begins behind a sign that ends the text before it.
func (j *judge) beginsSentence(before, behind string, sign rune) bool {
	switch sign {
	case '!', '?', '。', '！', '？', ';', '；':
		return true
	case '.':
		return strings.HasPrefix(behind, " ") || strings.HasPrefix(behind, "\n")
	case '\n':
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \n"))
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
		words := dictionary.Tokens(dictionary.Fold(behind))
		goesOn := strings.ContainsRune(",:，、：", last) || unicode.IsLower(first) || strings.ContainsRune("-•·*", first) || len(words) > 0 && j.joinsLast(words[0])
		return !goesOn || strings.HasSuffix(before, "\n\n")
	}
	return false
}

// negation gives where the negation ends that a sentence begins with, behind no more than a few words that name nothing:
// "It does not contain", "0 %", or 0.
func (j *judge) negation(said string) int {
	const first, longest = 3, 4 // words before it, and of it
	if none := noneFirst.FindString(said); none != "" {
		return len(none)
	}
	key, offset := dictionary.FoldMap(said)
	words := places(key)
	for i := range min(first+1, len(words)) {
		if i > 0 && strings.ContainsAny(key[words[i-1].end:words[i].start], ",:") {
			return 0
		}
		for n := min(longest, len(words)-i); n > 0; n-- {
			if !j.negates(key[words[i].start:words[i+n-1].end]) {
				continue
			}
			if i+n < len(words) && j.d.Affix(key[words[i+n].start:words[i+n].end], dictionary.With) { // "never contains"
				n++
			}
			return offset[words[i+n-1].end]
		}
		if j.d.Lookup(key[words[i].start:words[i].end]) != nil {
			return 0
		}
	}
	return 0
}

// noneFirst is an amount of nothing at the begin of a sentence.
var noneFirst = regexp.MustCompile(`^\s*0 ?%`)

// negates reports whether words say that what follows is not there.
func (j *judge) negates(words string) bool {
	w, ok := j.d.Word(words)
	return ok && w.Class == dictionary.ClassWithout && !compares(w) || j.d.Affix(words, dictionary.Negator)
}

func (j *judge) hasWith(text string) bool {
	for _, word := range dictionary.Tokens(dictionary.Fold(text)) {
		if j.d.Affix(word, dictionary.With) {
			return true
		}
	}
	return false
}

// joinsLast reports whether a word stands before the last of several.
func (j *judge) joinsLast(word string) bool {
	return j.d.Affix(word, dictionary.Nor) || j.d.MinorWord(word, dictionary.Conjunction)
}

// endsSentence reports whether a text begins with the end of a sentence.
func endsSentence(text string) bool {
	text = strings.TrimLeft(text, " ")
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || strings.ContainsRune(".!\n。！", r)
}
