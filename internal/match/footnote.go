package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// footnoteSigns are what footnotes are marked with, one or several of the same.
const footnoteSigns = "*†‡§¤※¹²³⁴⁵"

// besides are words of the grammar that say where something works or what is beside it, not where it comes from:
// "tested in human cells", "with rice".
var besides = [...]string{"in", "with", "like", "loaded"}

// footnote is what a footnote says of where the exosomes of an ingredient come from: "Exosomes*, Glycerin. *derived
// from rice". It counts if all its words are words of the grammar, letter for letter, and none denies: what was
// tested on human skin is not of it. Nor does a source by itself count: it may be an allergen.
func (w *work) footnote(m *Match) []Part {
	sign := w.footnoteSign(m)
	if sign == "" {
		return nil
	}
	note := w.noteBehind(m.End, sign)
	if note < 0 {
		return nil
	}
	s := w.parse(note, note+noteEnd(w.label.Text[note:]))
	for i := range s.tokens {
		if !s.tokens[i].used && !s.epithet(i) {
			return nil
		}
	}
	tied := false
	for _, p := range s.parts {
		switch c := p.Word.Class; {
		case c == dictionary.ClassModifier && slices.Contains(besides[:], p.Word.Name):
			return nil
		case c == dictionary.ClassModifier || c == dictionary.ClassNoun:
			tied = true
		case c != dictionary.ClassFerment && !tellsSource(c):
			return nil
		default:
			tied = tied || strings.Contains(p.Word.Text, " ") // plant derived
		}
	}
	if !tied {
		return nil
	}
	return s.parts
}

// noteBehind is where the footnote with a sign begins, -1 if there is none behind a place in the text. Where the sign
// comes again after it, it is a bullet or parts ingredients.
func (w *work) noteBehind(from int, sign string) int {
	text, note := w.label.Text, -1
	for at := from; at < len(text); {
		k := strings.Index(text[at:], sign)
		if k < 0 {
			break
		}
		start := at + k
		at = start + len(signsOf(text[start:]))
		switch {
		case at > start+len(sign):
		case note >= 0:
			return -1
		case beginsNote(text[:start]):
			note = at
		}
	}
	return note
}

// epithet reports whether a word is a species of the genus before it.
func (s *sentence) epithet(i int) bool {
	return i > 0 && slices.Contains(dictionary.Species(s.tokens[i-1].text), s.tokens[i].text)
}

// footnoteSign is the sign that refers from an ingredient to a footnote, "" for none. It stands right behind the name or
// its amount, or right before the name.
func (w *work) footnoteSign(m *Match) string {
	text := w.label.Text
	behind := text[m.End:]
	if k := strings.IndexAny(behind, ",;.\n"); k >= 0 {
		behind = behind[:k]
	}
	space := false
	for i, r := range behind {
		if strings.ContainsRune(footnoteSigns, r) && !space {
			return signsOf(behind[i:])
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

// signsOf is the run of one sign that a text begins with.
func signsOf(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	n := 0
	for n < len(text) && runeAt(text, n) == first && strings.ContainsRune(footnoteSigns, first) {
		n += size
	}
	return text[:n]
}

// beginsNote reports whether a footnote may begin behind a text: it ends a sentence or a line.
func beginsNote(before string) bool {
	bare := strings.TrimRight(before, " ")
	return bare == "" || strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "\n")
}

// noteEnd is where a footnote ends: with its sentence, at the next footnote or an empty line.
func noteEnd(text string) int {
	end := len(text)
	for _, stop := range [...]string{". ", ".\n", "\n\n"} {
		if k := strings.Index(text, stop); k >= 0 {
			end = min(end, k)
		}
	}
	if k := strings.IndexAny(text[:end], footnoteSigns); k >= 0 {
		end = k
	}
	return end
}

func runeAt(text string, i int) rune {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}
