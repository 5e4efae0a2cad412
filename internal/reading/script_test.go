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
		{"kor", "수", 95, false},                                                 // too little to tell
		{"kor", "1106111타11!:6028, 130116ㅁ011 ㄱ 나 1441101애 3 호 ㅇ ㅁ", 60, false}, // Cyrillic
		{"jpn", "肌須、酸母提取物、黄瓜果提取物、才放和較乱人も茶叶提取物", 42, false},                      // Chinese
		{"jpn", "販売元花霞合同会社 京都市左京区 お客様窓口", 92, true},                             // an address has hardly any kana
	} {
		for _, s := range scripts() {
			words := []ocr.Word{{Text: c.text, Confidence: c.confidence}}
			if got := s.fit(words) > likelyScript; s.lang == c.lang && got != c.want {
				t.Errorf("%s fits %q read with a confidence of %v: %v", c.lang, c.text, c.confidence, got)
			}
		}
	}
}

// TestReveals has readings in the script of the print against what was made of it in Latin.
func TestReveals(t *testing.T) {
	of := func(lang string, s Score) *try {
		return &try{page: &ocr.Page{Recipe: ocr.Recipe{Lang: lang}}, score: s}
	}
	latin := of("eng", Score{Confidence: 34})
	for _, c := range []struct {
		what string
		t, o *try
		want bool
	}{
		{"signs, the list understood badly", of("chi_sim", Score{ListFound: true, Ingredients: 14, Known: 0.17, Confidence: 68, Value: -4}), latin, true},
		{"signs, none of them sure", of("chi_sim", Score{Confidence: 40}), latin, false},
		{"the same language", of("eng", Score{Confidence: 68}), latin, false},
		{"a list in Latin letters", of("kor", Score{Confidence: 80}), of("eng", Score{ListFound: true, Ingredients: 12, Known: 0.4, Confidence: 60}), false},
	} {
		if got := c.t.reveals(c.o); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// TestTwoScripts has INCI names in a list that begins in Russian, read with the English data alone.
func TestTwoScripts(t *testing.T) {
	page := words([]string{"COCTAB:", "NponaHgAvon,", "IKCTPakT", "ThICAYeNUCTHUKa,"}, []string{"BHeKNeTOYHbIe", "BE3UKYsbI,", "TepmanbuHaa,"})
	for i := range page.Words[1:] {
		page.Words[i+1].Confidence = 40
	}
	page.Words = append(page.Words, words(nil, nil, []string{"Butylene", "Glycol,", "Allantoin,", "Citric", "Acid"}).Words...)
	w := newWork()
	w.best = tried(w, page)
	w.Installed = []string{"eng"}
	if w.twoScripts() {
		t.Error("there is no data for Cyrillic")
	}
	w.Installed = []string{"eng", "rus"}
	plans := alsoCyrillic(w)
	if len(plans) != 1 || plans[0].recipe.Lang != cyrillicToo || plans[0].view != w.best.plan.view {
		t.Fatalf("the plans are %v", plans)
	}
	if !w.twoScripts() {
		t.Error("nothing was read as Cyrillic yet")
	}
	w.tries = append(w.tries, &try{page: &ocr.Page{Recipe: ocr.Recipe{Lang: cyrillicToo}}})
	if w.twoScripts() {
		t.Error("it was read as Cyrillic")
	}
}

// TestTraditional has Chinese that was read as simplified.
func TestTraditional(t *testing.T) {
	for _, c := range []struct {
		what, lang string
		known      float64
		installed  []string
		want       bool
	}{
		{"little of it is known", simplifiedData, 0.5, []string{"eng", simplifiedData, traditionalData}, true},
		{"the list is known", simplifiedData, 0.95, []string{"eng", simplifiedData, traditionalData}, false},
		{"there is no data", simplifiedData, 0.5, []string{"eng", simplifiedData}, false},
		{"it is Japanese", "jpn", 0.5, []string{"eng", "jpn", simplifiedData, traditionalData}, false},
	} {
		w := newWork()
		w.best = tried(w, words([]string{"成分:", "水、甘油、丁二醇"}))
		w.best.page.Recipe.Lang, w.best.score.Known, w.Installed = c.lang, c.known, c.installed
		plans := traditional(w)
		if got := len(plans) == 1 && plans[0].recipe.Lang == traditionalData && plans[0].view == w.best.plan.view; got != c.want {
			t.Errorf("%s: the plans are %v", c.what, plans)
		}
	}
}
