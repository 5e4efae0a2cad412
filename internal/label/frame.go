package label

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/internal/ocr"
)

// piece is one word of the page in the frame of its text: turned upright and levelled, so that lines
// run to the right and follow each other downwards whatever way the photo was held.
type piece struct {
	word           int     // index in Page.Words
	letters        int     // characters
	left, right    float64 // pixels along the line
	middle, height float64 // pixels across the line: the centre and the size of the letters
}

// tallest is how many times taller than wide a letter can be. Tesseract sometimes gives a word the
// height of its whole block; the width of its letters then tells the size of the print.
const (
	tallest      = 2.6
	tallestSigns = 1.5 // the same of signs
)

// upright maps the words of a page into the frame of its text. Words without a letter, a digit or a
// mark stay out.
func upright(p *ocr.Page) []piece {
	slope := math.Tan(p.Skew * math.Pi / 180)
	pieces := make([]piece, 0, len(p.Words))
	for i, w := range p.Words {
		if strings.TrimSpace(w.Text) == "" {
			continue
		}
		b, slope := turned(w.Box, p), slope
		if w.Laid != nil {
			b, slope = *w.Laid, 0
		}
		x, y := float64(b.X)+float64(b.W)/2, float64(b.Y)+float64(b.H)/2
		// A level line in a tilted box: the tilt makes the box taller than the letters.
		height := max(float64(b.H)-float64(b.W)*math.Abs(slope), 0.3*float64(b.H), 1)
		width := max(float64(b.W), 1)
		n := utf8.RuneCountInString(w.Text)
		if most := tallest; n > 2 {
			if ofSigns(w.Text) {
				most = tallestSigns
			}
			height = min(height, most*width/float64(n))
		}
		x, y = x+slope*y, y-slope*x
		pieces = append(pieces, piece{word: i, letters: n, left: x - width/2, right: x + width/2, middle: y, height: height})
	}
	return pieces
}

// turned is the box after the clockwise turn the reading applied.
func turned(b ocr.Box, p *ocr.Page) ocr.Box {
	switch p.Rotation {
	case 90:
		return ocr.Box{X: p.Height - b.Y - b.H, Y: b.X, W: b.H, H: b.W}
	case 180:
		return ocr.Box{X: p.Width - b.X - b.W, Y: p.Height - b.Y - b.H, W: b.W, H: b.H}
	case 270:
		return ocr.Box{X: b.Y, Y: p.Width - b.X - b.W, W: b.H, H: b.W}
	}
	return b
}

// median of the values, 0 for none; it sorts its argument.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
