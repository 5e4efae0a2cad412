package origin_test

import (
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

// TestExosomesOfWhatExtractsAreOf puts a noun in place of the last word of the extracts that CosIng has: exosomes are
// found whatever they are of, and are human where the name says so. The extract is never taken for what was meant.
func TestExosomesOfWhatExtractsAreOf(t *testing.T) {
	const every = 3 // extracts: enough to find a rule that is wrong, and quick
	nouns := [...]string{"Exosome", "EXOSOMES", "Vesicles", "Extracellular Vesicles", "exosomes extract"}
	lipids := []string{"LIPID", "LECITHIN"} // vesicles of which are liposomes
	d := dictionary.Default()
	m := match.New(d)
	names := dictionary.CosIng()
	extracts, checked := 0, 0
	for id := range names.Len() {
		source, ok := strings.CutSuffix(strings.ToUpper(names.Name(id)), " EXTRACT")
		if !ok {
			continue
		}
		words := strings.FieldsFunc(source, func(r rune) bool { return strings.ContainsRune(" /()", r) })
		if extracts++; extracts%every != 0 || slices.ContainsFunc(lipids, func(l string) bool { return slices.Contains(words, l) }) {
			continue
		}
		checked++
		text := source + " " + nouns[checked%len(nouns)]
		l := label.FromText("Ingredients: Water, Glycerin, "+text+", Panthenol, Niacinamide", d)
		got := origin.Judge(d, l, m.List(l), m.Claims(l)).Verdict
		if human := slices.Contains(words, "HUMAN"); got == origin.None || human != (got == origin.Human) {
			t.Errorf("%q is %s", text, got)
		}
	}
	if checked < 1000 {
		t.Errorf("only %d extracts were found", checked)
	}
	t.Logf("%d names", checked)
}
