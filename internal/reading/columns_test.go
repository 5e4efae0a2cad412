package reading

import (
	"strings"
	"testing"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// TestPartColumns has words in a line of the engine that runs on from a list, 100 to 500 wide, into what stands beside it.
func TestPartColumns(t *testing.T) {
	list := column{rect{100, 0, 500, 300}, 250, 11}
	other := column{rect{520, 0, 700, 100}, 16, 1}
	at := func(text string, x, w int) ocr.Word {
		return ocr.Word{Text: text, Block: 1, Paragraph: 1, Line: 1, Laid: &ocr.Box{X: x, Y: 40, W: w, H: 20}}
	}
	for _, c := range []struct {
		name    string
		columns []column
		words   []ocr.Word
		want    string
	}{
		{"a narrow gutter", []column{other, list}, []ocr.Word{at("Aqua,", 300, 80), at("Glycerin", 390, 110), at("Caution:", 522, 90), at("stop", 620, 60)}, "Aqua, Glycerin | Caution: stop"},
		{"what stands left of it", []column{{rect{0, 0, 80, 100}, 16, 1}, list}, []ocr.Word{at("Lot", 10, 60), at("Aqua,", 110, 80)}, "Aqua, | Lot"},
		{"the end of a line in a block of its own", []column{{rect{505, 0, 700, 100}, 16, 1}, list}, []ocr.Word{at("Aqua,", 400, 100), at("Glycerin", 508, 90)}, "Aqua, Glycerin"},
		{"no column to go by", []column{other, {list.place, 60, 3}}, []ocr.Word{at("Aqua,", 400, 100), at("Caution:", 522, 90)}, "Aqua, Caution:"},
	} {
		words, _ := apartWords(c.words, c.columns, 13)
		var got []string
		for i, w := range words {
			if i > 0 && numberOf(words[i-1]) != numberOf(w) {
				got = append(got, "|")
			}
			got = append(got, w.Text)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %q, want %q", c.name, text, c.want)
		}
	}
}

// TestTornLines has the engine find a gutter in a list, which is then laid flat whatever was understood of it.
func TestTornLines(t *testing.T) {
	for _, c := range []struct {
		name string
		cut  int // words of each line from which on they are in another block
		want bool
	}{
		{"whole lines", 9, false},
		{"lines in two pieces", 2, true},
	} {
		w := newWork()
		page := words(strings.Fields("Ingredients: Aqua, Glycerin, Niacinamide,"), strings.Fields("Betaine, Panthenol, Carbomer, Allantoin,"), strings.Fields("Tocopherol, Lecithin, Squalane, Urea."))
		at := 0
		for i := range page.Words {
			if i > 0 && page.Words[i].Line != page.Words[i-1].Line {
				at = 0
			}
			if at++; at > c.cut {
				page.Words[i].Block++
			}
		}
		w.survey("").layout.Blocks = []layout.Block{surveyed(3)}
		w.best = tried(w, page)
		if got := w.best.score.Torn; got != c.want || w.best.score.good() == c.want || (flat(w) != nil) != c.want {
			t.Errorf("%s: torn %v, good %v, %d plans to lay it flat", c.name, got, w.best.score.good(), len(flat(w)))
		}
	}
}
