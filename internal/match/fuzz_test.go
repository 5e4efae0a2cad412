package match

import (
	"testing"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// FuzzList holds the matches of any text to what the package promises.
func FuzzList(f *testing.F) {
	for _, s := range []string{
		"", "Ingredients: Aqua, Glycerin, HUMAN AD1P0SE STR0MAL CELL EX0S0MES, Parfum", "엑소좀, 병풀캘러스세포외소포 (10,000 ppm)",
		"成分: ヒト脂肪由来間葉系細胞エクソソーム, 水", "Ingredients: Niacinamide Adenosine. Exo somes|Panthenol", "Состав: Экзосомы молока (Milk Exosomes)",
		"INGREDIENTS: Water/Aqua/Eau, Butyrospermum Parkii (Shea) Butter, 1, 2-Hexanediol, EX(O]SOMES, {€xosome§, caf\u0301e\u0301", "EXOSOME SERUM\nIngredients: Aqua",
		"Ingredients: \xff\xfeexosomes, \u200bexo\u00adsomes, ﬁbroblast exosomes, İNSAN EKZOZOM",
	} {
		f.Add(s)
	}
	d := dictionary.Default()
	m := New(d)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		l := label.FromText(text, d)
		list := m.List(l)
		check(t, l, list)
		for _, c := range m.Claims(l) {
			check(t, l, []Match{c})
		}
		again := m.List(l)
		if len(again) != len(list) {
			t.Fatalf("%d matches, then %d", len(list), len(again))
		}
	})
}

func check(t *testing.T, l *label.Label, list []Match) {
	end := 0
	for _, m := range list {
		switch {
		case m.Start < end || m.End < m.Start || m.End > len(l.Text):
			t.Fatalf("match [%d, %d) after %d in a text of %d bytes", m.Start, m.End, end, len(l.Text))
		case l.Text[m.Start:m.End] != m.Read:
			t.Fatalf("match [%d, %d) reads %q, not %q", m.Start, m.End, l.Text[m.Start:m.End], m.Read)
		case m.Ingredient < -1 || m.Ingredient >= len(l.Ingredients):
			t.Fatalf("match of ingredient %d of %d", m.Ingredient, len(l.Ingredients))
		case m.Known && m.Name == "":
			t.Fatalf("%q is known and has no name", m.Read)
		case m.Cost < 0 || m.Edits < 0 || m.How != Edited && m.Edits > 0:
			t.Fatalf("%q: %s with %d edits that cost %f", m.Read, m.How, m.Edits, m.Cost)
		case (m.Kind == dictionary.Exosome || m.Kind == dictionary.Vesicle) && m.Cost > float64(tolerance(utf8.RuneCountInString(dictionary.Fold(m.Read))))/100+float64(len(m.Parts))*5:
			t.Fatalf("%q is %q at a cost of %f", m.Read, m.Name, m.Cost)
		}
		end = m.End
		for _, p := range m.Parts {
			if p.Start < m.Start || p.End > m.End || p.End <= p.Start || l.Text[p.Start:p.End] != p.Read {
				t.Fatalf("part [%d, %d) %q of %q [%d, %d)", p.Start, p.End, p.Read, m.Read, m.Start, m.End)
			}
		}
	}
}

// FuzzFind asks for anything.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "ex0some", "엑소좀", "\xff", "a", "extract of some thing"} {
		f.Add(s)
	}
	m := New(dictionary.Default())
	f.Fuzz(func(t *testing.T, q string) {
		if len(q) > 200 {
			return
		}
		last := -1.0
		for _, c := range m.Find(q) {
			if c.Cost < last || c.Why == "" || c.Term.Name == "" {
				t.Fatalf("candidate %+v after cost %f", c, last)
			}
			last = c.Cost
		}
	})
}
