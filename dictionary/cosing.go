package dictionary

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The value of a name in the index holds its CosIng number and the snapshots it stands in.
const (
	refBits     = 24
	in2021      = 1 << refBits
	in2026      = 2 << refBits
	referenceOf = in2021 - 1
)

// CosIngReference is the CosIng number of name id.
func CosIngReference(id int) int { return CosIng().Value(id) & referenceOf }

// CosIngTerm is name id as a term.
func CosIngTerm(id int) Term {
	name := CosIng().Name(id)
	snapshots := "CosIng"
	if v := CosIng().Value(id); v&in2021 != 0 {
		snapshots += " 2021"
	}
	if v := CosIng().Value(id); v&in2026 != 0 {
		snapshots += " 2026"
	}
	return Term{
		Text: strings.ToUpper(name), Name: name, Kind: Ingredient, Language: "INCI", Evidence: Seen,
		Source: snapshots, Reference: "CosIng " + strconv.Itoa(CosIngReference(id)),
	}
}

// cosingName gives the CosIng name with that key.
func cosingName(folded string) (Term, bool) {
	first, count := CosIng().Lookup(Squeeze(nil, folded))
	for id := first; id < first+count; id++ {
		if Fold(CosIng().Name(id)) == folded {
			return CosIngTerm(id), true
		}
	}
	return Term{}, false
}

// cosingToken reports whether a token stands in any CosIng name.
func cosingToken(folded string) bool {
	var room [64]byte
	_, count := CosIngWords().Lookup(Squeeze(room[:0], folded))
	return count > 0
}

// Species gives the second words of the CosIng names that begin with a word: of a genus, its species, and of some
// its parts.
func Species(genus string) []string { return species()[genus] }

// Genera gives the genera of which CosIng names have a species: those with sativa.
func Genera(species string) []string { return genera()[species] }

var genera = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for genus, names := range species() {
		for _, s := range names {
			all[s] = append(all[s], genus)
		}
	}
	for _, g := range all {
		slices.Sort(g)
	}
	return all
})

var species = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for id := range CosIng().Len() {
		if words := strings.SplitN(Fold(CosIng().Name(id)), " ", 3); len(words) > 1 && !slices.Contains(all[words[0]], words[1]) {
			all[words[0]] = append(all[words[0]], words[1])
		}
	}
	return all
})
