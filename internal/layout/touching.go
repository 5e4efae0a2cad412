package layout

// Lines that touch: where letters are joined to words and a tail runs into the letters below, words on several lines
// are one blob, and the survey sees none of them. Between the lines such a blob has little ink and few strokes, and
// within them many side by side, which a large letter or a drawing has not.
const (
	twoLines      = 20   // work pixels that they are high at least
	strokesOfLine = 6    // side by side, in a row through a line
	lessBetween   = 3    // times less ink between lines than in either
	fewerBetween  = 2    // times fewer strokes there than in the line above
	mostFill      = 0.45 // of its box that the ink of words fills; the ground around letters fills more
	highestLine   = 120  // work pixels
)

// cutTouching parts the blobs that hold words of several lines between the lines; number is the blob of each run. It
// also says what share of the print, by runs, they are.
func cutTouching(all []blob, runs []run, number []int32) ([]blob, float64) {
	held := map[int32][]int32{} // runs of the blobs that may be such
	print := int32(0)
	for _, id := range keepPrint(all) {
		print += all[id].n
	}
	for id := range all {
		if all[id].mayTouch() {
			held[int32(id)] = make([]int32, 0, all[id].n)
		}
	}
	for i, id := range number {
		if own, ok := held[id]; ok {
			held[id] = append(own, int32(i))
		}
	}
	cut := int32(0)
	for id := range int32(len(all)) {
		own := held[id]
		rows := between(&all[id], runs, own)
		if len(rows) == 0 {
			continue
		}
		cut += all[id].n
		all = cutAt(all, id, rows, runs, own, number)
	}
	return all, float64(cut) / float64(max(1, print))
}

func (b *blob) mayTouch() bool {
	return b.height() >= twoLines && b.width() >= twoLines && int(b.n) >= strokesOfLine*b.height()/2 &&
		float64(b.area) <= mostFill*float64(b.width())*float64(b.height())
}

// between are the rows of a blob before which it is cut, counted from its top: half-way down what lies between two
// lines. None where that leaves lines too unlike each other.
func between(b *blob, runs []run, own []int32) []int {
	ink, strokes := make([]int32, b.height()), make([]int32, b.height())
	for _, i := range own {
		y := runs[i].y - b.y0
		ink[y] += runs[i].x1 - runs[i].x0
		strokes[y]++
	}
	var cuts []int
	line, first, last := -1, -1, -1 // the row with most ink of the line above; the rows with little ink below it
	least := int32(0)               // of them
	for y := range ink {
		if strokes[y] >= strokesOfLine && first >= 0 && ink[y] >= lessBetween*least {
			cuts, line, first = append(cuts, (first+last+1)/2), -1, -1
		}
		switch {
		case strokes[y] >= strokesOfLine && (line < 0 || ink[y] > ink[line]):
			line, first = y, -1
		case line < 0 || ink[line] < lessBetween*ink[y] || strokes[line] < fewerBetween*strokes[y]:
		case first < 0:
			first, last, least = y, y, ink[y]
		default:
			last, least = y, min(least, ink[y])
		}
	}
	if !evenlyCut(cuts, b.height()) {
		return nil
	}
	return cuts
}

// evenlyCut says whether cuts leave pieces about as high as each other, as lines are, give or take tails.
func evenlyCut(cuts []int, height int) bool {
	const unlike = 2.5
	from, least, most := 0, height, 0
	for _, y := range append(cuts, height) {
		least, most, from = min(least, y-from), max(most, y-from), y
	}
	return most <= highestLine && float64(most) <= unlike*float64(least)
}

// cutAt makes blobs of their own of what hangs together between the rows a blob is cut before. Its runs are sorted
// from top to bottom.
func cutAt(all []blob, id int32, rows []int, runs []run, own []int32, number []int32) []blob {
	whole := all[id]
	cut := make([]bool, whole.height())
	for _, y := range rows {
		cut[y] = true
	}
	joined := newSets(len(own))
	above, row := 0, 0 // where the runs of the row above and of this row begin
	for k, i := range own {
		r := &runs[i]
		if k == 0 || r.y != runs[own[k-1]].y {
			above, row = row, k
		}
		for q := above; q < row && !cut[r.y-whole.y0]; q++ {
			if o := &runs[own[q]]; o.y == r.y-1 && o.x1 >= r.x0 && o.x0 <= r.x1 {
				joined.unite(int32(q), int32(k))
			}
		}
	}
	made := make([]int32, len(own))
	for k, i := range own {
		r, root := &runs[i], joined.root(int32(k))
		if root == int32(k) { // it comes before the others
			made[k] = int32(len(all))
			all = append(all, blob{x0: r.x0, y0: r.y, x1: r.x1, y1: r.y + 1, light: whole.light})
		}
		number[i] = made[root]
		all[made[root]].take(r)
	}
	all[id] = blob{} // it has no runs any more
	return all
}
