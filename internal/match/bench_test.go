package match_test

import (
	"syscall"
	"testing"

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

// BenchmarkOneName finds what one damaged name was among all INCI names; TestPeers sets it beside others.
func BenchmarkOneName(b *testing.B) {
	_, read := damagedNames(200)
	find := byMatch()
	b.ReportAllocs()
	defer processor(b)()
	i := 0
	for b.Loop() {
		find(read[i%len(read)])
		i++
	}
}
