package label

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// check fails the test if a Label breaks one of the promises of the package.
func check(t *testing.T, l *Label) {
	t.Helper()
	if !utf8.ValidString(l.Text) {
		t.Fatalf("the text is not UTF-8: %q", l.Text)
	}
	if l.ListFound != (len(l.Ingredients) > 0) || l.ListFound != (len(l.Lists) > 0) {
		t.Fatalf("ListFound is %v with %d ingredients in %d lists", l.ListFound, len(l.Ingredients), len(l.Lists))
	}
	sound(t, l, "heading", l.Heading)
	sound(t, l, "list", l.List)
	checkIngredients(t, l)
	at := 0
	for _, list := range l.Lists {
		sound(t, l, "heading of list", list.Heading)
		at = follows(t, l, "list", list.Range, at)
	}
	at = 0
	for _, r := range l.Rest {
		if at = follows(t, l, "rest", r, at); r.Start == r.End {
			t.Fatalf("rest %v is empty", r)
		}
		for _, in := range l.Ingredients {
			if in.Start < r.End && r.Start < in.End {
				t.Fatalf("rest %v shares bytes with ingredient %v", r, in)
			}
		}
	}
	for _, s := range l.Trace {
		sound(t, l, "step", s.At)
	}
	at = 0
	for _, s := range l.Spans {
		at = follows(t, l, "span", Range{s.Start, s.End}, at)
	}
}

// checkIngredients fails the test if an ingredient or its name is empty or not where it belongs.
func checkIngredients(t *testing.T, l *Label) {
	t.Helper()
	at := 0
	for _, in := range l.Ingredients {
		r := Range{in.Start, in.End}
		at = follows(t, l, "ingredient", r, at)
		sound(t, l, "name", in.Name)
		if in.Name.Start < r.Start || in.Name.End > r.End || in.Name.Start == in.Name.End {
			t.Fatalf("the name %v of ingredient %v is empty or not in it", in.Name, r)
		}
		if s := l.Text[r.Start:r.End]; strings.TrimSpace(s) != s {
			t.Fatalf("ingredient %q has white space at an end", s)
		}
		if in.List < 0 || in.List >= len(l.Lists) {
			t.Fatalf("ingredient %v is of list %d of %d", r, in.List, len(l.Lists))
		}
		if of := l.Lists[in.List].Range; r.Start < of.Start || r.End > of.End {
			t.Fatalf("ingredient %v is outside its list %v", r, of)
		}
	}
}

// sound fails the test if a range is outside the text or cuts a character.
func sound(t *testing.T, l *Label, what string, r Range) {
	t.Helper()
	if r.Start < 0 || r.Start > r.End || r.End > len(l.Text) {
		t.Fatalf("%s %v is outside the text of %d bytes", what, r, len(l.Text))
	}
	if !utf8.ValidString(l.Text[r.Start:r.End]) {
		t.Fatalf("%s %v cuts a character: %q", what, r, l.Text[r.Start:r.End])
	}
}

// follows fails the test if a range is not sound or begins before an offset, and gives its end.
func follows(t *testing.T, l *Label, what string, r Range, at int) int {
	t.Helper()
	sound(t, l, what, r)
	if r.Start < at {
		t.Fatalf("%s %v begins before %d", what, r, at)
	}
	return r.End
}

// checkWords fails the test if a word of the page is neither in the text nor dropped, or both.
func checkWords(t *testing.T, l *Label, p *ocr.Page) {
	t.Helper()
	seen := make([]int, len(p.Words))
	for _, s := range l.Spans {
		seen[s.Word]++
		if got, want := l.Text[s.Start:s.End], strings.ToValidUTF8(strings.TrimSpace(p.Words[s.Word].Text), "\ufffd"); !strings.HasPrefix(want, got) {
			t.Fatalf("word %d is %q in the text and %q on the page", s.Word, got, want)
		}
	}
	for _, d := range l.Dropped {
		seen[d.Word]++
	}
	for i, n := range seen {
		if n != 1 {
			t.Fatalf("word %d %q is %d times in the text or dropped", i, p.Words[i].Text, n)
		}
	}
}

// texts seed the fuzzers with what labels are made of.
var texts = []string{
	"",
	"Ingredients: Water, Glycerin, 1,2-Hexanediol, C.I. 15510.",
	"INGREDIENTS (INCI): Aqua/Water/Eau, Parfum (Limonene, Linalool), [+/- CI 77491, CI 77492]. Directions: Apply.",
	"Состав: вода, глицерин, экзосомы молока (Milk Exosomes 10000 ppm).",
	"全成分：水、グリセリン、1,2-ヘキサンジオール、ヒト脂肪由来間葉系細胞エクソソーム",
	"전성분: 정제수, 글리세린, 비피다발효추출물(1,000ppb), 병풀캘러스세포외소포",
	"1. Water\n2. Glycerin\n3. PEG-\n40 Hydrogenated Castor Oil\n4. Cocami-\ndopropyl Betaine",
	"['aqua', \"glycerin\", 'sodium chloride']",
	"a,\"Water, Glycerin &amp; Squalane, Zinc Oxide 5.0%Water\",1,1",
	"((((((((((((((((((Water, Glycerin", "Aqua))))]]]}}}, Glycerin", "([{([{([{ Aqua, (Mica], Talc}",
	"Aqua • Glycerin • Panthenol\u00a0• \ufffd", "\xff\xfeAqua, \x80Glycerin", "+/- ± [+/-:", "* † ¹ ° ™", "-\n-\n-\n",
	"INCI name\tCAS\t%\nAqua (\t7732-18-5\t70\n\t\t\nMay contain: Mica\n\"CI 77891\"\t-\t1\nTotal", "\tAqua\tMica\n\t0", "ー\tAqua\tGlycerin\tTalc\tMica\nCI 77491\t2",
	"Ingredient,CAS,%\n\"Aqua, Water\",7732-18-5,70\n1,2-Hexanediol,6920-22-5,2\n", "1  Aqua  70\n2  Talc  -\n\n3  Mica  5", "|Aqua|70|\n|-|-|\n|Talc|5|\n|Mica|1|",
}

// asTyped reports whether nothing stands in a text that is made another sign of: no escape, mark, tag or address, and no word
// run together with the next.
func asTyped(s string) bool {
	const greek = 0x370 // below are the letters that UTF-8 is taken for
	if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\v\f&<>\\#@[(") || strings.Contains(s, "://") || strings.Contains(strings.ToLower(s), "www.") {
		return false
	}
	last := ' '
	for _, r := range s {
		if r >= utf8.RuneSelf && (r < greek || !unicode.IsLetter(r)) || unicode.IsUpper(r) && unicode.IsLower(last) {
			return false
		}
		last = r
	}
	return true
}

func FuzzFromText(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	d := dictionary.Default()
	f.Fuzz(func(t *testing.T, s string) {
		l := FromText(s, d)
		check(t, l)
		if asTyped(s) && l.Text != s {
			t.Fatalf("typed text %q became %q", s, l.Text)
		}
		for _, in := range l.Ingredients {
			if from, to := l.Source(in.Start), l.Source(in.End); utf8.ValidString(s) && (from < 0 || from > to || to > len(s)) {
				t.Fatalf("ingredient %v came from %d to %d of %d bytes", in, from, to, len(s))
			}
		}
	})
}

// FuzzFromPage reads pages whose words and places are made from the bytes of the input.
func FuzzFromPage(f *testing.F) {
	for i, s := range texts {
		f.Add(s, []byte{byte(i), 3, 99, 20, 12, 200, 7, 30, 12}, i%4)
	}
	d := dictionary.Default()
	f.Fuzz(func(t *testing.T, s string, places []byte, turns int) {
		p := &ocr.Page{V: ocr.PageVersion, Width: 300, Height: 400, Rotation: (turns & 3) * 90, Skew: float64(turns % 20)}
		at := func(i int) int {
			if len(places) == 0 {
				return i
			}
			return int(places[i%len(places)])
		}
		for i, w := range strings.Split(s, " ") {
			k := 7 * i
			p.Words = append(p.Words, ocr.Word{
				Text: w, Confidence: float64(at(k) % 101), Block: at(k+1) % 3, Paragraph: 1, Line: at(k+2) % 5,
				Box: ocr.Box{X: at(k + 3), Y: at(k + 4), W: at(k + 5), H: at(k+6) % 40},
			})
		}
		l := FromPage(p, d)
		check(t, l)
		checkWords(t, l, p)
		for _, in := range l.Ingredients {
			if _, ok := l.Box(in.Start, in.End); !ok {
				t.Fatalf("ingredient %v has no box", in)
			}
			if c := l.Confidence(in.Start, in.End); c < 0 || c > 100 {
				t.Fatalf("ingredient %v has confidence %v", in, c)
			}
		}
		if _, err := json.Marshal(l.Spans); err != nil {
			t.Fatal(err)
		}
	})
}

// TestTimeGrowsWithLength reads texts made to be slow. A quadratic step anywhere takes minutes.
func TestTimeGrowsWithLength(t *testing.T) {
	if testing.Short() {
		t.Skip("reads several megabytes")
	}
	const size = 1 << 20
	d := dictionary.Default()
	for _, unit := range []string{
		"(", "[({", "(a, ", "Water, ", "Aqua ", "x", "Ingredients: ", "Ingredients ", "成分水\n", "Aqua\n", "Aqua-\n", "1,", "1. ", ". ", "Glycerin. ",
		"+/- ", "[+/- ", "a/b/", "Qwrtz, Aqua, Wrtzp, ", "\n", "-", "Ingredlents\n", "&amp;", "&amp;amp;", "<a", "<!--", "<p:x>", `\\n`, "Â", "\u200b", "a: b\n", "- Aqua: b\n", "(Aqua), [", "\U0001F600", "Directions:\n", ": ",
	} {
		start := time.Now()
		check(t, FromText(strings.Repeat(unit, size/len(unit)), d))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("1 MB of %q takes %v", unit, took)
		}
	}
}
