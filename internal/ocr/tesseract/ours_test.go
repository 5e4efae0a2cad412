//go:build cgo && linux

package tesseract

import (
	"debug/elf"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"exoscan/internal/ocr"
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
	for _, name := range []string{
		"pixWriteMem", "GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_next", "GOMP_sections_end_nowait",
		"_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_",
		"_ZN9tesseract8Convolve7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_",
		"_ZN9tesseract7Maxpool7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_",
		"_ZN9tesseract14FullyConnected7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_",
		"_ZN9tesseract4LSTM7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_",
	} {
		if !slices.ContainsFunc(symbols, func(s elf.Symbol) bool { return s.Name == name && s.Section != elf.SHN_UNDEF }) {
			t.Errorf("the program does not export %s: see the C++ files for what that costs", name)
		}
	}
}

// The program that comes with Tesseract has none of our functions: it must read the same words, as surely.
func TestOurFunctionsReadAsTesseractDoes(t *testing.T) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		t.Skip("the program tesseract is not here to compare with")
	}
	img := typeset(t, 24, label...).img
	file := filepath.Join(t.TempDir(), "label.pgm")
	pgm := append(fmt.Appendf(nil, "P5\n%d %d\n255\n", img.Rect.Dx(), img.Rect.Dy()), img.Pix...)
	if err := os.WriteFile(file, pgm, 0o600); err != nil {
		t.Fatal(err)
	}
	theirs := exec.Command(program, file, "-", "--psm", "6", "-c", "textord_all_prop=1", "tsv")
	theirs.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	out, err := theirs.Output()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for line := range strings.Lines(string(out)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 12 {
			continue // no word
		}
		if confidence, err := strconv.ParseFloat(cells[10], 64); err == nil {
			want = append(want, fmt.Sprintf("%s %.2f", cells[11], confidence))
		}
	}
	var got []string
	for _, w := range read(t, open(t, ocr.Setup{}), img, ocr.Recipe{Mode: 6}).Words {
		got = append(got, fmt.Sprintf("%s %.2f", w.Text, w.Confidence))
	}
	if !slices.Equal(got, want) {
		t.Errorf("read     %q,\nTesseract %q", got, want)
	}
}
