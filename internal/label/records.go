package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// Sheets of suppliers, data bases and programs give each ingredient fields with a name and a colon, the same for all:
// "INCI name: Aqua, CAS: 7732-18-5, 70 %", or a line for the name and fields below it.

// field is where a field of a record begins, and its value.
type field struct {
	start, value int
	key          string
	name         bool // it holds the name of the ingredient
}

const (
	besideField = "\"'`{}[](),;|*>_- \t\r\n"
	partFields  = "\n,;|{}[]"
)

// fields are those whose keys are said again and again, in the order of the text.
func (t *table) fields() []field {
	const longest, mostWords = 40, 4
	var all []field
	count := map[string]int{}
	for i := 0; i < len(t.text); i++ {
		if t.text[i] != ':' || i+1 < len(t.text) && (t.text[i+1] == '/' || t.text[i+1] == ':') {
			continue
		}
		end := i
		start := strings.LastIndexAny(t.text[max(0, end-longest):end], partFields+"(>") + 1 + max(0, end-longest)
		key := t.fieldName(t.text[start:end])
		first, _ := utf8.DecodeRuneInString(key)
		if !unicode.IsLetter(first) || strings.ContainsAny(key, "0123456789") || strings.Count(key, " ") >= mostWords {
			continue
		}
		folded := dictionary.Fold(key)
		count[folded]++
		all = append(all, field{start: start + strings.LastIndex(t.text[start:end], key), value: i + 1, key: folded})
	}
	kept := all[:0]
	for _, f := range all {
		if count[f.key] >= fewSigns && (t.d.Lookup(f.key) == nil || t.d.ColumnWord(f.key, dictionary.SideColumn) || t.d.ColumnWord(f.key, dictionary.OriginColumn)) {
			for _, w := range dictionary.Tokens(f.key) {
				f.name = f.name || t.d.ColumnWord(w, dictionary.InciColumn) || t.d.ColumnWord(w, dictionary.NameColumn) || f.key == w && t.d.ColumnWord(w, dictionary.TradeColumn)
			}
			kept = append(kept, f)
		}
	}
	return kept
}

// fieldName is the name of a field as it stands before its colon: of fields that only spaces part, the word behind the value of
// the one before, "INCI: Glycerin CAS: 56-81-5 Share: 5 %".
func (t *table) fieldName(before string) string {
	key := strings.Trim(before, besideField)
	if !strings.Contains(key, ":") {
		return key
	}
	last := key[strings.LastIndexAny(key, " :")+1:]
	for _, role := range [...]dictionary.ColumnRole{dictionary.SideColumn, dictionary.OriginColumn, dictionary.InciColumn, dictionary.NameColumn, dictionary.TradeColumn} {
		if t.d.ColumnWord(dictionary.Fold(last), role) {
			return last
		}
	}
	return key
}

// records gives a row for each ingredient that has fields: its name, and all that is said of it.
func (t *table) records() []row {
	fields := t.fields()
	if len(fields) == 0 || t.ofGoods(fields) {
		return nil
	}
	names := t.namesInFields(fields)
	if names == nil {
		names = t.namesOverFields(fields)
	}
	if names == nil || !t.covers(names, fields) {
		return nil
	}
	rows := make([]row, len(names))
	for i, name := range names { // what is said of an ingredient reaches to the next one
		to := t.lineEnd(max(fields[len(fields)-1].start, name.End))
		if i+1 < len(names) {
			to = names[i+1].Start
		}
		rows[i] = row{Range: Range{name.Start, to}, cells: []Range{name, cell(t.text, name.End, to)}}
	}
	return rows
}

// ofGoods says whether the fields are of goods, which have a price, and none holds an INCI name.
func (t *table) ofGoods(fields []field) bool {
	goods := false
	for _, f := range fields {
		for _, w := range dictionary.Tokens(f.key) {
			if t.d.ColumnWord(w, dictionary.InciColumn) {
				return false
			}
			goods = goods || t.d.ColumnWord(w, dictionary.GoodsColumn)
		}
	}
	return goods
}

// namesInFields are the values of the fields that hold names.
func (t *table) namesInFields(fields []field) []Range {
	var out []Range
	for i, f := range fields {
		if !f.name {
			continue
		}
		end := t.valueEnd(f.value)
		if i+1 < len(fields) {
			end = max(f.value, min(end, fields[i+1].start))
		}
		if name := t.trimField(f.value, end); name.Start < name.End {
			out = append(out, name)
		}
	}
	return out
}

// namesOverFields are the lines without a field at their beginning, if nearly all have one behind them. One without may be
// the name of something nothing is known of.
func (t *table) namesOverFields(fields []field) []Range {
	var out []Range
	followed, first := 0, 0 // first is the first field from a line on
	for at := 0; at < len(t.text); {
		end := t.lineEnd(at)
		for first < len(fields) && fields[first].start < at {
			first++
		}
		to := end
		if first < len(fields) {
			to = min(to, fields[first].start)
		}
		if name := t.trimField(at, to); name.Start < name.End {
			if k := len(out) - 1; k >= 0 && strings.TrimSpace(t.text[out[k].End:name.Start]) == "" && t.lineGoesOn(out[k], name) {
				out[k].End = name.End
			} else {
				out = append(out, name)
			}
			if first < len(fields) && strings.TrimSpace(t.text[to:fields[first].start]) == "" {
				followed++
			}
		}
		at = end
	}
	if 5*followed < 4*len(out) {
		return nil
	}
	return out
}

// covers says whether the records are what the text says of ingredients: few names stand outside their fields, and none of
// exosomes.
func (t *table) covers(names []Range, fields []field) bool {
	const ends = "\n|{}[]" // the value of a field
	outside, most, side := 0, len(names)/3, false
	for at := 0; at < len(t.text); {
		end := len(t.text)
		if k := strings.IndexAny(t.text[at:], partFields); k >= 0 {
			end = at + k
		}
		part := t.trimField(at, end)
		for len(names) > 0 && names[0].End <= at {
			names = names[1:]
		}
		named := len(names) > 0 && names[0].Start < end
		for len(fields) > 0 && fields[0].start < end {
			named, side, fields = true, !fields[0].name, fields[1:]
		}
		if !named && part.Start < part.End {
			if t.exosomesAlone(part) {
				return false
			}
			if !side && t.isName(part) && !t.isFunction(t.text[part.Start:part.End]) {
				outside++
			}
		}
		side = side && end < len(t.text) && strings.IndexByte(ends, t.text[end]) < 0
		at = end + 1
	}
	return outside <= most
}

// valueEnd is where the value of a field ends that begins at an offset. It may be wrapped.
func (t *table) valueEnd(at int) int {
	const mostLines = 3
	end := t.lineEnd(at)
	for range mostLines - 1 {
		next := t.lineEnd(end)
		if line := strings.TrimSpace(t.text[end:next]); line == "" || strings.ContainsAny(line, ":{}[]|,") || next == len(t.text) {
			break
		}
		end = next
	}
	return end
}

// lineEnd is where the line at an offset ends, its sign with it.
func (t *table) lineEnd(at int) int {
	if k := strings.IndexByte(t.text[at:], '\n'); k >= 0 {
		return at + k + 1
	}
	return len(t.text)
}

func (t *table) trimField(lo, hi int) Range {
	for lo < hi && strings.IndexByte(besideField, t.text[lo]) >= 0 && t.text[lo] != '(' && t.text[lo] != '[' {
		lo++
	}
	for lo < hi && strings.IndexByte(besideField, t.text[hi-1]) >= 0 && t.text[hi-1] != ')' && t.text[hi-1] != ']' {
		hi--
	}
	return Range{lo, hi}
}
