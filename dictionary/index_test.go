package dictionary

import (
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite generated files instead of comparing")

// cosingEntries reads the table the index is made from: the repository's own, never a copy.
func cosingEntries(t testing.TB) (entries []entry) {
	data, err := os.ReadFile("cosing.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table, faults := readSheet("cosing.tsv", string(data))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for i := range table.rows() {
		r := row{table, i}
		first, _, _ := strings.Cut(r.get("ref"), "+") // a name listed twice goes by its older number
		ref, err := strconv.Atoi(first)
		if err != nil || ref > referenceOf {
			t.Fatal(r.fault("reference %q", r.get("ref")))
		}
		for year, bit := range map[string]int{"2021": in2021, "2026": in2026} {
			if strings.Contains(r.get("snapshots"), year) {
				ref |= bit
			}
		}
		entries = append(entries, entry{r.get("name"), uint32(ref)})
	}
	return entries
}

// TestIndexIsFresh proves that index.bin is what cosing.tsv makes today.
func TestIndexIsFresh(t *testing.T) {
	want := buildEmbedded(cosingEntries(t))
	if *update {
		if err := os.WriteFile("index.bin", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if embeddedIndex != string(want) {
		t.Errorf("index.bin (%d bytes) is not what cosing.tsv makes (%d bytes): go test ./dictionary -run TestIndexIsFresh -update", len(embeddedIndex), len(want))
	}
}

func TestLookupFindsEveryName(t *testing.T) {
	x := CosIng()
	for _, e := range cosingEntries(t) {
		first, count := x.Lookup(Squeeze(nil, shown(e.name)))
		found := false
		for id := first; id < first+count; id++ {
			found = found || x.Name(id) == shown(e.name)
		}
		if !found {
			t.Errorf("%q is not found", e.name)
		}
	}
	for _, no := range []string{"", "exosome", "glycerinn", strings.Repeat("a", 5000)} {
		if first, count := x.Lookup([]byte(no)); count != 0 {
			t.Errorf("%q is found: %q", no, x.Name(first))
		}
	}
}

// TestNamesFoldAlike holds the shown name to the key of the listed one, so that either finds it.
func TestNamesFoldAlike(t *testing.T) {
	for _, e := range cosingEntries(t) {
		if got := string(Squeeze(nil, shown(e.name))); got != string(Squeeze(nil, strings.ReplaceAll(Fold(e.name), "×", "x"))) {
			t.Errorf("%q is shown as %q", e.name, shown(e.name))
		}
	}
}

func TestOfSize(t *testing.T) {
	x := CosIng()
	for _, c := range [][2]int{{0, 3}, {4, 4}, {10, 14}, {200, 2000}, {1023, 1024}} {
		first, end := x.OfSize(c[0], c[1])
		for id := range x.Len() {
			size := len(Squeeze(nil, x.Name(id)))
			if in := first <= id && id < end; in != (c[0] <= size && size <= c[1]) && size < sizeSlots {
				t.Fatalf("OfSize(%d, %d) = %d, %d; %q has %d letters", c[0], c[1], first, end, x.Name(id), size)
			}
		}
	}
}

// TestPostings compares the lists of some pieces with a search through every name.
func TestPostings(t *testing.T) {
	x := CosIng()
	for _, piece := range []string{"exosomes", "glyc", "77491"} {
		for _, g := range Grams(nil, []byte(piece)) {
			var want []int
			for id := range x.Len() {
				if slices.Contains(Grams(nil, Squeeze(nil, x.Name(id))), g) {
					want = append(want, id)
				}
			}
			p := x.Postings(g)
			got := make([]int, p.Len())
			for i := range got {
				got[i] = p.At(i)
			}
			if !slices.Equal(got, want) {
				t.Errorf("postings of %d: %d ids, want %d", g, len(got), len(want))
			}
			if cut := p.Between(100, 20000); cut.Len() > 0 && (cut.At(0) < 100 || cut.At(cut.Len()-1) >= 20000) {
				t.Errorf("Between(100, 20000) gives %d to %d", cut.At(0), cut.At(cut.Len()-1))
			}
		}
	}
}

func TestGramsForgiveLookalikeLetters(t *testing.T) {
	for _, c := range [][2]string{
		{"exosomes", "ex0s0rnes"}, {"cellclear", "celldear"}, {"sodium", "50d1um"}, {"vvax", "wax"}, {"balm", "8a1m"}, {"zinc", "2inc"},
	} {
		if a, b := Grams(nil, []byte(c[0])), Grams(nil, []byte(c[1])); !slices.Equal(a, b) {
			t.Errorf("%s and %s have codes %v and %v", c[0], c[1], a, b)
		}
	}
}

func TestOpenIndexRefusesDamage(t *testing.T) {
	whole := string(buildIndex([]entry{{"Aqua", 1}, {"Glycerin", 2}}))
	if _, rest, err := openIndex(whole); err != nil || rest != "" {
		t.Fatalf("openIndex: %v, %d bytes left over", err, len(rest))
	}
	for _, bad := range []string{"", "exosidx", whole[:len(whole)-1], "x" + whole[1:]} {
		if _, _, err := openIndex(bad); err == nil {
			t.Errorf("an index of %d bytes is accepted", len(bad))
		}
	}
}
