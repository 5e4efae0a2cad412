package report

import (
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"plain ASCII ~":           "plain ASCII ~",
		"café 병풀 エクソソーム":          "café 병풀 エクソソーム",
		"a\x00b\x1b[31m\x7f":      `a\x00b\x1b[31m\x7f`,
		"line\nline\r\ttab":       `line\nline\r\ttab`,
		"\u009b31m\u0085":         `\u009b31m\u0085`,
		"\u202eevil\u202c\u2066":  `\u202eevil\u202c\u2066`,
		"no\u00a0break\u3000wide": "no break wide",
		"\u2028line\u2029":        `\u2028line\u2029`,
		"bad\xff\xc3":             `bad\xff\xc3`,
		"می\u200cخواهم 👩\u200d🔬":  "می\u200cخواهم 👩\u200d🔬",
		"\U000e0041tag":           `\U000e0041tag`,
		"true \ufffd one":         "true \ufffd one",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 101: "101st", 111: "111th", 112: "112th", 123: "123rd"} {
		if got := ordinal(n); got != want {
			t.Errorf("ordinal(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	list := []scan.Ingredient{{Read: "Aqua", Name: "Aqua"}, {Read: "xq\x1b"}, {Name: "Parfum"}}
	for _, c := range []struct {
		at, of int
		want   string
	}{{1, 3, `1st of 3, before xq\x1b`}, {2, 3, "2nd of 3, before Parfum"}, {3, 3, "3rd of 3, the last"}, {0, 0, "outside the list"}, {7, 31, "7th of 31"}} {
		if got := place(origin.Finding{Ingredient: c.at, Of: c.of}, list); got != c.want {
			t.Errorf("place %d of %d is %q, want %q", c.at, c.of, got, c.want)
		}
	}
}

// TestShareIsNeverRaised holds that a share is cut off at its hundredth, and that the hundredths
// themselves are left alone.
func TestShareIsNeverRaised(t *testing.T) {
	for f, want := range map[float64]string{0: "0 %", 0.005: "0 %", 0.29: "29 %", 0.57: "57 %", 0.796: "79 %", 0.7999: "79 %", 0.8: "80 %", 0.999: "99 %", 1: "100 %"} {
		if got := percent(f); got != want {
			t.Errorf("percent(%v) = %s, want %s", f, got, want)
		}
	}
	for i := range 101 {
		if f := float64(i) / 100; floor(f, 2) != f {
			t.Errorf("floor(%v) = %v", f, floor(f, 2))
		}
	}
}

func TestCompared(t *testing.T) {
	for _, c := range []struct{ read, name, want string }{
		{"HUMAN AD1POSE EX0SOMES", "Human Adipose Exosomes", "HUMAN AD[1]POSE EX[0]SOMES"},
		{"Exosornes", "Exosomes", "Exoso[rn]es"},
		{"Exosmes", "Exosomes", "Exosmes"}, // nothing read is wrong, a letter is missing
		{"Exosomes", "Exosomes", "Exosomes"},
		{"엑소좀", "Exosomes", "엑소좀"},
		{"", "Exosomes", ""},
		{strings.Repeat("a", 500), "b", strings.Repeat("a", 500)},
	} {
		var b strings.Builder
		for _, f := range compared(c.read, c.name) {
			if f.Changed {
				b.WriteString("[" + f.Text + "]")
			} else {
				b.WriteString(f.Text)
			}
		}
		if b.String() != c.want {
			t.Errorf("compared(%q, %q) is %s, want %s", c.read, c.name, b.String(), c.want)
		}
	}
}

// FuzzWrap holds that wrapping loses nothing but spaces and, above a useful width, keeps to it.
func FuzzWrap(f *testing.F) {
	f.Add("HUMAN AD1POSE STROMAL CELL EX0SOMES → Human Adipose Stromal Cell Exosomes", 40)
	f.Add("ヒト脂肪由来間葉系細胞エクソソーム ヒト脂肪由来間葉系細胞エクソソーム", 33)
	f.Add(ansiBold+strings.Repeat("長", 40)+ansiReset+" x", 30)
	f.Fuzz(func(t *testing.T, s string, width int) {
		s = harmless(strings.ReplaceAll(s, "\x1b", ""))
		got := wrap("  - ", "    ", paint(true).bold(s), width)
		letters := func(s string) string {
			return strings.Join(strings.Fields(withoutColour(s)), "")
		}
		if letters(got) != letters("  - "+s) {
			t.Errorf("wrapping %q gave %q", s, got)
		}
		if width < 24 {
			return
		}
		for line := range strings.Lines(got) {
			if w := columnsOf(strings.TrimRight(line, "\n")); w > width && !slices.ContainsFunc([]rune(line), func(r rune) bool { return terminalWidth().RuneWidth(r) == 0 && r > 0x7f }) {
				t.Errorf("%q is %d columns, want %d", line, w, width)
			}
		}
	})
}

// TestHeadlineAndGloss holds that a claim is not said like a list, and that ingredients are counted and
// not findings.
func TestHeadlineAndGloss(t *testing.T) {
	plant, mixed, animal, unreadable := origin.Plant, origin.Mixed, origin.Animal, origin.Unreadable
	found := func(at int, o dictionary.Origin) origin.Finding {
		return origin.Finding{Ingredient: at, Of: 8, Origin: o}
	}
	list := make([]scan.Ingredient, 8)
	for _, c := range []struct {
		r               scan.Result
		headline, gloss string
	}{
		{scan.Result{Verdict: &plant, Claims: []origin.Claim{{Read: "Plant exosomes"}}},
			"Plant-derived exosomes, as the pack claims", "no ingredient list was found; the words on the pack name exosomes"},
		{scan.Result{Verdict: &mixed, Origins: []string{"human", "plant"}, Ingredients: list, Reading: scan.Reading{ListFound: true},
			Findings: []origin.Finding{found(2, dictionary.Human), found(2, dictionary.Plant)}},
			"Exosomes of more than one origin: human and plant", "1 of 8 ingredients names exosomes"},
		{scan.Result{Verdict: &animal, Ingredients: list, Reading: scan.Reading{ListFound: true},
			Findings: []origin.Finding{found(2, dictionary.Animal), found(3, dictionary.Unspecified)}},
			"Animal-derived exosomes", "2 of 8 ingredients name exosomes, 1 of them without a source"},
		{scan.Result{Verdict: &unreadable, Ingredients: list, Reading: scan.Reading{ListFound: true, Known: 0.875}, Warnings: []origin.Warning{{Code: origin.PossibleExosome}}},
			"Not readable enough to say", "a list of 8 ingredients was found, 87 % of it known, but what was read badly may be an exosome"},
	} {
		if got := headline(c.r); got != c.headline {
			t.Errorf("headline %q, want %q", got, c.headline)
		}
		if got := gloss(c.r); got != c.gloss {
			t.Errorf("gloss %q, want %q", got, c.gloss)
		}
	}
}

// TestPartOfAListIsSaid does not blame the words of a list that was understood and is not all there.
func TestPartOfAListIsSaid(t *testing.T) {
	unreadable := origin.Unreadable
	r := scan.Result{Verdict: &unreadable, Reading: scan.Reading{ListFound: true, Known: 1}, Ingredients: make([]scan.Ingredient, 9)}
	if got := gloss(r); !strings.Contains(got, "too little") {
		t.Errorf("of a list that was not understood it says %q", got)
	}
	r.Warnings = []origin.Warning{{Code: origin.ListCutOff}}
	if got := gloss(r); !strings.Contains(got, "not all of the list is there") {
		t.Errorf("of a part of a list it says %q", got)
	}
}
