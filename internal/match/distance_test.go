package match

import (
	"math/rand/v2"
	"testing"

	"exoscan/dictionary"
)

// TestDistance holds the pruned table, and the way that align walks back through one, to the distance as its
// definition has it, for words that are near and words that are not.
func TestDistance(t *testing.T) {
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
		want := r.plainly(rd, name)
		al := r.align(rd, name)
		if _, _, spent := al.region(0, len(name)); al.cost != want || len(name) > 0 && spent != want {
			t.Fatalf("%q read as %q is aligned at %d, of which its letters cost %d, want %d", string(name), string(read), al.cost, spent, want)
		}
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

// plainly is the distance worked out from each end of what was read to each end of the name.
func (r *ruler) plainly(read reading, name []rune) int32 {
	to := make([][]int32, len(read.letters)+1)
	for i := range to {
		to[i] = make([]int32, len(name)+1)
		for j := range to[i] {
			if i+j > 0 {
				to[i][j] = tooFar
			}
			from := func(n, m int, cost int32) {
				if i >= n && j >= m {
					to[i][j] = min(to[i][j], to[i-n][j-m]+cost)
				}
			}
			if i > 0 {
				from(1, 0, unmeant(read.letters, i-1))
			}
			if j > 0 {
				from(0, 1, r.costs.unread(name, j-1))
			}
			if i == 0 || j == 0 {
				continue
			}
			a, b := read.letters[i-1], name[j-1]
			from(1, 1, r.costs.substitute(a, b))
			if i > 1 && j > 1 && a != b && a == name[j-2] && b == read.letters[i-2] {
				from(2, 2, swapped(a, b))
			}
			if i > 1 {
				for _, p := range r.costs.pairsOf(read.letters[i-2], a).all {
					switch {
					case p.meant[1] != b:
					case p.meant[0] == 0:
						from(2, 1, p.cost)
					case j > 1 && p.meant[0] == name[j-2]:
						from(2, 2, p.cost)
					}
				}
			}
			for _, p := range r.costs.splitOf(a).all {
				if j > 1 && p.meant == [2]rune{name[j-2], b} {
					from(1, 2, p.cost)
				}
			}
		}
	}
	return to[len(read.letters)][len(name)]
}

func someLetter(rng *rand.Rand) rune { return []rune("aeioumnrwvlcd01")[rng.IntN(15)] }
