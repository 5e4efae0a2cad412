package match

import (
	"math/rand/v2"
	"testing"

	"exoscan/dictionary"
)

// TestBoundedDistanceIsTheDistance holds the pruned table to the full one of align, for words that are
// near and words that are not.
func TestBoundedDistanceIsTheDistance(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	r := &ruler{costs: newCosts(dictionary.Default().Confusions())}
	word := func() []rune {
		letters := []rune("abcdeilmnorstuvw01359|é엑")
		w := make([]rune, rng.IntN(12))
		for i := range w {
			w[i] = letters[rng.IntN(len(letters))]
		}
		return w
	}
	near := func(w []rune) []rune {
		out := append([]rune{}, w...)
		for range rng.IntN(4) {
			if len(out) > 0 {
				out[rng.IntN(len(out))] = someLetter(rng)
			}
		}
		return out
	}
	for range 60000 {
		read := word()
		name := word()
		if rng.IntN(3) > 0 {
			name = near(read)
		}
		for i, r := range name { // names have no marks
			if r == '|' {
				name[i] = 'l'
			}
		}
		rd := reading{letters: read}
		if rng.IntN(2) == 0 {
			for range read {
				rd.doubt = append(rd.doubt, uint8(20+rng.IntN(81)))
				rd.others = append(rd.others, []rune{someLetter(rng)})
			}
		}
		want := r.align(rd, name).cost
		bound := int32(rng.IntN(700))
		got := r.between(rd, name, bound)
		if want > bound {
			want = tooFar
		}
		if got != want {
			t.Fatalf("%q read as %q within %d: %d, want %d", string(name), string(read), bound, got, want)
		}
	}
}

func someLetter(rng *rand.Rand) rune { return []rune("aeioumnrwvlcd01")[rng.IntN(15)] }
