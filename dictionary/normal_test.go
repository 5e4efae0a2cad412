package dictionary

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// tableForm is what a table must look like: its columns, and how its rows are kept in order. Rows
// with the same key are one row too many. A nil key leaves the order to the author: it has meaning.
type tableForm struct {
	file    string
	columns string
	key     func(row) string
}

func byText(r row) string {
	text, stem := strings.CutSuffix(r.get("text"), "*")
	if stem {
		return Fold(text) + "\x00*"
	}
	return Fold(text)
}

var forms = []tableForm{
	{"brands.tsv", "text likely what evidence source", byText},
	{"columns.tsv", "text role language evidence source", func(r row) string { return r.get("role") + "\x00" + Fold(r.get("text")) }},
	{"common.tsv", "text name kind origin likely language evidence reference source", byText},
	{"confusions.tsv", "read meant cost source", func(r row) string { return r.get("read") + "\x00" + r.get("meant") }},
	{"cosing.tsv", "ref name snapshots restriction", func(r row) string { return r.get("name") }},
	{"doubts.tsv", "below factor source", func(r row) string { return r.get("below") }},
	{"affixes.tsv", "text role language evidence source", func(r row) string { return r.get("role") + "\x00" + Fold(r.get("text")) }},
	{"genera.tsv", "text name class kind origin likely language evidence names source", byText},
	{"headings.tsv", "text role language evidence source", func(r row) string { return r.get("role") + "\x00" + r.get("language") + "\x00" + Fold(r.get("text")) }},
	{"limits.tsv", "name percent basis evidence source", func(r row) string { return Fold(r.get("name")) }},
	{"lookalikes.tsv", "text name reason language evidence source", byText},
	{"markets.tsv", "market origin note citation date evidence source", nil},
	{"minor.tsv", "text role language evidence source", func(r row) string { return r.get("role") + "\x00" + r.get("text") }},
	{"rules.tsv", "name when unless do value because source", nil},
	{"signs.tsv", "text simplified source", func(r row) string { return r.get("text") }},
	{"terms.tsv", "text name kind origin likely language evidence reference source", byText},
	{"errors.tsv", "code help source", nil},
	{"warnings.tsv", "code help source", nil},
	{"words.tsv", "text name class kind origin likely language evidence source", byText},
}

// TestTablesAreNormal holds every table to its normal form; -update rewrites it. Of two rows with one
// key the one that was seen in a source stays.
func TestTablesAreNormal(t *testing.T) {
	for _, f := range forms {
		data, err := os.ReadFile(f.file)
		if err != nil {
			t.Fatal(err)
		}
		want := normal(t, f, string(data))
		if want == string(data) {
			continue
		}
		if *update {
			if err := os.WriteFile(f.file, []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s is not in normal form, first at line %d: go test ./dictionary -run TestTablesAreNormal -update", f.file, firstDifference(want, string(data)))
	}
}

func normal(t *testing.T, f tableForm, text string) string {
	s, faults := readSheet(f.file, text)
	for _, fault := range faults {
		t.Error(fault)
	}
	if got := strings.Join(s.header, " "); got != f.columns {
		t.Errorf("%s has the columns %q, want %q", f.file, got, f.columns)
	}
	type line struct {
		key, text string
		seen      bool
	}
	var lines []line
	for i := range s.rows() {
		r := row{s, i}
		l := line{seen: r.get("evidence") == Seen}
		cells := s.cells[i*len(s.header) : (i+1)*len(s.header)]
		for k, c := range cells {
			cells[k] = norm.NFC.String(strings.Join(strings.Fields(c), " "))
		}
		l.text = strings.Join(cells, "\t")
		if f.key != nil {
			l.key = f.key(r)
		}
		lines = append(lines, l)
	}
	if f.key != nil {
		slices.SortStableFunc(lines, func(a, b line) int {
			return cmp.Or(cmp.Compare(a.key, b.key), -boolCompare(a.seen, b.seen), cmp.Compare(a.text, b.text))
		})
		lines = slices.CompactFunc(lines, func(a, b line) bool { return a.key == b.key })
	}
	var b strings.Builder
	b.WriteString(strings.Join(s.header, "\t") + "\n")
	for _, l := range lines {
		b.WriteString(l.text + "\n")
	}
	return b.String()
}

func boolCompare(a, b bool) int { return boolInt(a) - boolInt(b) }

func firstDifference(a, b string) int {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return i + 1
		}
	}
	return min(len(x), len(y))
}

// TestEveryRowHasASource: nothing is known from nowhere, and what was not seen says so.
func TestEveryRowHasASource(t *testing.T) {
	for _, f := range forms {
		data, err := os.ReadFile(f.file)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := readSheet(f.file, string(data))
		for i := range s.rows() {
			r := row{s, i}
			if slices.Contains(s.header, "source") && r.get("source") == "" {
				t.Error(r.fault("no source"))
			}
			if slices.Contains(s.header, "evidence") && r.get("evidence") != Seen && r.get("evidence") != Memory {
				t.Error(r.fault("evidence %q", r.get("evidence")))
			}
			if r.get("evidence") == Seen && r.get("source") == "general knowledge" {
				t.Error(r.fault("seen, but the source is general knowledge"))
			}
		}
	}
}
