package reading

import (
	"cmp"
	"math"
	"slices"

	"exoscan/dictionary"
)

// What is doubtful in a list.
const (
	doubtUnknown = 90.0 // confidence below which an unknown ingredient may be a misread one
	doubtKnown   = 70.0 // below which a known one may be another
	doubtShare   = 0.6  // a line of print of which less was read has a hole
	lineMerged   = 3.0  // x-heights; a row as high is two lines
	tightPitch   = 2.1  // x-heights from line to line, or less
	aboveX       = 0.8  // x-heights that ascenders reach above an x
	belowX       = 0.4  // that descenders reach below the baseline
)

// doubtful gives the lines that hold doubtful ingredients, and those that were not read.
func (t *try) doubtful(k look) []strip {
	doubted := map[lineNumber]bool{}
	for words, m := range ingredientWords(t) {
		c, known := t.label.Confidence(m.Start, m.End), wellRead(m)
		if !known && c < doubtUnknown && dictionary.Letters(m.Read) >= shortName || known && c < doubtKnown && m.Cost > 0 {
			for _, k := range words {
				doubted[numberOf(t.page.Words[k])] = true
			}
		}
	}
	f := frameOf(t)
	rows, most := t.rows(f)
	lines := t.printed()
	rows, most = apart(rows, lines, most, !k.rows && t.tight(lines))
	for _, r := range rows {
		if r.merged || r.alone && doubted[r.of] {
			doubted[r.number] = true
		}
	}
	unread := func(place rect) {
		most++
		n := lineNumber{most, 1, 1}
		doubted[n] = true
		rows = append(rows, printedRow{number: n, place: place})
	}
	for _, l := range lines {
		if float64(l.seen) >= doubtShare*float64(l.seen+l.missed) {
			continue
		}
		place := l.place
		if k := slices.IndexFunc(rows, func(r printedRow) bool { return r.place.holdsMiddle(place) }); k >= 0 {
			rows[k].place = rows[k].place.union(place)
			doubted[rows[k].number] = true
			continue
		}
		unread(place)
	}
	for _, l := range t.open { // what was read there is of other print
		unread(l.place)
	}
	rows = slices.DeleteFunc(rows, func(r printedRow) bool { return !doubted[r.number] })
	slices.SortStableFunc(rows, func(a, b printedRow) int { return cmp.Compare(a.place.y0, b.place.y0) })
	var out []strip
	for _, r := range rows {
		if n := len(out); n == 0 || !out[n-1].takes(r) {
			out = append(out, strip{place: r.place})
		}
		out[len(out)-1].add(r)
	}
	return out
}

// rows are the lines of the page where they are in a frame, and the greatest number of a block.
func (t *try) rows(f frame) (rows []printedRow, most int) {
	places := map[lineNumber][]rect{}
	var order []lineNumber
	for _, word := range t.page.Words {
		n := numberOf(word)
		most = max(most, n.block)
		if places[n] == nil {
			order = append(order, n)
		}
		places[n] = append(places[n], f.own(word))
	}
	for _, n := range order {
		var heights []float64
		for _, p := range places[n] {
			heights = append(heights, p.high())
		}
		slices.Sort(heights)
		usual := heights[len(heights)/2]
		r := printedRow{number: n, place: nowhere()}
		for _, p := range places[n] {
			if p.high() <= lineTall*usual { // else a stroke or a rule was taken for a letter
				r.place = r.place.union(p)
			}
		}
		rows = append(rows, r)
	}
	return rows, most
}

// apart puts the lines the survey saw in place of rows that Tesseract made of more than one, and of all
// rows where print is tight: a row cannot be shown without a part of its neighbours.
func apart(rows []printedRow, lines []printed, most int, tight bool) ([]printedRow, int) {
	within := make([][]rect, len(rows))
	for i := range lines {
		at, best, least := lines[i].place, -1, math.Inf(1)
		_, y := at.middle()
		for k, r := range rows {
			// The row that is most of this line: not one that holds its neighbours too.
			if _, ry := r.place.middle(); r.place.holdsMiddle(at) && math.Abs(y-ry) < least {
				best, least = k, math.Abs(y-ry)
			}
		}
		if best >= 0 {
			within[best] = append(within[best], at)
		}
	}
	var out []printedRow
	for k, r := range rows {
		merged := len(within[k]) > 1 && r.place.high() > lineMerged*within[k][0].high()
		if !merged && !(tight && len(within[k]) == 1) {
			out = append(out, r)
			continue
		}
		for _, at := range within[k] {
			most++
			at.y0, at.y1 = at.y0-aboveX*at.high(), at.y1+belowX*at.high()
			if !merged {
				at.x0, at.x1 = math.Min(at.x0, r.place.x0), math.Max(at.x1, r.place.x1)
			}
			out = append(out, printedRow{number: lineNumber{most, 1, 1}, place: at, alone: true, merged: merged, of: r.number})
		}
	}
	return out, most
}

// tight says whether lines of the list are so near to each other that a reader takes two for one.
func (t *try) tight(lines []printed) bool {
	if len(lines) == 0 || t.mesh != nil && t.mesh.Tight() { // those were drawn apart
		return false
	}
	x := t.block(t.plan.view.layout).XHeight
	if t.mesh != nil {
		x = t.mesh.XHeight
	}
	var feet, pitch []float64
	for i := range lines {
		_, y := lines[i].place.middle()
		feet = append(feet, y)
	}
	slices.Sort(feet)
	for i := 1; i < len(feet); i++ {
		if d := feet[i] - feet[i-1]; d > x { // else a line in pieces
			pitch = append(pitch, d)
		}
	}
	slices.Sort(pitch)
	return len(pitch) > 0 && pitch[len(pitch)/2] < tightPitch*x
}
