package origin

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// affirmed leaves out the words that a negation denies, and the negations. It reports whether the
// only words for exosomes were among them, and whether that is unsure: they are only said to be like something, in a word
// that was mended or on the line before. A negation reaches no farther than grammar words reach:
// in "sans parfum, exosomes" it is the perfume that is missing. An amount of nothing denies, too, and a cross.
func (j *judge) affirmed(m *match.Match) (kept []match.Part, denied, unsure bool) {
	text, parts := j.upTo(m), m.Parts
	out := j.ofNothing(text, parts)
	crossed(text, parts, out)
	answers := j.answered(text, parts, out)
	nouns, gone := 0, 0
	for i := range parts {
		p := &parts[i]
		switch p.Word.Class {
		case dictionary.ClassNoun:
			nouns++
			if not, ok := j.elided(text, p); ok {
				out[i] = true
				for n := range behindNoun(text, not, parts[i:]) {
					out[i+1+n] = true
				}
			}
		case dictionary.ClassWithout:
			if out[i] = true; bracketed(text, parts[i:], out[i:]) {
				continue
			}
			if !answers[i] && !lacking(text, parts, i, out) {
				end := i + deny(text, parts[i:i+reaching(text, parts, i)], out[i:])
				unsure = unsure || compares(p.Word) && (p.Edits > 0 || strings.Contains(text[p.Start:parts[end].End], "\n"))
			}
		case dictionary.ClassFree:
			out[i] = true
			if ofSigns(p.Word) { // 無添加外泌體
				n, _ := reach(text, parts, i)
				deny(text, parts[i:i+n], out[i:])
				if before, _ := j.ofBefore(text, parts, i); !before {
					continue
				}
			}
			for k := i - 1; k >= 0 && touch(text, parts[k], parts[k+1]) && (k == i-1 || hasSource(parts[k:i])); k-- {
				out[k] = true
			}
		}
	}
	if !slices.Contains(out, true) {
		return parts, false, false
	}
	for i := range parts {
		switch {
		case !out[i]:
			kept = append(kept, parts[i])
		case parts[i].Word.Class == dictionary.ClassNoun:
			gone++
		}
	}
	denied = nouns > 0 && gone == nouns
	return kept, denied, denied && unsure
}

// deny leaves out the first of parts, which denies what touches it behind, and what it reaches: up to a noun and what
// tells its source, or to a sign that parts clauses. It gives the last that is left out.
func deny(text string, parts []match.Part, out []bool) (last int) {
	not := parts[0].Word
	out[0] = true
	for k := 1; k < len(parts) && touch(text, parts[k-1], parts[k]) && reaches(not, parts[k].Word) && (k == 1 || !partsSentence(text, parts[k-1:])); k++ {
		out[k], last = true, k
		if parts[k].Word.Class == dictionary.ClassNoun {
			for n := range behindNoun(text, not, parts[k:]) {
				out[k+1+n] = true
			}
			return k
		}
	}
	return last
}

// compares reports whether a negation says of what stands behind it that something else is like it, or better.
func compares(not dictionary.Word) bool { return not.Name != without && not.Name != lacks }

// without is what negations are called that say that there is none.
const without = "without"

// partsSentence reports whether signs between the first two of parts part what is said of one from what is said of the other,
// "stronger than PRP - human exosomes", or whether the second begins a bracket with a noun in it.
func partsSentence(text string, parts []match.Part) bool {
	between := text[parts[0].End:parts[1].Start]
	if sentenceParts.MatchString(between) {
		return true
	}
	bracket := parts[1].Start
	closed := bracket + max(0, strings.IndexAny(text[bracket:], ")）"))
	return strings.ContainsAny(between, "(（") && slices.ContainsFunc(parts[1:], func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassNoun && p.Start < closed
	})
}

// sentenceParts are signs between words that are not of one another: "/" is, "human/animal exosomes", and a line may end anywhere.
var sentenceParts = regexp.MustCompile(`[:;!?：；。！？|•·–—]|\.\s|\s[-/]\s`)

// elided gives the negation before a noun that is run together with its end: "au lieu d'exosomes" is denied by "lieu d".
func (j *judge) elided(text string, noun *match.Part) (not dictionary.Word, ok bool) {
	const longest = 3 // words of a negation, without its end
	if !strings.HasPrefix(dictionary.Fold(noun.Read), "d'") {
		return not, false
	}
	words := dictionary.Tokens(dictionary.Fold(text[j.back(noun.Start, longestAmount):noun.Start]))
	for n := 1; n <= min(longest, len(words)); n++ {
		if not, ok = j.d.Word(strings.Join(words[len(words)-n:], " ") + " d"); ok && not.Class == dictionary.ClassWithout {
			return not, true
		}
	}
	return not, false
}

// hasSource reports whether the first of parts before a "free" may tell the source of the rest: of a noun, "insan eksozomu yerine
// gül eksozomu", or of a word that ties it to what comes from it, "인체 유래 대신".
func hasSource(parts []match.Part) bool {
	switch parts[len(parts)-1].Word.Class {
	case dictionary.ClassNoun:
		return parts[0].Word.Class != dictionary.ClassNoun
	case dictionary.ClassModifier:
		return parts[1].Word.Class == dictionary.ClassModifier && parts[0].Word.Class != dictionary.ClassNoun
	}
	return false
}

// behindNoun is how many parts behind a noun tell its source, "instead of exosomes from people": no sign parts them, and no
// other noun follows that they may be of. In English there stands a word between.
func behindNoun(text string, not dictionary.Word, parts []match.Part) int {
	n := 1
	for n < len(parts) && touch(text, parts[n-1], parts[n]) && !strings.ContainsAny(text[parts[n-1].End:parts[n].Start], clauseEnds) {
		switch parts[n].Word.Class {
		case dictionary.ClassNoun, dictionary.ClassWithout, dictionary.ClassFree:
			return 0
		}
		n++
	}
	if n > 1 && not.Language == english && parts[1].Word.Class != dictionary.ClassModifier {
		return 0
	}
	return n - 1
}

// upTo is the text of the label up to the end of the ingredient a match is of, or to the mark or line break behind it
// that comes later, as an amount may stand behind a colon; or all of it, where no mark is as near as that.
func (j *judge) upTo(m *match.Match) string {
	end := m.End
	if m.Ingredient >= 0 && m.Ingredient < len(j.l.Ingredients) {
		end = max(end, j.l.Ingredients[m.Ingredient].End)
	}
	behind := j.l.Text[m.End:]
	behind = behind[:min(len(behind), longestAmount+1)]
	if k := strings.IndexAny(behind, ",;\n"); k >= 0 {
		return j.l.Text[:max(end, m.End+k)]
	}
	return j.l.Text
}

// ofNothing tells which words an amount of nothing denies: of those that touch, all up to the last noun behind it
// ("0% exosomes"), or all before it where it ends the text ("Exosomes (0 ppm)").
func (j *judge) ofNothing(text string, parts []match.Part) (out []bool) {
	out = make([]bool, len(parts))
	for from, to := 0, 0; from < len(parts); from = to {
		for to = from + 1; to < len(parts) && touch(text, parts[to-1], parts[to]); to++ {
		}
		named := to // parts up to the word that may say there is nothing: "Human exosomes: no"
		for named-1 > from && parts[named-1].Word.Class == dictionary.ClassWithout {
			named--
		}
		start, end := parts[from].Start, parts[named-1].End
		before, behind := text[max(0, start-longestAmount):start], cell(text[end:min(len(text), end+longestAmount+1)])
		none := 0
		switch {
		case strings.HasSuffix(strings.TrimRight(before, " %pPmM"), "0") && noneBefore.MatchString(before) && (beginsLine(before) && nameBehind.MatchString(behind) || !amountBehind.MatchString(behind)):
			for i, p := range parts[from:to] {
				if p.Word.Class == dictionary.ClassNoun {
					none = i + 1
				}
			}
		case len(behind) <= longestAmount && (noneBehind.MatchString(behind) || j.nothing(behind)):
			none = named - from
		}
		for i := range none {
			out[from+i] = true
		}
	}
	return out
}

// longestAmount is how many bytes beside a name may be an amount.
const longestAmount = 32

// Amounts of nothing, at the end of what is before a name, where amounts do not stand behind names ("Alcohol 0%
// Exosomes 5%", but "0% human exosomes - 100% rose exosomes"), or all there is behind it: they may belong to another name ("Exosomes 0% parabens"), begin a range
// ("0% - 5%"), or be rounded (0.0 %).
var (
	noneBefore   = regexp.MustCompile(`(?:^|[^0-9.,])0+(?:[.,]0+)? ?(?:%|(?i:ppm)) ?$`)
	amountBehind = regexp.MustCompile(`^ ?[(\[:=–-]? ?[0-9.,]+ ?(?:%|(?i:pp[mb]))`)
	nameBehind   = regexp.MustCompile(amountBehind.String() + `[^\pL\n]+\pL`)
	noneBehind   = regexp.MustCompile(`^ ?(?:[(\[] ?0+ ?(?:%|(?i:pp[mb])) ?[)\]]|[:=–-]? ?0+ ?(?:%|(?i:pp[mb])))[ *.]*$`)
)

// beginsLine reports whether an amount stands first on its line.
func beginsLine(before string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return !strings.ContainsFunc(strings.TrimRight(line, " %pPmM"), unicode.IsLetter)
}

// cell is a text up to the sign that parts it from another said beside it: "Human exosomes: no | Rose exosomes: yes".
func cell(text string) string {
	if k := strings.IndexAny(text, "|•·\n"); k >= 0 {
		return text[:k]
	}
	return text
}

// nothing reports whether a text, behind a name, is a colon and a word that says there is none of it: "Human exosomes: nil".
func (j *judge) nothing(behind string) bool {
	said, ok := strings.CutPrefix(strings.TrimLeft(behind, " ="), ":")
	if !ok {
		said, ok = strings.CutPrefix(behind, "：")
	}
	return ok && j.d.Affix(strings.Trim(dictionary.Fold(said), " .*!"), dictionary.Nothing)
}

// reaches reports whether a negation denies a word: one of its own language, of Latin, or a noun for
// exosomes in any, which is much the same in all. "SEM CELL EXOSOMES" is no Portuguese, but misread.
func reaches(not, w dictionary.Word) bool {
	return w.Class == dictionary.ClassNoun || sameTongue(w, not) || w.Language == latin || w.Language == ""
}

// deniesSource reports whether a word that tells a source is not among those that were affirmed.
func deniesSource(parts, affirmed []match.Part) bool {
	return len(affirmed) < len(parts) && slices.ContainsFunc(parts, func(p match.Part) bool {
		return p.Word.Class.States() != "" && !slices.ContainsFunc(affirmed, func(o match.Part) bool { return o.Start == p.Start })
	})
}
