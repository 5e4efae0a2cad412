package reading

import (
	"unicode"
	"unicode/utf8"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// Bullets between the names of a list are round spots to the survey, which measures them, and a letter or a sign to
// Tesseract, which looks for letters: an e here, an o there, then a «. So a short word on such a spot is a bullet.

const (
	bullet     = "•"
	bulletNear = 0.4 // heights of its box a spot may lie beside it: a round spot and a slim e differ
	bulletTall = 1.6 // x-heights; a higher box is of a rule
)

// spots turns the words that were read from bullets into bullets. Boxes are on the picture of the layout.
func spots(l *layout.Layout, words []ocr.Word) {
	for i := range words {
		spot(l, &words[i])
	}
}

func spot(l *layout.Layout, w *ocr.Word) {
	if likeBullet(w.Text) && spotIn(l, w.Box) {
		w.Text = bullet
	}
}

// likeBullet says whether a bullet may be read so: as one letter, or as marks. A character of scripts whose words are not
// spaced out is a word by itself, beside a comma as round as a spot: 酸 is no bullet.
func likeBullet(text string) bool {
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return false
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return n == 1
		}
	}
	return n <= 2
}

// spotIn says whether a spot of the layout lies in a box, or hardly beside it.
func spotIn(l *layout.Layout, b ocr.Box) bool {
	high := float64(b.H)
	place := rect{float64(b.X), float64(b.Y), float64(b.X + b.W), float64(b.Y) + high}.wider(bulletNear*high, bulletNear*high)
	for i := range l.Blocks {
		if high > bulletTall*l.Blocks[i].XHeight {
			continue
		}
		for _, p := range l.Blocks[i].Bullets {
			if p.X > place.x0 && p.X < place.x1 && p.Y > place.y0 && p.Y < place.y1 {
				return true
			}
		}
	}
	return false
}
