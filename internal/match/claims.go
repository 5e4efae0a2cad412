package match

import "exoscan/internal/label"

// claims finds the mentions of exosomes outside the lists: a noun, with the grammar words around it.
func (w *work) claims(l *label.Label) []Match {
	w.label = l
	var out []Match
	for _, r := range l.Rest {
		for _, line := range linesOf(l.Text, r) {
			s := w.parse(line.Start, line.End)
			if s.noun() == nil {
				w.repair(s)
			}
			if p := s.noun(); p != nil {
				a, b := s.parts[0].Start, s.parts[0].End
				for _, q := range s.parts {
					a, b = min(a, q.Start), max(b, q.End)
				}
				out = append(out, Match{
					Ingredient: -1, Start: a, End: b, Read: l.Text[a:b], Name: p.Word.Name, Known: true,
					Kind: p.Word.Kind, Parts: s.parts, How: Folded, Edits: p.Edits,
				})
			}
		}
	}
	return out
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
