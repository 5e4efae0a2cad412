//go:build cgo && linux

package tesseract

import (
	"debug/elf"
	"os"
	"slices"
	"testing"
)

// Tesseract calls our functions for those of the libraries it loads only if the program offers them.
func TestTesseractIsOfferedOurFunctions(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	f, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	symbols, err := f.DynamicSymbols()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pixWriteMem", "GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_next", "GOMP_sections_end_nowait"} {
		if !slices.ContainsFunc(symbols, func(s elf.Symbol) bool { return s.Name == name && s.Section != elf.SHN_UNDEF }) {
			t.Errorf("the program does not export %s: see lines.cpp and alone.cpp for what that costs", name)
		}
	}
}
