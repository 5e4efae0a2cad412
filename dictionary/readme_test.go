package dictionary

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

var tableRow = regexp.MustCompile("(?m)^(\\| `([a-z]+\\.tsv)` \\|.*\\| )[0-9,]+ \\|$")

// TestReadmeCountsRows holds the README to the tables it describes; -update writes their rows into it.
func TestReadmeCountsRows(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	want := tableRow.ReplaceAllStringFunc(string(readme), func(line string) string {
		m := tableRow.FindStringSubmatch(line)
		data, err := os.ReadFile(m[2])
		if err != nil {
			t.Fatal(err)
		}
		s, _ := readSheet(m[2], string(data))
		rows := fmt.Sprint(s.rows())
		if n := len(rows); n > 3 {
			rows = rows[:n-3] + "," + rows[n-3:]
		}
		counted++
		return m[1] + rows + " |"
	})
	switch {
	case counted < 8:
		t.Fatalf("the README counts the rows of %d tables", counted)
	case want == string(readme):
	case *update:
		if err := os.WriteFile("README.md", []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		at := firstDifference(want, string(readme))
		t.Errorf("README.md miscounts, first at line %d: %s: go test ./dictionary -run TestReadmeCountsRows -update", at, strings.Split(want, "\n")[at-1])
	}
}
