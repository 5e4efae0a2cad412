package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// table is the rows of a typed table and where in them the names stand.
type table struct {
	*content
	sign  parting
	head  *row // the row that says what the columns hold, nil without one
	rows  []row
	names int  // the column of the names
	all   bool // there is nothing but names, in all columns
	goods bool // a column is headed as that of products
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

// understood says whether the rows are a table of ingredients, and finds its columns: a row that heads them tells, or what
// stands in them beside the names, or that there is nothing but names.
func (t *table) understood() bool {
	const fewNames = 4
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
	names, cells := 0, 0
	for _, c := range columns {
		names, cells = names+c.names, cells+c.filled
	}
	t.all = !t.translated()
	return names >= fewNames && (2*names >= cells || len(t.rows) == 1 && 4*names >= cells) && !t.tearsSource()
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
		case c.sides(len(t.rows)), t.sign.fields && k > 0:
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

// addTable takes in the ingredients of a table, each row by itself.
func (l *Label) addTable(t *table) {
	var found []Ingredient
	var asides []Range
	maybe := false
	for _, r := range t.rows {
		at := r.Start
		for _, cell := range t.cellsOf(r) {
			lo, hi := t.tokensOf(cell)
			s := splitter{content: *t.between(lo, hi), base: lo, maybe: maybe}
			if t.sign.fields { // a name may be wrapped, and is one
				s.toks = slices.DeleteFunc(slices.Clone(s.toks), func(t token) bool { return t.kind == newline })
			}
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
	l.Lists = append(l.Lists, list)
	l.Ingredients = append(l.Ingredients, found...)
	if len(l.Lists) == 1 || list.Range.End-list.Range.Start > l.List.End-l.List.Start {
		l.Heading, l.List = list.Heading, list.Range
	}
	for _, a := range asides {
		if lo, hi := trimSpace(l.Text, a.Start, a.End); lo < hi && !t.isValue(l.Text[lo:hi]) {
			l.asides = append(l.asides, Range{lo, hi})
		}
	}
	slices.SortFunc(l.asides, func(a, b Range) int { return a.Start - b.Start })
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
