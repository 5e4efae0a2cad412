package reading

import (
	"cmp"
	"math"
	"slices"

	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// leastGain is by how many letters' worth a piece of another reading must be better to replace what
// the best reading has in its place, and the page with it better than the page without.
const leastGain = 1.5

// join takes over, place by place, what t understood better than the best reading. The places are
// those where ingredients of the two readings overlap. What results is read and matched anew, and
// kept only if the referee prefers it.
func (w *work) join(t *try) {
	b := w.best
	j := newJoiner(b, t)
	pieces := j.better(leastGain)
	if len(pieces) == 0 {
		return
	}
	s := Step{What: "join", Why: "ingredients that \"" + t.name + "\" read better"}
	joined := &try{name: b.name, plan: b.plan, mesh: b.mesh, page: j.page(pieces)}
	w.understand(joined)
	if joined.score.Value > b.score.Value+leastGain {
		w.best, s.Decision = joined, "better"
	} else {
		s.Decision = "not better"
	}
	s.Score = joined.score
	w.step(s)
}

// joiner compares a reading with the base, word by word. Nodes are the words of both: first the
// base's, then the other's.
type joiner struct {
	base, other *try
	place       []rect
	parent      []int
}

func newJoiner(base, other *try) *joiner {
	j := &joiner{base: base, other: other}
	n, m := len(base.page.Words), len(other.page.Words)
	f := frameOf(base)
	for _, word := range base.page.Words {
		j.place = append(j.place, f.own(word))
	}
	o := frameOf(other)
	for _, word := range other.page.Words {
		j.place = append(j.place, f.foreign(o, word))
	}
	j.parent = make([]int, n+m)
	for i := range j.parent {
		j.parent[i] = i
	}
	for a := range n {
		for b := n; b < n+m; b++ {
			if j.place[a].meets(j.place[b]) {
				j.unite(a, b)
			}
		}
	}
	for words := range ingredientWords(base) {
		for _, k := range words[1:] {
			j.unite(words[0], k)
		}
	}
	for words := range ingredientWords(other) {
		for _, k := range words[1:] {
			j.unite(n+words[0], n+k)
		}
	}
	return j
}

// ingredientWords gives for each match the words of the page it was read from.
func ingredientWords(t *try) func(yield func([]int, *match.Match) bool) {
	return func(yield func([]int, *match.Match) bool) {
		at := 0
		for i := range t.list {
			m := &t.list[i]
			var words []int
			for at > 0 && t.label.Spans[at-1].End > m.Start {
				at--
			}
			for ; at < len(t.label.Spans) && t.label.Spans[at].Start < m.End; at++ {
				if s := t.label.Spans[at]; s.End > m.Start {
					words = append(words, s.Word)
				}
			}
			if len(words) > 0 && !yield(words, m) {
				return
			}
		}
	}
}

func (j *joiner) find(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

func (j *joiner) unite(a, b int) { j.parent[j.find(b)] = j.find(a) }

// piece is a place where the other reading is better: the words to leave out and those to put in.
type piece struct{ out, in []int }

// better lists the pieces in which the other reading is worth more by at least gain.
func (j *joiner) better(gain float64) []piece {
	n := len(j.base.page.Words)
	value := map[int]float64{}
	for words, m := range ingredientWords(j.base) {
		value[j.find(words[0])] -= worth(j.base.label, m)
	}
	has := map[int]bool{}
	for words, m := range ingredientWords(j.other) {
		value[j.find(n+words[0])] += worth(j.other.label, m)
		has[j.find(n+words[0])] = true
	}
	pieces := map[int]*piece{}
	var order []int
	for i := range j.parent {
		r := j.find(i)
		if !has[r] || value[r] < gain {
			continue
		}
		if pieces[r] == nil {
			pieces[r] = &piece{}
			order = append(order, r)
		}
		if i < n {
			pieces[r].out = append(pieces[r].out, i)
		} else {
			pieces[r].in = append(pieces[r].in, i-n)
		}
	}
	out := make([]piece, 0, len(order))
	for _, r := range order {
		out = append(out, *pieces[r])
	}
	return out
}

// entry is a word of the page being put together.
type entry struct {
	word  ocr.Word
	place rect
	gone  bool // replaced; it still tells where its line is
}

// row is a line of that page.
type row struct {
	number  lineNumber
	entries []entry
	own     int // of the entries, the first ones: the base's
}

// page is the base's page with the pieces put in. A word goes into the line it stands on; where the
// base has none there, it starts one.
func (j *joiner) page(pieces []piece) *ocr.Page {
	gone := map[int]bool{}
	for _, p := range pieces {
		for _, i := range p.out {
			gone[i] = true
		}
	}
	rows, most := j.rows(gone)
	for _, p := range pieces {
		for _, i := range p.in {
			e := j.entry(i)
			r := nearest(rows, e.place)
			if r == nil {
				most++
				r = &row{number: lineNumber{most, 1, 1}}
				rows = append(rows, r)
			}
			r.entries = append(r.entries, e)
			if r.own == 0 { // a new line is told by its first word
				r.own = 1
			}
		}
	}
	out := *j.base.page
	out.Words = make([]ocr.Word, 0, len(j.parent))
	for _, r := range rows {
		if len(r.entries) > r.own {
			slices.SortStableFunc(r.entries, func(a, b entry) int { return cmp.Compare(a.place.x0+a.place.x1, b.place.x0+b.place.x1) })
		}
		for _, e := range r.entries {
			if e.gone {
				continue
			}
			e.word.Block, e.word.Paragraph, e.word.Line = r.number.block, r.number.paragraph, r.number.line
			out.Words = append(out.Words, e.word)
		}
	}
	return &out
}

// entry is a word of the other reading in the frame of the base.
func (j *joiner) entry(i int) entry {
	word, at := j.other.page.Words[i], j.place[len(j.base.page.Words)+i]
	word.Laid = nil
	if j.base.laid() {
		word.Laid = &ocr.Box{X: int(at.x0), Y: int(at.y0), W: max(1, int(at.x1-at.x0)), H: max(1, int(at.high()))}
	}
	return entry{word: word, place: at}
}

// rows are the lines of the base, and the greatest number of a block.
func (j *joiner) rows(gone map[int]bool) ([]*row, int) {
	var rows []*row
	most := 0
	for i, w := range j.base.page.Words {
		number := numberOf(w)
		most = max(most, w.Block)
		if len(rows) == 0 || rows[len(rows)-1].number != number {
			rows = append(rows, &row{number: number})
		}
		r := rows[len(rows)-1]
		r.entries = append(r.entries, entry{w, j.place[i], gone[i]})
		r.own++
	}
	return rows, most
}

// Where a word belongs to a line.
const (
	offLine  = 0.5 // letter heights above or below the nearest word of it
	pastLine = 4.0 // letter heights beyond its ends
)

// nearest is the row a word stands on, nil if on none.
func nearest(rows []*row, at rect) *row {
	var best *row
	least := math.Inf(1)
	for _, r := range rows {
		for _, e := range r.entries[:r.own] {
			_, y := at.middle()
			_, ey := e.place.middle()
			high := math.Max(at.high(), e.place.high())
			dx := math.Max(0, math.Max(e.place.x0-at.x1, at.x0-e.place.x1))
			dy := math.Abs(y - ey)
			if dy > offLine*high || dx > pastLine*high {
				continue
			}
			if d := dx + 2*dy; d < least {
				least, best = d, r
			}
		}
	}
	return best
}
