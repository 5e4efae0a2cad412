package origin

import (
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// lineCut reports whether a photo lacks the end of a line inside an ingredient: the last word on it is none that names
// have, and the first one below would have had room beside it. What is gone may have been a separator and another source.
func (j *judge) lineCut(m *match.Match) bool {
	for k := 1; k < len(j.l.Spans); k++ {
		above, below := j.l.Spans[k-1], j.l.Spans[k]
		if above.End <= m.Start || below.Start >= m.End || !strings.Contains(j.l.Text[above.End:below.Start], "\n") ||
			j.d.KnownWord(dictionary.Fold(j.l.Text[max(above.Start, m.Start):above.End])) {
			continue
		}
		end, begin := j.l.Upright(above.Word), j.l.Upright(below.Word)
		if j.photo(above) == j.photo(below) && j.reach(above)-(end.X+end.W) > begin.W+begin.H {
			return true
		}
	}
	return false
}

// rowsAbout is how far up and down, in letter heights, the lines are as long as a line.
const rowsAbout = 4

// reach is how far to the right the list goes on the lines about a word.
func (j *judge) reach(word label.Span) (right int) {
	box := j.l.Upright(word.Word)
	for _, s := range j.l.Spans {
		b := j.l.Upright(s.Word)
		if j.inList(s.Start) && j.photo(s) == j.photo(word) && max(b.Y-box.Y, box.Y-b.Y) <= rowsAbout*box.H {
			right = max(right, b.X+b.W)
		}
	}
	return right
}

// photo is the source of the photo that a word was read from, of a label put together from several.
func (j *judge) photo(s label.Span) string { return j.l.Page().Words[s.Word].Photo }
