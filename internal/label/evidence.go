package label

import (
	"sort"
	"unicode/utf8"

	"exoscan/internal/ocr"
)

// spansOf gives the spans that share bytes with the range.
func (l *Label) spansOf(start, end int) []Span {
	lo := sort.Search(len(l.Spans), func(i int) bool { return l.Spans[i].End > start })
	hi := lo
	for hi < len(l.Spans) && l.Spans[hi].Start < end {
		hi++
	}
	return l.Spans[lo:hi]
}

// Photo is the source of the photo that the bytes were read from, of a label put together from
// several: the one with the most of their letters, the first of equals. "" is the only one.
func (l *Label) Photo(start, end int) string {
	best, most := "", 0
	count := map[string]int{}
	for _, s := range l.spansOf(start, end) {
		photo := l.page.Words[s.Word].Photo
		count[photo] += min(s.End, end) - max(s.Start, start)
	}
	for _, s := range l.spansOf(start, end) {
		if photo := l.page.Words[s.Word].Photo; count[photo] > most {
			best, most = photo, count[photo]
		}
	}
	return best
}

// Box is the smallest box around what the bytes were read from, in pixels of the upright photo. Of a
// word that is only partly in the range it takes the part, by the share of its letters. Typed text
// has no boxes. Of what two photos show it is the box on the one that Photo names.
func (l *Label) Box(start, end int) (ocr.Box, bool) {
	var box ocr.Box
	parts := l.Parts(start, end)
	for _, b := range parts {
		box = box.Union(b)
	}
	return box, len(parts) > 0
}

// Parts is Box line by line, so that what is drawn on the photo is around those words and no others.
// A line that climbs, as round a bottle, is cut into its words.
func (l *Label) Parts(start, end int) []ocr.Box {
	photo := l.Photo(start, end)
	var parts []ocr.Box
	var line []ocr.Box // the words of the line so far
	cut := func() {
		parts = append(parts, lineOf(line, l.page.Rotation)...)
		line = nil
	}
	var last ocr.Word
	for _, s := range l.spansOf(start, end) {
		w := l.page.Words[s.Word]
		if w.Photo != photo {
			continue
		}
		if len(line) > 0 && (w.Block != last.Block || w.Paragraph != last.Paragraph || w.Line != last.Line) {
			cut()
		}
		b := w.Box
		if s.Start < start || s.End > end {
			from := utf8.RuneCountInString(l.Text[s.Start:max(s.Start, start)])
			to := utf8.RuneCountInString(l.Text[s.Start:min(s.End, end)])
			b = partOf(b, from, to, utf8.RuneCountInString(w.Text), l.page.Rotation)
		}
		line, last = append(line, b), w
	}
	if len(line) > 0 {
		cut()
	}
	return parts
}

// lineOf joins the words of a line, unless they climb by more than two fifths of the tallest, which letters with tails do not.
func lineOf(words []ocr.Box, rotation int) []ocr.Box {
	thickness := func(b ocr.Box) int {
		if rotation == 90 || rotation == 270 {
			return b.W
		}
		return b.H
	}
	var all ocr.Box
	tallest := 0
	for _, b := range words {
		all = all.Union(b)
		tallest = max(tallest, thickness(b))
	}
	if 5*thickness(all) > 7*tallest {
		return words
	}
	return []ocr.Box{all}
}

// partOf is the part of a word's box that letters from to to of n take up, along the direction the
// word is read in.
func partOf(b ocr.Box, from, to, n, rotation int) ocr.Box {
	n = max(n, to, 1)
	along := func(length int) (offset, size int) {
		offset = length * from / n
		return offset, max(length*to/n-offset, min(length, 1))
	}
	switch rotation {
	case 90, 270: // lines run up or down the photo
		o, h := along(b.H)
		if rotation == 90 {
			o = b.H - o - h
		}
		return ocr.Box{X: b.X, Y: b.Y + o, W: b.W, H: h}
	}
	o, w := along(b.W)
	if rotation == 180 {
		o = b.W - o - w
	}
	return ocr.Box{X: b.X + o, Y: b.Y, W: w, H: b.H}
}

// UnreadBelow is the confidence, 0 to 100, below which it cannot be told what a word is.
const UnreadBelow = 65.0

// Confidence is the mean confidence of the words the bytes were read from, 0 to 100, weighed by
// their letters in the range; typed text is certain: 100.
func (l *Label) Confidence(start, end int) float64 {
	if l.page == nil {
		return 100
	}
	sum, n := 0.0, 0
	for _, s := range l.spansOf(start, end) {
		k := min(s.End, end) - max(s.Start, start)
		sum += float64(k) * l.page.Words[s.Word].Confidence
		n += k
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
