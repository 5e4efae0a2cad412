package cutoff

import (
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// Holes. Where print fades within a line, in glare or a fold, what is left on either side of it is read as one line.
const (
	holeWide   = 4.0 // heights of letters: no space within an ingredient is so wide
	leastHoles = 2   // lines; in one the words may be set apart
)

// holes counts the places within lines of a list where there is room for words inside an ingredient that is not
// spelt as the dictionary has it.
func holes(l *label.Label, list []match.Match, in label.Range) int {
	n, at := 0, 0
	for k := 1; k < len(l.Spans); k++ {
		a, b := l.Spans[k-1], l.Spans[k]
		if a.Start < in.Start || b.End > in.End || l.LineEnds(k-1) {
			continue
		}
		for at < len(list) && list[at].End <= a.End {
			at++
		}
		if at == len(list) || list[at].Start >= a.End || list[at].End <= b.Start || understood(&list[at]) && list[at].Edits == 0 {
			continue
		}
		if p := l.Page(); min(p.Words[a.Word].Confidence, p.Words[b.Word].Confidence) < label.UnreadBelow {
			continue // specks are not what is left of words
		}
		left, right := l.Upright(a.Word), l.Upright(b.Word)
		if float64(right.X-left.X-left.W) > holeWide*float64(min(left.H, right.H)) {
			n++
		}
	}
	return n
}
