package origin

import (
	"strings"
	"testing"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// TestEverySourceWordDecides puts every source word of the grammar beside a noun of its own language,
// as an ingredient no table lists, and judges it. What the class of the word states must
// come out, and of tissue words and parts of plants nothing but a guess.
func TestEverySourceWordDecides(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	nouns := map[string]string{"en": "exosomes"} // by language: what exosomes are called
	for _, w := range d.Words() {
		if w.Class == dictionary.ClassNoun && w.Kind == dictionary.Exosome && w.Origin == "" && w.Language != "en" && !strings.Contains(w.Text, " ") {
			for lang := range strings.FieldsSeq(w.Language) {
				if len(w.Text) > len(nouns[lang]) {
					nouns[lang] = w.Text
				}
			}
		}
	}
	wrong, tried := 0, 0
	for i, w := range d.Words() {
		if testing.Short() && i%11 != 0 {
			continue
		}
		want := Unspecified
		switch w.Class {
		case dictionary.ClassHuman, dictionary.ClassPlant, dictionary.ClassAnimal, dictionary.ClassMilk, dictionary.ClassMicrobe, dictionary.ClassSynthetic:
			want = derived(w.Origin)
		case dictionary.ClassTissue, dictionary.ClassPart, dictionary.ClassVegan, dictionary.ClassNeutral:
		default:
			continue
		}
		lang, _, _ := strings.Cut(w.Language, " ")
		noun := nouns[lang]
		if noun == "" {
			noun = "exosomes"
		}
		space := " "
		if !strings.Contains(w.Text, " ") && strings.ContainsFunc(w.Text, func(r rune) bool {
			return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana, unicode.Thai)
		}) {
			space = ""
		}
		names := []string{w.Text + space + noun, w.Text + " " + noun}
		if w.Language != "la" && w.Language != "en" && w.Text != "人" { // "exosomes yeast" has lost a comma
			names = append(names, noun+space+w.Text)
		}
		for _, name := range names {
			l := label.FromText("Ingredients: Water, Glycerin, Niacinamide, "+name+", Panthenol, Allantoin", d)
			j := Judge(d, l, m.List(l), nil)
			tried++
			if j.Verdict != want {
				wrong++
				t.Errorf("%s: %q (%s) is %s, want %s; %+v", w.Language, name, w.Class, j.Verdict, want, j.Findings)
			}
		}
	}
	t.Logf("%d of %d wrong", wrong, tried)
}
