package match

import (
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// listOf matches a list whose separators are all there.
func listOf(text string) []Match {
	d := dictionary.Default()
	return New(d).List(label.FromText("Ingredients: "+text, d))
}

// around puts an ingredient among some that no one doubts.
func around(ingredient string) string {
	return "Aqua, Glycerin, Butylene Glycol, " + ingredient + ", Panthenol, Citric Acid"
}

func TestOneIngredient(t *testing.T) {
	for _, c := range []struct {
		read, name string
		kind       dictionary.Kind
		how        How
	}{
		{"HUMAN ADIPOSE STROMAL CELL EXOSOMES", "Human Adipose Stromal Cell Exosomes", dictionary.Exosome, Exact},
		{"HUMAN AD1P0SE STR0MAL CELL EX0S0MES", "Human Adipose Stromal Cell Exosomes", dictionary.Exosome, Edited},
		{"Human adipose-derived mesenchymal cell exosomes", "Human Adipose Derived Mesenchymal Cell Exosomes", dictionary.Exosome, Exact},
		{"Lactobacillus Extracellular Vesicles (Exosomes)", "Lactobacillus Extracellular Vesicles", dictionary.Vesicle, Exact},
		{"Lavandula Angustifolia Callus Exosomes", "Lavandula Angustifolia Callus Exosomes", dictionary.Exosome, Folded},
		{"Lavandula Angustifolia Callus Ex0s0rnes", "Lavandula Angustifolia Callus Exosomes", dictionary.Exosome, Edited},
		{"Aqva", "Aqua", dictionary.Ingredient, Edited},
		{"BUTYROSPERMUM PARKII (SHEA) BUTTER", "Butyrospermum Parkii Butter", dictionary.Ingredient, Folded},
		{"Olea Europaea\n(Olive) Fruit Oil", "Olea Europaea Fruit Oil", dictionary.Ingredient, Folded},
		{"Organic\nOlea Europaea Fruit Oil", "Olea Europaea Fruit Oil", dictionary.Ingredient, Folded},
		{"Prunus Amygdalus Duicis (Sweet Almond) Oil", "Prunus Amygdalus Dulcis Oil", dictionary.Ingredient, Edited},
		{"Sirnmondsia Chinensls\n(Jojoba) Seed Oil", "Simmondsia Chinensis Seed Oil", dictionary.Ingredient, Edited},
		{"Simmondsia Chinensls (Exosomes) Seed Oil", "Simmondsia Chinensis (Exosomes) Seed Oil", dictionary.Exosome, Edited},
		{"(1 75470 [carmine]", "CI 75470", dictionary.Ingredient, Folded},
		{"Cl 19140(FD&C Yellow No. 5)", "CI 19140", dictionary.Ingredient, Folded},
		{"Mixed Spices (Turmeric Powder, Ginger Powder, Garlic Powder, Sugar)", "Mixed Spices (Turmeric Powder, Ginger Powder, Garlic Powder, Sugar)", dictionary.Ingredient, Folded},
		{"Emulsifier (322)", "Emulsifier (322)", dictionary.Ingredient, Folded},
		{"Acidity Regulators (INS 260, INS 270 & INS 330)", "Acidity Regulators (INS 260, INS 270 & INS 330)", dictionary.Ingredient, Folded},
		{"Thickener - 415", "Thickener 415", dictionary.Ingredient, Folded},
		{"Preservative(INS211)", "Preservative(INS211)", dictionary.Ingredient, Folded},
		{"Stabiliser (Xanthan Gum)", "Xanthan Gum", dictionary.Ingredient, Folded},
		{"Xqzorbin (Preservative)", "", "", Folded},
		{"Emulsifier (Human Adipose Stromal Cell Exosomes)", "Emulsifier (Human Adipose Stromal Cell Exosomes)", dictionary.Exosome, Folded},
		{"Cow Milk Powder Exosomes", "Cow Milk Powder Exosomes", dictionary.Exosome, Folded},
		{"Oryza Sativa(Rice) Bran Wax", "Oryza Sativa Bran Wax", dictionary.Ingredient, Folded},
		{"Lactococcus\nVesicles", "Lactococcus Vesicles", dictionary.Vesicle, Folded},
		{"Lanolin Alcohol,\n(Nocerit®)", "Lanolin Alcohol", dictionary.Ingredient, Folded},
		{"Sodlum Hya1uronate", "Sodium Hyaluronate", dictionary.Ingredient, Edited},
		{"1 2-Hexanediol", "1,2-Hexanediol", dictionary.Ingredient, Folded},
		{"Exposome", "exposome", dictionary.LookAlike, Exact},
		{"Hexosome", "hexosome", dictionary.LookAlike, Exact},
		{"Phytosome", "phytosome", dictionary.LookAlike, Exact},
		{"Sorghum Flour", "Sorghum Flour", dictionary.Ingredient, Folded},
		{"Concentrated Pineapple Juice", "Concentrated Pineapple Juice", dictionary.Ingredient, Folded},
		{"Apricot Seed Powder", "Apricot Seed Powder", dictionary.Ingredient, Folded},
		{"Mandarin Orange Oil", "Mandarin Orange Oil", dictionary.Ingredient, Folded},
		{"lodized Salt", "Sodium Chloride", dictionary.Ingredient, Edited},
		{"Paim Oil", "Elaeis Guineensis Oil", dictionary.Ingredient, Edited},
		{"Santalum Spicatum (Sandalwood) Oil", "Santalum Album Oil", dictionary.Ingredient, Folded},
		{"Human Dental Pulp", "", "", Folded},
		{"Organic Expeller-Pressed Sunflower Oil", "Helianthus Annuus Seed Oil", dictionary.Ingredient, Folded},
		{"Ethosome Caffeine", "Ethosome Caffeine", dictionary.LookAlike, Folded},
		{"Liposomal\nNiacinamlde", "Liposomal Niacinamide", dictionary.LookAlike, Edited},
		{"Retinol Liposomes", "Retinol Liposomes", dictionary.LookAlike, Folded},
		{"Exosome Active", "Exosome Active", dictionary.Exosome, Folded},
		{"Artificial Exosome Vesicles", "Artificial Exosome Vesicles", dictionary.Exosome, Folded},
		{"Rosa Hybrid Callus Conditioned Media", "Rosa Hybrid Callus Conditioned Media", dictionary.ConditionedMedia, Folded},
		{"EXTRACT OF SOME THING", "", "", Folded},
		{"Organic Dandelion Root", "Organic Dandelion Root", dictionary.Ingredient, Folded},
		{"Dandelion (Taraxacum officinale) Root", "Dandelion (Taraxacum Officinale) Root", dictionary.Ingredient, Folded},
		{"Dandelion Root (hand picked at home)", "Dandelion Root (Hand Picked At Home)", dictionary.Ingredient, Folded},
		{"Bulgarian Rose Otto", "Bulgarian Rose Otto", dictionary.Ingredient, Folded},
		{"Clover Blossoms", "Clover Blossoms", dictionary.Ingredient, Folded},
		{"Essential Oils of Sage and Thyme", "Essential Oils Of Sage And Thyme", dictionary.Ingredient, Folded},
		{"Huile d'Avocat vierge", "Huile D'avocat Vierge", dictionary.Ingredient, Folded},
		{"Brennnesseltee", "Brennnesseltee", dictionary.Ingredient, Folded},
		{"Lavendelblütenextrakt", "Lavendelblütenextrakt", dictionary.Ingredient, Folded},
		{"Hawaiian Sea Salt", "Hawaiian Sea Salt", dictionary.Ingredient, Folded},
		{"Shea Butter Raw", "Butyrospermum Parkii Butter", dictionary.Ingredient, Folded},
		{"Bulgarian Rose Callus", "", "", Folded},
		{"Rose Small", "", "", Folded},
		{"Organic Rose Cell", "", "", Folded},
		{"Panax Quinquefolius Wild Leaf", "", "", Folded},
		{"Rose Exo", "", "", Folded},
		{"Wild Organic Raw", "", "", Folded},
		{"PEG-4O Hydrogenated Cast0r Oil", "PEG-40 Hydrogenated Castor Oil", dictionary.Ingredient, Edited},
		{"PEG-777 Hydrogenated Castor Oil", "", "", Folded},
	} {
		got := listOf(around(c.read))
		if len(got) != 6 {
			t.Errorf("%q: %d matches, want 6: %v", c.read, len(got), got)
			continue
		}
		m := got[3]
		if m.Name != c.name || m.Kind != c.kind || m.How != c.how || m.Known != (c.name != "") {
			t.Errorf("%q is %q, a %s, %s, want %q, a %s, %s", c.read, m.Name, m.Kind, m.How, c.name, c.kind, c.how)
		}
	}
}

func TestJoinAndSplit(t *testing.T) {
	for _, c := range []struct {
		read string
		want []string
	}{
		{"2-Methyl-1, 5-Dioxaspiroundecane", nil},
		{"Sodium Hyaluronate. Centella Asiatica Extract", []string{"Sodium Hyaluronate", "Centella Asiatica Extract"}},
		{"Niacinamide Adenosine", []string{"Niacinamide", "Adenosine"}},
		{"Niacinamlde. Adenoslne", []string{"Niacinamide", "Adenosine"}},
		{"Talc Oryza Sativa (Rice) Bran Wax", []string{"Talc", "Oryza Sativa Bran Wax"}},
		{"Hexyl Cinnamal Citral Watermelon Vesicles", []string{"Hexyl Cinnamal", "Citral", "Watermelon Vesicles"}},
		{"Niosome, Retinol", []string{"niosome", "Retinol"}},
		{"Retinol Conditioned Media", []string{"Retinol", "Conditioned Media"}},
		{"Caprylic, Capric Triglyceride", []string{"Caprylic/Capric Triglyceride"}},
		{"PEG/PPG-18/18, Dimethicone", []string{"PEG/PPG-18/18 Dimethicone"}},
		{"Turmeric Water", []string{"Turmeric Water"}},
	} {
		if c.want == nil {
			continue
		}
		got := listOf(around(c.read))
		var names []string
		for _, m := range got[3:max(3, len(got)-2)] {
			names = append(names, m.Name)
		}
		if len(names) != len(c.want) || names[0] != c.want[0] || names[len(names)-1] != c.want[len(c.want)-1] {
			t.Errorf("%q is %q, want %q", c.read, names, c.want)
		}
	}
}

// labelOf is a label with one ingredient.
func labelOf(text string) *label.Label {
	all := label.Range{End: len(text)}
	return &label.Label{Text: text, ListFound: true, Ingredients: []label.Ingredient{{End: len(text), Name: all}}}
}
