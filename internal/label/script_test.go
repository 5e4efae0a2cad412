package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// TestMixedList has lists with lines of Cyrillic that were read as Latin, and Latin lists on a Russian pack.
func TestMixedList(t *testing.T) {
	const (
		within  = "Ingredients: Aqua, Glycerin, BHeKNeTOYHbIe BE3UKYsbI, Panthenol, Allantoin, Citric Acid"
		before  = "Coctas npoaykta: Boga nofgrotopneHHan, rekcaHquon, Tnuyepun, SkcTpakT KOHCKOrO\nXylitylglucoside, Trehalose, Urea, Xylitol, Pullulan"
		around  = "HaHecuTe WaMNYyHA BNaKHbIE XpaHuTb ynaKOBKe\n"
		clean   = "Ingredients: Aqua, Glycerin, Panthenol, Allantoin, Citric Acid, Parfum."
		doubted = 40
	)
	d := dictionary.Default()
	for _, c := range []struct {
		what, text string
		want       bool
	}{
		{"a line within a list", around + within, true},
		{"the lines it begins with", before, true},
		{"the rest of the pack", around + clean, false},
		{"a Latin pack", clean, false},
	} {
		p := &ocr.Page{V: ocr.PageVersion, Width: 1600, Height: 200}
		for row, line := range strings.Split(c.text, "\n") {
			x := 10
			for _, word := range strings.Fields(line) {
				w := ocr.Word{Text: word, Box: ocr.Box{X: x, Y: 30 * (row + 1), W: 10 * len(word), H: 20}, Confidence: 90, Block: 1, Paragraph: 1, Line: row + 1}
				if mixed(strings.Trim(word, ",")) {
					w.Confidence = doubted
				}
				p.Words = append(p.Words, w)
				x += w.Box.W + 10
			}
		}
		if got := FromPage(p, d).MixedList(); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
