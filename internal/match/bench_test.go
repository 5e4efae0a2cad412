package match_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/agnivade/levenshtein"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

// ordinary is a list as a product has it.
const ordinary = "Aqua, Glycerin, Butylene Glycol, Niacinamide, Dipropylene Glycol, 1,2-Hexanediol, Caprylic/Capric Triglyceride, " +
	"Cetearyl Alcohol, Rosa Damascena Callus Extracellular Vesicles, Centella Asiatica Extract, Sodium Hyaluronate, Panthenol, " +
	"Butyrospermum Parkii Butter, Dimethicone, Glyceryl Stearate, PEG-100 Stearate, Hydroxyethyl Acrylate/Sodium Acryloyldimethyl " +
	"Taurate Copolymer, Adenosine, Allantoin, Betaine, Camellia Sinensis Leaf Extract, Tocopherol, Carbomer, Tromethamine, " +
	"Ethylhexylglycerin, Disodium EDTA, Xanthan Gum, Phenoxyethanol, Citric Acid, Parfum"

// BenchmarkList takes a list of 30 ingredients from its text to the verdict, as it is printed and with
// 5 % of its letters damaged in 40 ways.
func BenchmarkList(b *testing.B) {
	d := dictionary.Default()
	m := match.New(d)
	g := newDamager(77, false)
	damaged := make([]string, 40)
	for i := range damaged {
		damaged[i] = "Ingredients: " + g.spoil(ordinary, 0.05)
	}
	for _, c := range []struct {
		name  string
		texts []string
	}{{"clean", []string{"Ingredients: " + ordinary}}, {"damaged", damaged}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			defer processor(b)()
			i := 0
			for b.Loop() {
				l := label.FromText(c.texts[i%len(c.texts)], d)
				list := m.List(l)
				if v := origin.Judge(d, l, list, m.Claims(l)).Verdict; c.name == "clean" && v != origin.Plant {
					b.Fatal(v)
				}
				i++
			}
		})
	}
}

// BenchmarkMatch is the share of this package, clean and damaged.
func BenchmarkMatch(b *testing.B) {
	d := dictionary.Default()
	m := match.New(d)
	g := newDamager(78, false)
	for _, c := range []struct {
		name  string
		label *label.Label
	}{
		{"clean", label.FromText("Ingredients: "+ordinary, d)},
		{"damaged", label.FromText("Ingredients: "+g.spoil(ordinary, 0.05), d)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			defer processor(b)()
			for b.Loop() {
				m.List(c.label)
			}
		})
	}
}

// processor returns a function that reports the processor time of an op, which other work on the same
// machine hardly changes.
func processor(b *testing.B) func() {
	used := func() int64 {
		var r syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
			b.Fatal(err)
		}
		return r.Utime.Nano() + r.Stime.Nano()
	}
	start := used()
	return func() { b.ReportMetric(float64(used()-start)/float64(b.N), "cpu-ns/op") }
}

func BenchmarkNew(b *testing.B) {
	d := dictionary.Default()
	b.ReportAllocs()
	defer processor(b)()
	for b.Loop() {
		match.New(d)
	}
}

// BenchmarkOneName finds what one damaged name was, among all INCI names, in three ways: this package,
// the nearest by agnivade/levenshtein, and the best match of Debian's tre-agrep. One op is one name;
// %right says how often it was the right one.
func BenchmarkOneName(b *testing.B) {
	names, read := damagedNames(200)
	ways := []struct {
		name string
		find func(b *testing.B, read string) string
	}{
		{"exoscan", byMatch()},
		{"agnivade", byLevenshtein()},
		{"tre-agrep", byAgrep(b)},
	}
	for _, way := range ways {
		b.Run(way.name, func(b *testing.B) {
			if way.find == nil {
				b.Skip("tre-agrep is not installed (Debian: apt-get install tre-agrep)")
			}
			b.ReportAllocs()
			i, right := 0, 0
			for b.Loop() {
				if way.find(b, read[i%len(read)]) == strings.ToLower(names[i%len(names)]) {
					right++
				}
				i++
			}
			b.ReportMetric(100*float64(right)/float64(i), "%right")
		})
	}
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

func byMatch() func(*testing.B, string) string {
	m := match.New(dictionary.Default())
	return func(_ *testing.B, read string) string {
		l := &label.Label{Text: read, ListFound: true}
		l.Ingredients = []label.Ingredient{{End: len(read), Name: label.Range{End: len(read)}}}
		return strings.ToLower(m.List(l)[0].Name)
	}
}

func byLevenshtein() func(*testing.B, string) string {
	x := dictionary.CosIng()
	names := make([]string, x.Len())
	for id := range names {
		names[id] = strings.ToLower(x.Name(id))
	}
	return func(_ *testing.B, read string) string {
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

func byAgrep(b *testing.B) func(*testing.B, string) string {
	program, err := exec.LookPath("tre-agrep")
	if err != nil {
		return nil
	}
	file := filepath.Join(b.TempDir(), "names.txt")
	x := dictionary.CosIng()
	var all strings.Builder
	for id := range x.Len() {
		all.WriteString(strings.ToLower(x.Name(id)) + "\n")
	}
	if err := os.WriteFile(file, []byte(all.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return func(b *testing.B, read string) string {
		out, err := exec.Command(program, "-k", "-B", "-h", "-e", strings.ToLower(read), file).Output()
		if err != nil {
			return "" // nothing within its limit
		}
		first, _, _ := strings.Cut(string(out), "\n")
		return first
	}
}
