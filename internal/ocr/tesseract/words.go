package tesseract

import (
	"image"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/internal/ocr"
)

// span is a word as Tesseract read it, its box as edges in the image Tesseract was given.
type span struct {
	x0, y0, x1, y1         int
	confidence             float64
	block, paragraph, line int
	text                   string
	joined                 bool // to the span before it
}

// wordsOf makes a page's words of Tesseract's, with boxes in the image that was sent. Words of blanks
// and words outside the image are not words.
func wordsOf(spans []span, back way) []ocr.Word {
	out := make([]ocr.Word, 0, len(spans))
	for _, s := range spans {
		w := ocr.Word{
			Box:        back.box(image.Rect(s.x0, s.y0, s.x1, s.y1)),
			Confidence: percent(s.confidence),
			Block:      s.block, Paragraph: s.paragraph, Line: s.line,
			Text: valid(s.text), Joined: s.joined,
		}
		if strings.TrimSpace(w.Text) != "" && w.Box.W > 0 && w.Box.H > 0 {
			out = append(out, w)
		}
	}
	return out
}

// join notes which spans no space stands before, by the text of the page: Korean comes in pieces, and only its text says
// which of them are one word.
func join(spans []span, text string) {
	for i := range spans {
		rest := strings.TrimLeftFunc(text, unicode.IsSpace)
		joined := i > 0 && len(rest) == len(text)
		if rest, ok := strings.CutPrefix(rest, spans[i].text); ok {
			spans[i].joined, text = joined, rest
			continue
		}
		return // the text is in another order
	}
}

// isHangul says whether a span has letters of Korean.
func isHangul(s span) bool {
	return strings.ContainsFunc(s.text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// valid replaces what is not UTF-8, which Tesseract has been seen to cut out of damaged models.
func valid(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }

func percent(c float64) float64 {
	if !(c > 0) { // NaN too
		return 0
	}
	return math.Round(min(c, 100)*100) / 100
}
