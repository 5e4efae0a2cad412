package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

func TestBlend(t *testing.T) {
	m := New(dictionary.Default())
	for text, want := range map[string][]string{
		"Water, PALMITIC ACID & STEARIC ACID, Glycerin, Panthenol":                                  {"Water", "Palmitic Acid & Stearic Acid", "Glycerin", "Panthenol"},
		"Water, DMDM Hydantoin and Iodopropynyl Butylcarbamate, Glycerin, Panthenol":                {"Water", "DMDM Hydantoin and Iodopropynyl Butylcarbamate", "Glycerin", "Panthenol"},
		"Water, TITANIUM DIOXIDE & ALUMINUM HYDROX1DE & STEARIC ACID, Glycerin, Panthenol":          {"Water", "Titanium Dioxide & Aluminum Hydroxide & Stearic Acid", "Glycerin", "Panthenol"},
		"Water, Sodium Hyaluronate (and) Water, Glycerin (&) Sorbitol, Panthenol, Parfum":           {"Water", "Sodium Hyaluronate (and) Water", "Glycerin (&) Sorbitol", "Panthenol", "Parfum"},
		"Water, Calcined Kaolin, Calcined Kaolin / Zinc Oxide, Parfum":                              {"Water", "Kaolin", "Kaolin / Zinc Oxide", "Parfum"},
		"Water, Glycerin / Sorbitol, Panthenol, Parfum":                                             {"Water", "Glycerin / Sorbitol", "Panthenol", "Parfum"},
		"Water, Glycerin & Rosa Damascena Callus Extracellular Vesicles, Panthenol, Phenoxyethanol": {"Water", "Glycerin", "Rosa Damascena Callus Extracellular Vesicles", "Panthenol", "Phenoxyethanol"},
		"WATER/EAU, Cera Alba/Beeswax/Cire d'Abeille, Panthenol, Parfum":                            {"Water/Aqua", "Cera Alba", "Panthenol", "Parfum"},
		"水、生育酚（维生素E）、甘油、烟酰胺":                                                                        {"Water", "Tocopherol", "Glycerin", "Niacinamide"},
		"Water, Glycerin/Rosa Damascena Callus Extracellular Vesicles, Panthenol":                   {"Water", "Glycerin", "Rosa Damascena Callus Extracellular Vesicles", "Panthenol"},
		"Water, Cl 77499 (Iron Oxides), C1 77891 (Titanium Dioxide), Panthenol":                     {"Water", "CI 77499", "Titanium Dioxide", "Panthenol"},
		"Water, Parfum, Talc, Vitamin Complex (Xqz Powder, Niacin, Gqf {Wax}), Panthenol":           {"Water", "Parfum", "Talc", "", "Panthenol"},
		"Water, Rosa Complex (Xqz Powder, Gqf, Human Adipose Stromal Cell Exosomes), Panthenol":     {"Water", "", "", "Human Adipose Stromal Cell Exosomes", "Panthenol"},
		"Water, Caprylic/Capric Triglyceride, Panthenol":                                            {"Water", "Caprylic/Capric Triglyceride", "Panthenol"},
	} {
		var have []string
		for _, x := range m.List(label.FromText(text, dictionary.Default())) {
			if !x.Known && x.Name != "" {
				t.Errorf("%q: %q is not known", text, x.Read)
			}
			have = append(have, x.Name)
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%q (-want +have):\n%s", text, diff)
		}
	}
}
