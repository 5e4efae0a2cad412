package match

import (
	"regexp"
	"strings"

	"exoscan/dictionary"
)

// Where a name states no source, a footnote, a cell of its row or a field below it may.

// noted is what is said elsewhere of what the exosomes of an ingredient come from.
func (w *work) noted(m *Match) Note {
	if parts := w.footnote(m); parts != nil {
		return Note{parts, "footnote"}
	}
	if cell := w.label.Ingredients[m.Ingredient].Origin; cell.Start < cell.End {
		return Note{w.sourceIn(cell.Start, cell.End, true), "row"}
	}
	return w.fieldSaid(m)
}

// aField is a line or a part of one that says one thing of what stands above it or before it: "Origin: human adipose".
var aField = regexp.MustCompile(`^[^\pL:：\n]*([\n,;|(。；、])[\s\-*•|"']*(\pL[\pL ]{0,30}?)\s*[:：=]\s*([^\n;|()。；]+)`)

// mostFields is how many fields may stand between a name and the one that says where it comes from.
const mostFields = 4

// fieldSaid is what a field behind a name says, before another field names another ingredient.
func (w *work) fieldSaid(m *Match) Note {
	text, at := w.label.Text, m.End
	if m.Ingredient >= 0 {
		at = max(at, w.label.Ingredients[m.Ingredient].End)
	}
	for range mostFields {
		f := aField.FindStringSubmatchIndex(text[at:])
		if f == nil {
			break
		}
		name, start, end := dictionary.Fold(text[at+f[4]:at+f[5]]), at+f[6], at+f[7]
		if sign := text[at+f[2] : at+f[3]]; sign != "\n" && sign != "(" && sign != "|" {
			if k := strings.IndexAny(text[start:end], ",."); k >= 0 { // on one line other ingredients may follow
				end = start + k
			}
		}
		switch {
		case w.m.dict.ColumnWord(name, dictionary.OriginColumn):
			return Note{w.sourceIn(start, end, true), "field"}
		case w.m.dict.ColumnWord(name, dictionary.InciColumn) || w.m.dict.ColumnWord(name, dictionary.NameColumn):
			return Note{}
		}
		at = end
	}
	return Note{}
}
