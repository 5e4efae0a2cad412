package label

import (
	"slices"
	"strings"
)

// Who pastes a list out of a sheet pastes a table: a row for each ingredient, with its number, its share and what it is
// for in cells beside its name. Rows and cells are known from the text itself, so that no row can run into another.

// parting is what parts the cells of a table: tabs, spaces, or the commas of CSV.
type parting struct {
	sign   byte
	quotes bool // a cell in quotes may hold the sign
	even   bool // the sign stands in lists and sentences, too: only rows of as many cells make a table
	fields bool // rows are records, whose cells are their name and all the rest
	around bool // what stands before and behind names are their cells, without a sign
}

// partings are tried in this order.
var partings = [...]parting{
	{sign: '\t', quotes: true},
	{sign: '|'},
	{sign: ' '}, // two or more
	{sign: ';', quotes: true, even: true},
	{sign: ',', quotes: true, even: true},
	{sign: '\n', even: true, around: true},
}

// row is a line of text in cells, each a range of the text without white space at its ends.
type row struct {
	Range
	cells  []Range
	behind bool // an empty line stands before it
}

// rows cuts the lines of a text into cells.
func (p parting) rows(text string) []row {
	var out []row
	behind := false
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		lo, hi := trimSpace(text, at, at+len(line))
		from, to := lo, hi
		if p.sign == '\t' { // the first cell may be empty
			from, to = at, at+len(line)
		}
		at += len(line)
		if lo == hi {
			behind = true
			continue
		}
		out = append(out, row{Range: Range{lo, hi}, cells: p.cells(text, from, to), behind: behind})
		behind = false
	}
	return out
}

// cells cuts a line at its signs.
func (p parting) cells(text string, at, end int) []Range {
	switch {
	case p.around:
		return aroundName(text, at, end)
	case p.sign == ' ':
		return spacedCells(text, at, end)
	}
	var out []Range
	lo, quoted := at, false
	for i := at; i < end; i++ {
		switch {
		case p.quotes && text[i] == '"' && (quoted || strings.TrimSpace(text[lo:i]) == ""):
			quoted = !quoted && strings.IndexByte(text[i+1:end], '"') >= 0
		case text[i] == p.sign && !quoted:
			out, lo = append(out, cell(text, lo, i)), i+1
		}
	}
	return append(out, cell(text, lo, end))
}

// spacedCells cuts a line at two spaces or more.
func spacedCells(text string, at, end int) []Range {
	var out []Range
	at, end = trimSpace(text, at, end)
	for at < end {
		next := end
		if i := strings.Index(text[at:end], "  "); i >= 0 {
			next = at + i
		}
		out = append(out, cell(text, at, next))
		at, _ = trimSpace(text, next, end)
		if next == end {
			break
		}
	}
	return out
}

func cell(text string, lo, hi int) Range {
	lo, hi = trimSpace(text, lo, hi)
	return Range{lo, hi}
}

// blocksOf gives the runs of rows that may be tables, by their first row and the one behind their last: rows of several
// cells, with a few of one cell between or right behind them.
func blocksOf(rows []row) []Range {
	const mostAlone = 2
	var out []Range
	for i := 0; i < len(rows); {
		if len(rows[i].cells) < 2 {
			i++
			continue
		}
		end, alone := i+1, 0
		for ; end < len(rows) && alone <= mostAlone; end++ {
			if len(rows[end].cells) > 1 {
				alone = 0
				continue
			}
			if rows[end].behind {
				break
			}
			alone++
		}
		if alone > mostAlone {
			end -= alone
		}
		out = append(out, Range{i, end})
		i = end
	}
	return out
}

// even says whether nearly all rows have as many cells. In a row that has more, a name that was cut at its own comma is
// made whole again: 1,2-Hexanediol.
func even(text string, rows []row) bool {
	const mostCut = 8
	counts := map[int]int{}
	usual := 0
	for _, r := range rows {
		n := len(r.cells)
		if counts[n]++; counts[n] > counts[usual] {
			usual = n
		}
	}
	same := 0
	for i := range rows {
		cells := rows[i].cells
		for k := 0; len(cells) > usual && len(cells) <= usual+mostCut && k+1 < len(cells); k++ {
			a, b := text[cells[k].Start:cells[k].End], text[cells[k+1].Start:cells[k+1].End]
			if len(a) == 1 && len(b) > 2 && b[1] == '-' && isLetter(b[2]) && cells[k+1].Start == cells[k].End+1 {
				cells = slices.Concat(cells[:k], []Range{{cells[k].Start, cells[k+1].End}}, cells[k+2:])
			}
		}
		rows[i].cells = cells
		if len(cells) == usual {
			same++
		}
	}
	return 5*same >= 4*len(rows)
}
