package dictionary

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, c := range Codes() {
		switch {
		case seen[c.Name]:
			t.Errorf("%s is there twice", c.Name)
		case !form.MatchString(c.Name):
			t.Errorf("%q is not words with hyphens", c.Name)
		case !strings.HasSuffix(c.Help, "."):
			t.Errorf("%s: the help %q is no sentence", c.Name, c.Help)
		}
		seen[c.Name] = true
	}
}

// TestEveryCodeIsExplained looks through the source for the codes that results are given.
func TestEveryCodeIsExplained(t *testing.T) {
	known := map[string]bool{}
	for _, c := range Codes() {
		known[c.Name] = true
	}
	given := regexp.MustCompile(`Code: "([a-z0-9-]+)"| Kind = "([a-z0-9-]+)"`)
	warning := regexp.MustCompile(`(?m)^\t[A-Z]\w+ += "([a-z0-9-]+)"()$`)
	found := 0
	for _, dir := range []string{"scan", "photo", "ocr", "origin", "reading"} {
		paths, err := filepath.Glob("../internal/" + dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			form := given
			if filepath.Base(path) == "warning.go" {
				form = warning
			}
			for _, m := range form.FindAllStringSubmatch(string(source), -1) {
				found++
				if code := m[1] + m[2]; !known[code] {
					t.Errorf("%s gives the code %q, which no table explains", path, code)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d codes in the source: this test looks for them in the wrong way", found)
	}
}
