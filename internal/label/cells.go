package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// What the rows of a table hold: each the name of an ingredient, or names alone, and beside it what goes to the rest.

// addTable takes in the ingredients of a table, each row by itself.
func (l *Label) addTable(t *table) {
	var found []Ingredient
	var asides []Range
	maybe := false
	for _, r := range t.rows {
		at := r.Start
		for _, cell := range t.cellsOf(r) {
			lo, hi := t.tokensOf(cell)
			c := t.between(lo, hi)
			if t.sign.fields { // a name may be wrapped, and is one
				c.toks = slices.DeleteFunc(slices.Clone(c.toks), func(t token) bool { return t.kind == newline })
			}
			s := newSplitter(c)
			s.base, s.maybe = lo, maybe
			h := heading{lo: lo}
			if t.spelled(&h) && h.role == dictionary.MayContain {
				h.grade(t.toks[:hi])
				s.heads = []heading{h}
			}
			s.split()
			maybe = s.maybe
			items := s.ingredients(len(l.Lists))
			if len(items) == 0 {
				continue
			}
			if t.origin > 0 && t.origin < len(r.cells) {
				for i := range items {
					items[i].Origin = r.cells[t.origin]
				}
			}
			found = append(found, items...)
			asides = append(append(asides, Range{at, cell.Start}), s.asides...)
			at = cell.End
		}
		asides = append(asides, Range{at, r.End})
	}
	if len(found) == 0 {
		return
	}
	list := List{Range: Range{t.rows[0].Start, t.rows[len(t.rows)-1].End}}
	if t.head != nil {
		list.Heading = t.head.Range
		l.step("a row heads the columns of a table", list.Heading, 0)
	} else {
		l.step("rows of cells are a table", Range{found[0].Start, found[0].End}, 0)
	}
	last := found[len(found)-1]
	l.step("the list ends with the last row of the table", Range{last.Start, last.End}, 0)
	l.take(list, found)
	for _, a := range asides {
		if lo, hi := trimSpace(l.Text, a.Start, a.End); lo < hi && !t.isValue(l.Text[lo:hi]) {
			l.asides = append(l.asides, Range{lo, hi})
		}
	}
	slices.SortFunc(l.asides, func(a, b Range) int { return a.Start - b.Start })
}

// cellsOf gives the cells of a row that hold ingredients. Where the column of the names is empty, a cell that stands alone
// or is a whole name holds one all the same.
func (t *table) cellsOf(r row) []Range {
	var out []Range
	if t.headRow(r) {
		return nil
	}
	if !t.all && t.names < len(r.cells) && t.says(r.cells[t.names]) {
		return r.cells[t.names : t.names+1]
	}
	alone := 0
	for _, cell := range r.cells {
		if cell.Start < cell.End {
			alone++
		}
	}
	for _, cell := range r.cells {
		if t.all {
			cell = t.behindHeading(cell)
		}
		if t.says(cell) && !t.isFunction(t.text[cell.Start:cell.End]) && (t.all || alone == 1 || t.sign.sign == ' ' || t.isName(cell)) {
			if out = append(out, cell); !t.all {
				break
			}
		}
	}
	return out
}

// behindHeading is a cell without the heading of a list that it begins with: "Ingredients: Aqua".
func (t *table) behindHeading(cell Range) Range {
	lo, hi := t.tokensOf(cell)
	h := heading{lo: lo}
	if lo == hi || !t.spelled(&h) || h.role != dictionary.ListStart {
		return cell
	}
	for h.hi < hi && t.toks[h.hi].kind == colon {
		h.hi++
	}
	if h.hi >= hi {
		return Range{cell.End, cell.End}
	}
	return Range{t.toks[h.hi].start, cell.End}
}

// says says whether a cell holds words, and none of those that sum up a table or part it.
func (t *table) says(r Range) bool {
	const mostWords = 4
	text := strings.Trim(t.text[r.Start:r.End], "\"'*: ")
	if t.isValue(text) && !t.isName(r) {
		return false
	}
	words := strings.Fields(dictionary.Fold(text))
	if len(words) == 1 {
		return !t.d.ColumnWord(words[0], dictionary.Sum)
	}
	return len(words) == 0 || len(words) > mostWords || !t.d.ColumnWord(words[0], dictionary.Section)
}
