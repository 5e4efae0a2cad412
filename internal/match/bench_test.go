package match_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

func splitLabel(text string) *label.Label {
	l := &label.Label{Text: text, ListFound: true}
	at := 0
	for _, p := range strings.Split(text, ", ") {
		if p != "" {
			r := label.Range{Start: at, End: at + len(p)}
			l.Ingredients = append(l.Ingredients, label.Ingredient{Start: r.Start, End: r.End, Name: r})
		}
		at += len(p) + 2
	}
	return l
}

func benchLists(pct float64) []*label.Label {
	g := newDamager(77, false)
	var out []*label.Label
	for _, names := range benchNames(99, 40) {
		out = append(out, splitLabel(g.spoil(strings.Join(names, ", "), pct/100)))
	}
	return out
}

func BenchmarkMatchClean(b *testing.B) { benchMatch(b, 0) }

func BenchmarkMatchDamaged(b *testing.B) { benchMatch(b, 5) }

func benchMatch(b *testing.B, pct float64) {
	m := match.New(dictionary.Default())
	lists := benchLists(pct)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		m.List(lists[i%len(lists)])
		i++
	}
}

func BenchmarkNew(b *testing.B) {
	d := dictionary.Default()
	b.ReportAllocs()
	for b.Loop() {
		match.New(d)
	}
}

// benchNames assembles n lists of 30 INCI names of usual length, one with an exosome in two.
func benchNames(seed uint64, n int) (lists [][]string) {
	rng := rand.New(rand.NewPCG(seed, 1))
	x := dictionary.CosIng()
	for i := range n {
		var names []string
		for len(names) < 30 {
			if name := x.Name(rng.IntN(x.Len())); len(name) > 3 && len(name) <= 60 {
				names = append(names, name)
			}
		}
		if i%2 == 0 {
			names[rng.IntN(30)] = "Human Adipose Stromal Cell Exosomes"
		}
		lists = append(lists, names)
	}
	return lists
}
