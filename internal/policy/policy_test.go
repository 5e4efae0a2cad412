package policy

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"exoscan/dictionary"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":         {"market: eu\nlangs: eng\n", `:2: there is no setting "langs"; there are lang, jobs, `},
		"no reason":           {"suppress:\n- name: MILK EXOSOMES\n  until: 2027-01-01\n", ":2: suppress 1: a reason is missing"},
		"no date":             {"suppress:\n- name: MILK EXOSOMES\n  reason: r\n  until: soon\n", `until is "soon"`},
		"hides everything":    {"suppress:\n- reason: r\n  until: 2027-01-01\n", "it would hide everything"},
		"unknown origin":      {"suppress:\n- origin: moon\n  reason: r\n  until: 2027-01-01\n", `origin "moon"`},
		"bad pattern":         {"suppress:\n- source: \"[a\"\n  reason: r\n  until: 2027-01-01\n", `source "[a"`},
		"fail-on":             {"lang: eng\nfail-on: [humans]\n", `:2: fail-on "humans"`},
		"unknown in suppress": {"suppress:\n- nam: x\n", `:2: there is no setting "nam"; there are source, name, `},
		"a word for a list":   {"fail-on: human\n", `:1: "human" is not a list, as in [a, b]`},
		"a word for a number": {"jobs: many\n", `:1: "many" is not a number`},
		"a list for a word":   {"\n\nlang: [eng]\n", `:3: this is not a text`},
		"no YAML":             {"fail-on: [human\n", `:1: did not find expected`},
		"jobs":                {"jobs: 0\n", "jobs is 0"},
		"timeout":             {"timeout: 60\n", `timeout is "60"`},
		"every fault at once": {"jobs: 0\ntimeout: x\n", `timeout is "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, filepath.Join(t.TempDir(), FileName), c.text)
			f, err := Read(path)
			if err == nil || f != nil {
				t.Fatalf("Read accepted %q", c.text)
			}
			if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %q, want it to hold %q and the path", err, c.want)
			}
		})
	}
}

func TestReadEmptyFileSetsNothing(t *testing.T) {
	f, err := Read(write(t, filepath.Join(t.TempDir(), FileName), "\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Settle(func(string) (string, bool) { return "d", false }, []*File{f}) {
		if s.From != "default" {
			t.Errorf("%s comes from %s, want default", s.Name, s.From)
		}
	}
}

func TestFlagsWinThenTheNearestFile(t *testing.T) {
	dir := t.TempDir()
	near := write(t, filepath.Join(dir, "a", FileName), "lang: kor\ndictionary: [mine.tsv]\n")
	home := write(t, filepath.Join(dir, "home", "exoscan", "config.yaml"), "lang: eng\nmarket: eu\njobs: 3\n")
	deep := filepath.Join(dir, "a", "b", "c")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	paths, err := Find(deep, filepath.Join(dir, "home"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{near, home}, paths); diff != "" {
		t.Fatalf("files found (-want +have):\n%s", diff)
	}
	var files []*File
	for _, p := range paths {
		f, err := Read(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	flag := func(name string) (string, bool) {
		if name == "jobs" {
			return "8", true
		}
		return "", false
	}
	have := map[string]Setting{}
	for _, s := range Settle(flag, files) {
		have[s.Name] = s
	}
	for _, want := range []Setting{
		{"lang", "kor", near},
		{"market", "eu", home},
		{"jobs", "8", "flag"},
		{"dictionary", filepath.Join(dir, "a", "mine.tsv"), near},
		{"timeout", "", "default"},
	} {
		if diff := cmp.Diff(want, have[want.Name]); diff != "" {
			t.Errorf("%s (-want +have):\n%s", want.Name, diff)
		}
	}
}

func result(source string, fs ...origin.Finding) scan.Result {
	return scan.Result{Source: source, Findings: fs}
}

func TestGate(t *testing.T) {
	human := origin.Finding{Name: "HUMAN PLATELET EXOSOMES", Origin: dictionary.Human}
	milk := origin.Finding{Name: "MILK EXOSOMES", Origin: dictionary.Animal}
	path := write(t, filepath.Join(t.TempDir(), FileName), `
suppress:
- source: "*.jpg"
  name: milk exosomes
  reason: supplier letter
  until: 2026-12-31
`)
	f, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	day := func(s string) time.Time {
		d, err := time.Parse(dateForm, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	known := Baseline{}
	known.Add(result("old.png", human))
	for name, c := range map[string]struct {
		failOn  []string
		today   string
		result  scan.Result
		fails   bool
		excused int
	}{
		"nothing asked":              {nil, "2026-06-01", result("a.png", human), false, 0},
		"human asked":                {[]string{"human"}, "2026-06-01", result("a.png", human), true, 0},
		"another origin":             {[]string{"plant"}, "2026-06-01", result("a.png", human), false, 0},
		"any":                        {[]string{"any"}, "2026-06-01", result("a.png", milk), true, 0},
		"suppressed":                 {[]string{"any"}, "2026-06-01", result("d/a.jpg", milk), false, 1},
		"suppressed on its last day": {[]string{"any"}, "2026-12-31", result("a.jpg", milk), false, 1},
		"suppression over":           {[]string{"any"}, "2027-01-01", result("a.jpg", milk), true, 0},
		"one excused, one not":       {[]string{"any"}, "2026-06-01", result("a.jpg", milk, human), true, 1},
		"known in the baseline":      {[]string{"any"}, "2026-06-01", result("old.png", human), false, 1},
		"new beside the baseline":    {[]string{"any"}, "2026-06-01", result("old.png", human, milk), true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			set, err := NewSet(c.failOn)
			if err != nil {
				t.Fatal(err)
			}
			g := Gate{FailOn: set, Suppress: f.Suppress, Baseline: known, Today: day(c.today)}
			have := g.Judge(c.result)
			if have.Fails != c.fails || have.Excused != c.excused {
				t.Errorf("fails %v with %d excused, want %v with %d", have.Fails, have.Excused, c.fails, c.excused)
			}
		})
	}
	if n := len((Gate{Suppress: f.Suppress, Today: day("2027-01-01")}).Expired()); n != 1 {
		t.Errorf("%d expired suppressions, want 1", n)
	}
}

func TestBaselineReadsWhatItWrote(t *testing.T) {
	b := Baseline{}
	b.Add(result("a\tb\n.jpg", origin.Finding{Name: "MILK EXOSOMES", Origin: dictionary.Animal}))
	var buf bytes.Buffer
	if err := b.Write(&buf); err != nil {
		t.Fatal(err)
	}
	have, err := ReadBaseline("x", &buf)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, have); diff != "" {
		t.Errorf("baseline (-written +read):\n%s", diff)
	}
	for _, bad := range []string{"", "name\n", baselineHead + "\nonly one\n"} {
		_, err := ReadBaseline("base.tsv", strings.NewReader(bad))
		if err == nil || !strings.Contains(err.Error(), "base.tsv") {
			t.Errorf("ReadBaseline(%q): error %v, want one that names the file", bad, err)
		}
	}
}

// TestClaimsThatDecideFail holds that a front without a list is gated like a list, and that claims beside
// a list are not.
func TestClaimsThatDecideFail(t *testing.T) {
	plant, unspecified, none := origin.Plant, origin.Unspecified, origin.None
	says := func(o dictionary.Origin) origin.Claim { return origin.Claim{Read: "EXOSOMES", Origin: o} }
	for _, c := range []struct {
		name    string
		verdict *origin.Verdict
		claims  []origin.Claim
		failOn  string
		want    bool
	}{
		{"a claim of the origin", &plant, []origin.Claim{says(""), says(dictionary.Plant)}, "plant", true},
		{"a claim without one beside it", &plant, []origin.Claim{says(""), says(dictionary.Plant)}, "unspecified", false},
		{"a claim of another", &plant, []origin.Claim{says(dictionary.Plant)}, "human", false},
		{"only claims without origin", &unspecified, []origin.Claim{says("")}, "unspecified", true},
		{"a list that names none", &none, []origin.Claim{says(dictionary.Human)}, "human", false},
	} {
		set, err := NewSet([]string{c.failOn})
		if err != nil {
			t.Fatal(err)
		}
		r := scan.Result{Source: "front.jpg", Verdict: c.verdict, Claims: c.claims}
		if got := (Gate{FailOn: set}).Judge(r).Fails; got != c.want {
			t.Errorf("%s: fails is %v, want %v", c.name, got, c.want)
		}
		known := Baseline{}
		known.Add(r)
		if (Gate{FailOn: set, Baseline: known}).Judge(r).Fails {
			t.Errorf("%s: fails though it is in the baseline", c.name)
		}
	}
}
