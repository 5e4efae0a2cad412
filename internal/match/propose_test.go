package match

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/sahilm/fuzzy"

	"exoscan/dictionary"
)

// TestFuzzyProposesDistanceDisposes holds the figures of the package comment: what sahilm/fuzzy finds by
// itself, what it finds as it is used here, and what is left of that when the distance has decided.
func TestFuzzyProposesDistanceDisposes(t *testing.T) {
	m := New(dictionary.Default())
	w := newWork(m)
	nouns := m.vocab.near().nouns
	texts := make([]string, len(nouns))
	for i, n := range nouns {
		texts[i] = string(n.letters)
	}
	var plain, proposed, read int
	rng := rand.New(rand.NewPCG(8, 9))
	for i := range nouns {
		if len(nouns[i].letters) < 7 {
			continue
		}
		for range 20 {
			wrong := append([]rune{}, nouns[i].letters...)
			at := rng.IntN(len(wrong))
			switch old := wrong[at]; old {
			case 'o':
				wrong[at] = '0'
			case 's':
				wrong[at] = '5'
			case 'i', 'l':
				wrong[at] = '1'
			case 'm':
				wrong = append(append(append([]rune{}, wrong[:at]...), 'r', 'n'), wrong[at+1:]...)
			default:
				wrong[at] = 'a' + rune(rng.IntN(26))
			}
			read++
			for _, f := range fuzzy.Find(string(wrong), texts) {
				if f.Index == i {
					plain++
				}
			}
			for _, k := range w.propose(wrong) {
				if k == i {
					proposed++
				}
			}
		}
	}
	t.Logf("%d misread nouns: fuzzy alone finds %d, with letters left out %d", read, plain, proposed)
	if 4*plain > read {
		t.Errorf("fuzzy alone finds %d of %d: the package comment says a quarter at most", plain, read)
	}
	if 1000*proposed < 998*read {
		t.Errorf("%d of %d are proposed, want 998 in 1000", proposed, read)
	}

	names := make([]string, dictionary.CosIng().Len())
	for id := range names {
		names[id] = strings.ToLower(dictionary.CosIng().Name(id))
	}
	exosome := fuzzy.Find("exosome", names)
	taken := 0
	for _, f := range exosome {
		w.label = labelOf(f.Str)
		if got, ok := w.plain(0); !ok || got.Kind != dictionary.Exosome {
			s := w.parse(0, len(f.Str))
			w.repair(s)
			if s.noun() != nil && s.noun().Word.Kind == dictionary.Exosome {
				taken++
			}
		}
	}
	t.Logf("fuzzy finds exosome in %d INCI names; %d that are none are taken for one", len(exosome), taken)
	if len(exosome) < 200 || taken > 0 {
		t.Errorf("fuzzy finds exosome in %d names, %d of them are taken for one", len(exosome), taken)
	}
}
