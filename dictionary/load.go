package dictionary

import (
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
//go:embed brands.tsv common.tsv confusions.tsv genera.tsv headings.tsv limits.tsv lookalikes.tsv markets.tsv rules.tsv terms.tsv warnings.tsv words.tsv
var files embed.FS

// Dictionary is the built-in data, with a user's on top. It does not change once loaded and may be
// used by many goroutines.
type Dictionary struct {
	terms      map[string][]Term // by key: vocabulary and look-alikes
	words      map[string]Word   // by key: entries without a star
	stems      map[string]Word   // by key: entries with a star
	vocabulary map[string]bool   // tokens of terms and words

	longestStem int // bytes of its key: no longer beginning of a word needs looking up
	headings    []Heading
	indexed     func() headingIndex // of the headings, made when first asked for
	rules       []Rule
	confusions  []Confusion
	notes       []Note
	limits      map[string]Limit // by key
	helps       []Help
	brands      []Brand
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
	var extra []*sheet
	var faults []Fault
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading dictionary %q: %w", name, err)
		}
		s, f := readUser(name, string(data))
		extra, faults = append(extra, s), append(faults, f...)
	}
	d, f := load(extra)
	if faults = append(faults, f...); len(faults) > 0 {
		return nil, &Error{faults}
	}
	return d, nil
}

// Check gives every fault a user's dictionary has, none if Load would take it.
func Check(name string, r io.Reader) []Fault {
	data, err := io.ReadAll(io.LimitReader(r, maxUserFile+1))
	switch {
	case err != nil:
		return []Fault{{name, 0, err.Error()}}
	case len(data) > maxUserFile:
		return []Fault{{name, 0, fmt.Sprintf("the file is over %d bytes", maxUserFile)}}
	}
	s, faults := readUser(name, string(data))
	_, f := load([]*sheet{s})
	return append(faults, f...)
}

// maxUserFile bounds a user's dictionary: ten times the whole of CosIng.
const maxUserFile = 16 << 20

// readUser reads a user's file; its columns tell which table it adds to.
func readUser(name, text string) (*sheet, []Fault) {
	s, faults := readSheet(name, text)
	if s.header == nil {
		return s, faults
	}
	known := columns(s)
	if known == nil {
		return s, append(faults, Fault{name, 1, "the columns are of no table: terms have text, name, kind; look-alikes text, name, reason; words text, name, class"})
	}
	for _, h := range s.header {
		if !slices.Contains(known, h) {
			faults = append(faults, Fault{name, 1, fmt.Sprintf("unknown column %q: the columns are %s", h, strings.Join(known, " "))})
		}
	}
	return s, faults
}

// columns gives the columns of the table that a sheet adds to, nil if it is none of them.
func columns(s *sheet) []string {
	switch {
	case slices.Contains(s.header, "class"):
		return []string{"text", "name", "class", "kind", "origin", "likely", "language", "evidence", "source"}
	case slices.Contains(s.header, "reason"):
		return []string{"text", "name", "reason", "language", "evidence", "source"}
	case slices.Contains(s.header, "kind"):
		return []string{"text", "name", "kind", "origin", "likely", "language", "evidence", "reference", "source"}
	}
	return nil
}

// load builds a dictionary from the built-in tables and the extra ones, which come last and so win.
func load(extra []*sheet) (*Dictionary, []Fault) {
	d := &Dictionary{
		terms: make(map[string][]Term, 1<<10), words: make(map[string]Word, 1<<13), stems: make(map[string]Word, 1<<10),
		vocabulary: make(map[string]bool, 1<<13), limits: make(map[string]Limit, 128),
	}
	var faults []Fault
	builtIn := func(name string) *sheet {
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err) // cannot happen: it is embedded
		}
		s, f := readSheet("dictionary/"+name, string(data))
		faults = append(faults, f...)
		return s
	}
	tables := []*sheet{builtIn("common.tsv"), builtIn("terms.tsv"), builtIn("lookalikes.tsv"), builtIn("words.tsv"), builtIn("genera.tsv")}
	for _, s := range append(tables, extra...) {
		d.add(s, &faults)
	}
	d.headings = parseAll(builtIn("headings.tsv"), &faults, checker.heading)
	d.indexed = sync.OnceValue(func() headingIndex { return newHeadingIndex(d.headings) })
	d.rules = parseAll(builtIn("rules.tsv"), &faults, checker.rule)
	d.confusions = parseAll(builtIn("confusions.tsv"), &faults, checker.confusion)
	d.notes = parseAll(builtIn("markets.tsv"), &faults, checker.note)
	d.helps = parseAll(builtIn("warnings.tsv"), &faults, checker.help)
	d.brands = parseAll(builtIn("brands.tsv"), &faults, checker.brand)
	for _, l := range parseAll(builtIn("limits.tsv"), &faults, checker.limit) {
		d.limits[Fold(l.Name)] = l
	}
	return d, faults
}

func parseAll[T any](s *sheet, faults *[]Fault, parse func(checker) T) []T {
	all := make([]T, s.rows())
	for i := range all {
		all[i] = parse(checker{row{s, i}, faults})
	}
	return all
}

// add puts the rows of a vocabulary table into the dictionary.
func (d *Dictionary) add(s *sheet, faults *[]Fault) {
	for i := range s.rows() {
		c := checker{row{s, i}, faults}
		switch known := columns(s); {
		case slices.Contains(known, "class"):
			d.addWord(c, c.word())
		case slices.Contains(known, "reason"):
			d.addTerm(c, c.lookAlike())
		case known != nil:
			d.addTerm(c, c.term())
		}
	}
}

// addTerm keeps one meaning per key: a look-alike that is also a term would make the verdict depend
// on the order of the files.
func (d *Dictionary) addTerm(c checker, t Term) {
	key := c.key(t.Text)
	old := d.terms[key]
	for _, o := range old {
		if (o.Kind == LookAlike) != (t.Kind == LookAlike) {
			c.fault("%q is already a term of kind %s (%s)", t.Text, o.Kind, o.Source)
		}
	}
	d.terms[key] = append([]Term{t}, old...)
	d.learn(key)
}

func (d *Dictionary) addWord(c checker, w Word) {
	key := c.key(w.Text)
	if w.Stem {
		if len(key) < minStem {
			c.fault("stem %q is shorter than %d letters: it would take in too much", w.Text, minStem)
		}
		d.stems[key] = w
		d.longestStem = max(d.longestStem, len(key))
	} else {
		d.words[key] = w
	}
	d.learn(key)
}

// minStem is the shortest stem, in bytes of its key: "eks*" would take in words that have nothing to
// do with exosomes.
const minStem = 4

// key folds a text and checks that it leaves something to match by.
func (c checker) key(text string) string {
	key := Fold(text)
	if text != "" && !slices.ContainsFunc([]rune(key), wordRune) {
		c.fault("text %q has no letter or digit", text)
	}
	return key
}

// learn notes the tokens of a key.
func (d *Dictionary) learn(key string) {
	if !strings.ContainsFunc(key, func(r rune) bool { return !wordRune(r) }) {
		d.vocabulary[key] = true
		return
	}
	for _, t := range Tokens(key) {
		d.vocabulary[t] = true
	}
}
