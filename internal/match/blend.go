package match

import (
	"regexp"
	"strings"

	"exoscan/dictionary"
)

// blendJoint stands between the names of a blend that was added as one and is listed as one:
// "Palmitic Acid & Stearic Acid", "DMDM Hydantoin and Iodopropynyl Butylcarbamate", "Glycerin / Sorbitol".
// A slash without spaces belongs to one name.
var blendJoint = regexp.MustCompile(`(?i)\s*[&＆]\s*|\s+and\s+|\s*\((?:and|und|et|y|e|&)\)\s*|\s+(?:/|\+)\s+`)

// blend matches an ingredient that the label kept whole as the names that are joined in it, if all of
// them are known and none has to do with exosomes: those count one by one.
func (w *work) blend(i int) (Match, bool) {
	in := w.label.Ingredients[i].Name
	text := w.label.Text[in.Start:in.End]
	joints := blendJoint.FindAllStringIndex(text, -1)
	if len(joints) == 0 || len(joints) >= maxJoined {
		return Match{}, false
	}
	out := Match{Ingredient: i, Start: in.Start, End: in.End, Read: text, Known: true, Kind: dictionary.Ingredient}
	var name strings.Builder
	from := 0
	for _, j := range append(joints, []int{len(text), len(text)}) {
		if j[0] <= from {
			return Match{}, false
		}
		m, ok := w.exact(i, in.Start+from, in.Start+j[0])
		if !ok {
			s := w.parse(in.Start+from, in.Start+j[0])
			w.repair(s)
			if m, ok = w.whole(i, in.Start+from, in.Start+j[0], s); !ok {
				return Match{}, false
			}
		}
		if m.Kind != dictionary.Ingredient {
			return Match{}, false
		}
		name.WriteString(m.Name)
		if j[0] < len(text) {
			name.WriteString(" " + strings.TrimSpace(text[j[0]:j[1]]) + " ")
		}
		if m.How == Edited || m.How == Folded && out.How != Edited || out.How == "" {
			out.How = m.How
		}
		out.Edits += m.Edits
		out.Cost += m.Cost
		from = j[1]
	}
	out.Name = name.String()
	return out, true
}
