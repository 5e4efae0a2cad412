package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// Where no sign parts cells, what looks like a table may be said beside a list: what is in it at how many percent, a
// glossary, what is left out. It must not take a list or exosomes from the text.

// listLine says whether a line holds a list: the heading of one and what it heads, names between commas, or names that
// nothing parts.
func (c *content) listLine(r Range) bool {
	const fewNames = 2
	lo, hi := c.tokensOf(r)
	if lo == hi {
		return false
	}
	h := heading{lo: lo}
	if c.spelled(&h) && h.role == dictionary.ListStart && h.hi+1 < hi && c.toks[h.hi].kind == colon {
		rest := c.text[c.toks[h.hi].end:r.End]
		if k := behindAt(rest); k == 0 || strings.IndexFunc(rest[:k], partsNames) >= 0 { // not "Ingredients: Aqua: solvent"
			return true
		}
	}
	text, names := c.text[r.Start:r.End], 0
	if strings.IndexFunc(text, partsNames) < 0 {
		return newSplitter(c.between(lo, hi)).bareList().cuts != nil
	}
	for part := range strings.FieldsFuncSeq(text, partsNames) {
		if c.d.Lookup(dictionary.Fold(strings.Trim(part, " .\"'*"))) != nil {
			names++
		}
	}
	return names >= fewNames
}

func partsNames(r rune) bool { return strings.ContainsRune(",，、;；•·", r) }

// exosomesAlone says whether a range of the text is nothing but a name of exosomes, with what may stand behind it.
func (c *content) exosomesAlone(r Range) bool {
	const mostWords = 12
	lo, hi := c.tokensOf(r)
	if lo == hi || hi-lo > mostWords || !c.exosomes(lo, hi) {
		return false
	}
	if (&finder{content: c}).namesExosomes(segment{lo: lo, hi: hi}) {
		return true
	}
	for i := lo; i+1 < hi; i++ {
		if k := c.toks[i+1].kind; c.exosomes(i, i+1) && k != word { // Exosomes (Human)
			return true
		}
	}
	return false
}

// lineGoesOn says whether what exosomes come from goes on from one line to the next: Rosa Damascena Callus, Exosomes.
func (c *content) lineGoesOn(line, next Range) bool {
	lo, hi := c.tokensOf(line)
	first, end := c.tokensOf(next)
	if lo == hi || first == end || !c.exosomes(first, end) {
		return false
	}
	before, said := c.entry(hi-1, hi)
	behind, goes := c.entry(first, first+1)
	if !goes {
		behind, goes = c.entry(first, first+2)
	}
	if !goes || behind.Class == "" {
		return false
	}
	if !said {
		return end == first+1
	}
	return before.Class != dictionary.ClassNoun && !c.d.Finished(before.Text)
}

// saysSource says whether a word among tokens lo to hi tells what exosomes come from.
func (c *content) saysSource(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if w, ok := c.entry(i, i+1); ok && w.Class.States() != "" {
			return true
		}
	}
	return false
}

// whole says whether a table without signs may be a whole list: it is long, a heading stands over it, or it has what hardly
// a list is without. What is said of a few ingredients, or bought in a kitchen, is none.
func (t *table) whole(above []row) bool {
	const long = 8
	if len(t.rows) >= long || t.head != nil {
		return true
	}
	if len(above) > 0 {
		lo, hi := t.tokensOf(above[len(above)-1].Range)
		if h := (heading{lo: lo}); lo < hi && t.spelled(&h) && h.role == dictionary.ListStart {
			return true
		}
	}
	return slices.ContainsFunc(t.rows, func(r row) bool {
		lo, hi := t.tokensOf(r.cells[min(1, len(r.cells)-1)])
		return lo < hi && (t.water(lo) || t.exosomes(lo, hi))
	})
}

// tornBehind says whether exosomes are the name of a row and what they come from stands behind it, or the other way round: they
// are a name together.
func (t *table) tornBehind(r row) bool {
	if !r.saysMore() {
		return false
	}
	lo, hi := t.tokensOf(r.cells[behindName-1])
	from, to := t.tokensOf(r.cells[behindName])
	if t.exosomes(lo, hi) {
		return !t.saysSource(lo, hi) && t.saysSource(from, to)
	}
	if t.exosomesAlone(r.cells[behindName]) && (!t.saysSource(lo, hi) || t.saysSource(from, to)) { // Active: Human Adipose Exosomes
		return true
	}
	for from < to && t.toks[from].kind != word {
		from++
	}
	return from < to && t.exosomes(from, from+1) && t.saysSource(lo, hi)
}

// saysMore says whether something stands behind the name of a row.
func (r row) saysMore() bool {
	return len(r.cells) > behindName && r.cells[behindName].Start < r.cells[behindName].End
}

// takesExosomes says whether tables without signs take from exosomes what tells of them, or leave out a line that names some.
func (c *content) takesExosomes(tables []table, rows []row) bool {
	for i, r := range rows {
		for len(tables) > 0 && tables[0].rows[len(tables[0].rows)-1].Start < r.Start {
			tables = tables[1:]
		}
		within := len(tables) > 0 && (tables[0].rows[0].Start <= r.Start || tables[0].head != nil && tables[0].head.Start == r.Start)
		switch {
		case !within && c.exosomesAlone(r.cells[min(1, len(r.cells)-1)]):
			return true
		case within && (tables[0].tornBehind(r) || i > 0 && !r.behind && len(r.cells) == 1 && !rows[i-1].saysMore() && c.lineGoesOn(rows[i-1].Range, r.Range)):
			return true
		}
	}
	return false
}
