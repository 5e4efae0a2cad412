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
		start := strings.LastIndexAny(t.text[max(0, end-longest):end], "\n,;|{}[](>") + 1 + max(0, end-longest)
		key := strings.Trim(t.text[start:end], besideField)
		first, _ := utf8.DecodeRuneInString(key)
		if !unicode.IsLetter(first) || strings.ContainsAny(key, "0123456789") || strings.Count(key, " ") >= mostWords {
			continue
		}
		folded := dictionary.Fold(key)
		count[folded]++
		all = append(all, field{start: start + strings.Index(t.text[start:end], key), value: i + 1, key: folded})
	}
	kept := all[:0]
	for _, f := range all {
		if count[f.key] >= fewSigns && t.d.Lookup(f.key) == nil {
			for _, w := range dictionary.Tokens(f.key) {
				f.name = f.name || t.d.ColumnWord(w, dictionary.InciColumn) || t.d.ColumnWord(w, dictionary.NameColumn) || f.key == w && t.d.ColumnWord(w, dictionary.TradeColumn)
			}
			kept = append(kept, f)
		}
	}
	return kept
}

// records gives a row for each ingredient that has fields: its name, and all that is said of it.
func (t *table) records() []row {
	fields := t.fields()
	if len(fields) == 0 {
		return nil
	}
	var rows []row
	add := func(lo, hi int) {
		if name := trimField(t.text, lo, hi); name.Start < name.End {
			rows = append(rows, row{Range: name, cells: []Range{name, {name.End, name.End}}})
		}
	}
	named := false
	for _, f := range fields {
		named = named || f.name
	}
	first := strings.LastIndexByte(t.text[:fields[0].start], '\n') // the name may stand on a line above the first field
	at := 0
	if above := strings.TrimRight(t.text[:max(first, 0)], " \t\r\n"); !named && first > 0 {
		at = strings.LastIndexByte(above, '\n') + 1
	} else {
		at = fields[0].start
	}
	line := at // where the next one begins
	for i := 0; at < len(t.text); {
		if line <= at {
			line = len(t.text)
			if k := strings.IndexByte(t.text[at:], '\n'); k >= 0 {
				line = at + k + 1
			}
		}
		end := line
		isField := i < len(fields) && fields[i].start <= at
		next := i
		if isField {
			next++
		}
		if next < len(fields) {
			end = min(end, max(fields[next].start, at+1))
		}
		switch {
		case isField && fields[i].name:
			add(fields[i].value, end)
		case !isField && !named && (i < len(fields)):
			add(at, end)
		}
		i, at = next, end
		if i == len(fields) && isField {
			break // what stands behind the last field is no record
		}
	}
	for i := range rows { // what is said of an ingredient reaches to the next one
		to := at
		if i+1 < len(rows) {
			to = rows[i+1].Start
		}
		rows[i].End = to
		rows[i].cells[1] = cell(t.text, rows[i].cells[0].End, to)
	}
	return rows
}

func trimField(text string, lo, hi int) Range {
	for lo < hi && strings.IndexByte(besideField, text[lo]) >= 0 && text[lo] != '(' && text[lo] != '[' {
		lo++
	}
	for lo < hi && strings.IndexByte(besideField, text[hi-1]) >= 0 && text[hi-1] != ')' && text[hi-1] != ']' {
		hi--
	}
	return Range{lo, hi}
}
