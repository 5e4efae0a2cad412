package dictionary

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	codes := Codes()
	if !slices.IsSortedFunc(codes, func(a, b Code) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("codes.tsv is not sorted by code")
	}
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, c := range codes {
		switch {
		case seen[c.Name]:
			t.Errorf("%s is there twice", c.Name)
		case !form.MatchString(c.Name):
			t.Errorf("%q is not words with hyphens", c.Name)
		case c.Kind != "warning" && c.Kind != "error":
			t.Errorf("%s is of kind %q", c.Name, c.Kind)
		case c.Help == "" || strings.HasSuffix(c.Help, "."):
			t.Errorf("%s: the help %q is empty or ends with a full stop", c.Name, c.Help)
		}
		seen[c.Name] = true
	}
}
