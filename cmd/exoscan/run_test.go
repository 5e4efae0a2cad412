package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// exoscan is the program as a process of its own; testscript.Main has put it into the PATH.
func exoscan(args ...string) *exec.Cmd {
	cmd := exec.Command("exoscan", args...)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	return cmd
}

// run runs it to its end and gives its exit code and what it said on stderr.
func run(t *testing.T, cmd *exec.Cmd) (int, string) {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stderr.String()
}

// lists makes a folder of n lists, among them some that cannot be read, and makes it the working
// directory's "in".
func lists(t *testing.T, n int) {
	t.Helper()
	t.Chdir(t.TempDir())
	rng := rand.New(rand.NewPCG(7, uint64(n)))
	names := []string{"Aqua", "Glycerin", "Niacinamide", "Panthenol", "Carbomer", "Adenosine", "Milk Exosomes",
		"Human Adipose Stromal Cell Exosomes", "Centella Asiatica Callus Extracellular Vesicles", "Phenoxyethanol"}
	for i := range n {
		var list []string
		for range 30 {
			list = append(list, names[rng.IntN(len(names))])
		}
		data := fmt.Sprintf("Ingredients: %s, %d\n", strings.Join(list, ", "), i)
		if i%50 == 9 {
			data = "Ingr\xe9dients: Aqua\n"
		}
		path := filepath.Join("in", fmt.Sprint(i%7), fmt.Sprintf("%04d.txt", i))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(data), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// whole is what an uninterrupted run writes.
func whole(t *testing.T, args ...string) []byte {
	t.Helper()
	if code, stderr := run(t, exoscan(append([]string{"scan", "-q", "--allow-unreadable", "--output", "whole.ndjson"}, args...)...)); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	return read(t, "whole.ndjson")
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func firstDifference(got, want []byte) string {
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			return fmt.Sprintf("line %d\n got %.300s\nwant %.300s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
