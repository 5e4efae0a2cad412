package match_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// TestLists reads a folder of CSV files of real products, none of which holds an exosome: every one
// found is a false alarm.
func TestLists(t *testing.T) {
	dir := os.Getenv("LISTS")
	if dir == "" {
		t.Skip("LISTS names no folder of product lists")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	d := dictionary.Default()
	m := match.New(d)
	var lists, items, known, alarms, doubts, none, edited int
	unknown := map[string]int{}
	var took time.Duration
	for _, f := range files {
		for _, text := range readLists(t, f) {
			lists++
			l := label.FromText("Ingredients: "+text, d)
			start := time.Now()
			got := m.List(l)
			claims := m.Claims(l)
			took += time.Since(start)
			for _, g := range append(got, claims...) {
				if g.Kind == dictionary.Exosome || g.Kind == dictionary.Vesicle {
					alarms++
					t.Errorf("false alarm: %q as %q (%s, %.2f)", g.Read, g.Name, g.How, g.Cost)
				}
				if g.Doubt != "" {
					doubts++
					t.Logf("doubt: %q %q", g.Read, g.Could)
				}
			}
			k := 0
			for _, g := range got {
				items++
				if g.Known {
					known++
					k++
					if g.How == match.Edited {
						edited++
						if os.Getenv("V") == "3" {
							fmt.Printf("%q -> %q %.2f\n", g.Read, g.Name, g.Cost)
						}
					}
				} else {
					unknown[strings.ToLower(g.Read)]++
				}
			}
			if float64(k) < 0.8*float64(len(got)) {
				none++
			}
		}
	}
	fmt.Printf("%d lists, %d items, %.3f known, %d edited, %d alarms, %d doubts, %d lists under 80 %% known, %v a list\n", lists, items, float64(known)/float64(items), edited, alarms, doubts, none, took/time.Duration(lists))
	type kv struct {
		k string
		n int
	}
	var all []kv
	for k, n := range unknown {
		all = append(all, kv{k, n})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].n > all[j].n || all[i].n == all[j].n && all[i].k < all[j].k })
	if os.Getenv("V") != "" {
		for _, u := range all[:min(400, len(all))] {
			fmt.Printf("%d\t%s\n", u.n, u.k)
		}
	}
}

var quoted = regexp.MustCompile(`'([^']*)'`)

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
	column, rest := -1, false
	for i, h := range rows[0] {
		switch strings.ToLower(strings.TrimSpace(h)) {
		case "ingredients":
			column, rest = i, i == len(rows[0])-1
		case "clean_ingreds":
			column = i
		}
	}
	for _, row := range rows[1:] {
		if column >= len(row) {
			continue
		}
		text := row[column]
		if rest {
			text = strings.Join(row[column:], ", ")
		}
		if strings.HasPrefix(text, "[") {
			var names []string
			for _, q := range quoted.FindAllStringSubmatch(text, -1) {
				names = append(names, q[1])
			}
			text = strings.Join(names, ", ")
		}
		if len(text) > 20 {
			lists = append(lists, text)
		}
	}
	return lists
}
