//go:build cgo && linux

package tesseract

import (
	"debug/elf"
	"os"
	"slices"
	"testing"
)

// Tesseract calls our pixWriteMem only if the program offers it to the libraries it loads.
func TestLinesArePackedByUs(t *testing.T) {
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
	offered := slices.ContainsFunc(symbols, func(s elf.Symbol) bool { return s.Name == "pixWriteMem" && s.Section != elf.SHN_UNDEF })
	if !offered {
		t.Error("the program does not export pixWriteMem: lines are packed as PNG, which costs a tenth of each reading")
	}
}
