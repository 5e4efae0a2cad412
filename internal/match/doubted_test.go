package match_test

import (
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// TestDoubtedWords reads ingredients whose words behind a ? the reader doubted: what is a name by their letters is none by
// sure ones, and one of two names that are as near in neither case.
func TestDoubtedWords(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for read, want := range map[string]string{
		"CI ?19148":                    "CI 19140",
		"Jojoba Wax ?PEG-128 Esters":   "Jojoba Wax PEG-120 Esters",
		"?Benay ?Aicohol":              "Benzyl Alcohol",
		"Sodium ?Berzours":             "Sodium Benzoate",
		"?2—Hexanediol":                "", // 1,2-Hexanediol is as near as Hexanediol
		"?Behenic ?Oil":                "", // a right word is no other: not Behenic Acid
		"?Fenugrick Powder":            "", // half of the word would be wrong: not Serica Powder
		"?HEL":                         "", // too short: not Mel
		"?Human ?Adipose ?Sts ?Ixosxx": "", // no exosome, and nothing else
	} {
		for _, text := range [...]string{read, strings.ReplaceAll(read, "?", "")} {
			list := m.List(label.FromPage(oneLine("Ingredients: Aqua, Glycerin, "+text+", Phenoxyethanol, Tocopherol"), d))
			if len(list) != 5 || list[2].Name != want {
				t.Errorf("%q is %+v, want %q", text, list, want)
			}
			want = ""
		}
	}
}

// oneLine is a page of one line, on which the reader was sure of the words that do not begin with a question mark.
func oneLine(text string) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Height: 100}
	for word := range strings.FieldsSeq(text) {
		confidence := 95.0
		word, doubted := strings.CutPrefix(word, "?")
		if doubted {
			confidence = 60
		}
		box := ocr.Box{X: p.Width, Y: 40, W: 10 * len(word), H: 20}
		p.Words = append(p.Words, ocr.Word{Text: word, Box: box, Confidence: confidence, Block: 1, Paragraph: 1, Line: 1})
		p.Width += box.W + 8
	}
	return p
}
