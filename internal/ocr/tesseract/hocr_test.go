package tesseract

import (
	"image"
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestParseHOCR(t *testing.T) {
	sample, err := os.ReadFile("testdata/sample.hocr")
	if err != nil {
		t.Fatal(err)
	}
	type word struct {
		text                   string
		confidence             float64
		block, paragraph, line int
	}
	var got []word
	for _, s := range parseHOCR(string(sample)) {
		w := word{confidence: s.confidence, block: s.block, paragraph: s.paragraph, line: s.line}
		for _, l := range s.letters {
			w.text += l.text
		}
		got = append(got, w)
	}
	want := []word{
		{"Aqua,", 96, 1, 1, 1},
		{"C10<12", 91, 1, 1, 2}, // the fixture escapes the bracket
		{"Alcohol", 88, 1, 2, 1},
		{"Parfum", 93, 2, 1, 1}, // the picture between the blocks does not count
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	first := parseHOCR(string(sample))[0]
	if first.x0 != 36 || first.y0 != 92 || first.x1 != 96 || first.y1 != 116 {
		t.Errorf("box is %d,%d,%d,%d", first.x0, first.y0, first.x1, first.y1)
	}
	choices := first.letters[0].choices
	if len(choices) != 2 || choices[0].text != "A" || choices[1].text != "4" || choices[1].confidence != 81.25 {
		t.Errorf("candidates of A are %v", choices)
	}
}

// Whatever comes, parsing ends, and every word it gives was opened by a word's tag.
func FuzzParseHOCR(f *testing.F) {
	sample, err := os.ReadFile("testdata/sample.hocr")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(sample))
	f.Add("<span class='ocrx_word' title='bbox 1 2 3'")
	f.Add("<span class='ocrx_cinfo' title='x_conf 1'>x</span>")
	f.Add("a<b>c</span class=")
	f.Add("<x class='ocrx_word' title='bbox 1e99 NaN -Inf 4; x_wconf 1e400'>")
	f.Fuzz(func(t *testing.T, s string) {
		words := parseHOCR(s)
		if n := strings.Count(s, "ocrx_word"); len(words) > n {
			t.Errorf("%d words of %d tags", len(words), n)
		}
		back := way{sent: image.Rect(0, 0, 100, 100), region: image.Rect(0, 0, 100, 100)}
		for _, w := range wordsOf(words, back) {
			if w.Box.X < 0 || w.Box.Y < 0 || w.Box.X+w.Box.W > 100 || w.Box.Y+w.Box.H > 100 {
				t.Errorf("box %v is outside", w.Box)
			}
			if !(w.Confidence >= 0 && w.Confidence <= 100) {
				t.Errorf("confidence %v", w.Confidence)
			}
		}
	})
}
