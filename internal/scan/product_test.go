package scan

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"exoscan/dictionary"
	"exoscan/internal/journal"
	"exoscan/internal/ocr"
)

// turned are the words that three photos of one bottle show, line by line.
var turned = [][]string{
	{"INGREDIENTS: Aqua, Butylene Glycol,", "Adipose Stromal Cell Exosomes, Sodium", "Betaine, Trehalose, Carbomer, Arginine,"},
	{"Butylene Glycol, Glycerin, Niacinamide,", "Cell Exosomes, Sodium Hyaluronate,", "Carbomer, Arginine, Xanthan Gum,"},
	{"Glycerin, Niacinamide, Human", "Sodium Hyaluronate, Panthenol, Allantoin,", "Arginine, Xanthan Gum, Phenoxyethanol."},
}

const whole = "Aqua|Butylene Glycol|Glycerin|Niacinamide|Human Adipose Stromal Cell Exosomes|Sodium Hyaluronate|Panthenol|Allantoin|Betaine|Trehalose|Carbomer|Arginine|Xanthan Gum|Phenoxyethanol"

// recorded is a page of these lines, as "exoscan words" writes it.
func recorded(t *testing.T, lines ...string) []byte {
	t.Helper()
	p := &ocr.Page{V: ocr.PageVersion, Width: 2000, Height: 1000, Lang: "eng"}
	for i, line := range lines {
		x := 100
		for _, w := range strings.Fields(line) {
			p.Words = append(p.Words, ocr.Word{Text: w, Box: ocr.Box{X: x, Y: 100 + 30*i, W: 10 * len(w), H: 20}, Confidence: 90, Block: 1, Paragraph: 1, Line: i + 1})
			x += 10*len(w) + 10
		}
	}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func names(r Result) string {
	var all []string
	for _, i := range r.Ingredients {
		all = append(all, strings.Join(strings.Fields(i.Read), " "))
	}
	return strings.Join(all, "|")
}

func codesOf(r Result) []string {
	codes := []string{}
	for _, w := range r.Warnings {
		codes = append(codes, w.Code)
	}
	return codes
}

func oneProduct(t *testing.T, paths ...string) Result {
	t.Helper()
	s := New(Options{Dictionary: dictionary.Default()})
	var got []Result
	err := s.All(context.Background(), Inputs{Paths: paths, Words: true, Together: true}.List(context.Background(), &Passed{}), 1, func(a Answer) error {
		got = append(got, a.Result)
		return nil
	})
	if err != nil || len(got) != 1 {
		t.Fatalf("%d results, %v", len(got), err)
	}
	return got[0]
}

// TestTogether turns a bottle: no photo shows the list or the whole name, all of them do in any order.
func TestTogether(t *testing.T) {
	files(t, map[string][]byte{
		"a": recorded(t, turned[0]...), "b": recorded(t, turned[1]...), "c": recorded(t, turned[2]...),
		"front": recorded(t, "EXOSOME SERUM 30 ml"), "broken": []byte("{"),
	})
	for _, order := range []string{"a b c", "c a b", "b c a front", "front c b a", "a broken b c"} {
		r := oneProduct(t, strings.Fields(order)...)
		if got := strings.TrimSuffix(names(r), "."); got != whole {
			t.Errorf("%s: the list is %s", order, got)
		}
		if r.Source != strings.ReplaceAll(order, " ", " + ") || r.Verdict == nil || *r.Verdict != "human-derived" || r.Error != nil {
			t.Fatalf("%s: got %s, %v, %v", order, r.Source, r.Verdict, r.Error)
		}
		// The name runs over all three photos; a has the most letters of it: the box is of its words there.
		f := r.Findings[0]
		if f.Photo != "a" || *f.Box != (ocr.Box{X: 100, Y: 130, W: 150, H: 20}) || f.Ingredient != 5 {
			t.Errorf("%s: finding %+v, box %v", order, f, f.Box)
		}
		if i := r.Ingredients[len(r.Ingredients)-1]; i.Photo != "c" || i.Box == nil {
			t.Errorf("%s: the last ingredient is %+v", order, i)
		}
		var claims, codes []string
		for _, c := range r.Claims {
			claims = append(claims, c.Photo)
		}
		if strings.Contains(order, "front") {
			if diff := cmp.Diff([]string{"front"}, claims); diff != "" {
				t.Errorf("%s: claims are of %v", order, claims)
			}
		}
		if strings.Contains(order, "broken") {
			codes = append(codes, "photo-failed")
		}
		for _, c := range codesOf(r) {
			if c == "no-overlap" || c == "photo-failed" && !slices.Contains(codes, c) {
				t.Errorf("%s: warns of %s", order, c)
			}
		}
	}
}

// TestNoOverlap leaves the photo in the middle out: that it is missing is said.
func TestNoOverlap(t *testing.T) {
	files(t, map[string][]byte{
		"a": recorded(t, "Ingredients: Aqua, Butylene Glycol, Glycerin,", "Niacinamide, Allantoin, Betaine,"),
		"b": recorded(t, "Sodium Hyaluronate, Milk Exosomes, Carbomer,", "Xanthan Gum, Phenoxyethanol, Citric Acid."), "x": {}, "y": []byte("{"),
	})
	r := oneProduct(t, "b", "a")
	if !slices.Contains(codesOf(r), "no-overlap") || *r.Verdict != "animal-derived" || !strings.HasPrefix(names(r), "Sodium Hyaluronate|") || len(r.Ingredients) != 12 {
		t.Errorf("got %v, %v: %s", codesOf(r), *r.Verdict, names(r))
	}
	if r = oneProduct(t, "a", "a"); slices.Contains(codesOf(r), "no-overlap") || len(r.Ingredients) != 6 {
		t.Errorf("the same photo twice gives %v: %s", codesOf(r), names(r))
	}
	r = oneProduct(t, "x", "y", "gone")
	if r.Error == nil || r.Verdict != nil || !strings.Contains(r.Error.Text, "x: ") {
		t.Errorf("where no photo can be read: %+v", r)
	}
}

// TestPerFolder takes each folder with photos for a product, in a stable order, and reads none twice.
func TestPerFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(path string, data []byte) {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range []string{"p/b/1.png", "p/b/2.png", "p/a/x/1.png", "p/0.png"} {
		write(p, picture(t, i+1))
	}
	write("p/a/notes.txt", []byte("Aqua"))
	write("p/empty/readme.md", nil)
	reads := 0
	run := func(shard Shard, passed *Passed) []string {
		j, _, err := journal.Open("j")
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		s := New(Options{Dictionary: dictionary.Default(), Journal: j, Reader: readerFunc(func(_ context.Context, grey int) (*ocr.Page, error) {
			reads++
			return page(exosomeList), nil
		})})
		var got []string
		in := Inputs{Paths: []string{"p"}, PerFolder: true, Shard: shard}
		if err := s.All(context.Background(), in.List(context.Background(), passed), 1, func(a Answer) error {
			got = append(got, a.Result.Source+" "+string(*a.Result.Verdict))
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return got
	}
	var passed Passed
	want := []string{"p animal-derived", "p/a/x animal-derived", "p/b animal-derived"}
	if diff := cmp.Diff(want, run(Shard{}, &passed)); diff != "" || passed.Seen != 3 || passed.Other != 2 {
		t.Errorf("%+v, -want +got:\n%s", passed, diff)
	}
	before := reads
	if diff := cmp.Diff(want, run(Shard{}, &Passed{})); diff != "" || reads != before {
		t.Errorf("a second run read %d times, -want +got:\n%s", reads-before, diff)
	}
	write("p/b/2.png", picture(t, 77))
	if run(Shard{}, &Passed{}); reads == before {
		t.Error("a photo that changed was not read again")
	}
	both := append(run(Shard{1, 2}, &Passed{}), run(Shard{2, 2}, &Passed{})...)
	slices.Sort(both)
	if diff := cmp.Diff(want, both); diff != "" {
		t.Errorf("two shards, -want +got:\n%s", diff)
	}
}

// TestHEIC takes a photo as phones make them through the whole line.
func TestHEIC(t *testing.T) {
	data, err := os.ReadFile("../photo/testdata/quarters.heic")
	if err != nil {
		t.Fatal(err)
	}
	files(t, map[string][]byte{"a.heic": data, "b.jpg": data, "cut.heic": data[:len(data)*2/3]})
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(context.Context, int) (*ocr.Page, error) { return page(exosomeList), nil })})
	got, err := outcomes(t, s, Inputs{Paths: []string{"a.heic", "b.jpg"}})
	if diff := cmp.Diff([]string{"a.heic photo animal-derived", "b.jpg photo animal-derived"}, got); diff != "" || err != nil {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	if r := s.Explain(context.Background(), Input{Source: "cut.heic", Path: "cut.heic"}).Result; r.Error == nil || strings.Contains(r.Error.Text, "\n") {
		t.Errorf("a photo cut short gives %+v", r.Error)
	}
	img, err := Input{Path: "a.heic"}.Picture()
	if err != nil || img == nil || !bytes.HasPrefix([]byte(img.Format), []byte("heic")) {
		t.Errorf("its picture is %v, %v", img, err)
	}
}
