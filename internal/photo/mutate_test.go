package photo

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Every picture in testdata has its row, and every row its picture.
func TestPicturesHaveProvenance(t *testing.T) {
	rows := map[string]bool{}
	for line := range strings.Lines(string(read(t, "README.md"))) {
		if rest, ok := strings.CutPrefix(line, "| `"); ok {
			name, _, _ := strings.Cut(rest, "`")
			rows[name] = true
		}
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !f.IsDir() && f.Name() != "README.md" && !rows[f.Name()] {
			t.Errorf("testdata/%s has no row in testdata/README.md", f.Name())
		}
		delete(rows, f.Name())
	}
	for name := range rows {
		t.Errorf("testdata/README.md has a row for %s, which is not there", name)
	}
}

// Files damaged in every way a bad cable or a bad person can think of: bits flipped, bytes overwritten, pieces
// cut out or doubled. Each gives a picture or an *Error, in time.
func TestMutated(t *testing.T) {
	m := quarters(48, 40)
	files := map[string][]byte{}
	for _, format := range []string{"jpeg", "png", "gif", "bmp", "tiff"} {
		files[format] = encode(t, format, m)
	}
	names, err := filepath.Glob("testdata/*.*p*g")
	if err != nil {
		t.Fatal(err)
	}
	webps, err := filepath.Glob("testdata/*.webp")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(names, webps...) {
		files[name] = read(t, filepath.Base(name))
	}
	files["heic"] = read(t, "quarters.heic")
	rounds := 400
	if testing.Short() {
		rounds = 40
	}
	for name, data := range files {
		r := rand.New(rand.NewPCG(uint64(len(data)), 7))
		n := rounds
		if name == "heic" {
			n = rounds / 20 // each one starts a WebAssembly of its own
		}
		for range n {
			bad := mutate(r, data)
			start := time.Now()
			p, err := Decode(bad, Limits{Pixels: 1 << 20})
			if err != nil {
				if e, ok := err.(*Error); !ok || e.Kind == "" || e.Text == "" || strings.Contains(e.Text, "\n") {
					t.Fatalf("%s: error is %#v", name, err)
				}
			} else if g := p.Gray(); len(g.Pix) != p.Width*p.Height {
				t.Fatalf("%s: %dx%d with %d grey bytes", name, p.Width, p.Height, len(g.Pix))
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Fatalf("%s: took %v", name, took)
			}
		}
	}
}

func mutate(r *rand.Rand, data []byte) []byte {
	bad := bytes.Clone(data)
	for range 1 + r.IntN(4) {
		if len(bad) < 8 {
			return bad
		}
		at := r.IntN(len(bad) - 4)
		switch r.IntN(5) {
		case 0, 1:
			bad[at] ^= 1 << r.IntN(8)
		case 2:
			bad[at] = byte([]int{0, 0xFF, 0x7F, 0x80, r.IntN(256)}[r.IntN(5)])
		case 3:
			bad = append(bad[:at], bad[at+1+r.IntN(3):]...)
		case 4:
			end := min(at+1+r.IntN(40), len(bad))
			bad = append(bad[:end], append(bytes.Clone(bad[at:end]), bad[end:]...)...)
		}
	}
	return bad
}
