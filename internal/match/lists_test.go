package match_test

import (
	"cmp"
	"encoding/csv"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

var listsFolder = flag.String("lists", "", "folder of CSV files of real products without exosomes, for TestLists")

// TestLists reads the ingredient lists of real products, none of which names an exosome: every one
// found is a false alarm, and every doubt costs a reader time.
func TestLists(t *testing.T) {
	if *listsFolder == "" {
		t.Skip("-lists names no folder of product lists")
	}
	files, err := filepath.Glob(filepath.Join(*listsFolder, "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d CSV files in %s: %v", len(files), *listsFolder, err)
	}
	d := dictionary.Default()
	m := match.New(d)
	verdicts := map[origin.Verdict]int{}
	unknown := map[string]int{}
	lists, items, edited, alarms, doubts := 0, 0, 0, 0, 0
	for _, f := range files {
		for _, text := range readLists(t, f) {
			lists++
			l := label.FromText("Ingredients: "+text, d)
			list, claims := m.List(l), m.Claims(l)
			verdicts[origin.Judge(d, l, list, claims).Verdict]++
			for _, g := range slices.Concat(list, claims) {
				items++
				switch {
				case g.Kind == dictionary.Exosome || g.Kind == dictionary.Vesicle:
					alarms++
					t.Errorf("false alarm: %q as %q (%s, %.2f)", g.Read, g.Name, g.How, g.Cost)
				case g.Doubt != "":
					doubts++
					t.Logf("doubt: %q: %s", g.Read, g.Doubt)
				case !g.Known:
					unknown[strings.ToLower(g.Read)]++
				case g.How == match.Edited:
					edited++
				}
			}
		}
	}
	missing := 0
	for _, n := range unknown {
		missing += n
	}
	t.Logf("%d lists, %d ingredients: %.1f %% known, %.1f %% of them edited; %d false alarms, %d doubts; verdicts %v",
		lists, items, 100-100*float64(missing)/float64(items), 100*float64(edited)/float64(items), alarms, doubts, verdicts)
	often := slices.SortedFunc(maps.Keys(unknown), func(a, b string) int { return cmp.Or(unknown[b]-unknown[a], cmp.Compare(a, b)) })
	for _, name := range often[:min(30, len(often))] {
		t.Logf("unknown %4d times: %s", unknown[name], name)
	}
}

var quoted = regexp.MustCompile(`'([^']*)'`)

// readLists takes the lists out of a table: the column "ingredients", which runs on over the rest of
// the row where it is the last and was not quoted, or "clean_ingreds", a list in Python's notation.
func readLists(t *testing.T, file string) (lists []string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column, last := -1, false
	for i, h := range rows[0] {
		switch strings.ToLower(strings.TrimSpace(h)) {
		case "ingredients", "clean_ingreds":
			column, last = i, i == len(rows[0])-1
		}
	}
	if column < 0 {
		t.Fatalf("%s has no column of ingredients: %q", file, rows[0])
	}
	for _, row := range rows[1:] {
		if column >= len(row) {
			continue
		}
		text := row[column]
		if last {
			text = strings.Join(row[column:], ", ")
		}
		if strings.HasPrefix(text, "[") {
			var names []string
			for _, q := range quoted.FindAllStringSubmatch(text, -1) {
				names = append(names, q[1])
			}
			text = strings.Join(names, ", ")
		}
		if len(text) > 20 { // "Visit the boutique"
			lists = append(lists, text)
		}
	}
	return lists
}
