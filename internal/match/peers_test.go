package match_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/agnivade/levenshtein"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

var peers = flag.Int("peers", 0, "how many damaged names TestPeers gives to each way of finding them")

// TestPeers finds what damaged names were, among all INCI names, in three ways in turn: this package, the
// nearest by agnivade/levenshtein, and the best matches of Debian's tre-agrep. Figures are of the
// processor, and tre-agrep's hold the start of its process and its reading of the names.
func TestPeers(t *testing.T) {
	if *peers == 0 {
		t.Skip("-peers is 0: make bench compares 100 names")
	}
	names, read := damagedNames(*peers)
	ways := []struct {
		name  string
		find  func(read string) string
		right int
		spent []time.Duration
	}{
		{name: "exoscan", find: byMatch()},
		{name: "agnivade", find: byLevenshtein()},
		{name: "tre-agrep", find: byAgrep(t)},
	}
	for i := range names {
		for k := range ways {
			w := &ways[k]
			if w.find == nil {
				continue
			}
			start := processorTime(t)
			found := w.find(read[i])
			w.spent = append(w.spent, processorTime(t)-start)
			if found == strings.ToLower(names[i]) {
				w.right++
			}
		}
	}
	for _, w := range ways {
		if w.find == nil {
			t.Logf("%-9s  is not installed (Debian: apt-get install tre-agrep)", w.name)
			continue
		}
		var sum time.Duration
		for _, d := range w.spent {
			sum += d
		}
		slices.Sort(w.spent)
		t.Logf("%-9s  %d names, %.1f %% right, %v a name, median %v", w.name, len(names), 100*float64(w.right)/float64(len(names)),
			(sum / time.Duration(len(names))).Round(time.Microsecond), w.spent[len(w.spent)/2].Round(time.Microsecond))
	}
}

// processorTime is what this process and the children it waited for have used.
func processorTime(t *testing.T) (sum time.Duration) {
	for _, who := range [...]int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var r syscall.Rusage
		if err := syscall.Getrusage(who, &r); err != nil {
			t.Fatal(err)
		}
		sum += time.Duration(r.Utime.Nano() + r.Stime.Nano())
	}
	return sum
}

func damagedNames(n int) (names, read []string) {
	rng := rand.New(rand.NewPCG(5, 6))
	g := newDamager(79, false)
	x := dictionary.CosIng()
	for len(names) < n {
		name := x.Name(rng.IntN(x.Len()))
		if spoilt := g.spoil(name, 0.05); len(name) > 5 && len(name) < usualLength && spoilt != name {
			names, read = append(names, name), append(read, spoilt)
		}
	}
	return names, read
}

func byMatch() func(string) string {
	m := match.New(dictionary.Default())
	return func(read string) string {
		l := &label.Label{Text: read, ListFound: true}
		l.Ingredients = []label.Ingredient{{End: len(read), Name: label.Range{End: len(read)}}}
		return strings.ToLower(m.List(l)[0].Name)
	}
}

func byLevenshtein() func(string) string {
	x := dictionary.CosIng()
	names := make([]string, x.Len())
	for id := range names {
		names[id] = strings.ToLower(x.Name(id))
	}
	return func(read string) string {
		read = strings.ToLower(read)
		best, at := 1<<30, ""
		for _, n := range names {
			if max(len(n)-len(read), len(read)-len(n)) > best {
				continue
			}
			if d := levenshtein.ComputeDistance(read, n); d < best {
				best, at = d, n
			}
		}
		return at
	}
}

func byAgrep(t *testing.T) func(string) string {
	program, err := exec.LookPath("tre-agrep")
	if err != nil {
		return nil
	}
	file := filepath.Join(t.TempDir(), "names.txt")
	x := dictionary.CosIng()
	var all strings.Builder
	for id := range x.Len() {
		all.WriteString(strings.ToLower(x.Name(id)) + "\n")
	}
	if err := os.WriteFile(file, []byte(all.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return func(read string) string {
		out, err := exec.Command(program, "-k", "-B", "-h", "-e", strings.ToLower(read), file).Output()
		if err != nil {
			return "" // nothing within its limit
		}
		first, _, _ := strings.Cut(string(out), "\n")
		return first
	}
}
