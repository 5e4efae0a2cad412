package dictionary

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
)

// All tables but cosing.tsv, which the program carries as index.bin.
//
//go:embed confusions.tsv genera.tsv headings.tsv lookalikes.tsv rules.tsv terms.tsv words.tsv
var files embed.FS

// Dictionary is the built-in data, with a user's on top. It does not change once loaded and may be
// used by many goroutines.
type Dictionary struct {
	terms      map[string][]Term // by key: vocabulary and look-alikes
	words      map[string]Word   // by key: entries without a star
	stems      map[string]Word   // by key: entries with a star
	vocabulary map[string]bool   // tokens of terms and words
	headings   []Heading
	rules      []Rule
	confusions []Confusion
}

// Default gives the built-in dictionary, parsed at the first call. Broken built-in data is our bug:
// it panics with file and line.
func Default() *Dictionary { return builtIn() }

var builtIn = sync.OnceValue(func() *Dictionary {
	d, faults := load(nil)
	if len(faults) > 0 {
		panic(&Error{faults})
	}
	return d
})

// Load gives the built-in dictionary with the user's files on top. Every fault of every file is in
// the *Error; a file with one fault is refused whole, and so is the dictionary.
func Load(names ...string) (*Dictionary, error) {
	if len(names) == 0 {
		return Default(), nil
	}
	var extra []table
	var faults []Fault
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading dictionary %q: %w", name, err)
		}
		t, f := readUser(name, bytes.NewReader(data))
		extra, faults = append(extra, t), append(faults, f...)
	}
	d, f := load(extra)
	if faults = append(faults, f...); len(faults) > 0 {
		return nil, &Error{faults}
	}
	return d, nil
}

// Check gives every fault a user's dictionary has, none if Load would take it.
func Check(name string, r io.Reader) []Fault {
	t, faults := readUser(name, r)
	if len(faults) > 0 {
		return faults
	}
	_, faults = load([]table{t})
	return faults
}

// table is a file read but not yet understood.
type table struct {
	kind string // the name of the built-in table it has the columns of
	rows []row
}

// readUser reads a user's file and tells by its columns which table it adds to.
func readUser(name string, r io.Reader) (table, []Fault) {
	header, rows, faults := readTable(name, r)
	kind := ""
	switch {
	case slices.Contains(header, "class"):
		kind = "words.tsv"
	case slices.Contains(header, "reason"):
		kind = "lookalikes.tsv"
	case slices.Contains(header, "kind"):
		kind = "terms.tsv"
	case header != nil:
		faults = append(faults, Fault{name, 1, "the columns are of no table: terms have text, name, kind; look-alikes text, name, reason; words text, name, class"})
	}
	for _, h := range header {
		if kind != "" && !slices.Contains(columns(kind), h) {
			faults = append(faults, Fault{name, 1, fmt.Sprintf("unknown column %q: the columns are %s", h, strings.Join(columns(kind), " "))})
		}
	}
	return table{kind, rows}, faults
}

// columns gives the header of a built-in table.
func columns(table string) []string {
	data, err := files.ReadFile(table)
	if err != nil {
		return nil
	}
	header, _, _ := bytes.Cut(data, []byte("\n"))
	return strings.Split(string(header), "\t")
}

// load builds a dictionary from the built-in tables and the extra ones, which come last and so win.
func load(extra []table) (*Dictionary, []Fault) {
	d := &Dictionary{
		terms: make(map[string][]Term, 2048), words: make(map[string]Word, 8192), stems: make(map[string]Word, 512),
		vocabulary: make(map[string]bool, 8192),
	}
	var faults []Fault
	read := func(name string) []row {
		f, err := files.Open(name)
		if err != nil {
			faults = append(faults, Fault{name, 0, err.Error()})
			return nil
		}
		defer f.Close()
		_, rows, bad := readTable("dictionary/"+name, f)
		faults = append(faults, bad...)
		return rows
	}
	tables := []table{{"terms.tsv", read("terms.tsv")}, {"lookalikes.tsv", read("lookalikes.tsv")}, {"words.tsv", read("words.tsv")}, {"words.tsv", read("genera.tsv")}}
	for _, t := range append(tables, extra...) {
		faults = append(faults, d.add(t)...)
	}
	d.headings = parseAll(read("headings.tsv"), parseHeading, &faults)
	d.rules = parseAll(read("rules.tsv"), parseRule, &faults)
	d.confusions = parseAll(read("confusions.tsv"), parseConfusion, &faults)
	return d, faults
}

func parseAll[T any](rows []row, parse func(row) (T, []Fault), faults *[]Fault) []T {
	all := make([]T, 0, len(rows))
	for _, r := range rows {
		v, bad := parse(r)
		all, *faults = append(all, v), append(*faults, bad...)
	}
	return all
}

// add puts a table's rows into the dictionary.
func (d *Dictionary) add(t table) (faults []Fault) {
	switch t.kind {
	case "terms.tsv", "lookalikes.tsv":
		parse := parseTerm
		if t.kind == "lookalikes.tsv" {
			parse = parseLookAlike
		}
		for i, term := range parseAll(t.rows, parse, &faults) {
			faults = append(faults, d.addTerm(t.rows[i], term)...)
		}
	case "words.tsv":
		for i, w := range parseAll(t.rows, parseWord, &faults) {
			d.addWord(t.rows[i], w)
		}
	}
	return faults
}

// addTerm keeps one meaning per key: a look-alike that is also a term would make the verdict depend
// on the order of the files.
func (d *Dictionary) addTerm(r row, t Term) (faults []Fault) {
	key := Fold(t.Text)
	old := d.terms[key]
	for _, o := range old {
		if (o.Kind == LookAlike) != (t.Kind == LookAlike) {
			faults = append(faults, r.fault("%q is already a term of kind %s (%s)", t.Text, o.Kind, o.Source))
		}
	}
	d.terms[key] = append([]Term{t}, old...)
	for _, w := range Tokens(key) {
		d.vocabulary[w] = true
	}
	return faults
}

func (d *Dictionary) addWord(_ row, w Word) {
	key := Fold(w.Text)
	if w.Stem {
		d.stems[key] = w
	} else {
		d.words[key] = w
	}
	for _, t := range Tokens(key) {
		d.vocabulary[t] = true
	}
}
