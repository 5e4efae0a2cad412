package scan

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes files below a folder and changes to it. A name that ends in / is a folder, one with
// " -> " a link.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		link, target, isLink := strings.Cut(name, " -> ")
		os.MkdirAll(filepath.Dir(link), 0o755)
		var err error
		switch {
		case isLink:
			err = os.Symlink(target, link)
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(name, 0o755)
		default:
			err = os.WriteFile(name, []byte("Aqua\n"), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// listed is one line for each input: its source, and the code of its error.
func listed(t *testing.T, in Inputs) ([]string, Passed) {
	t.Helper()
	var lines []string
	var passed Passed
	for i := range in.List(context.Background(), &passed) {
		if i.Place != len(lines) && in.Shard.Count == 0 {
			t.Errorf("%s has place %d, want %d", i.Source, i.Place, len(lines))
		}
		line := i.Source
		if i.err != nil {
			line += " " + i.err.Code
		}
		lines = append(lines, line)
	}
	return lines, passed
}

func TestListFolder(t *testing.T) {
	tree(t, "p/b.JPG", "p/a.txt", "p/c/d.png", "p/c.jpg", "p/é.heic", "p/Z.jpeg",
		"p/notes.md", "p/.DS_Store", "p/.thumbs/x.jpg", "p/empty/", "p/readme",
		"p/link.jpg -> b.JPG", "p/away -> ../q", "q/other.jpg")
	got, passed := listed(t, Inputs{Paths: []string{"p"}})
	want := []string{"p/Z.jpeg", "p/a.txt", "p/b.JPG", "p/c/d.png", "p/c.jpg", "p/link.jpg", "p/é.heic"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	passed.listing = nil
	if want := (Passed{Other: 2, Hidden: 2, Links: 1, Seen: 7}); passed != want {
		t.Errorf("passed over %+v, want %+v", passed, want)
	}
}

func TestListNamed(t *testing.T) {
	tree(t, "notes.md", ".hidden.jpg", "p/a.jpg", "b.jpg -> p/a.jpg", "dir -> p")
	got, _ := listed(t, Inputs{Paths: []string{"p", "notes.md", ".hidden.jpg", "missing.jpg", "b.jpg", "dir/", "./p/a.jpg"}})
	want := []string{"p/a.jpg", "notes.md", ".hidden.jpg", "missing.jpg not-found", "b.jpg", "dir/a.jpg", "./p/a.jpg"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestListLines(t *testing.T) {
	t.Chdir(t.TempDir())
	long := strings.Repeat("x", maxText+1)
	files := map[string]string{
		"a.txt":     "\ufeffone\r\n\n  \ntwo\nthree",
		"long.txt":  "one\n" + long + "\ntwo\n",
		"utf16.txt": "\xff\xfea\x00",
		"empty.txt": "",
		"photo.txt": "\xff\xd8\xff\xe0 not a text\n",
	}
	for name, data := range files {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, _ := listed(t, Inputs{Lines: true, Limit: 100, Stdin: strings.NewReader("in\nout\n"), Paths: []string{"a.txt", "long.txt", "utf16.txt", "empty.txt", "photo.txt", "-"}})
	want := []string{"a.txt:1", "a.txt:4", "a.txt:5", "long.txt:1", "long.txt:2 too-large", "long.txt:3", "utf16.txt not-utf8", "empty.txt empty-file", "photo.txt", "-:1", "-:2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestListLeavesOutItsOwnOutput lists a folder that the results and the drawn photos go into as well.
func TestListLeavesOutItsOwnOutput(t *testing.T) {
	tree(t, "p/a.txt", "p/out.txt", "p/drawn/a.jpg", "p/sub/out.txt", "p/sub/drawn.txt")
	abs, err := filepath.Abs("p/out.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, _ := listed(t, Inputs{Paths: []string{"p"}, Except: []string{abs, "p/drawn"}})
	if diff := cmp.Diff([]string{"p/a.txt", "p/sub/drawn.txt", "p/sub/out.txt"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestShards reads every file in exactly one shard, about equally many in each, wherever the folder is.
func TestShards(t *testing.T) {
	var names []string
	for i := range 400 {
		names = append(names, fmt.Sprintf("p/img_%04d.jpg", i))
	}
	tree(t, names...)
	abs, err := filepath.Abs("p")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for i := range 4 {
		here, _ := listed(t, Inputs{Paths: []string{"p"}, Shard: Shard{i + 1, 4}})
		there, _ := listed(t, Inputs{Paths: []string{abs}, Shard: Shard{i + 1, 4}})
		if len(here) != len(there) {
			t.Errorf("shard %d has %d files here and %d by its absolute path", i, len(here), len(there))
		}
		if len(here) < 70 || len(here) > 130 {
			t.Errorf("shard %d has %d of 400 files", i+1, len(here))
		}
		for _, s := range here {
			seen[s]++
		}
	}
	for _, n := range names {
		if seen[n] != 1 {
			t.Errorf("%s is in %d shards", n, seen[n])
		}
	}
}

// TestListIsLazy stops after the first of many files without listing the rest.
func TestListIsLazy(t *testing.T) {
	tree(t, "p/a/1.jpg", "p/b/1.jpg", "p/c/1.jpg")
	var passed Passed
	for in := range (Inputs{Paths: []string{"p"}}).List(context.Background(), &passed) {
		if in.Source != "p/a/1.jpg" {
			t.Errorf("first is %s", in.Source)
		}
		break
	}
	if passed.Seen != 1 {
		t.Errorf("listed %d inputs to give one", passed.Seen)
	}
}

func TestParseShard(t *testing.T) {
	for _, s := range []string{"", "1", "1/0", "0/4", "5/4", "-1/4", "a/b", "1/2/3"} {
		if got, err := ParseShard(s); err == nil {
			t.Errorf("%q is taken as %v", s, got)
		}
	}
	if got, err := ParseShard("3/4"); err != nil || got != (Shard{3, 4}) {
		t.Errorf("3/4 is %v, %v", got, err)
	}
}
