package origin_test

import (
	"os"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

// TestConstructedNames holds the grammar to names that no list has: each is put together as INCI and
// marketing names are, or laid as a trap.
func TestConstructedNames(t *testing.T) { judgeNames(t, "testdata/constructed.tsv", 4, 60) }

// TestPrintedNames holds tables and grammar to what labels, product pages and lists in many languages print, written
// as brands would.
func TestPrintedNames(t *testing.T) { judgeNames(t, "testdata/printed.tsv", 2, 600) }

// judgeNames puts each name of a table of so many columns, its verdict in the second, among those of an ordinary list.
func judgeNames(t *testing.T, file string, columns, least int) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := dictionary.Default()
	m := match.New(d)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(lines) < least {
		t.Fatalf("only %d names", len(lines)-1)
	}
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			t.Fatalf("%d cells: %s", len(cells), line)
		}
		for _, name := range []string{cells[0], strings.ToUpper(cells[0])} {
			l := label.FromText("Ingredients: Aqua, Glycerin, Butylene Glycol, Niacinamide, "+name+", Panthenol, Carbomer, Citric Acid, Xanthan Gum", d)
			list := m.List(l)
			j := origin.Judge(d, l, list, m.Claims(l))
			if string(j.Verdict) != cells[1] {
				t.Errorf("%s is %s, want %s (%s)", name, j.Verdict, cells[1], strings.Join(cells[2:], ", "))
			}
		}
	}
}
