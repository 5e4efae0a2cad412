package tesseract

import (
	"image"
	"math"
	"strings"
	"unicode/utf8"

	"exoscan/internal/ocr"
)

// maxChoices is how many other candidates of a letter are kept. Those behind are further from what
// is printed than an edit distance would go.
const maxChoices = 4

// wordsOf makes a page's words of Tesseract's, with boxes in the image that was sent. Words of blanks
// and words outside the image are not words.
func wordsOf(spans []span, back way) []ocr.Word {
	out := make([]ocr.Word, 0, len(spans))
	for _, s := range spans {
		w := ocr.Word{
			Box:        back.box(image.Rect(s.x0, s.y0, s.x1, s.y1)),
			Confidence: percent(s.confidence),
			Block:      s.block, Paragraph: s.paragraph, Line: s.line,
		}
		w.Text = valid(s.text)
		for _, l := range s.letters {
			if letter, ok := letterOf(l); ok {
				w.Letters = append(w.Letters, letter)
				w.Text += letter.Text
			}
		}
		if strings.TrimSpace(w.Text) != "" && w.Box.W > 0 && w.Box.H > 0 {
			out = append(out, w)
		}
	}
	return out
}

func letterOf(s symbol) (ocr.Letter, bool) {
	l := ocr.Letter{Text: valid(s.text), Confidence: percent(s.confidence)}
	for _, c := range s.choices {
		text := valid(c.text)
		if text != l.Text && text != "" && len(l.Alternatives) < maxChoices {
			l.Alternatives = append(l.Alternatives, ocr.Alternative{Text: text, Confidence: percent(c.confidence)})
		}
	}
	return l, l.Text != ""
}

// valid replaces what is not UTF-8, which Tesseract has been seen to cut out of damaged models.
func valid(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }

func percent(c float64) float64 {
	if !(c > 0) { // NaN too
		return 0
	}
	return math.Round(min(c, 100)*100) / 100
}
