package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

func TestWhyListsEnd(t *testing.T) {
	for _, c := range []struct{ below, why string }{
		{".\nMaison Verte, 12 rue des Lilas, 75011 Paris, France", "a full stop ends the list, and what follows is none"},
		{"\nThe water of the seal is not for you, rinse.", "a sentence on a line of its own ends the list"},
		{"\nXqzbury Wzqf, 2 Mill Lane, Exeter EX1 1AB, England", "an address ends the list"},
	} {
		l := FromText("Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene"+c.below, dictionary.Default())
		said := ""
		for _, s := range l.Trace {
			if strings.Contains(s.What, "ends the list") {
				said = s.What
			}
		}
		if said != c.why {
			t.Errorf("below %q: %q, want %q", c.below, said, c.why)
		}
	}
}
