package reading

import (
	"testing"

	"exoscan/internal/ocr"
)

// TestFit tells scripts by what Tesseract makes of a little print in each language, right or not.
func TestFit(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		confidence float64
		want       bool
	}{
		{"kor", "정제수, 글리세린, PEG-40", 91, true},
		{"kor", "뿌빠쁘삐뻐", 30, false}, // Japanese, read as Korean
		{"jpn", "水、グリセリン、ヒアルロン酸Na", 92, true},
		{"jpn", "ecaoh iel KSN", 90, false},
		{"chi_sim", "水、甘油、烟酰胺、透明质酸钠", 79, true},
		{"rus", "вода, глицерин, пантенол", 93, true},
		{"kor", "수", 95, false}, // too little to tell
	} {
		for _, s := range scripts() {
			words := []ocr.Word{{Text: c.text, Confidence: c.confidence}}
			if got := s.fit(words) > likelyScript; s.lang == c.lang && got != c.want {
				t.Errorf("%s fits %q read with a confidence of %v: %v", c.lang, c.text, c.confidence, got)
			}
		}
	}
}
