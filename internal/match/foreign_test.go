package match

import (
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// TestForeignNames reads names of ingredients in other scripts with signs that Tesseract took for others.
func TestForeignNames(t *testing.T) {
	m := New(dictionary.Default())
	for _, c := range []struct{ read, want string }{
		{"마그네슴설페이트", "Magnesium Sulfate"},
		{"소듬하이알루로네이트", "Sodium Hyaluronate"},
		{"에칠핵실메톡시신나메이트", "Ethylhexyl Methoxycinnamate"},
		{"사이클로핵사실록산", "Cyclohexasiloxane"},
		{"폴리글리세릴-11라우레이트", ""}, // another number is another ingredient
		{"판태돌", ""},      // too short for two wrong strokes
		{"병풀엑소줌추출물", ""}, // a doubt is no ingredient
	} {
		l := label.FromText("전성분: 정제수, 글리세린, "+c.read+", 판테놀", dictionary.Default())
		got := ""
		for _, one := range m.List(l) {
			if one.Read == c.read && one.Kind == dictionary.Ingredient {
				got = one.Name
			}
		}
		if got != c.want {
			t.Errorf("%s is taken for %q, want %q", c.read, got, c.want)
		}
	}
}
