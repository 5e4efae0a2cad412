package cutoff

import (
	"math"
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// Words of the pages below: letters are 10 pixels wide and 20 high, lines 30 apart.
const (
	letterWide = 10
	letterHigh = 20
	lineHigh   = 30
)

// pageOf sets lines of words with so much room around them.
func pageOf(room int, lines ...string) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Lang: "eng", Height: 2*room + lineHigh*(len(lines)-1) + letterHigh}
	for i, line := range lines {
		x := room
		for _, w := range strings.Fields(line) {
			p.Words = append(p.Words, ocr.Word{Text: w, Confidence: 90, Block: 1, Paragraph: 1, Line: i + 1,
				Box: ocr.Box{X: x, Y: room + lineHigh*i, W: letterWide * len(w), H: letterHigh}})
			x += letterWide * (len(w) + 1)
		}
		p.Width = max(p.Width, x-letterWide+room)
	}
	return p
}

// narrow makes the letters of each line narrower towards its end, as those near the horizon of a bottle.
func narrow(p *ocr.Page) *ocr.Page {
	for i := range p.Words {
		if i+1 == len(p.Words) || p.Words[i+1].Line != p.Words[i].Line {
			p.Words[i].Box.W /= 2
		}
	}
	return p
}

// round sets the lines on circles, as on a lid, three quarters of the way round.
func round(p *ocr.Page) *ocr.Page {
	for i := range p.Words {
		b, laid := &p.Words[i].Box, p.Words[i].Box
		p.Words[i].Laid = &laid
		w, h := float64(b.W), float64(b.H)
		sin, cos := math.Sincos(1.5 * math.Pi * ((float64(b.X)+w/2)/float64(p.Width) - 0.5))
		far := float64(p.Width)/math.Pi - float64(b.Y)
		wide, high := w*math.Abs(cos)+h*math.Abs(sin), w*math.Abs(sin)+h*math.Abs(cos)
		*b = ocr.Box{X: p.Width + int(far*sin-wide/2), Y: p.Width - int(far*cos+high/2), W: int(wide), H: int(high)}
	}
	p.Width, p.Height = 2*p.Width, 2*p.Width
	return p
}

// quarter is the page of a photo that has to be turned clockwise by a quarter to be upright.
func quarter(p *ocr.Page) *ocr.Page {
	p.Rotation = 90
	for i := range p.Words {
		b := &p.Words[i].Box
		*b = ocr.Box{X: b.Y, Y: p.Width - b.X - b.W, W: b.H, H: b.W}
	}
	p.Width, p.Height = p.Height, p.Width
	return p
}

// gaping is the page with so many pixels more before some words of it.
func gaping(wide int, p *ocr.Page, words ...string) *ocr.Page {
	line, by := 0, 0
	for i := range p.Words {
		w := &p.Words[i]
		if w.Line != line {
			line, by = w.Line, 0
		}
		if slices.Contains(words, w.Text) {
			by = wide
		}
		w.Box.X += by
	}
	p.Width += wide
	return p
}

// unread is the page with words that were read with hardly any confidence.
func unread(p *ocr.Page, words ...string) *ocr.Page {
	for i := range p.Words {
		if slices.Contains(words, p.Words[i].Text) {
			p.Words[i].Confidence = 28
		}
	}
	return p
}

// together marks the page as put together from photos.
func together(p *ocr.Page) *ocr.Page {
	for i := range p.Words {
		p.Words[i].Photo = "a"
	}
	return p
}

var (
	goesOn = []string{
		"Ingredients: Aqua, Glycerin, Butylene Glycol, Sodium",
		"Hyaluronate, Niacinamide, Panthenol, Cetearyl Alcohol,",
		"Caprylic/Capric Triglyceride, Sodium Benzoate, Butylene",
		"Glycol, Phenoxyethanol, Tocopheryl Acetate.",
	}
	commas = []string{
		"Ingredients: Aqua, Glycerin, Butylene Glycol, Panthenol,",
		"Sodium Hyaluronate, Niacinamide, Allantoin, Betaine,",
		"Trehalose, Carbomer, Arginine, Tocopheryl Acetate.",
	}
	halves = []string{
		"redients: Aqua, Glycerin, Butylene Glycol, Phenoxyeth",
		"uronate, Niacinamide, Panthenol, Cetearyl Alcohol, Trie",
		"lactone, Citric Acid, Sodium Benzoate, Allantoin, Xanth",
		"prylyl Glycol, Arginine, Tocopheryl Acetate, Carbom",
	}
)

// open is a list of which neither the heading nor the end is there.
var open = []string{
	"Glycerin, Butylene Glycol, Phenoxyethanol, Sodium",
	"Hyaluronate, Niacinamide, Panthenol, Cetearyl Alcohol,",
	"Citric Acid, Sodium Benzoate, Allantoin, Panthenol",
}

// faded is a list of which a part cannot be seen, in two of its lines.
var faded = []string{
	"Ingredients: Aqua, Glycer mylum, Sodium Chloride,",
	"Xant Tocopherol, Niacinamide, Panthenol, Carbomer,",
	"Citric Acid, Allantoin, Benzyl Alcohol, Betaine.",
}

// signs are lines of Korean names.
var signs = []string{
	"전성분: 정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드,",
	"판테놀, 알란토인, 베타인, 트레할로오스, 카보머, 알지닌,",
	"소듐하이알루로네이트, 세라마이드엔피, 콜레스테롤, 토코페롤,",
	"다이메티콘, 잔탄검, 페녹시에탄올, 시트릭애씨드.",
}

func TestLook(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	from := func(lines []string, first, last string) []string {
		all := append([]string(nil), lines...)
		all[0] = first + all[0]
		all[len(all)-1] += last
		return strings.Split(strings.Join(all, "\n"), "\n")
	}
	for _, c := range []struct {
		name string
		page *ocr.Page
		why  string // part of what the trace says; "" is a whole list
	}{
		{"with room around it", pageOf(60, goesOn...), ""},
		{"close to the frame", pageOf(5, goesOn...), ""},
		{"names run on round a bottle", narrow(pageOf(60, goesOn...)), ""},
		{"commas at the ends of lines", pageOf(60, commas...), ""},
		{"halves of names", pageOf(60, halves...), "cut off at the side"},
		{"halves of names at the frame", pageOf(5, halves...), "cut off at the side"},
		{"nothing runs on round a bottle", narrow(pageOf(60, strings.Replace(commas[0], "Ingredients: ", "", 1), commas[1], commas[2])), "cut off at the side"},
		{"nothing runs on round a lid", round(pageOf(60, strings.Replace(commas[0], "Ingredients: ", "", 1), commas[1], commas[2])), ""},
		{"turned, halves of names", quarter(pageOf(60, halves...)), "cut off at the side"},
		{"put together, all there", together(narrow(pageOf(5, goesOn...))), ""},
		{"put together, one is missing", together(pageOf(60, halves[1:3]...)), "cut off at the side"},
		{"put together, halves of names", together(pageOf(5, halves...)), "cut off at the side"},
		{"neither heading nor end, room", pageOf(60, open...), ""},
		{"no heading, at the frame", pageOf(5, from(open, "", ".")...), "may begin before it"},
		{"no end, at the frame", pageOf(5, from(open, "Ingredients: ", "")...), "may go on after it"},
		{"a full stop, at the frame", pageOf(5, from(open, "Ingredients: ", ".")...), ""},
		{"a full stop and a speck, at the frame", pageOf(5, from(open, "Ingredients: ", ". Ad")...), ""},
		{"a name goes on in a line that was not read", unread(pageOf(60, from(open, "Ingredients: ", ", Fase Gallice\nCesetparerilrdart lacirinc")...), "Cesetparerilrdart", "lacirinc"), "may be more of it"},
		{"a known name stands before a line that was not read", unread(pageOf(60, from(open, "Ingredients: ", "\nCesetparerilrdart lacirinc")...), "Cesetparerilrdart", "lacirinc"), ""},
		{"an unknown name stands before a weight that was not read", unread(pageOf(60, from(open, "Ingredients: ", ", Fase Gallice\nNESPWT. 409(35mL)")...), "NESPWT.", "409(35mL)"), ""},
		{"an unknown name stands before a line of other print", pageOf(60, from(open, "Ingredients: ", ", Fase Gallice\nCesetparerilrdart lacirinc")...), ""},
		{"a full stop and a word, at the frame", pageOf(5, from(open, "Ingredients: ", ". Exosomes")...), "may go on after it"},
		{"a heading below, at the frame", pageOf(5, append(from(open, "Ingredients: ", ""), "Contains: Soy and wheat")...), ""},
		{"a colour index whose C was read as a bracket", pageOf(5, append(from(open, "Ingredients: ", ","), "(177891.")...), ""},
		{"turned, no end, at the frame", quarter(pageOf(5, from(open, "Ingredients: ", "")...)), "may go on after it"},
		{"begins with water", pageOf(5, from(open, "Aqua, ", ".")...), ""},
		{"a somewhat short last line ends with a name", pageOf(8, append(from(open, "Ingredients: ", "")[:2], "Citric Acid, Sodium Benzoate, Benzyl Alcohol")...), ""},
		{"a somewhat short last line ends with a comma", pageOf(8, append(from(open, "Ingredients: ", "")[:2], "Citric Acid, Sodium Benzoate, Benzyl Alcohol,")...), "may go on after it"},
		{"names with a hole", gaping(140, pageOf(60, faded...), "mylum,", "Tocopherol,"), "words are missing"},
		{"names set wide", gaping(30, pageOf(60, faded...), "mylum,", "Tocopherol,"), ""},
		{"whole names set apart", gaping(140, pageOf(60, goesOn...), "Glycol,", "Triglyceride,"), ""},
		{"lines of signs", pageOf(60, signs...), ""},
		{"a line of signs is lost", pageOf(60, signs[0], signs[1], "", signs[3]), "was not read"},
		{"a short last line ends it", pageOf(8, append(from(open, "Aqua, ", ","), "Betaine")...), ""},
	} {
		l := label.FromPage(c.page, d)
		if !l.ListFound {
			t.Fatalf("%s: no list found", c.name)
		}
		Look(d, l, m.List(l))
		var why []string
		for _, s := range l.Trace {
			why = append(why, s.What)
		}
		said := strings.Join(why, "\n")
		if l.CutOff != (c.why != "") || l.Lists[0].CutOff != l.CutOff || !strings.Contains(said, c.why) {
			t.Errorf("%s: cut off is %v, trace:\n%s", c.name, l.CutOff, said)
		}
		if aside := strings.Contains(said, "seen from the side"); l.Lists[0].BeyondHorizon != aside {
			t.Errorf("%s: beyond the horizon is %v, want %v", c.name, !aside, aside)
		}
	}
	l := label.FromText("Aqua, Glycerin, Phenoxyeth\nuronate, Niacinamide, Trie\nlactone, Xanth", d)
	if Look(d, l, m.List(l)); l.CutOff {
		t.Error("typed text is cut off by a side")
	}
}

// FuzzLook holds it to any page: it marks lists or leaves them, and never fails.
func FuzzLook(f *testing.F) {
	f.Add([]byte("Ingredients: Aqua, Glycerin,\x01\x02 Phenoxyeth uronate, Niacinamide ."), uint16(0))
	f.Add([]byte("Aqua ( , ] Exosomes - Sodium Hyaluronate , Pan- thenol"), uint16(90))
	f.Add([]byte{}, uint16(7))
	d := dictionary.Default()
	m := match.New(d)
	f.Fuzz(func(t *testing.T, data []byte, seed uint16) {
		p := &ocr.Page{V: ocr.PageVersion, Width: int(seed % 500), Height: int(seed % 300), Rotation: 90 * int(seed%4)}
		for i, w := range strings.Fields(strings.ToValidUTF8(string(data), "?")) {
			n := int(seed) * (i + 1)
			p.Words = append(p.Words, ocr.Word{Text: w, Confidence: 80, Block: 1 + n%2, Paragraph: 1, Line: 1 + i/(1+n%5),
				Box: ocr.Box{X: n % 397, Y: n % 211, W: n % 83, H: n % 31}})
		}
		l := label.FromPage(p, d)
		before := len(l.Lists)
		Look(d, l, m.List(l))
		cut := false
		for _, list := range l.Lists {
			cut = cut || list.CutOff
		}
		if len(l.Lists) != before || l.CutOff != cut {
			t.Errorf("label %v, its lists %v", l.CutOff, cut)
		}
	})
}
