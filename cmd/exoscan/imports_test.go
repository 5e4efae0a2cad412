package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestImportsRunOneWay holds every package to its place in the line of data: it may import only what
// stands before it. A new package must be given its place here.
func TestImportsRunOneWay(t *testing.T) {
	groups := []string{
		"dictionary internal/photo internal/ocr internal/layout internal/journal internal/label/labeltest internal/photo/phototest", // know none of the others
		"internal/ocr/tesseract internal/photo/pdf internal/together",
		"internal/label",
		"internal/match",
		"internal/origin internal/cutoff",
		"internal/reading",
		"internal/scan",
		"internal/report internal/policy",
		"cmd/exoscan",
	}
	// Who else may import these; everything not named here is free.
	only := map[string][]string{
		"exoscan/internal/ocr/tesseract":   {"exoscan/cmd/exoscan"}, // C runs in the worker, and nowhere else
		"github.com/otiai10/gosseract/v2":  {"exoscan/internal/ocr/tesseract"},
		"C":                                {"exoscan/internal/ocr/tesseract"},
		"github.com/spf13/cobra":           {"exoscan/cmd/exoscan"},
		"os/exec":                          {"exoscan/internal/ocr", "exoscan/cmd/exoscan"},
		"net/http":                         {},
		"exoscan/internal/label/labeltest": {}, // for tests
		"exoscan/internal/photo/phototest": {},
		"log":                              {},
	}
	place := map[string]int{}
	for i, group := range groups {
		for _, p := range strings.Fields(group) {
			place["exoscan/"+p] = i
		}
	}
	out, err := exec.Command("go", "list", "-tags", "nodynamic", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "exoscan/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		here, known := place[words[0]]
		if !known {
			t.Errorf("%s has no place in the line of data", words[0])
		}
		for _, imported := range words[1:] {
			if at, ours := place[imported]; ours && at >= here {
				t.Errorf("%s imports %s, which does not stand before it", words[0], imported)
			}
			if allowed, bound := only[imported]; bound && !slices.Contains(allowed, words[0]) {
				t.Errorf("%s imports %s, which only %v may", words[0], imported, allowed)
			}
		}
	}
}
