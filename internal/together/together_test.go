package together

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sheet reads a drawing: lines as they are, a word after which "?" stands was read without confidence.
func sheet(drawing string) Sheet {
	var s Sheet
	for line := range strings.Lines(drawing) {
		var words []Word
		for _, w := range strings.Fields(line) {
			worth := 1.0
			if text, doubtful := strings.CutSuffix(w, "?"); doubtful {
				w, worth = text, 0.3
			}
			words = append(words, Word{w, worth})
		}
		if len(words) > 0 {
			s = append(s, words)
		}
	}
	return s
}

func text(sheets []Sheet, g Group) string {
	var lines []string
	for _, refs := range g.Lines {
		var words []string
		for _, r := range refs {
			words = append(words, sheets[r.Sheet][r.Line][r.Word].Text)
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, "\n")
}

func texts(sheets []Sheet) []string {
	var out []string
	for _, g := range Join(sheets) {
		out = append(out, text(sheets, g))
	}
	return out
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheets []string
		want   []string
	}{
		{"none", nil, nil},
		{"one photo is itself", []string{"Aqua, Glycerin,\nNiacinamide"}, []string{"Aqua, Glycerin,\nNiacinamide"}},
		{"a bottle turned", []string{
			"Ingredients: Aqua, Butylene Glycol,\nSodium Hyaluronate, Human Adipose\nPanthenol, Allantoin, Carbomer,",
			"Butylene Glycol, Dipropylene Glycol,\nHuman Adipose Stromal Cell\nAllantoin, Carbomer, Arginine.",
		}, []string{"Ingredients: Aqua, Butylene Glycol, Dipropylene Glycol,\nSodium Hyaluronate, Human Adipose Stromal Cell\nPanthenol, Allantoin, Carbomer, Arginine."}},
		{"words cut by the edge, and noise there", []string{
			"Aqua, Butylene Glycol, Dipropyl?\nSodium Hyaluronate, Niacinam? 1?\nPanthenol, Allantoin, Carb?\nParfum, Citral, Linal?",
			"lene? Glycol, Dipropylene Glycol, Trehalose,\nronate,? Niacinamide, Betaine, Ectoin,\n|? Allantoin, Carbomer, Arginine, Serine\nCitral, Linalool, Geraniol",
		}, []string{"Aqua, Butylene Glycol, Dipropylene Glycol, Trehalose,\nSodium Hyaluronate, Niacinamide, Betaine, Ectoin,\nPanthenol, Allantoin, Carbomer, Arginine, Serine\nParfum, Citral, Linalool, Geraniol"}},
		{"the better reading of each word", []string{
			"Aqua, Butylane? Glycol, Niacinamide,\nAllantoin, Pantheno1?",
			"Aqua, Butylene Glycol, Niacinamlde,?\nAllantoin, Panthenol",
		}, []string{"Aqua, Butylene Glycol, Niacinamide,\nAllantoin, Panthenol"}},
		{"one photo holds the other", []string{
			"Aqua, Butylene Glycol,\nNiacinamide, Allantoin,\nPanthenol, Trehalose.",
			"Niacinamide, Allantoin,\nPanthenol,",
		}, []string{"Aqua, Butylene Glycol,\nNiacinamide, Allantoin,\nPanthenol, Trehalose."}},
		{"whole lines, the middle one twice", []string{
			"Aqua, Butylene Glycol,\nNiacinamide, Allantoin, Trehalose,",
			"Niacinamide, Allantoin, Trehalose,\nPanthenol, Carbomer.",
		}, []string{"Aqua, Butylene Glycol,\nNiacinamide, Allantoin, Trehalose,\nPanthenol, Carbomer."}},
		{"other line breaks", []string{
			"Aqua, Butylene Glycol, Niacinamide,\nAllantoin, Trehalose, Panthenol,",
			"Allantoin,\nTrehalose,\nPanthenol,\nCarbomer,\nArginine.",
		}, []string{"Aqua, Butylene Glycol, Niacinamide,\nAllantoin,\nTrehalose,\nPanthenol,\nCarbomer,\nArginine."}},
		{"nothing shared", []string{
			"Aqua, Butylene Glycol, Niacinamide, Allantoin",
			"Sodium Hyaluronate, Glycerin, Human Adipose Stromal Cell Exosomes",
		}, []string{"Aqua, Butylene Glycol, Niacinamide, Allantoin", "Sodium Hyaluronate, Glycerin, Human Adipose Stromal Cell Exosomes"}},
		{"words that any list has", []string{
			"Aqua, Glycerin, Rosa Canina Fruit Extract, Sodium Chloride,\nCitric Acid, Phenoxyethanol",
			"Centella Asiatica Leaf Extract, Sodium Hyaluronate,\nLactic Acid, Xanthan Gum",
		}, []string{"Aqua, Glycerin, Rosa Canina Fruit Extract, Sodium Chloride,\nCitric Acid, Phenoxyethanol", "Centella Asiatica Leaf Extract, Sodium Hyaluronate,\nLactic Acid, Xanthan Gum"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var sheets []Sheet
			for _, s := range c.sheets {
				sheets = append(sheets, sheet(s))
			}
			if diff := cmp.Diff(c.want, texts(sheets)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			// Any other order gives the same lists, each told by the first photo it is on.
			slices.Reverse(sheets)
			got := texts(sheets)
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("the other way round, -want +got:\n%s", diff)
			}
		})
	}
}

// TestWindows splits lists into overlapping windows, in any order, and wants them back: windows that
// are turned round a bottle, and windows that lie one below the other.
func TestWindows(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		whole := label(r, 6+r.IntN(8), 18)
		var sheets []Sheet
		if seed%2 == 0 {
			for at := 0; at < 12; at += 6 {
				var s Sheet
				for _, line := range whole {
					s = append(s, line[at:min(len(line), at+10+r.IntN(2))])
				}
				sheets = append(sheets, s)
			}
			var s Sheet
			for _, line := range whole {
				s = append(s, line[11:])
			}
			sheets = append(sheets, s)
		} else {
			mid := len(whole) / 2
			sheets = []Sheet{whole[:mid+1], whole[mid-1:]}
		}
		r.Shuffle(len(sheets), func(i, j int) { sheets[i], sheets[j] = sheets[j], sheets[i] })
		got := texts(sheets)
		want := []string{text([]Sheet{whole}, Join([]Sheet{whole})[0])}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("seed %d: -want +got:\n%s", seed, diff)
		}
	}
}

// label is made of words that lists have, some of them in every line.
func label(r *rand.Rand, lines, words int) Sheet {
	common := strings.Fields("extract, acid, sodium oil, peg glycol, leaf seed")
	var s Sheet
	for range lines {
		var line []Word
		for range words {
			w := common[r.IntN(len(common))]
			if r.IntN(3) > 0 {
				b := make([]byte, 4+r.IntN(10))
				for i := range b {
					b[i] = byte('a' + r.IntN(26))
				}
				w = string(b)
			}
			line = append(line, Word{w, 1})
		}
		s = append(s, line)
	}
	return s
}

// FuzzJoin holds any sheets to what the package promises: each word from where it was read, each sheet
// in one group, no word twice, the same in any order.
func FuzzJoin(f *testing.F) {
	f.Add("Aqua, Butylene Glycol,\nNiacinamide\n\nButylene Glycol, Trehalose, Sodium Hyaluronate", uint64(1))
	f.Add("x\n\n\n\n\ny ? ?\n\n", uint64(2))
	f.Fuzz(func(t *testing.T, drawing string, seed uint64) {
		var sheets []Sheet
		for _, s := range strings.SplitN(drawing, "\n\n", 5) {
			sheets = append(sheets, sheet(s[:min(len(s), 400)]))
		}
		groups := Join(sheets)
		var all []int
		for _, g := range groups {
			all = append(all, g.Sheets...)
			seen := map[Ref]bool{}
			for _, line := range g.Lines {
				for _, ref := range line {
					_ = sheets[ref.Sheet][ref.Line][ref.Word]
					if seen[ref] || !slices.Contains(g.Sheets, ref.Sheet) {
						t.Errorf("%v is there twice or not of the group", ref)
					}
					seen[ref] = true
				}
			}
		}
		slices.Sort(all)
		for i, s := range all {
			if i != s || len(all) != len(sheets) {
				t.Fatalf("sheets in groups are %v of %d", all, len(sheets))
			}
		}
		before := slices.Sorted(slices.Values(texts(sheets)))
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(sheets), func(i, j int) { sheets[i], sheets[j] = sheets[j], sheets[i] })
		if diff := cmp.Diff(before, slices.Sorted(slices.Values(texts(sheets)))); diff != "" {
			t.Errorf("another order gives another list:\n%s", diff)
		}
	})
}
