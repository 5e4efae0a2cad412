package label

import (
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
)

// column counts what the cells of a column hold.
type column struct {
	filled    int
	values    int // numbers, shares, amounts: no words
	functions int
	names     int // whole names of the dictionary
	grams     int
	lists     int // cells with a few commas
}

// sides says whether a column holds what stands beside names.
func (c column) sides(rows int) bool {
	return 2*c.filled >= rows && 3*(c.values+c.functions) >= 2*c.filled && c.values+c.functions > 0
}

// prose says whether a column holds what is said of names: hardly a name, and no lists.
func (c column) prose(rows int) bool {
	return 2*c.filled >= rows && 4*c.names <= c.filled && c.lists == 0
}

// nameColumns are the roles of words that head the column of the names, the less sure first.
var nameColumns = [...]dictionary.ColumnRole{dictionary.TradeColumn, dictionary.NameColumn, dictionary.InciColumn}

// heads takes off the row that says what the columns hold. It gives how surely it names the column of the names, and how
// many others it names.
func (t *table) heads() (best, others int) {
	first := t.rows[0]
	for k, r := range first.cells {
		switch n, other := t.headCell(r); {
		case other:
			if others++; t.headsOrigin(r) {
				t.origin = k
			}
		case n > best:
			best, t.names = n, k
		case t.isName(r):
			return 0, 0
		}
	}
	if best > 1 && others == 0 && !t.sign.even || best > 0 && others > 0 || others > 1 {
		t.head, t.rows = &first, t.rows[1:]
		return best, others
	}
	t.names = -1
	return 0, 0
}

// headRow says whether a row does nothing but head columns, as on a further page.
func (t *table) headRow(r row) bool {
	filled := 0
	for _, cell := range r.cells {
		if cell.Start == cell.End {
			continue
		}
		if n, other := t.headCell(cell); n == 0 && !other {
			return false
		}
		filled++
	}
	return filled > 1
}

// headCell says how surely a cell heads the column of the names, and whether it heads another.
func (t *table) headCell(r Range) (names int, other bool) {
	const mostWords = 6
	text := dictionary.Fold(t.text[r.Start:r.End])
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[].,:;\"'*_", r) })
	if len(words) == 0 || len(words) > mostWords || strings.Contains(text, ",") {
		return 0, false
	}
	for _, w := range words {
		t.goods = t.goods || t.d.ColumnWord(w, dictionary.GoodsColumn)
		if w == "%" || w == "#" || t.d.ColumnWord(w, dictionary.SideColumn) || t.d.ColumnWord(w, dictionary.OriginColumn) {
			return 0, true
		}
		for i, role := range nameColumns {
			if t.d.ColumnWord(w, role) {
				names = max(names, i+1)
			}
		}
	}
	if lo, hi := t.tokensOf(r); names == 0 && lo < hi {
		h := heading{lo: lo}
		if t.spelled(&h) && h.role == dictionary.ListStart {
			names = 2
		}
	}
	return names, false
}

// headsOrigin says whether a cell heads the column of what the ingredients come from.
func (t *table) headsOrigin(r Range) bool {
	return slices.ContainsFunc(dictionary.Tokens(dictionary.Fold(t.text[r.Start:r.End])), func(w string) bool { return t.d.ColumnWord(w, dictionary.OriginColumn) })
}

// columns counts what stands in each column. A first row without the values that the others have heads them.
func (t *table) columns() []column {
	count := func(rows []row) []column {
		var out []column
		for _, r := range rows {
			for k, cell := range r.cells {
				if k == len(out) {
					out = append(out, column{})
				}
				t.tally(&out[k], cell)
			}
		}
		return out
	}
	if t.head == nil && len(t.rows) > 1 && !t.listLine(t.rows[0].Range) {
		rest := count(t.rows[1:])
		for k, cell := range t.rows[0].cells {
			var c column
			t.tally(&c, cell)
			if k < len(rest) && rest[k].sides(len(t.rows)-1) && c.filled > c.values+c.functions && !t.namesIn(t.rows[0]) {
				first := t.rows[0]
				t.head, t.rows = &first, t.rows[1:]
				return rest
			}
		}
	}
	return count(t.rows)
}

func (t *table) tally(c *column, r Range) {
	text := t.text[r.Start:r.End]
	if text == "" {
		return
	}
	if c.filled++; strings.Count(text, ",") >= fewSigns {
		c.lists++
	}
	switch {
	case t.isValue(text):
		c.values++
	case t.isFunction(text):
		c.functions++
	case t.isName(r):
		c.names++
	}
	if lo, hi := t.tokensOf(r); lo < hi && t.between(lo, hi).weighsGrams(0) {
		c.grams++
	}
}

// namesIn says whether a cell of a row is a whole name.
func (t *table) namesIn(r row) bool { return slices.ContainsFunc(r.cells, t.isName) }

// isName says whether a cell is a whole name of the dictionary.
func (t *table) isName(r Range) bool {
	text := strings.Trim(t.text[r.Start:r.End], "\"'*")
	return text != "" && t.d.Lookup(dictionary.Fold(text)) != nil
}

// isValue says whether a cell holds no words but those of numbers, shares and amounts.
func (t *table) isValue(text string) bool {
	joined := strings.ReplaceAll(strings.ToLower(text), ".", "")
	for word := range strings.FieldsFuncSeq(joined, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 1 && !t.d.MinorWord(word, dictionary.Unit) && !t.d.ColumnWord(dictionary.Fold(word), dictionary.Share) {
			return false
		}
	}
	return true
}

// isFunction says whether a cell holds what an ingredient is for, one purpose or several.
func (t *table) isFunction(text string) bool {
	folded := strings.ReplaceAll(dictionary.Fold(text), " and ", ",")
	some := false
	for part := range strings.FieldsFuncSeq(folded, func(r rune) bool { return strings.ContainsRune(",;/&\"", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if !t.d.Function(part) {
			return false
		}
		some = true
	}
	return some
}

// translated says whether another column has the ingredients of the names in other words, in most rows where both are known.
func (t *table) translated() bool {
	same, known := 0, 0
	for _, r := range t.rows {
		if t.names >= len(r.cells) {
			continue
		}
		name := t.termOf(r.cells[t.names])
		if name == "" {
			continue
		}
		beside, again := false, false
		for k, cell := range r.cells {
			if k != t.names {
				term := t.termOf(cell)
				beside, again = beside || term != "", again || term == name
			}
		}
		if beside {
			known++
		}
		if again {
			same++
		}
	}
	return same > 1 && 2*same > known
}

func (t *table) termOf(r Range) string {
	if terms := t.d.Lookup(dictionary.Fold(t.text[r.Start:r.End])); terms != nil {
		return dictionary.Fold(terms[0].Name)
	}
	return ""
}
