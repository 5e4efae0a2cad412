package match

import (
	"strings"

	"exoscan/dictionary"
)

// translated takes names with only a slash between them for one ingredient in several languages: "Water/Eau",
// "Cera Alba/Beeswax/Cire d'Abeille". A list whose items slashes part was parted before.
func (w *work) translated(i int, names []Match) (Match, bool) {
	in := w.label.Ingredients[i].Name
	out := Match{Ingredient: i, Start: in.Start, End: in.End, Read: w.label.Text[in.Start:in.End], How: Folded, Known: true, Kind: dictionary.Ingredient}
	var said []string
	for k := range names {
		m := &names[k]
		if !m.Known || m.Kind != dictionary.Ingredient || k > 0 && strings.TrimSpace(w.label.Text[names[k-1].End:m.Start]) != "/" {
			return Match{}, false
		}
		if m.How == Edited {
			out.How = Edited
		}
		out.Edits, out.Cost = out.Edits+m.Edits, out.Cost+m.Cost
		out.Parts = append(out.Parts, m.Parts...)
		if len(said) == 0 || said[len(said)-1] != m.Name {
			said = append(said, m.Name)
		}
	}
	out.Name = strings.Join(said, "/")
	return out, true
}
