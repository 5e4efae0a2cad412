package labeltest

import "testing"

// TestAskewHoldsEveryCondition makes a label of each condition in every way it can be held.
func TestAskewHoldsEveryCondition(t *testing.T) {
	for _, set := range []Set{Tuning(), Reporting()} {
		for i := range 3 * 8 * len(Conditions()) {
			l, o := set.Askew(i)
			if len(l.List.Ingredients) < 4 || o.Turn != 90*(i%4) || o.Roll < -20 || o.Roll > 20 {
				t.Errorf("askew %d has %d ingredients, is turned by %d and rolled by %.0f degrees", i, len(l.List.Ingredients), o.Turn, o.Roll)
			}
		}
	}
}
