package dictionary

import (
	"iter"
	"maps"
	"strings"
)

// MinorRole is what a word does that stands in lists and sentences beside names and is part of none.
type MinorRole string

// The roles.
const (
	Unit         MinorRole = "unit"         // amounts of ingredients are counted in it: "10,000 ppm"
	FoodUnit     MinorRole = "food-unit"    // what a food contains is counted in it: "76.8 g"
	Basis        MinorRole = "basis"        // half of what a share is of: "5 % w/w"
	Conjunction  MinorRole = "conjunction"  // stands before the last item of a list
	Abbreviation MinorRole = "abbreviation" // ends in a full stop that ends nothing else
	Filler       MinorRole = "filler"       // is so common that knowing it tells no list from a sentence
	Courtesy     MinorRole = "courtesy"     // ends the sentences of packs, please do, do not, it is, and no name
)

// Minor is a word that is part of no name.
type Minor struct {
	Text     string // in small letters, as it is looked for: signs and letters are those that are read
	Role     MinorRole
	Language string // a BCP 47 tag; "mul" for what is the same in many
	Evidence string
	Source   string
}

// MinorWord says whether a word in small letters has a role beside names.
func (d *Dictionary) MinorWord(lower string, role MinorRole) bool { return d.minor[role][lower] }

// MinorWords gives the words of a role, in no order.
func (d *Dictionary) MinorWords(role MinorRole) iter.Seq[string] { return maps.Keys(d.minor[role]) }

func (c checker) minor() Minor {
	w := Minor{
		Text: c.text("text"), Role: MinorRole(c.oneOf("role", string(Unit), string(FoodUnit), string(Basis), string(Conjunction), string(Abbreviation),
			string(Filler), string(Courtesy))),
		Language: c.get("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
	if w.Text != strings.ToLower(w.Text) {
		c.fault("%q is not in small letters", w.Text)
	}
	return w
}

// byRole sorts words by what they do, each under its key.
func byRole[Role comparable, Row any](rows []Row, of func(Row) (Role, string)) map[Role]map[string]bool {
	all := map[Role]map[string]bool{}
	for _, r := range rows {
		role, key := of(r)
		if all[role] == nil {
			all[role] = map[string]bool{}
		}
		all[role][key] = true
	}
	return all
}
