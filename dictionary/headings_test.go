package dictionary

import "testing"

func TestHeadingsAreFoundByTheirFirstWord(t *testing.T) {
	d := Default()
	for _, h := range d.headings {
		if h.Role == Firm {
			if !d.LegalForm(Fold(h.Text)) {
				t.Errorf("%q is no legal form", h.Text)
			}
			continue
		}
		key := Fold(h.Text)
		word := ""
		for _, r := range key {
			if Unspaced(r) {
				word = string(r)
			}
			break
		}
		if tokens := Tokens(key); word == "" && len(tokens) > 0 {
			word = tokens[0]
		}
		found := false
		for _, k := range d.HeadingsFrom(word) {
			found = found || k.Heading == h
		}
		if word != "" && !found {
			t.Errorf("%q is not among the headings from %q", h.Text, word)
		}
	}
}

func TestDamagedHeadings(t *testing.T) {
	d := Default()
	for _, c := range []struct {
		read, want string
		edits      int
	}{
		{"INGREDIENTS", "Ingredients", 0},
		{"lngred1ents", "Ingredients", 0}, // l and 1 are i to the eye
		{"INGREDIENIS", "Ingredients", 1},
		{"NGREDIENTS", "Ingredients", 1},
		{"ngedients", "Ingredients", 2},
		{"ients", "Ingredients", 6}, // cut off by the edge of the photo
		{"nts", "", 0},
		{"Igredents of", "", 0},
		{"Cocras", "", 0},
		{"water", "", 0},
	} {
		h, edits, ok := d.HeadingLike(c.read)
		if ok != (c.want != "") || ok && (h.Text != c.want || edits != c.edits) {
			t.Errorf("HeadingLike(%q) = %q with %d edits, %v; want %q with %d", c.read, h.Text, edits, ok, c.want, c.edits)
		}
	}
}
