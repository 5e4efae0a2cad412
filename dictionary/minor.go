package dictionary

import (
	"slices"
	"strings"
	"unicode/utf8"
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

// ShortMinor is how many letters a conjunction or a filler has at most: longer words need no looking up.
const ShortMinor = 4

// Minor is a word that is part of no name.
type Minor struct {
	Text     string // in small letters, as it is looked for: signs and letters are those that are read
	Role     MinorRole
	Language string // a BCP 47 tag; "mul" for what is the same in many
	Evidence string
	Source   string
}

// MinorWord says whether a word in small letters has a role beside names.
func (d *Dictionary) MinorWord(lower string, role MinorRole) bool {
	return slices.Contains(d.minor[lower], role)
}

func (c checker) minor() Minor {
	w := Minor{
		Text: c.text("text"), Role: MinorRole(c.oneOf("role", string(Unit), string(FoodUnit), string(Basis), string(Conjunction), string(Abbreviation),
			string(Filler), string(Courtesy))),
		Language: c.get("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
	if w.Text != strings.ToLower(w.Text) {
		c.fault("%q is not in small letters", w.Text)
	}
	if n := utf8.RuneCountInString(w.Text); n > ShortMinor && (w.Role == Conjunction || w.Role == Filler) {
		c.fault("%q has %d letters, a %s at most %d", w.Text, n, w.Role, ShortMinor)
	}
	return w
}

// rolesOf gives the roles of each word.
func rolesOf(words []Minor) map[string][]MinorRole {
	all := make(map[string][]MinorRole, len(words))
	for _, w := range words {
		all[w.Text] = append(all[w.Text], w.Role)
	}
	return all
}
