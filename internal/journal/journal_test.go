package journal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func keyOf(i int) Key { return Key{byte(i), byte(i >> 8), byte(i >> 16)} }

func valueOf(i int) []byte {
	return fmt.Appendf(nil, `{"n":%d,"pad":%q}`, i, strings.Repeat("x", i%97))
}

func open(t *testing.T, path string) (*Journal, Mended) {
	t.Helper()
	j, m, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.file.Close() })
	return j, m
}

func want(t *testing.T, j *Journal, i int) {
	t.Helper()
	got, err := j.Get(keyOf(i))
	if err != nil || !bytes.Equal(got, valueOf(i)) {
		t.Errorf("value %d is %q, %v", i, got, err)
	}
}

func TestValuesOutliveTheRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	j, _ := open(t, path)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 50 {
				if err := j.Put(keyOf(w*50+i), valueOf(w*50+i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	want(t, j, 17)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j, mended := open(t, path)
	if mended != (Mended{}) || j.Len() != 200 {
		t.Errorf("found %d values and mended %+v", j.Len(), mended)
	}
	for i := range 200 {
		want(t, j, i)
	}
	if got, err := j.Get(keyOf(999)); got != nil || err != nil {
		t.Errorf("a key that was never put gives %q, %v", got, err)
	}
}

func TestSecondRunIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	j, _ := open(t, path)
	if _, _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open gives %v", err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, path)
}

func TestOtherFilesAreRefused(t *testing.T) {
	for name, data := range map[string]string{
		"results":     `{"v":1,"source":"a.jpg"}` + "\n",
		"no line end": strings.Repeat("a photo, say", 10),
		"later":       "exoscan journal 2\nwhatever\n",
	} {
		path := filepath.Join(t.TempDir(), "j")
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Open(path); err == nil {
			t.Errorf("%s: opened", name)
		}
		if after, _ := os.ReadFile(path); string(after) != data {
			t.Errorf("%s: the file was changed to %q", name, after)
		}
	}
}

// TestTornAnywhere cuts a journal at every byte: all whole lines are there again, the rest is gone and
// said, and the next line lands whole.
func TestTornAnywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	j, _ := open(t, path)
	for i := range 3 {
		if err := j.Put(keyOf(i), valueOf(i)); err != nil {
			t.Fatal(err)
		}
	}
	j.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) {
		if err := os.WriteFile(path, whole[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		j, mended, err := Open(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		lines := max(bytes.Count(whole[:cut], []byte("\n"))-1, 0)
		torn := int64(cut - 1 - bytes.LastIndexByte(whole[:cut], '\n'))
		if cut < len(header) {
			torn = 0
		}
		if j.Len() != lines || mended.Torn != torn || mended.Lines != 0 {
			t.Errorf("cut at %d: %d values, mended %+v; want %d, %d torn", cut, j.Len(), mended, lines, torn)
		}
		if err := j.Put(keyOf(9), valueOf(9)); err != nil {
			t.Fatal(err)
		}
		j.Close()
		j, mended, err = Open(path)
		if err != nil || j.Len() != lines+1 || mended != (Mended{}) {
			t.Fatalf("cut at %d, opened again: %v, %+v", cut, err, mended)
		}
		want(t, j, 9)
		j.Close()
	}
}

// TestDamageInside spoils one byte anywhere: at most the line it is in, and the one that a spoilt
// line end runs it into, are lost.
func TestDamageInside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	j, _ := open(t, path)
	for i := range 20 {
		if err := j.Put(keyOf(i), valueOf(i)); err != nil {
			t.Fatal(err)
		}
	}
	j.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		data := bytes.Clone(whole)
		at := len(header) + rng.IntN(len(data)-len(header)-1)
		data[at] ^= byte(1 + rng.IntN(255))
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		j, mended, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if j.Len() < 18 || j.Len() > 19 || mended.Lines == 0 {
			t.Errorf("byte %d: %d of 20 values are left, mended %+v", at, j.Len(), mended)
		}
		for i := range 20 {
			if got, err := j.Get(keyOf(i)); err != nil || got != nil && !bytes.Equal(got, valueOf(i)) {
				t.Errorf("byte %d: value %d is %q, %v", at, i, got, err)
			}
		}
		j.Close()
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(header))
	f.Add([]byte(header + "00000000 00000000000000000000000000000000 {}\n"))
	f.Add([]byte(header + "\x00\x00\x00"))
	path := filepath.Join(f.TempDir(), "j")
	if j, _, err := Open(path); err == nil {
		j.Put(keyOf(1), valueOf(1))
		j.Close()
	}
	seed, _ := os.ReadFile(path)
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "j")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		j, _, err := Open(path)
		if err != nil {
			return
		}
		before := j.Len()
		_, had := j.values[keyOf(5)]
		if err := j.Put(keyOf(5), valueOf(5)); err != nil {
			t.Fatal(err)
		}
		j.Close()
		j, mended, err := Open(path)
		if err != nil || mended.Torn != 0 || !had && j.Len() != before+1 {
			t.Fatalf("after a Put: %v, %+v, %d values after %d", err, mended, j.Len(), before)
		}
		want(t, j, 5)
		j.Close()
	})
}

func BenchmarkPut(b *testing.B) {
	j, _, err := Open(filepath.Join(b.TempDir(), "j"))
	if err != nil {
		b.Fatal(err)
	}
	defer j.Close()
	value := bytes.Repeat([]byte("x"), 10_000)
	i := 0
	for b.Loop() {
		i++
		if err := j.Put(keyOf(i), value); err != nil {
			b.Fatal(err)
		}
	}
}
