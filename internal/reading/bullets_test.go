package reading

import (
	"testing"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

func TestSpotsAreBullets(t *testing.T) {
	l := &layout.Layout{Blocks: []layout.Block{{XHeight: 10, Bullets: []layout.Point{{X: 105, Y: 20}, {X: 205, Y: 20}, {X: 305, Y: 20}, {X: 405, Y: 20}}}}}
	at := func(text string, x, w, h int) ocr.Word {
		return ocr.Word{Text: text, Box: ocr.Box{X: x, Y: 25 - h, W: w, H: h}}
	}
	for _, c := range []struct {
		word ocr.Word
		want string
	}{
		{at("e", 101, 8, 9), "•"},
		{at("«", 201, 8, 8), "•"},
		{at("e", 307, 4, 9), "•"},     // the box of a slimmer letter
		{at("-:", 401, 8, 8), "•"},    // two signs of one spot
		{at("e", 150, 8, 9), "e"},     // a letter that stands where no spot is
		{at("CI", 100, 14, 12), "CI"}, // more than a spot is read as
		{at("|", 204, 3, 60), "|"},    // a rule beside the spot
		{at("E.", 301, 12, 12), "E."}, // letters with a sign
		{at("Aqua", 400, 40, 12), "Aqua"},
		{at("酸", 200, 12, 12), "酸"}, // beside a comma
		{at("유", 200, 12, 12), "유"},
	} {
		words := []ocr.Word{c.word}
		spots(l, words)
		if words[0].Text != c.want {
			t.Errorf("%q at %v became %q, want %q", c.word.Text, c.word.Box, words[0].Text, c.want)
		}
	}
}
