package label

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"exoscan/internal/ocr"
)

// All lengths below are in letter heights of the line at hand, so that they hold for any photo.
const (
	wideGap    = 1.2 // a gap this wide may part two columns; justified text has such gaps too
	openGap    = 1.0 // a neighbouring row leaves a corridor open when its gap is at least this wide
	reach      = 7.0 // rows further away than this say nothing about a gap
	joinGap    = 0.8 // runs of one row that are no further apart belong together
	glueGap    = 0.1 // runs this close are one word that two blocks cut in half
	sameRow    = 0.4 // centres that differ by less are on one row
	otherPrint = 2.2 // letters this many times larger, in height and width, are another print
)

// line is a run of words on one row of one column, left to right.
type line struct {
	pieces         []piece
	paragraph      [2]int // block and paragraph of its first word, as Tesseract numbers them
	glued          []int  // indexes of pieces that continue the word before them
	left, right    float64
	middle, height float64
}

func newLine(pieces []piece, words []ocr.Word) line {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	l := line{pieces: pieces, left: pieces[0].left, right: pieces[0].right}
	heights, middles := make([]float64, len(pieces)), make([]float64, len(pieces))
	for i, p := range pieces {
		l.right = max(l.right, p.right)
		heights[i], middles[i] = p.height, p.middle
	}
	l.height, l.middle = median(heights), median(middles)
	first := words[pieces[0].word]
	l.paragraph = [2]int{first.Block, first.Paragraph}
	return l
}

// lines groups the pieces into rows, parts rows at column gaps, and joins runs that belong together
// though Tesseract put them into different blocks. Tesseract's own lines are where it starts from; a
// page without line numbers starts from single words.
func lines(pieces []piece, words []ocr.Word) []line {
	rows := rowsAsRead(pieces, words)
	slices.SortStableFunc(rows, func(a, b line) int { return cmp.Compare(a.middle, b.middle) })
	var parted []line
	for i, row := range rows {
		start := 0
		for j := 1; j < len(row.pieces); j++ {
			if otherSize(row.pieces[j-1], row.pieces[j]) || columnGap(rows, i, j) {
				parted = append(parted, newLine(row.pieces[start:j:j], words))
				start = j
			}
		}
		if start == 0 {
			parted = append(parted, row)
		} else {
			parted = append(parted, newLine(row.pieces[start:], words))
		}
	}
	return joinRuns(parted, words)
}

// rowsAsRead are Tesseract's lines.
func rowsAsRead(pieces []piece, words []ocr.Word) []line {
	var rows []line
	for row := range byLine(pieces, words) {
		repair(row)
		rows = append(rows, newLine(row, words))
	}
	return rows
}

// byLine gives the pieces of each of Tesseract's lines.
func byLine(pieces []piece, words []ocr.Word) iter.Seq[[]piece] {
	return func(yield func([]piece) bool) {
		for start, end := 0, 0; start < len(pieces); start = end {
			for end = start + 1; end < len(pieces) && sameLine(words[pieces[end-1].word], words[pieces[end].word]); {
				end++
			}
			if !yield(pieces[start:end:end]) {
				return
			}
		}
	}
}

func sameLine(a, b ocr.Word) bool {
	return a.Line != 0 && a.Block == b.Block && a.Paragraph == b.Paragraph && a.Line == b.Line
}

// tooNarrow is the share of the usual width of a letter below which a box cannot hold its word.
const tooNarrow = 0.4

// repair gives words of one line whose boxes shrank to a speck, as Tesseract's sometimes do, the
// place between their neighbours.
func repair(row []piece) {
	widths, heights := make([]float64, 0, len(row)), make([]float64, 0, len(row))
	for _, p := range row {
		widths = append(widths, (p.right-p.left)/float64(p.letters))
		heights = append(heights, p.height)
	}
	width, height := median(widths), median(heights)
	for i := range row {
		p := &row[i]
		if p.letters < 2 || (p.right-p.left)/float64(p.letters) >= tooNarrow*width {
			continue
		}
		from, to := p.left, p.left+width*float64(p.letters)
		if i > 0 {
			from = row[i-1].right + width/2
			p.middle = row[i-1].middle
		}
		if i+1 < len(row) {
			to = row[i+1].left - width/2
			p.middle = row[i+1].middle
		}
		if from < to {
			p.left, p.right = from, min(to, from+2*width*float64(p.letters))
		}
		p.height = height
	}
}

// otherSize says whether two neighbours are printed in sizes too different for one line: the
// contents in grams beside the small print.
func otherSize(a, b piece) bool {
	return a.letters > 1 && b.letters > 1 && ratio(a.height, b.height) > otherPrint
}

func ratio(a, b float64) float64 { return max(a, b) / max(min(a, b), 0.01) }

// columnGap says whether the gap before piece j of rows[i] is a gutter between columns: wide, and
// the rows above and below leave the same place open. Rows that only justified text pulled apart
// have words there. Rows are sorted by their middle.
func columnGap(rows []line, i, j int) bool {
	row := rows[i]
	from, to := row.pieces[j-1].right, row.pieces[j].left
	for _, p := range row.pieces[:j-1] {
		from = max(from, p.right)
	}
	if to-from < wideGap*row.height {
		return false
	}
	// Columns are ranged left far more often than right: look just before the right-hand column, and
	// where the gaps of the nearest rows lie.
	if gutterAt(rows, i, to, to-min(0.5*row.height, (to-from)/2)) {
		return true
	}
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(rows) {
			continue
		}
		if a, b := gapWithin(rows[k], from, to, openGap*row.height); a < b && gutterAt(rows, i, to, (a+b)/2) {
			return true
		}
	}
	return false
}

// gutterAt says whether the rows around rows[i] leave x open; next is where the word after the gap
// starts.
func gutterAt(rows []line, i int, next, x float64) bool {
	row := rows[i]
	const rowsEachWay = 3
	open, shut, aligned := 0, 0, 0
	look := func(k int) (far bool) {
		other := rows[k]
		if math.Abs(other.middle-row.middle) > reach*row.height {
			return true
		}
		if math.Abs(other.middle-row.middle) < sameRow*row.height {
			return false
		}
		switch gap, start, spans := gapAt(other, x); {
		case !spans:
		case gap < openGap*row.height:
			shut++
		default:
			open++
			if math.Abs(start-next) < 0.5*row.height {
				aligned++
			}
		}
		return false
	}
	for k := i - 1; k >= 0 && open+shut < rowsEachWay && !look(k); k-- {
	}
	above, column := open+shut, aligned
	for k := i + 1; k < len(rows) && open+shut < above+rowsEachWay && !look(k); k++ {
	}
	if column == rowsEachWay || aligned-column == rowsEachWay { // the last row of columns, or the first: beyond it is other text
		return true
	}
	return open >= 2 && shut == 0 || open >= 3 && open >= 3*shut || open >= 1 && aligned == open && shut == 0
}

// gapAt finds the gap of a row at x: its width, where the next word starts, and whether the row has
// words on both sides of x at all. A word that covers x is a gap of width 0.
func gapAt(row line, x float64) (width, next float64, spans bool) {
	if x <= row.left || x >= row.right {
		return 0, 0, false
	}
	end := math.Inf(-1)
	for _, p := range row.pieces {
		if p.left > x {
			return p.left - end, p.left, true
		}
		if p.right > x {
			return 0, 0, true
		}
		end = max(end, p.right)
	}
	return 0, 0, false
}

// gapWithin is the part of a row's first gap of at least that width that lies between from and to.
func gapWithin(row line, from, to, width float64) (a, b float64) {
	for i := 1; i < len(row.pieces); i++ {
		a, b = row.pieces[i-1].right, row.pieces[i].left
		if b-a >= width && b > from && a < to {
			return max(a, from), min(b, to)
		}
	}
	return 0, 0
}

// joinRuns joins runs that stand side by side on one row with no more than a word space between.
func joinRuns(runs []line, words []ocr.Word) []line {
	slices.SortStableFunc(runs, func(a, b line) int { return cmp.Compare(a.left, b.left) })
	next := make([]int, len(runs))
	taken := make([]bool, len(runs))
	for i := range runs {
		next[i] = follower(runs, i, taken)
		if next[i] >= 0 {
			taken[next[i]] = true
		}
	}
	var joined []line
	for i := range runs {
		switch {
		case taken[i]:
			continue
		case next[i] < 0:
			joined = append(joined, runs[i])
			continue
		}
		pieces, glued := slices.Clone(runs[i].pieces), []int(nil)
		for k, last := next[i], i; k >= 0; k, last = next[k], k {
			if runs[k].left-runs[last].right < glueGap*runs[last].height {
				glued = append(glued, len(pieces))
			}
			pieces = append(pieces, runs[k].pieces...)
		}
		l := newLine(pieces, words)
		l.glued = glued
		joined = append(joined, l)
	}
	return joined
}

// follower is the nearest run that goes on to the right of runs[i], or -1. Runs are sorted by their
// left edge.
func follower(runs []line, i int, taken []bool) int {
	a := runs[i]
	nearest, found := math.Inf(1), -1
	first, _ := slices.BinarySearchFunc(runs, a.right-0.5*a.height, func(l line, x float64) int { return cmp.Compare(l.left, x) })
	for k := first; k < len(runs) && runs[k].left <= a.right+joinGap*a.height; k++ {
		b := runs[k]
		off := math.Abs(a.pieces[len(a.pieces)-1].middle - b.pieces[0].middle)
		if k == i || taken[k] || off > sameRow*a.height || b.right <= a.right || ratio(a.height, b.height) > 1.7 {
			continue
		}
		if d := b.left - a.right + off; d < nearest {
			nearest, found = d, k
		}
	}
	return found
}
