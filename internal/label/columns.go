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
}

// sides says whether a column holds what stands beside names.
func (c column) sides(rows int) bool {
	return 2*c.filled >= rows && 3*(c.values+c.functions) >= 2*c.filled && c.values+c.functions > 0
}

// nameColumns are words that head the column of the names, and how surely: a name may be that of a trade.
var nameColumns = map[string]int{
	"inci": 3, "inci명": 3, "inci名": 3, "inci名称": 3, "ingredient": 2, "ingredients": 2, "component": 2, "components": 2, "composant": 2, "componente": 2, "rohstoff": 2,
	"inhaltsstoff": 2, "bestandteil": 2, "składnik": 2, "ингредиент": 2, "компонент": 2, "성분명": 2, "전성분명": 2, "원료명": 1,
	"표준명칭": 3, "成分名": 2, "成分名称": 2, "成份": 2, "原料名称": 1, "name": 1, "names": 1, "nombre": 1, "nom": 1, "nome": 1, "bezeichnung": 1,
	"substance": 1, "substances": 1, "material": 1, "chemical": 1, "sustancia": 1, "название": 1, "наименование": 1, "名称": 1,
}

// otherColumns are words that head the columns beside it.
var otherColumns = map[string]bool{
	"no": true, "nr": true, "nº": true, "n°": true, "º": true, "number": true, "cas": true, "ec": true, "einecs": true, "elincs": true, "percent": true,
	"percentage": true, "conc": true, "concentration": true, "w/w": true, "wt": true, "amount": true, "function": true, "functions": true,
	"purpose": true, "role": true, "phase": true, "supplier": true, "code": true, "level": true, "quantity": true, "trade": true,
	"función": true, "funcion": true, "porcentaje": true, "concentración": true, "concentracion": true, "cantidad": true, "fonction": true,
	"pourcentage": true, "funktion": true, "anteil": true, "gehalt": true, "funzione": true, "percentuale": true, "função": true,
	"번호": true, "순번": true, "함량": true, "기능": true, "배합목적": true, "비율": true, "用途": true, "含量": true, "序号": true, "配合目的": true, "配合量": true,
	"функция": true, "содержание": true, "%": true, "#": true,
}

// goodsColumns are words that head a column of products: what stands in it is no ingredient.
var goodsColumns = map[string]bool{
	"product": true, "products": true, "item": true, "producto": true, "produit": true, "produkt": true, "prodotto": true, "produto": true,
	"brand": true, "price": true, "제품명": true, "产品": true, "产品名称": true, "商品名": true, "製品名": true,
}

// valueWords stand in cells that hold shares: "q.s. to 100", "balance", "n/a".
var valueWords = map[string]bool{
	"qs": true, "qsp": true, "csp": true, "to": true, "ad": true, "up": true, "na": true, "nd": true, "tbd": true, "balance": true, "bal": true,
	"max": true, "min": true, "trace": true, "traces": true, "approx": true, "about": true, "none": true, "ww": true, "rest": true, "cas": true, "ec": true,
	"적량": true, "잔량": true, "미량": true, "to100": true, "适量": true, "余量": true, "適量": true, "残量": true, "残部": true,
}

// heads takes off the row that says what the columns hold. It gives how surely it names the column of the names, and how
// many others it names.
func (t *table) heads() (best, others int) {
	first := t.rows[0]
	for k, r := range first.cells {
		switch n, other := t.headCell(r); {
		case other:
			others++
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
		t.goods = t.goods || goodsColumns[w]
		if otherColumns[w] {
			return 0, true
		}
		names = max(names, nameColumns[w])
	}
	if lo, hi := t.tokensOf(r); names == 0 && lo < hi {
		h := heading{lo: lo}
		if t.spelled(&h) && h.role == dictionary.ListStart {
			names = 2
		}
	}
	return names, false
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
	if t.head == nil && len(t.rows) > 1 {
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
	c.filled++
	switch {
	case isValue(text):
		c.values++
	case t.isFunction(text):
		c.functions++
	case t.isName(r):
		c.names++
	}
	if lo, hi := t.tokensOf(r); lo < hi && weighsGrams(t.lower, t.toks[:hi], lo) {
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
func isValue(text string) bool {
	joined := strings.ReplaceAll(strings.ToLower(text), ".", "")
	for word := range strings.FieldsFuncSeq(joined, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 1 && !units[word] && !valueWords[word] {
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
