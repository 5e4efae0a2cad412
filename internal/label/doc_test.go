package label

import (
	"os"
	"regexp"
	"testing"
)

// TestDocNamesFiles holds that the files by which the package doc leads a reader are there.
func TestDocNamesFiles(t *testing.T) {
	source, err := os.ReadFile("label.go")
	if err != nil {
		t.Fatal(err)
	}
	doc := regexp.MustCompile(`(?s)^.*?\npackage label\n`).Find(source)
	names := regexp.MustCompile(`[a-z_]+\.go`).FindAllString(string(doc), -1)
	if len(names) < 20 {
		t.Fatalf("the package doc names %d files", len(names))
	}
	for _, name := range names {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}
