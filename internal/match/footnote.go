package match

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// footnoteSigns are what footnotes are marked with, one or several of the same.
const footnoteSigns = "*†‡§¤※¹²³⁴⁵①②③④⑤⑥⑦⑧⑨"

// footnoteNumber is what typed texts mark them with: (1), [1], and [^1] of Markdown.
var footnoteNumber = regexp.MustCompile(`^(?:\(\d{1,2}\)|\[\d{1,2}\]|\[\^\w{1,8}\])`)

// nextNumber is where another footnote begins on the line of one.
var nextNumber = regexp.MustCompile(`\s(?:\(\d{1,2}\)|\[\d{1,2}\])\s`)

// signNumber is the number of a sign that has several, ※1, unless it is an amount: *10 ppm.
var (
	signNumber = regexp.MustCompile(`^\d{1,2}`)
	amount     = regexp.MustCompile(`(?i)^\d+(?:[.,]\d|\d\d|\s?(?:%|％|pp[mb]\b|mg\b|ml\b|[mb]illion|億|亿|억|만|万)|[a-z])`)
)

// note is the footnote with a sign.
type note struct {
	start   int    // byte of Label.Text, -1 if there is none
	earlier int    // where one with the same sign begins before it, -1 if none does
	parts   []Part // what it says of where exosomes come from
}

// footnote is what a footnote says of where the exosomes of an ingredient come from: "Exosomes*, Glycerin. *derived
// from rice". What stands before the ingredient is none of it. Where the sign comes again after it, it is a bullet or
// parts ingredients.
func (w *work) footnote(m *Match) []Part {
	sign := w.footnoteSign(m)
	if sign == "" {
		return nil
	}
	n, ok := w.notes[sign]
	if !ok {
		if n = w.noteOf(sign); n.start >= 0 {
			n.parts = w.noteSays(n.start, n.start+noteEnd(w.label.Text[n.start:]))
		}
		w.notes[sign] = n
	}
	if n.start < m.End || n.earlier >= m.End {
		return nil
	}
	return n.parts
}

// noteOf finds the footnote with a sign: where the sign stands last, if a footnote may begin there.
func (w *work) noteOf(sign string) note {
	text, n, last := w.label.Text, note{-1, -1, nil}, false
	for at := 0; ; {
		k := strings.Index(text[at:], sign)
		if k < 0 {
			break
		}
		start := at + k
		if at = start + len(signsOf(text[start:])); at > start+len(sign) {
			continue // another sign
		}
		if last = beginsNote(text[:start]); last {
			n.start, n.earlier = at, n.start
		}
	}
	if !last {
		n.start = -1
	}
	return n
}

// noteSays gives the words of a footnote that say where something comes from, behind what names the field or says what the
// ingredient is for: "Origin: human", 整肌成分：バラ由来.
func (w *work) noteSays(start, end int) []Part {
	head, _, found := strings.Cut(strings.ReplaceAll(w.label.Text[start:end], "：", ":"), ":")
	if !found {
		return w.sourceSaid(start, end)
	}
	key := dictionary.Fold(head)
	origin := w.m.dict.ColumnWord(key, dictionary.OriginColumn)
	if !origin && !w.m.dict.ColumnWord(key, dictionary.Purpose) {
		return w.sourceSaid(start, end)
	}
	_, first := utf8.DecodeRuneInString(w.label.Text[start+len(head):])
	return w.sourceIn(start+len(head)+first, end, origin)
}

// sourceSaid gives the words of Label.Text[start:end] if they say where something comes from. All must be words of the
// grammar, letter for letter, and none may deny: what was tested on human skin is not of it. Nor does a source by itself
// count: it may be an allergen.
func (w *work) sourceSaid(start, end int) []Part {
	return w.sourceIn(start, end, false)
}

// sourceIn is sourceSaid, for words that are tied to what comes from it by what stands before them, or are not.
func (w *work) sourceIn(start, end int, tied bool) []Part {
	s := w.parse(start, end)
	for i := range s.tokens {
		if !s.tokens[i].used && !s.epithet(i) {
			return nil
		}
	}
	for _, p := range s.parts {
		switch c := p.Word.Class; {
		case c == dictionary.ClassModifier && w.m.dict.Affix(p.Word.Name, dictionary.Beside):
			return nil
		case c == dictionary.ClassModifier || c == dictionary.ClassNoun:
			tied = true
		case c != dictionary.ClassFerment && !tellsSource(c):
			return nil
		default:
			tied = tied || strings.Contains(p.Word.Text, " ") || w.endsTied(p.Word.Text) // plant derived, 植物由来
		}
	}
	if !tied {
		return nil
	}
	return s.parts
}

// endsTied reports whether a word of a script without spaces ends with one that ties a source to what comes from it.
func (w *work) endsTied(text string) bool {
	for i := range text {
		if last, ok := w.m.dict.Word(text[i:]); i > 0 && ok && last.Class == dictionary.ClassModifier {
			return dictionary.Glued(text)
		}
	}
	return false
}

// epithet reports whether a word is a species of the genus before it.
func (s *sentence) epithet(i int) bool {
	return i > 0 && slices.Contains(dictionary.Species(s.tokens[i-1].text), s.tokens[i].text)
}

// footnoteSign is the sign that refers from an ingredient to a footnote, "" for none. It stands right behind the name or
// its amount, or right before the name.
func (w *work) footnoteSign(m *Match) string {
	text, end := w.label.Text, m.End
	if n := len(m.Parts); n > 0 {
		end = m.Parts[n-1].End
	}
	behind := text[end:w.itemEnd(m)]
	if k := strings.IndexAny(behind, ",;.\n"); k >= 0 {
		behind = behind[:k]
	}
	space := false
	for i, r := range behind {
		if sign := signsOf(behind[i:]); sign != "" && (!space || !strings.ContainsRune(footnoteSigns, r)) {
			return sign
		}
		space = unicode.IsSpace(r)
	}
	before := text[:m.Start]
	bare := strings.TrimRight(before, footnoteSigns)
	if last, _ := utf8.DecodeLastRuneInString(bare); last == ' ' || last == ',' {
		return signsOf(before[len(bare):])
	}
	return ""
}

// itemEnd is where the next ingredient begins behind a match, or the text ends.
func (w *work) itemEnd(m *Match) int {
	if all := w.label.Ingredients; m.Ingredient >= 0 {
		for i := m.Ingredient + 1; i < len(all); i++ {
			if all[i].Start >= m.End {
				return all[i].Start
			}
		}
	}
	return len(w.label.Text)
}

// signsOf is the run of one sign, or the number in brackets, that a text begins with.
func signsOf(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune(footnoteSigns, first) {
		return footnoteNumber.FindString(text)
	}
	n := len(text) - len(strings.TrimLeft(text, string(first)))
	if amount.MatchString(text[n:]) {
		return text[:n]
	}
	return text[:n+len(signNumber.FindString(text[n:]))]
}

// beginsNote reports whether a footnote may begin behind a text: it ends a sentence or a line, or its last one begins with
// another footnote.
func beginsNote(before string) bool {
	bare := strings.TrimRight(before, " 　")
	if bare == "" || strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "。") || strings.HasSuffix(bare, "\n") {
		return true
	}
	last := before[strings.LastIndexByte(before, '\n')+1:]
	if k := strings.LastIndex(last, ". "); k >= 0 {
		last = last[k+len(". "):]
	}
	return len(bare) < len(before) && signsOf(last) != ""
}

// noteEnd is where a footnote ends: with its sentence, at the next footnote or an empty line.
func noteEnd(text string) int {
	end := len(text)
	for _, stop := range [...]string{". ", ".\n", "。", "\n\n", "\n(", "\n["} {
		if k := strings.Index(text, stop); k >= 0 {
			end = min(end, k)
		}
	}
	if k := strings.IndexAny(text[:end], footnoteSigns); k >= 0 {
		end = k
	}
	if k := nextNumber.FindStringIndex(text[:end]); k != nil {
		end = k[0]
	}
	return end
}
