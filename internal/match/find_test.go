package match

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

func TestFindExplains(t *testing.T) {
	m := New(dictionary.Default())
	for _, c := range []struct {
		query, name, why string
		kind             dictionary.Kind
	}{
		{"ex0some", "Exosomes", "taken for it: 0 for o", dictionary.Exosome},
		{"exosornes", "Exosomes", "taken for it: rn for m", dictionary.Exosome},
		{"exposome", "exposome", "taken for it: the same letters", dictionary.LookAlike},
		{"HUMAN AD1POSE STROMAL CELL EXOSOMES", "Human Adipose Stromal Cell Exosomes", "taken for it: 1 for i", dictionary.Exosome},
		{"Lavandula angustifolia callus exosomes", "Lavandula Angustifolia Callus Exosomes", "taken for it: understood word by word", dictionary.Exosome},
		{"glycerln", "Glycerin", "taken for it: l for i", dictionary.Ingredient},
		{"Wheat Bran", "Triticum Vulgare Bran", "taken for it: the same letters", dictionary.Ingredient},
		{"Emulsifier", "Emulsifier", "taken for it: the same letters", dictionary.Function},
		{"xsms", "", "has these letters in this order", ""},
	} {
		got := m.Find(c.query)
		if len(got) == 0 {
			t.Errorf("%q: nothing", c.query)
			continue
		}
		if first := got[0]; c.name != "" && (first.Term.Name != c.name || first.Term.Kind != c.kind) || first.Why != c.why {
			t.Errorf("%q: first %q, a %s, %q", c.query, first.Term.Name, first.Term.Kind, first.Why)
		}
		for _, x := range got {
			if strings.TrimSpace(x.Why) == "" {
				t.Errorf("%q: %q without a reason", c.query, x.Term.Name)
			}
		}
	}
	if got := m.Find("  "); got != nil {
		t.Errorf("nothing asked finds %v", got)
	}
}
