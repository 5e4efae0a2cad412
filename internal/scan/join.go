package scan

import (
	"fmt"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/cutoff"
	"exoscan/internal/label"
	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/reading"
	"exoscan/internal/together"
)

func (s *Steps) note(code, format string, args ...any) {
	s.Notes = append(s.Notes, origin.Warning{Code: code, Text: fmt.Sprintf(format, args...)})
}

// join makes one label of what several photos of a product show, and understands that. Photos that
// overlap become one page; the others stand one after another.
func (s *Scanner) join(steps *Steps, shots []*Steps) error {
	return steps.timed("join", func() error {
		var sheets []together.Sheet
		for _, shot := range shots {
			for i := range shot.Label.Page().Words {
				shot.Label.Page().Words[i].Photo = shot.Input.Source
			}
			sheets = append(sheets, s.sheet(shot.Label))
		}
		var labels []*label.Label
		var apart []string // what holds a list of its own
		for _, g := range together.Join(sheets) {
			l := shots[g.Sheets[0]].Label
			if len(g.Sheets) > 1 {
				l = label.FromPage(jointPage(g, shots), s.Dictionary)
				cutoff.Look(s.Dictionary, l, s.matcher.List(l))
			}
			labels = append(labels, l)
			if l.ListFound {
				apart = append(apart, sources(g, shots))
			}
		}
		if len(apart) > 1 {
			steps.note("no-overlap", "%s share no part of a list; what may stand between them was not judged", strings.Join(apart, " and "))
		}
		steps.Label = label.Concat(labels...)
		steps.Page = steps.Label.Page()
		steps.List, steps.Claims = s.matcher.List(steps.Label), s.matcher.Claims(steps.Label)
		for _, shot := range shots {
			if shot.Read == nil || steps.Label.ListFound && !shot.Label.ListFound {
				continue // the front of a pack has no list to be read badly
			}
			for _, w := range shot.Read.Warnings {
				if w.Code == reading.CurvedLabel && !steps.Label.CutOff {
					continue // the bottle was turned
				}
				steps.note(w.Code, "%s: %s", shot.Input.Source, w.Text)
			}
		}
		return nil
	})
}

func sources(g together.Group, shots []*Steps) string {
	var names []string
	for _, i := range g.Sheets {
		names = append(names, shots[i].Input.Source)
	}
	return strings.Join(names, " with ")
}

// sheet is the label as lines of words with their worth: what Tesseract thought of them, and whether
// the dictionary knows them.
func (s *Scanner) sheet(l *label.Label) together.Sheet {
	const known = 0.5
	var out together.Sheet
	for _, line := range l.Lines() {
		words := []together.Word{}
		for _, i := range line {
			w := l.Page().Words[i]
			worth := w.Confidence / 100
			bare := strings.TrimFunc(w.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if len(bare) > 1 && s.Dictionary.KnownWord(dictionary.Fold(bare)) {
				worth += known
			}
			words = append(words, together.Word{Text: w.Text, Worth: worth})
		}
		out = append(out, words)
	}
	return out
}

// The words of a page that no camera has seen, in pixels: set line under line.
const (
	letterWidth  = 10
	letterHeight = 20
	lineHeight   = 30
	blockGap     = 40
)

// jointPage sets the words of a group as one page. Boxes stay those of the photos, and Laid says where a
// word stands on this page.
func jointPage(g together.Group, shots []*Steps) *ocr.Page {
	lines := make([][][]int, len(shots))
	for _, i := range g.Sheets {
		lines[i] = shots[i].Label.Lines()
	}
	out := &ocr.Page{V: ocr.PageVersion, Lang: shots[g.Sheets[0]].Label.Page().Lang, Words: []ocr.Word{}}
	y, block := 0, 1
	for k, refs := range g.Lines {
		if first := refs[0]; k > 0 && first.Line > 0 && len(lines[first.Sheet][first.Line-1]) == 0 {
			y += blockGap
			block++
		}
		x := 0
		for _, r := range refs {
			w := shots[r.Sheet].Label.Page().Words[lines[r.Sheet][r.Line][r.Word]]
			width := letterWidth * len([]rune(w.Text))
			w.Laid = &ocr.Box{X: x, Y: y, W: width, H: letterHeight}
			w.Block, w.Paragraph, w.Line = block, 1, k+1
			out.Words = append(out.Words, w)
			x += width + letterWidth
		}
		y += lineHeight
	}
	return out
}
