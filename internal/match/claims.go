package match

import (
	"slices"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// claims finds the mentions of exosomes outside the lists: each noun with the grammar words that stand
// beside it ("PLANT EXOSOME COMPLEX", "exosome-free"). Of what stands inside a list and is no ingredient
// of it the doubtful is given, too: it may have been one.
func (w *work) claims(l *label.Label) []Match {
	w.label = l
	var out []Match
	for _, r := range l.Rest {
		for _, line := range linesOf(l.Text, r) {
			s := w.parse(line.Start, line.End)
			if s.noun() == nil {
				w.repair(s)
			}
			if s.noun() != nil {
				out = append(out, w.mentions(s)...)
			} else if s.could != "" && s.like == "" && insideList(l, line) {
				out = append(out, w.rest(-1, line.Start, line.End, s))
			}
		}
	}
	return out
}

// mentions gives the nouns of a line, each with its neighbours.
func (w *work) mentions(s *sentence) (out []Match) {
	for i := 0; i < len(s.tokens); i++ {
		if !s.tokens[i].used {
			continue
		}
		end, open := i+1, 0
		for end < len(s.tokens) && (s.tokens[end].used || s.epithet(end) && end+1 < len(s.tokens) && s.tokens[end+1].used) {
			if open += s.opened(end-1, end); open <= 0 && s.parted(end) {
				break
			}
			end++
		}
		r := s.bytes(i, end)
		parts := s.within(r)
		if noun := nounOf(parts); noun != nil && !w.alikeWords(s, i, end) {
			m := Match{
				Ingredient: -1, Start: r.Start, End: r.End, Read: s.text[r.Start:r.End], Name: noun.Word.Name,
				Known: true, Kind: noun.Word.Kind, Parts: parts, How: Folded,
			}
			for k := i; k < end; k++ {
				m.Edits += s.tokens[k].edits
				m.Cost += float64(s.tokens[k].cost) / 100
			}
			if m.Edits > 0 {
				m.How = Edited
			}
			m.Note = w.fieldSaid(&m)
			out = append(out, m)
		}
		i = end - 1
	}
	return out
}

// within gives the parts of a sentence that stand in a range.
func (s *sentence) within(r label.Range) (parts []Part) {
	first, _ := slices.BinarySearchFunc(s.parts, r.Start, func(p Part, start int) int { return p.Start - start })
	for _, p := range s.parts[first:] {
		if p.Start >= r.End {
			break
		}
		if p.End <= r.End {
			parts = append(parts, p)
		}
	}
	return parts
}

// opened is how many more brackets open than close from one word to another.
func (s *sentence) opened(from, to int) int {
	a, _ := s.place(s.tokens[from].start, s.tokens[from].end)
	b, _ := s.place(s.tokens[to].start, s.tokens[to].end)
	return strings.Count(s.text[a:b], "(") - strings.Count(s.text[a:b], ")")
}

// parted reports whether a comma or the end of a sentence stands right before a word: "Exosomes, milk and honey" are three
// things. Within a bracket they are one: "Exosomes (human, adipose)".
func (s *sentence) parted(to int) bool {
	_, end := s.place(s.tokens[to-1].start, s.tokens[to-1].end)
	start, _ := s.place(s.tokens[to].start, s.tokens[to].end)
	sign := strings.TrimLeft(s.text[end:start], `)]"'*™®”’`)
	return strings.HasPrefix(sign, ", ") || strings.HasPrefix(sign, "; ") || strings.HasPrefix(sign, ". ") ||
		strings.HasPrefix(sign, "? ") || strings.HasPrefix(sign, "! ") || strings.HasPrefix(sign, "、") || strings.HasPrefix(sign, "。")
}

func insideList(l *label.Label, r label.Range) bool {
	return slices.ContainsFunc(l.Lists, func(list label.List) bool { return r.Start >= list.Range.Start && r.End <= list.Range.End })
}

// alikeWords reports whether the words are a look-alike of several words: "RNA exosome complex".
func (w *work) alikeWords(s *sentence, from, to int) bool {
	t := w.m.vocab.whole[squeezedKey(s.phrase(s.tokens[from:to]))]
	return t != nil && t.Kind == dictionary.LookAlike
}

// linesOf cuts a range at its line breaks.
func linesOf(text string, r label.Range) (lines []label.Range) {
	from := r.Start
	for i := r.Start; i <= r.End; i++ {
		if i == r.End || text[i] == '\n' {
			if i > from {
				lines = append(lines, label.Range{Start: from, End: i})
			}
			from = i + 1
		}
	}
	return lines
}
