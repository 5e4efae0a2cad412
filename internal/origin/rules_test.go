package origin

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// TestRulesAgreeWithTheVocabulary judges every exosome of the vocabulary by its words alone, as if no
// table had the name. What the words state must be what the table says; abbreviations and languages
// whose words the grammar lacks may state nothing.
func TestRulesAgreeWithTheVocabulary(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	silent, checked := 0, 0
	for _, term := range d.Terms() {
		if term.Kind != dictionary.Exosome && term.Kind != dictionary.Vesicle {
			continue
		}
		l := label.FromText("Ingredients: Water, Glycerin, "+term.Text+", Panthenol, Niacinamide", d)
		for _, found := range m.List(l) {
			if found.Term == nil || found.Term.Text != term.Text {
				continue
			}
			checked++
			found.Term = nil
			j := judge{d: d, l: l}
			o := j.opinion(&found)
			switch {
			case o.denied:
				t.Errorf("%q: denied", term.Text)
			case len(o.stated) > 1:
				t.Errorf("%q: states %v", term.Text, o.stated)
			case len(o.stated) == 1 && o.stated[0].origin != term.Origin:
				t.Errorf("%q: the words state %s (%s), the table says %s", term.Text, o.stated[0].origin, o.stated[0].because, term.Origin)
			case len(o.stated) == 0 && term.Origin != dictionary.Unspecified:
				silent++
				t.Logf("%q: only the table knows that it is %s", term.Text, term.Origin)
			case len(o.stated) == 0 && o.likely != term.Likely && o.likely != "":
				t.Errorf("%q: the words suggest %q, the table %q", term.Text, o.likely, term.Likely)
			}
		}
	}
	if checked < 400 || silent > checked/10 {
		t.Errorf("%d names checked, in %d of them the words state nothing", checked, silent)
	}
}

// TestCodesHaveHelp: every code a judgement can carry is explained.
func TestCodesHaveHelp(t *testing.T) {
	source, err := os.ReadFile("warning.go")
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, c := range dictionary.Codes() {
		explained[c.Name] = c.Kind == "warning"
	}
	ours := regexp.MustCompile(`(?m)^\t[A-Z]\w+ += "([a-z-]+)"$`).FindAllStringSubmatch(string(source), -1)
	for _, m := range ours {
		if !explained[m[1]] {
			t.Errorf("%s is not explained as a warning", m[1])
		}
	}
	if len(ours) < 10 {
		t.Errorf("found %d codes in warning.go: this test looks for them in the wrong way", len(ours))
	}
}

// hand makes a list of matches without a matcher.
func hand(d *dictionary.Dictionary, text string, matches ...match.Match) (*label.Label, []match.Match) {
	return &label.Label{Text: text, ListFound: true, Ingredients: make([]label.Ingredient, len(matches))}, matches
}

func part(d *dictionary.Dictionary, text, word string) match.Part {
	w, _ := d.Word(dictionary.Fold(word))
	at := strings.Index(text, word)
	return match.Part{Word: w, Read: word, Start: at, End: at + len(word)}
}

func TestNegationReachesOnlyWhatItTouches(t *testing.T) {
	d := dictionary.Default()
	for _, c := range []struct {
		text  string
		words []string
		want  Verdict
	}{
		{"exosome-free", []string{"exosome", "free"}, None},
		{"without exosomes", []string{"without", "exosomes"}, None},
		{"without human exosomes", []string{"without", "human", "exosomes"}, None},
		{"cell-free exosomes", []string{"cell", "free", "exosomes"}, Unspecified},
		{"animal-free exosomes", []string{"animal-free", "exosomes"}, Unspecified},
		{"serum-free human exosomes", []string{"serum", "free", "human", "exosomes"}, Human},
		{"sans parfum exosomes", []string{"sans", "exosomes"}, Unspecified},
		{"exosomes without human serum", []string{"exosomes", "without", "human"}, Unspecified},
	} {
		m := match.Match{End: len(c.text), Read: c.text, Name: c.text, Known: true, Kind: dictionary.Exosome}
		for _, w := range c.words {
			m.Parts = append(m.Parts, part(d, c.text, w))
		}
		l, list := hand(d, c.text, m)
		if got := Judge(d, l, list, nil); got.Verdict != c.want {
			t.Errorf("%q is %s, want %s (%+v)", c.text, got.Verdict, c.want, got.Findings)
		}
	}
}

func TestNoneMustBeEarned(t *testing.T) {
	d := dictionary.Default()
	known := match.Match{Name: "Aqua", Known: true, Kind: dictionary.Ingredient}
	unknown := match.Match{}
	doubt := match.Match{Read: "ex0s", Doubt: "read too badly", Could: "exosomes"}
	for _, c := range []struct {
		name  string
		found bool
		list  []match.Match
		want  Verdict
		codes []string
	}{
		{"no list", false, nil, Unreadable, []string{NoList}},
		{"an empty list", true, nil, Unreadable, []string{LittleUnderstood}},
		{"four of five", true, []match.Match{known, known, known, known, unknown}, None, nil},
		{"three of four", true, []match.Match{known, known, known, unknown}, Unreadable, []string{LittleUnderstood}},
		{"a doubtful word", true, []match.Match{known, known, known, known, known, doubt}, Unreadable, []string{PossibleExosome}},
	} {
		l, list := hand(d, "", c.list...)
		l.ListFound = c.found
		got := Judge(d, l, list, nil)
		var codes []string
		for _, w := range got.Warnings {
			codes = append(codes, w.Code)
		}
		if got.Verdict != c.want || !slices.Equal(codes, c.codes) {
			t.Errorf("%s: %s %v, want %s %v", c.name, got.Verdict, codes, c.want, c.codes)
		}
	}
}

// TestJudgementHasNoNil: what is written as JSON has no null.
func TestJudgementHasNoNil(t *testing.T) {
	d := dictionary.Default()
	j := Judge(d, &label.Label{}, nil, nil)
	if j.Origins == nil || j.Findings == nil || j.Related == nil || j.Claims == nil || j.Warnings == nil {
		t.Errorf("%+v", j)
	}
}

// FuzzJudge: any text gives a verdict that its findings bear out.
func FuzzJudge(f *testing.F) {
	for _, s := range []string{"Ingredients: Aqua, Exosomes", "EXOSOME", "Human Exosomes/Rose", "전성분: 정제수, 엑소좀", "exosome free, without exosomes", "Milk Exosomes\nIngredients: x"} {
		f.Add(s)
	}
	d := dictionary.Default()
	m := match.New(d)
	verdicts := []Verdict{Human, Plant, Animal, Microbial, Synthetic, Mixed, Unspecified, None, Unreadable}
	f.Fuzz(func(t *testing.T, text string) {
		l := label.FromText(text, d)
		j := Judge(d, l, m.List(l), m.Claims(l))
		if !slices.Contains(verdicts, j.Verdict) || j.Known < 0 || j.Known > 1 {
			t.Fatalf("%+v", j)
		}
		if (j.Verdict == None || j.Verdict == Unreadable) && len(j.Findings) > 0 {
			t.Errorf("%s with findings %+v", j.Verdict, j.Findings)
		}
		if want := len(j.Origins) > 1; want != (j.Verdict == Mixed) {
			t.Errorf("%s of %v", j.Verdict, j.Origins)
		}
		for _, x := range append(slices.Clone(j.Findings), j.Related...) {
			if x.Because == "" || x.Name == "" || x.Origin == "" || x.Likely != "" && x.Origin != dictionary.Unspecified {
				t.Errorf("%+v", x)
			}
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	d := dictionary.Default()
	m := match.New(d)
	l := label.FromText("Ingredients: Water, Glycerin, Butylene Glycol, Niacinamide, Panthenol, Rosa Damascena Callus Extracellular Vesicles, Phenoxyethanol, Xanthan Gum", d)
	list := m.List(l)
	b.ReportAllocs()
	for b.Loop() {
		Judge(d, l, list, nil)
	}
}
