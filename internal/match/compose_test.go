package match_test

import (
	"math/rand/v2"
	"strings"

	"exoscan/dictionary"
)

type listCase struct {
	names []string
	term  *dictionary.Term
}

// compose makes up lists of the names of one half.
func (b *workbench) compose(n int) (cases []listCase) {
	rng := rand.New(rand.NewPCG(b.seed, 7))
	terms := b.terms(func(t dictionary.Term) bool { return t.Language == "INCI" })
	for i := range n {
		var c listCase
		size := 12 + rng.IntN(24)
		for len(c.names) < size {
			if name, ok := b.pickName(rng); ok {
				c.names = append(c.names, name)
			}
		}
		if i%2 == 0 {
			c.term = &terms[rng.IntN(len(terms))]
			c.names[rng.IntN(size)] = c.term.Text
		}
		cases = append(cases, c)
	}
	return cases
}

const usualLength = 60 // bytes of all but one name in twenty

func (b *workbench) pickName(rng *rand.Rand) (string, bool) {
	x := dictionary.CosIng()
	name := x.Name(2*rng.IntN(x.Len()/2) + b.half)
	lower := strings.ToLower(name)
	if len(name) < 3 || len(name) > usualLength && rng.IntN(10) > 0 || strings.Contains(lower, "exosome") || strings.Contains(lower, "vesicle") {
		return "", false
	}
	return name, true
}

// terms gives the exosomes and vesicles of the vocabulary, without brands.
func (b *workbench) terms(ok func(dictionary.Term) bool) (out []dictionary.Term) {
	for _, t := range b.d.Terms() {
		if (t.Kind == dictionary.Exosome || t.Kind == dictionary.Vesicle) && t.Language != "brand" && ok(t) {
			out = append(out, t)
		}
	}
	return out
}

func squeezed(s string) string { return string(dictionary.Squeeze(nil, dictionary.Fold(s))) }
