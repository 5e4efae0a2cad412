package cutoff

import (
	"math"
	"slices"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/ocr"
)

// A line that was not read. A name of Korean, Japanese or Chinese signs is short and a line holds many: where a reader takes
// one for a drawing, what is left looks whole.
const (
	gapLines = 3   // lines of a list that tell how far apart they are
	gapPitch = 1.6 // times as far apart, two lines have one between them
)

// lineLost says whether two lines of a list of signs are so far apart that one between them was not read.
func lineLost(l *label.Label, in label.Range) bool {
	if !ofSigns(l.Text[in.Start:in.End]) || joined(l, in) {
		return false
	}
	type line struct{ block, paragraph, line int }
	heights := map[line][]float64{}
	for _, s := range l.Spans {
		if s.Start >= in.Start && s.End <= in.End {
			w := l.Page().Words[s.Word]
			n := line{w.Block, w.Paragraph, w.Line}
			heights[n] = append(heights[n], levelOf(l, s.Word, w))
		}
	}
	var lines, steps []float64
	for _, h := range heights {
		lines = append(lines, median(h))
	}
	slices.Sort(lines)
	for i := 1; i < len(lines); i++ {
		steps = append(steps, lines[i]-lines[i-1])
	}
	slices.Sort(steps)
	return len(lines) >= gapLines && steps[len(steps)-1] > gapPitch*steps[(len(steps)-1)/2]
}

// levelOf is how far down the middle of a word is, on the print laid flat where it was, else on the photo turned level.
func levelOf(l *label.Label, i int, w ocr.Word) float64 {
	if w.Laid != nil {
		return float64(w.Laid.Y) + float64(w.Laid.H)/2
	}
	b := l.Upright(i)
	return float64(b.Y) + float64(b.H)/2 - math.Tan(l.Page().Skew*math.Pi/180)*(float64(b.X)+float64(b.W)/2)
}

// ofSigns says whether a text is of Korean, Japanese or Chinese signs for the most part.
func ofSigns(text string) bool {
	signs, letters := 0, 0
	for _, r := range text {
		switch {
		case dictionary.Sign(r):
			signs++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return signs > letters
}
