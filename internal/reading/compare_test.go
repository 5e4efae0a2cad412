package reading

import (
	"slices"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// TestCompare counts as found what was read nearly so, once, and what is printed with its parts where those are read.
func TestCompare(t *testing.T) {
	var list []match.Match
	for _, read := range []string{"Aqua", "Glycerln", "sugar", "skim milk", "cocoa butter", "Parfum", "Milk (Whey", "Casein)", "Aqua"} {
		list = append(list, match.Match{Read: read})
	}
	truth := []string{"Aqua", "Glycerin", "Fudge (sugar, skim milk, cocoa butter)", "Milk (Whey, Casein)", "Glue (Parfum)", "Xanthan Gum"}
	found, missed, extra := compare(dictionary.Default(), truth, list)
	if found != 3 || !slices.Equal(missed, []string{"Glycerin", "Glue (Parfum)", "Xanthan Gum"}) || !slices.Equal(extra, []string{"Glycerln", "Parfum", "Aqua"}) {
		t.Errorf("found %d, missed %q, extra %q", found, missed, extra)
	}
}
