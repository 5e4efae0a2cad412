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

// load builds a dictionary from the built-in tables and the extra ones, which come last and so win. The vocabulary is most of
// the work, and the other tables are read beside it.
func load(extra []*sheet) (*Dictionary, []Fault) {
	d := &Dictionary{}
	d.tokens = sync.OnceValue(d.everyToken)
	d.phrases = sync.OnceValue(d.everyPhrase)
	d.gluedNouns = sync.OnceValue(d.everyGluedNoun)
	d.sizes = sync.OnceValue(d.everySize)
	d.indexed = sync.OnceValue(func() headingIndex { return newHeadingIndex(d.headings) })
	var faults, others []Fault
	var beside sync.WaitGroup
	beside.Go(func() {
		others = d.addOthers()
		d.indexed() // the first label needs it
	})
	terms, words := 0, 0
	for _, v := range d.understandAll(extra) {
		faults = append(faults, d.add(v, terms, words)...)
		terms, words = terms+len(v.terms), words+len(v.words)
	}
	d.addNumbers()
	beside.Wait()
	return d, append(faults, others...)
}

// addOthers reads the tables that are no vocabulary and gives their faults.
func (d *Dictionary) addOthers() (faults []Fault) {
	builtIn := func(name, text string) *sheet {
		s, f := readSheet("dictionary/"+name, text)
		faults = append(faults, f...)
		return s
	}
	d.headings = parseAll(builtIn("headings.tsv", headingsTable), &faults, checker.heading)
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
	d.limits = make(map[string]Limit, 128)
	for _, l := range parseAll(builtIn("limits.tsv", limitsTable), &faults, checker.limit) {
		d.limits[l.Name], d.limits[Fold(l.Name)] = l, l
	}
	return faults
}

func parseAll[T any](s *sheet, faults *[]Fault, parse func(checker) T) []T {
	all := make([]T, s.rows())
	for i := range all {
		all[i] = parse(checker{row{s, i}, faults})
	}
	return all
}

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
