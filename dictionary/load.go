package dictionary

import (
	"cmp"
	_ "embed" // the tables
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
)

// Dictionary is the built-in data, with a user's on top. It does not change once loaded and may be
// used by many goroutines.
type Dictionary struct {
	terms  []Term // vocabulary, look-alikes and common names, in the order of the tables; then other numbers of them
	listed int    // how many of them are rows of a table
	keys   []string
	older  []int32          // of each term: the one before it with the same key, -1 for none
	termAt map[string]int32 // by key: the last term with it, which is the one to show

	words  []Word // the grammar, in the order of the tables
	wordAt map[string]int32
	stemAt map[string]int32 // of entries with a star

	longestStem int // bytes of its key: no longer beginning of a word needs looking up
	tokens      func() map[string]bool
	phrases     func() map[string][]Word
	gluedNouns  func() []string
	sizes       func() [][]keyed
	headings    []Heading
	indexed     func() headingIndex            // of the headings, made when first asked for
	columnWords map[ColumnRole]map[string]bool // by key
	minor       map[MinorRole]map[string]bool  // as written
	affixes     map[AffixRole][]string         // in key form
	rules       []Rule
	confusions  []Confusion
	doubts      []Doubt // by Below
	notes       []Note
	limits      map[string]Limit // by name and by key
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

// TermKinds gives the kinds of the terms that Terms lists. A table may hold common names, too.
func TermKinds() []string {
	return slices.DeleteFunc(slices.Clone(tableKinds[:]), func(kind string) bool { return Kind(kind).common() })
}

// common says whether a name tells nothing of exosomes: it is of another ingredient, or of what one is for.
func (k Kind) common() bool { return k == Ingredient || k == Function }

var tableKinds = [...]string{string(Exosome), string(Vesicle), string(ConditionedMedia), string(Related), string(LookAlike), string(Ingredient), string(Function)}

// TermColumns gives the columns of a table of terms. A user's own may hold look-alikes, too, with their reason.
func TermColumns() []string {
	return []string{"text", "name", "kind", "origin", "likely", "language", "evidence", "reference", "reason", "source"}
}

// Cells gives a term as a row with these columns.
func (t Term) Cells() []string {
	return []string{t.Text, t.Name, string(t.Kind), string(t.Origin), string(t.Likely), t.Language, t.Evidence, t.Reference, t.Reason, t.Source}
}

// columns gives the columns of the table that a sheet adds to, nil if it is none of them.
func columns(s *sheet) []string {
	switch {
	case slices.Contains(s.header, "class"):
		return []string{"text", "name", "class", "kind", "origin", "likely", "language", "evidence", "source"}
	case slices.Contains(s.header, "kind"):
		return TermColumns()
	case slices.Contains(s.header, "reason"):
		return []string{"text", "name", "reason", "language", "evidence", "source"}
	}
	return nil
}

// load builds a dictionary from the built-in tables and the extra ones, which come last and so win.
func load(extra []*sheet) (*Dictionary, []Fault) {
	const terms, words = 1 << 13, 1 << 13 // room for the built-in tables and a user's
	d := &Dictionary{
		terms: make([]Term, 0, terms), keys: make([]string, 0, terms), older: make([]int32, 0, terms), termAt: make(map[string]int32, terms),
		words: make([]Word, 0, words), wordAt: make(map[string]int32, words), stemAt: make(map[string]int32, words/8),
		limits: make(map[string]Limit, 128),
	}
	d.tokens = sync.OnceValue(d.everyToken)
	d.phrases = sync.OnceValue(d.everyPhrase)
	d.gluedNouns = sync.OnceValue(d.everyGluedNoun)
	d.sizes = sync.OnceValue(d.everySize)
	var faults []Fault
	builtIn := func(name, text string) *sheet {
		s, f := readSheet("dictionary/"+name, text)
		faults = append(faults, f...)
		return s
	}
	for _, v := range understandAll(extra) {
		faults = append(faults, d.add(v)...)
	}
	d.addNumbers()
	d.headings = parseAll(builtIn("headings.tsv", headingsTable), &faults, checker.heading)
	d.indexed = sync.OnceValue(func() headingIndex { return newHeadingIndex(d.headings) })
	d.columnWords = byRole(parseAll(builtIn("columns.tsv", columnsTable), &faults, checker.columnWord), func(w ColumnWord) (ColumnRole, string) { return w.Role, Fold(w.Text) })
	d.minor = byRole(parseAll(builtIn("minor.tsv", minorTable), &faults, checker.minor), func(w Minor) (MinorRole, string) { return w.Role, w.Text })
	d.affixes = map[AffixRole][]string{}
	for _, e := range parseAll(builtIn("affixes.tsv", affixesTable), &faults, checker.affix) {
		d.affixes[e.Role] = append(d.affixes[e.Role], Fold(e.Text))
	}
	d.rules = parseAll(builtIn("rules.tsv", rulesTable), &faults, checker.rule)
	d.confusions = parseAll(builtIn("confusions.tsv", confusionsTable), &faults, checker.confusion)
	d.doubts = parseAll(builtIn("doubts.tsv", doubtsTable), &faults, checker.doubt)
	slices.SortFunc(d.doubts, func(a, b Doubt) int { return cmp.Compare(a.Below, b.Below) })
	d.notes = parseAll(builtIn("markets.tsv", marketsTable), &faults, checker.note)
	d.brands = parseAll(builtIn("brands.tsv", brandsTable), &faults, checker.brand)
	for _, l := range parseAll(builtIn("limits.tsv", limitsTable), &faults, checker.limit) {
		d.limits[l.Name], d.limits[Fold(l.Name)] = l, l
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

// add puts a vocabulary table into the dictionary and gives its faults, those of one row together.
func (d *Dictionary) add(v *vocabulary) []Fault {
	for i, key := range v.keys {
		c := checker{row{v.sheet, i}, &v.faults}
		if v.words != nil {
			d.addWord(c, key, v.words[i])
		} else {
			d.addTerm(c, key, v.terms[i])
		}
	}
	slices.SortStableFunc(v.faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return v.faults
}

// addTerm keeps one meaning per key: a look-alike that is also a term would make the verdict depend
// on the order of the files.
func (d *Dictionary) addTerm(c checker, key string, t Term) {
	older, ok := d.termAt[key]
	if !ok {
		older = -1
	} else if o := &d.terms[older]; (o.Kind == LookAlike) != (t.Kind == LookAlike) {
		c.fault("%q is already a term of kind %s (%s)", t.Text, o.Kind, o.Source)
	}
	d.termAt[key] = int32(len(d.terms))
	d.terms, d.keys, d.older = append(d.terms, t), append(d.keys, key), append(d.older, older)
}

// addNumbers lists names that end in a noun in its other number, too: one exosome is no misprint of
// many. The plural is what tells, so that "EV", which is no noun by itself, is one in "MSC-EV".
func (d *Dictionary) addNumbers() {
	d.listed = len(d.terms)
	for at := range d.listed {
		t, key := d.terms[at], d.keys[at]
		last := key[strings.LastIndexByte(key, ' ')+1:]
		if t.Kind != Exosome && t.Kind != Vesicle || last == key {
			continue
		}
		plural := last
		if !strings.HasSuffix(last, "s") {
			plural += "s"
		}
		if noun, ok := d.wordAt[plural]; !ok || d.words[noun].Class != ClassNoun {
			continue
		}
		if plural == last {
			key, t.Text = strings.TrimSuffix(key, "s"), strings.TrimRight(t.Text, "sS")
		} else {
			key, t.Text = key+"s", t.Text+"s"
		}
		if _, ok := d.termAt[key]; !ok {
			d.termAt[key] = int32(len(d.terms))
			d.terms, d.keys, d.older = append(d.terms, t), append(d.keys, key), append(d.older, -1)
		}
	}
}

func (d *Dictionary) addWord(c checker, key string, w Word) {
	at := d.wordAt
	if w.Stem {
		if len(key) < minStem {
			c.fault("stem %q is shorter than %d letters: it would take in too much", w.Text, minStem)
		}
		if strings.Contains(key, " ") {
			c.fault("stem %q is more than one word", w.Text)
		}
		at = d.stemAt
		d.longestStem = max(d.longestStem, len(key))
	}
	at[key] = int32(len(d.words))
	d.words = append(d.words, w)
}

// minStem is the shortest stem, in bytes of its key: "eks*" would take in words that have nothing to
// do with exosomes.
const minStem = 4

// comparison is what words are named that exosomes are only compared by.
const comparison = "unlike"

// everyToken gives the tokens of all terms and words of the grammar, but for those of comparisons: "works like" makes no
// work a word of lists.
func (d *Dictionary) everyToken() map[string]bool {
	all := make(map[string]bool, 1<<13)
	learn := func(key string) {
		for _, t := range Tokens(key) {
			all[t] = true
		}
	}
	for at, key := range d.keys {
		if d.terms[at].Kind != Function { // what it is for says nothing of what it is, and stands in tables, too
			learn(key)
		}
	}
	for _, at := range [...]map[string]int32{d.wordAt, d.stemAt} {
		for key, i := range at {
			switch several := strings.ContainsAny(key, " /()',"); {
			case !several:
				all[key] = true
			case d.words[i].Name != comparison:
				learn(key)
			}
		}
	}
	return all
}
