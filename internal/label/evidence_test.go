package label

import (
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// turn gives the page as it is when the photo was held so that it has to be turned clockwise by that
// many degrees before reading.
func turn(p *ocr.Page, degrees int) *ocr.Page {
	q := *p
	q.Rotation = degrees
	if degrees == 90 || degrees == 270 {
		q.Width, q.Height = p.Height, p.Width
	}
	q.Words = nil
	for _, w := range p.Words {
		b := w.Box
		switch degrees {
		case 90:
			b = ocr.Box{X: b.Y, Y: p.Width - b.X - b.W, W: b.H, H: b.W}
		case 180:
			b = ocr.Box{X: p.Width - b.X - b.W, Y: p.Height - b.Y - b.H, W: b.W, H: b.H}
		case 270:
			b = ocr.Box{X: p.Height - b.Y - b.H, Y: b.X, W: b.H, H: b.W}
		}
		w.Box = b
		q.Words = append(q.Words, w)
	}
	return &q
}

const twoColumns = `
Ingredients: Water, Glycerin,     Directions: Apply to clean
Butylene Glycol, Milk Exo-        skin, morning and evening.
somes, Carbomer,Panthenol,        Avoid contact with eyes and
Citric Acid, Squalane.            rinse if it occurs.
`

// TestTurnedPages reads the same label from a photo held all four ways.
func TestTurnedPages(t *testing.T) {
	upright := drawn(twoColumns, false)
	want := FromPage(upright, dictionary.Default())
	if got := join(want); got != "Water|Glycerin|Butylene Glycol|Milk Exosomes|Carbomer|Panthenol|Citric Acid|Squalane" {
		t.Fatalf("upright: %s", got)
	}
	for _, degrees := range []int{90, 180, 270} {
		p := turn(upright, degrees)
		l := FromPage(p, dictionary.Default())
		check(t, l)
		if l.Text != want.Text {
			t.Errorf("turned by %d the text is\n%s\nwant\n%s", degrees, l.Text, want.Text)
			continue
		}
		for i, in := range l.Ingredients {
			b, ok := l.Box(in.Start, in.End)
			w, _ := want.Box(want.Ingredients[i].Start, want.Ingredients[i].End)
			if back := turned(b, p); !ok || back != w {
				t.Errorf("turned by %d the box of %q is %v, that is %v upright; want %v", degrees, l.Text[in.Start:in.End], b, back, w)
			}
		}
	}
}

// TestParts holds that a name over two lines is two boxes, and that a climbing line is cut into words.
func TestParts(t *testing.T) {
	page := drawn(twoColumns, false)
	for _, c := range []struct {
		text  string
		climb int // pixels from one word of a line to the next
		want  int
	}{{"Milk Exosomes", 0, 2}, {"Butylene Glycol", 0, 1}, {"Butylene Glycol", 4, 1}, {"Butylene Glycol", 9, 2}, {"Carbomer", 9, 1}} {
		climbing := *page
		climbing.Words = slices.Clone(page.Words)
		for i := range climbing.Words {
			climbing.Words[i].Box.Y += c.climb * (i % 2)
		}
		l := FromPage(&climbing, dictionary.Default())
		i := strings.Index(l.Text, c.text)
		parts := l.Parts(i, i+len(c.text))
		if len(parts) != c.want {
			t.Errorf("%q climbing by %d is in %d parts, want %d: %v", c.text, c.climb, len(parts), c.want, parts)
		}
		whole, _ := l.Box(i, i+len(c.text))
		for _, part := range parts {
			if whole.Union(part) != whole {
				t.Errorf("%q: the part %v is outside the box %v", c.text, part, whole)
			}
		}
	}
}

func TestBoxesOfPartsOfWords(t *testing.T) {
	l := FromPage(drawn(twoColumns, false), dictionary.Default())
	for text, want := range map[string]ocr.Box{
		"Glycerin":      {X: 210, Y: 43, W: 78, H: 15}, // without the comma
		"Carbomer":      {X: 80, Y: 83, W: 78, H: 15},  // of "Carbomer,Panthenol," the first part
		"Milk Exosomes": {X: 10, Y: 63, W: 258, H: 35}, // over two lines
	} {
		i := strings.Index(l.Text, text)
		got, ok := l.Box(i, i+len(text))
		if !ok || abs(got.X-want.X) > 4 || abs(got.Y-want.Y) > 0 || abs(got.W-want.W) > 6 || abs(got.H-want.H) > 0 {
			t.Errorf("the box of %q is %v, %v; want about %v", text, got, ok, want)
		}
	}
	if _, ok := FromText("Water, Glycerin", dictionary.Default()).Box(0, 5); ok {
		t.Error("typed text has a box")
	}
}

func abs(n int) int { return max(n, -n) }

func TestConfidence(t *testing.T) {
	l := FromPage(drawn("Ingredients: ~Aqua, Glycerin, Panthenol", false), dictionary.Default())
	at := func(s string) (int, int) { i := strings.Index(l.Text, s); return i, i + len(s) }
	for text, want := range map[string]float64{"Aqua": 10, "Glycerin": 90, "Aqua, Glycer": (5*10 + 6*90) / 11.0, "": 0} {
		if got := l.Confidence(at(text)); got != want {
			t.Errorf("the confidence of %q is %v, want %v", text, got, want)
		}
	}
	if got := FromText("Aqua", dictionary.Default()).Confidence(0, 4); got != 100 {
		t.Errorf("the confidence of typed text is %v", got)
	}
}

func TestSource(t *testing.T) {
	const typed = "Aqua, Cocami-\n  dopropyl Betaine, PEG-\n40 Stearate, Talc"
	l := FromText(typed, dictionary.Default())
	for text, want := range map[string]string{"Aqua": "Aqua", "Cocamidopropyl Betaine": "Cocami-\n  dopropyl Betaine", "PEG-40 Stearate": "PEG-\n40 Stearate", "Talc": "Talc"} {
		i := strings.Index(l.Text, text)
		if got := typed[l.Source(i):l.Source(i+len(text))]; got != want {
			t.Errorf("%q came from %q, want %q", text, got, want)
		}
	}
}

func TestBrokenWords(t *testing.T) {
	d := dictionary.Default()
	for _, c := range []struct {
		left, right string
		want        joint
		dashes      bool
	}{
		{"Cocami-", "dopropyl", solid, false},
		{"PERFLUORO-", "DECALIN,", solid, false},
		{"PEG-", "40", hyphen, false},
		{"1,2-", "Hexanediol", hyphen, false},
		{"Alpha-", "Isomethyl", hyphen, false},
		{"adipose-", "derived", hyphen, false},
		{"Qwertz-", "uiop", solid, false},
		{"Starch-", "Betaine", separate, true},
		{"Extra-", "cellular", solid, true},
		{"Aqua,", "Glycerin", separate, false},
		{"-", "Glycerin", separate, false},
		{"Aqua -", "Glycerin", separate, false},
		{"Aqua-", "", separate, false},
	} {
		if got := jointOf(c.left, c.right, d, c.dashes); got != c.want {
			t.Errorf("jointOf(%q, %q) = %v, want %v", c.left, c.right, got, c.want)
		}
	}
}
