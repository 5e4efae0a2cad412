package match

import (
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// TestTornNames gives names of which a reflection took a part: they are no exosomes, and doubtful where
// they may have been.
func TestTornNames(t *testing.T) {
	d := dictionary.Default()
	m := New(d)
	for _, c := range []struct {
		torn  string
		doubt bool
	}{
		{"Human Adipose Derived Mesenchymal « =s", true},
		{`ALLIUM SATI\ =SICLES`, true},
		{"STEM CELL SOMES", true},
		{"Zelpora somes", false},
		{"GLYCINE =D EXTRACT", false},   // it ends in what is made of a source
		{"Brgnd = Wktzqmn", false},      // it names no source
		{"Zelpora Complex", false},      // nothing is gone
		{"Malus Domestica Frmt", false}, // nothing shows that anything is gone
		{"= »", false},
		{"Milk Zqorbin {Cow Milk Wzqxin}", false}, // braces are brackets
		{"Milk Zqorbin { Cow", true},
		{"FUIOUE VESICLA CHS EXTRACT", true}, // a misread Fucus Vesiculosus
	} {
		l := label.FromText("Ingredients: Aqua, Glycerin, Niacinamide, "+c.torn+", Panthenol, Parfum, Citric Acid", d)
		doubt := false
		for _, got := range m.List(l) {
			doubt = doubt || got.Doubt != ""
			if got.Kind == dictionary.Exosome || got.Kind == dictionary.Vesicle {
				t.Errorf("%q was taken for the exosome %q", c.torn, got.Name)
			}
		}
		if doubt != c.doubt {
			t.Errorf("%q: doubtful is %v, want %v", c.torn, doubt, c.doubt)
		}
	}
}

// TestNounAmongStrangers believes a noun whose letters were taken for those that look like them, whatever
// stands beside it, and one with another letter wrong only in the company of words that go with it.
func TestNounAmongStrangers(t *testing.T) {
	d := dictionary.Default()
	m := New(d)
	for _, read := range []string{"Zelpora ex0somes", "Zelpora extracellular vesiclas", "Rosa Damascena vesiclas", "EX0SOMFS"} {
		l := label.FromText("Ingredients: Aqua, Glycerin, "+read+", Panthenol, Parfum", d)
		found := false
		for _, got := range m.List(l) {
			found = found || got.Kind == dictionary.Exosome || got.Kind == dictionary.Vesicle
		}
		if !found {
			t.Errorf("%q was not taken for an exosome", read)
		}
	}
}

// TestNearNamesKeepNounAndSource has names that no table lists, near to names that some do: the noun is not
// traded for another, nor the source left out.
func TestNearNamesKeepNounAndSource(t *testing.T) {
	for read, source := range map[string]string{
		"CENTELLA ASIATICA ADVENTITIOUS ROOT EXOSOME":   "plant",
		"Centella Asiatica Adventitious Root EX0S0MES":  "plant",
		"Yeast Extracellular Vesicles":                  "microbial",
		"Panax Ginseng Root Extracellular Vesicles":     "plant",
		"Human Dermal Papilla Cell Exosome":             "human",
		"Lactobacillus Paracasei Extracellular Vesicle": "microbial",
	} {
		found := false
		for _, got := range listOf("Aqua, Glycerin, " + read + ", Niacinamide, Parfum") {
			if got.Kind != dictionary.Exosome && got.Kind != dictionary.Vesicle {
				continue
			}
			for _, p := range got.Parts {
				found = found || string(p.Word.Origin) == source
			}
		}
		if !found {
			t.Errorf("%q is not an exosome with a word that states %s", read, source)
		}
	}
}
