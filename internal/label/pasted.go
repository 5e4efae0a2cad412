package label

import (
	"slices"
	"strings"
)

// table is the rows of a typed table and where in them the names stand.
type table struct {
	*content
	sign   parting
	head   *row // the row that says what the columns hold, nil without one
	rows   []row
	names  int  // the column of the names
	all    bool // there is nothing but names, in all columns
	goods  bool // a column is headed as that of products
	origin int  // the column of what the ingredients come from, 0 for none: it is never the first
}

// tables finds the tables of typed text. What a first look at its signs rules out costs no more than that look.
func (c *content) tables() []table {
	if !c.typed {
		return nil
	}
	if strings.Count(c.text, ":") >= fewSigns {
		t := table{content: c, names: -1, sign: parting{sign: ':', even: true, fields: true}}
		if t.rows = t.records(); len(t.rows) >= fewSigns && t.understood() {
			return []table{t}
		}
	}
	if strings.IndexByte(c.text, '\t') < 0 && strings.IndexByte(c.text, '\n') < 0 {
		return nil
	}
	for _, p := range partings {
		if found := c.tablesIn(p); found != nil {
			return found
		}
	}
	return nil
}

// tablesIn finds the tables whose cells are parted in one way.
func (c *content) tablesIn(p parting) []table {
	if strings.IndexByte(c.text, p.sign) < 0 || p.sign == ' ' && !strings.Contains(c.text, "  ") {
		return nil
	}
	rows := p.rows(c.text)
	if p.around && slices.ContainsFunc(rows, func(r row) bool { return c.listLine(r.Range) }) {
		return nil
	}
	var found []table
	for _, block := range blocksOf(rows) {
		t := table{content: c, sign: p, rows: rows[block.Start:block.End:block.End], names: -1}
		if p.even && !even(c.text, t.rows) || !t.understood() {
			continue
		}
		lo := block.Start
		for t.head == nil && lo > 0 && !rows[lo].behind && t.isName(rows[lo-1].Range) { // with nothing beside them
			lo--
		}
		if lo < block.Start {
			t.rows = rows[lo:block.End]
		}
		if !p.around || t.whole(rows[:lo]) {
			found = append(found, t)
		}
	}
	if p.around && c.takesExosomes(found, rows) {
		return nil
	}
	return found
}

// fewNames is how many names a table has at least that nothing but names tells.
const fewNames = 4

// understood says whether the rows are a table of ingredients, and finds its columns: a row that heads them tells, or what
// stands in them beside the names, or that there is nothing but names.
func (t *table) understood() bool {
	surely, others := t.heads()
	columns := t.columns()
	if t.names >= len(columns) || surely == 0 && t.weighed(columns) { // no row has the column that is headed as that of names
		return false
	}
	if t.names < 0 || surely == 1 {
		t.names = t.mostNames(columns)
	}
	if t.names < 0 || t.listed() || t.goods && surely == 0 {
		return false
	}
	sides, prose := t.beside(columns)
	switch c := columns[t.names]; {
	case surely > 1:
		return sides > 0 || others > 0 || 2*c.names >= c.filled
	case sides > 0 && len(t.rows) > 1: // in one row a number is a piece of a name
		return (len(t.rows) >= fewSigns || surely > 0) && c.names > 1 && 3*c.names >= c.filled
	case prose > 0 && surely == 0:
		return len(t.rows) >= fewNames && 3*c.names >= 2*c.filled
	case t.sign.even || surely > 0:
		return false
	}
	t.all = !t.translated()
	return t.onlyNames(columns) && !t.tearsSource()
}

// onlyNames says whether there is nothing beside names: they fill most cells, and in one row a few.
func (t *table) onlyNames(columns []column) bool {
	names, cells := 0, 0
	for _, c := range columns {
		names, cells = names+c.names, cells+c.filled
	}
	return names >= fewNames && (2*names >= cells || len(t.rows) == 1 && 4*names >= cells)
}

// weighed says whether a column is of weights, as in a table of what a food contains.
func (t *table) weighed(columns []column) bool {
	for k, c := range columns {
		if c.grams > len(t.rows)/2 && !(t.sign.around && k < behindName) {
			return true
		}
	}
	return false
}

// mostNames is the column that most names stand in, the first of equals; the one that a head tells where no other has more.
func (t *table) mostNames(columns []column) int {
	most := t.names
	for k, c := range columns {
		if !c.sides(len(t.rows)) && (most < 0 || c.names > columns[most].names) {
			most = k
		}
	}
	return most
}

// beside counts the columns of what stands beside names, and those of what is said of them.
func (t *table) beside(columns []column) (sides, prose int) {
	for k, c := range columns {
		switch {
		case c.sides(len(t.rows)), t.sign.fields && k > 0, k > 0 && k == t.origin:
			sides++
		case t.sign.around && k == behindName && c.prose(len(t.rows)):
			prose++
		}
	}
	return sides, prose
}

// tearsSource says whether what exosomes come from goes on from one cell to the next: wide spaces are no table then.
func (t *table) tearsSource() bool {
	return t.sign.sign == ' ' && slices.ContainsFunc(t.rows, func(r row) bool {
		return slices.ContainsFunc(r.cells[1:], func(cell Range) bool {
			lo, hi := t.tokensOf(cell)
			return lo < hi && t.sourceGoesOn(lo)
		})
	})
}

// listed says whether whole lists stand in the cells: a table of products.
func (t *table) listed() bool {
	const separators = 3
	n := 0
	for _, r := range t.rows {
		if t.names < len(r.cells) {
			if cell := r.cells[t.names]; strings.Count(t.text[cell.Start:cell.End], ",") >= separators {
				n++
			}
		}
	}
	return 3*n > len(t.rows)
}

// tokens gives the tokens of the rows of a table, from its heading on.
func (t *table) tokens() (lo, hi int) {
	from := t.rows[0].Start
	if t.head != nil {
		from = t.head.Start
	}
	return t.tokensOf(Range{from, t.rows[len(t.rows)-1].End})
}

// tokensOf gives the tokens of a range of the text.
func (c *content) tokensOf(r Range) (lo, hi int) {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(c.toks, offset, func(t token, offset int) int { return t.start - offset })
		return i
	}
	return at(r.Start), at(r.End)
}
