package match_test

import (
	"testing"

	"exoscan/internal/origin"
)

// TestNounReadBadlyIsNoNone holds lists whose noun was read too badly to be found, or whose source word is as
// near to words of other sources, to neither a plain "none" nor a wrong origin.
func TestNounReadBadlyIsNoNone(t *testing.T) {
	b := reporting()
	for text, want := range map[string]origin.Verdict{
		"Corylus Americana Flower EYs":                 origin.Unreadable,
		"Human Bone MarrowEVs":                         origin.Unreadable,
		"HUMAN PLACENTA EV":                            origin.Unreadable,
		"LIVER CELL EXTRACELLULAR VESK/EG":             origin.Unreadable,
		"Human Mesenchymal Stem Cell Fxyosome8":        origin.Unreadable,
		"PLIOUE VESICLE CHES EXTRACT":                  origin.Unreadable, // Fucus Vesiculosus Extract
		"HUMAN KERATINOCYTE EXTRACELLULAR MATRIX":      origin.None,
		"Hman Liver Cell Exosomes":                     origin.Unspecified, // not of a lemon
		"ANION EPITHELIAL CELL EXTRACELLULAR VESICLES": origin.Unreadable,  // not of an onion
		"Human/Bovine Milk Exosomes":                   origin.Mixed,
		"HUMAN BREAST MILK EXOSOMES":                   origin.Human,
		"Ginger-derived exosome-like nanoparticles":    origin.Plant,
	} {
		if got, _ := b.judge(around(text)); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
