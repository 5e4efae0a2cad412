package label

import (
	"testing"

	"exoscan/dictionary"
)

// cleanList is an ordinary list of 30 ingredients, about a thousand bytes.
const cleanList = "Ingredients: Water, Butylene Glycol, Glycerin, Dimethicone, Caprylic/Capric Triglyceride, Cetearyl Alcohol, " +
	"Rosa Damascena Callus Extracellular Vesicles, Helianthus Annuus (Sunflower) Seed Oil, Butyrospermum Parkii (Shea) Butter, " +
	"Squalane, 1,2-Hexanediol, Niacinamide, Panthenol, Glyceryl Stearate, PEG-100 Stearate, Sodium Hyaluronate, Hydrolyzed Collagen, " +
	"Centella Asiatica Extract, Camellia Sinensis Leaf Extract, Tocopheryl Acetate, Adenosine, Allantoin, Betaine, Carbomer, " +
	"Acrylates/C10-30 Alkyl Acrylate Crosspolymer, Xanthan Gum, Disodium EDTA, Phenoxyethanol, Ethylhexylglycerin, Parfum (Fragrance)."

func BenchmarkFromText(b *testing.B) {
	d := dictionary.Default()
	FromText(cleanList, d)
	b.SetBytes(int64(len(cleanList)))
	b.ReportAllocs()
	for b.Loop() {
		FromText(cleanList, d)
	}
}
