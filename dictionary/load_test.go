package dictionary

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestDefaultHoldsTogether(t *testing.T) {
	d := Default() // panics with file and line on a broken table
	for _, c := range []struct {
		text   string
		kind   Kind
		origin Origin
		ref    string
	}{
		{"HUMAN ADIPOSE STROMAL CELL EXOSOMES", Exosome, Human, "CosIng 94665"},
		{"Centella Asiatica callus extracellular vesicles", Vesicle, Plant, "CosIng 98881"},
		{"병풀캘러스세포외소포", Vesicle, Plant, ""},
		{"Human Platelet Extract", Related, Human, "CosIng 94789"},
		{"exposome", LookAlike, "", ""},
		{"AQUA", Ingredient, "", "CosIng 31959"},
		{"정제수", Ingredient, "", "CosIng 92472"},
	} {
		got := d.Lookup(Fold(c.text))
		if len(got) == 0 || got[0].Kind != c.kind || got[0].Origin != c.origin || got[0].Reference != c.ref {
			t.Errorf("Lookup(%q) = %+v, want a %s, %q, %s", c.text, got, c.kind, c.origin, c.ref)
		}
	}
}

// TestTermsAreADictionary: what is listed can be read again, look-alikes and all, and says the same.
func TestTermsAreADictionary(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.Join(TermColumns(), "\t") + "\n")
	terms := Default().Terms()
	for _, term := range terms {
		b.WriteString(strings.Join(term.Cells(), "\t") + "\n")
	}
	for _, f := range Check("own.tsv", strings.NewReader(b.String())) {
		t.Error(f)
	}
	file := filepath.Join(t.TempDir(), "own.tsv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, term := range terms {
		if got := d.Lookup(Fold(term.Text)); !slices.Contains(got, term) {
			t.Errorf("%+v was read again as %+v", term, got)
		}
	}
}

func TestWordTakesTheLongestStem(t *testing.T) {
	d := Default()
	for _, c := range []struct {
		text  string
		class Class
	}{
		{"экзосомами", ClassNoun}, {"egzosomów", ClassNoun}, {"Exosomentherapie", ClassNoun}, {"phytoexosomes", ClassNoun},
		{"ludzkiego", ClassHuman}, {"hADSC", ClassHuman}, {"horse chestnut", ClassPlant}, {"horse", ClassAnimal}, {"thymus vulgaris", ClassPlant},
		{"milk thistle", ClassPlant}, {"Fucus Vesiculosus", ClassPlant}, {"human oligopeptide-1", ClassNeutral}, {"callus", ClassPlant},
	} {
		if w, ok := d.Word(Fold(c.text)); !ok || w.Class != c.class {
			t.Errorf("Word(%q) is %q, want %q", c.text, w.Class, c.class)
		}
	}
	for _, text := range []string{"thymus", "exosomes/rosa", "exo", "iris", "media"} {
		if w, ok := d.Word(Fold(text)); ok && w.Class != ClassModifier {
			t.Errorf("Word(%q) is %q, want none", text, w.Class)
		}
	}
}

// TestCosIngVesiclesAreTerms: every name of CosIng with EXOSOM or VESICLE in it has a reviewed row.
func TestCosIngVesiclesAreTerms(t *testing.T) {
	d := Default()
	n := 0
	for _, e := range cosingEntries(t) {
		if !strings.Contains(e.name, "EXOSOM") && !strings.Contains(e.name, "VESICLE") {
			continue
		}
		n++
		if got := d.Lookup(Fold(e.name)); len(got) == 0 || got[0].Kind != Exosome && got[0].Kind != Vesicle {
			t.Errorf("%s is not in terms.tsv as an exosome or vesicle", e.name)
		}
	}
	if n < 79 {
		t.Errorf("%d names, the snapshots have 79", n)
	}
}

// TestHumanNamesSayHuman: no name from CosIng is human without the word, and none with the word as a
// source is anything else.
func TestHumanNamesSayHuman(t *testing.T) {
	for _, term := range Default().Terms() {
		if term.Language != "INCI" || term.Kind == LookAlike || term.Kind == Ingredient {
			continue
		}
		if says := slices.Contains(Tokens(Fold(term.Text)), "human"); says != (term.Origin == Human) {
			t.Errorf("%s: says human %v, origin %q", term.Text, says, term.Origin)
		}
	}
}

const userTerms = "text\tname\tkind\torigin\tsource\nGlowosome\tGlowosome\texosome\tplant\tour lab\n"

func TestLoadAddsTheUsersWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my.tsv")
	if err := os.WriteFile(file, []byte("\ufeff# ours\r\n"+strings.ReplaceAll(userTerms, "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Lookup("glowosome"); len(got) != 1 || got[0].Origin != Plant || got[0].Source != "our lab" {
		t.Errorf("the user's term is %+v", got)
	}
	if len(Default().Lookup("glowosome")) != 0 {
		t.Error("the user's term is in the built-in dictionary")
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none.tsv")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
}

func TestCheckReportsEveryFault(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"good terms", userTerms, nil},
		{"good words", "text\tname\tclass\torigin\nwawa*\twawa\thuman\thuman\n", nil},
		{"good look-alikes", "text\tname\treason\nglowsome\tglowsome\ta brand\n", nil},
		{"empty", "", []string{"my.tsv: no header line"}},
		{"look-alike without a reason", "text\tname\tkind\nfoosome\tfoosome\tlook-alike\n", []string{"my.tsv:2: reason is empty"}},
		{"look-alike with an origin", "text\tname\tkind\torigin\treason\nfoosome\tfoosome\tlook-alike\thuman\tno exosome\n", []string{`my.tsv:2: origin "human" of a look-alike, which is no exosome`}},
		{"reason of a term", "text\tname\tkind\torigin\treason\nfoo\tFoo\texosome\thuman\twhy not\n", []string{`my.tsv:2: reason "why not" beside kind "exosome": only a look-alike has one`}},
		{"of no table", "word\tsort\nx\ty\n", []string{"my.tsv:1: the columns are of no table: terms have text, name, kind; look-alikes text, name, reason; words text, name, class"}},
		{"unknown column", "text\tname\tkind\torigin\tcolour\nx\tx\texosome\tplant\tred\n", []string{
			`my.tsv:1: unknown column "colour": the columns are text name kind origin likely language evidence reference reason source`,
		}},
		{"all at once", "text\tname\tkind\torigin\tlikely\n" +
			"a\ta\tthing\tmartian\t\n" +
			"b\tb\texosome\n" +
			"\xff\tc\texosome\tplant\t\n" +
			"d\td\texosome\tplant\thuman\n" +
			"---\te\texosome\tplant\t\n" +
			"exposome\tf\texosome\tplant\t\n", []string{
			`my.tsv:3: 3 cells, the header names 5 columns`,
			`my.tsv:4: the line is not UTF-8`,
			`my.tsv:2: kind "thing" is not one of exosome, vesicle, conditioned-media, related, look-alike, ingredient, function`,
			`my.tsv:2: origin "martian" is not one of human, plant, animal, microbial, synthetic, unspecified`,
			`my.tsv:5: likely "human" beside the stated origin "plant"`,
			`my.tsv:6: text "---" has no letter or digit`,
			`my.tsv:7: "exposome" is already a term of kind look-alike (dermaviduals.de)`,
		}},
		{"words", "text\tname\tclass\torigin\tkind\nab*\tab\thuman\thuman\t\ncat\tcat\tfeline\t\t\nfish\tfish\tanimal\tplant\t\nexo\texo\tnoun\t\t\n", []string{
			`my.tsv:2: stem "ab" is shorter than 4 letters: it would take in too much`,
			`my.tsv:3: "feline" is not a class of word`,
			`my.tsv:4: origin "plant" for a word of class "animal", which states "animal"`,
			`my.tsv:5: kind "" for a word of class "noun": nouns and media have one, others none`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range Check("my.tsv", strings.NewReader(c.text)) {
				got = append(got, f.String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// TestBadFileIsRefusedWhole: one bad row, and none of the file's rows count.
func TestBadFileIsRefusedWhole(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my.tsv")
	if err := os.WriteFile(file, []byte(userTerms+"x\tx\tthing\tplant\tus\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := Load(file)
	var bad *Error
	if d != nil || !errors.As(err, &bad) || len(bad.Faults) != 1 || bad.Faults[0].Line != 3 {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestNotesAreQuotesNotVerdicts(t *testing.T) {
	d := Default()
	if n := d.Notes("eu", Human); len(n) != 1 || !strings.Contains(n[0].Citation, "416") {
		t.Errorf("eu, human: %+v", n)
	}
	for _, market := range d.Markets() {
		for _, o := range []Origin{Human, Plant, Animal, Microbial, Synthetic, Unspecified} {
			for _, n := range d.Notes(market, o) {
				for _, word := range []string{" legal", "illegal", "is safe", "unsafe"} {
					if strings.Contains(n.Text, word) {
						t.Errorf("%s, %s: the note says %q", market, o, word)
					}
				}
			}
		}
	}
	if got := d.Markets(); !slices.Equal(got, []string{"cn", "eu", "jp", "kr", "tw", "uk", "us"}) {
		t.Errorf("markets %v", got)
	}
}

func TestLimits(t *testing.T) {
	if l, ok := Default().Limit(Fold("PHENOXYETHANOL")); !ok || l.Percent != 1 || l.Basis != "law" {
		t.Errorf("phenoxyethanol: %+v", l)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := load(nil); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

// TestNumbers holds that one exosome is listed where many are, and that "EV" alone is not.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Ginger Exosome": "Ginger Exosomes", "ROSE STEM CELL EXOSOMES": "Rose Stem Cell Exosomes",
		"MSC-EV": "MSC Extracellular Vesicles", "EV": "",
	} {
		got := ""
		if terms := Default().Lookup(Fold(text)); terms != nil {
			got = terms[0].Name
		}
		if got != want {
			t.Errorf("Lookup(%q) is %q, want %q", text, got, want)
		}
	}
	for _, term := range Default().Terms() {
		if term.Text == "Ginger Exosome" {
			t.Errorf("Terms holds %q, which no table has", term.Text)
		}
	}
}
