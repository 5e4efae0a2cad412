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

// A sentence may deny several things at once: "Free of parabens, silicones or human exosomes". Where commas alone part them
// nobody can say where what is missing ends and what is there begins, so no verdict rests on what stands last.

// enumerated reports whether a match may be among what a negation denies, one after another: at the begin of its sentence, or at
// its end where the match begins it.
func (j *judge) enumerated(m *match.Match) bool {
	start := m.Start
	for i, p := range m.Parts {
		if p.Word.Class == dictionary.ClassNoun || p.Word.Class.States() != "" {
			start = m.Parts[i].Start
			break
		}
	}
	said := j.sentence(start)
	if j.withoutSigns(said) {
		return true
	}
	not := j.negation(said)
	if not == 0 {
		k := slices.IndexFunc(m.Parts, func(p match.Part) bool { return p.Word.Class == dictionary.ClassNoun })
		return k >= 0 && !j.headed(m) && j.deniedLast(said, m.Parts[k].End)
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
	return strings.ContainsAny(between, ",•·|") && endsSentence(j.l.Text[m.End:])
}

// headed reports whether a match is of a list with a heading.
func (j *judge) headed(m *match.Match) bool {
	if m.Ingredient < 0 || m.Ingredient >= len(j.l.Ingredients) {
		return false
	}
	list := j.l.Ingredients[m.Ingredient].List
	return list < len(j.l.Lists) && j.l.Lists[list].Heading.End > j.l.Lists[list].Heading.Start
}

// someBefore is an amount of something before a name.
var someBefore = regexp.MustCompile(`[1-9][0-9]* ?%\s*$`)

// sentence is the text before a byte, from where its sentence or bracket begins, or the list whose heading it stands behind.
func (j *judge) sentence(at int) string {
	from := j.back(at, farthest)
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
	const first, longest, farthest = 3, 4, 64 // words before it, and of it, and their bytes
	colon := false
	if k := strings.IndexAny(said, ",:"); k >= 0 {
		said, colon = said[:k], said[k] == ':'
	}
	said = strings.ToValidUTF8(said[:min(len(said), farthest)], "")
	if none := noneFirst.FindString(said); none != "" {
		return len(none)
	}
	key, offset := dictionary.FoldMap(said)
	words := places(key)
	for i := range min(first+1, len(words)) {
		for n := min(longest, len(words)-i); n > 0; n-- {
			phrase, behind := key[words[i].start:words[i+n-1].end], key[words[i+n-1].end:]
			numbers := i > 0 && colon && behind == "" && j.d.MinorWord(phrase, dictionary.Abbreviation) // "Lot No: 12"
			if !j.negates(phrase) || numbers {
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

// hasWith reports whether words say that something is there.
func (j *judge) hasWith(text string) bool {
	for _, with := range j.d.Affixes(dictionary.With) {
		if dictionary.Glued(with) && strings.Contains(dictionary.Simplified(text), with) {
			return true
		}
	}
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

// withoutSigns reports whether a sentence in a script without spaces begins with a negation, behind hardly more than 本品, and
// what follows it goes on: "不含香料、酒精、". 無香料 is an ingredient's praise, and denies what it touches.
func (j *judge) withoutSigns(said string) bool {
	const first, shortest = 4, 2 // signs before it, and of it
	said = strings.TrimSpace(said)
	last, _ := utf8.DecodeLastRuneInString(said)
	if !strings.ContainsRune("、及和与與或:：", last) {
		return false
	}
	signs := []rune(dictionary.Simplified(said))
	for from := range min(first+1, len(signs)) {
		rest := string(signs[from:])
		for key, w := range j.d.AllWords() {
			if utf8.RuneCountInString(key) < shortest || !j.deniesSigns(key, w) || !strings.HasPrefix(rest, key) {
				continue
			}
			between := rest[len(key):]
			return !strings.HasPrefix(between, "、") && !strings.ContainsAny(between, "。；，") && !j.hasWith(between)
		}
	}
	return false
}

func (j *judge) deniesSigns(key string, w dictionary.Word) bool {
	return dictionary.Glued(key) && (w.Class == dictionary.ClassFree || w.Class == dictionary.ClassWithout) && !slices.Contains(j.d.Affixes(dictionary.With), key)
}

// deniedLast reports whether a sentence begins with what ends at a byte, goes on with others, and ends with a negation:
// "Human exosomes, parabens and silicones are not included", "ヒトエクソソーム、パラベン不使用".
func (j *judge) deniedLast(said string, at int) bool {
	const mostItems = 4
	rest := j.l.Text[at:j.ahead(at, farthest)]
	if k := sentenceEnd.FindStringIndex(rest); k != nil {
		rest = rest[:k[0]]
	}
	signs := strings.Count(rest, ",") + strings.Count(rest, "、") + strings.Count(rest, "・") + strings.Count(rest, "，")
	words := dictionary.Tokens(dictionary.Fold(rest))
	joined := slices.ContainsFunc(words, j.joinsLast)
	if strings.TrimSpace(said) != "" || signs >= mostItems || signs == 0 && !joined || len(words) == 0 || j.hasWith(rest) {
		return false
	}
	if last := words[len(words)-1]; dictionary.Glued(last) {
		for key, w := range j.d.AllWords() {
			if j.deniesSigns(key, w) && strings.HasSuffix(last, key) && len(key) > len("无") {
				return true
			}
		}
	} else if w, _ := j.d.Word(last); w.Class == dictionary.ClassFree && joined {
		return true
	}
	if k := strings.LastIndex(rest, ":"); k >= 0 && j.nothing(rest[k:]) {
		return true
	}
	for i := max(0, len(words)-mostItems); i < len(words); i++ {
		if j.d.Affix(words[i], dictionary.Negator) && j.predicate(words, i) {
			return true
		}
	}
	return false
}

// sentenceEnd ends a sentence.
var sentenceEnd = regexp.MustCompile(`[!?;\n。！？；]|\.(?:\s|$)`)

// endsSentence reports whether a text begins with the end of a sentence.
func endsSentence(text string) bool {
	text = strings.TrimLeft(text, " ")
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || strings.ContainsRune(".!\n。！", r)
}
