package labeltest

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
)

//go:embed names.txt
var namesFile string

//go:embed exosomes.tsv
var exosomesFile string

// name is a line of names.txt.
type name struct {
	text   string
	common bool // both sets use it
	loose  bool // printed so, but not in CosIng under this spelling
}

// names reads names.txt.
func names() []name {
	var out []name
	for line := range strings.Lines(namesFile) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n := name{text: strings.TrimLeft(line, "+~ "), common: line[0] == '+', loose: line[0] == '~'}
		out = append(out, n)
	}
	return out
}

// special is a line of exosomes.tsv: an exosome, or a look-alike or relative without an origin.
type special struct{ name, origin, verdict, set string }

func specials() []special {
	var out []special
	for line := range strings.Lines(exosomesFile) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 4 && f[0] != "name" {
			out = append(out, special{f[0], f[1], f[2], f[3]})
		}
	}
	return out
}

// Set is a supply of labels. Tuning and Reporting share no font family, no exosome, no wording around the list and,
// but for the names on nearly every label, no ingredient; so what is tuned on the one can be reported on the other.
type Set struct {
	name  string
	half  int // which of the names that are dealt out in turn
	draw  int // which drawing of labels it is
	faces []string
	bold  []string
}

// Tuning is the set to look at, to try on and to set thresholds by.
func Tuning() Set {
	return Set{name: "tuning", half: 0,
		faces: []string{"liberation-sans", "go", "liberation-serif", "liberation-sans", "go-medium"},
		bold:  []string{"liberation-sans-bold", "go-bold"}}
}

// Reporting is the set whose figures are reported; nothing may be chosen by looking at it. Once its labels
// have been looked at, it is drawn anew.
func Reporting() Set {
	return Set{name: "reporting", half: 1, draw: 2,
		faces: []string{"dejavu-sans", "dejavu-sans-condensed", "latin-modern-sans", "stix", "dejavu-serif-condensed", "latin-modern-roman"},
		bold:  []string{"dejavu-sans-bold", "latin-modern-sans-bold"}}
}

// Name is "tuning" or "reporting".
func (s Set) Name() string { return s.name }

// key is what the labels of the set are drawn by.
func (s Set) key() string {
	if s.draw == 0 {
		return s.name
	}
	return fmt.Sprint(s.name, " ", s.draw)
}

// dice is the chance by which one label of the set is drawn: the same for the same words.
func (s Set) dice(format string, a ...any) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprintf(h, s.key()+" "+format, a...) // a hash does not fail
	low := h.Sum64()
	fmt.Fprint(h, " and on")
	return rand.New(rand.NewPCG(low, h.Sum64()))
}

// list makes up a list of n ingredients as formulas go: water and the common ones early, the rest after, and
// in one of two an exosome, in one of five of the others something that looks or sounds like one.
func (s Set) list(r *rand.Rand, n int) (ingredients []string, exosome, verdict string) {
	var common, rest []string
	dealt := 0
	for _, name := range names() {
		if name.common {
			common = append(common, name.text)
			continue
		}
		if dealt++; dealt%2 == s.half {
			rest = append(rest, name.text)
		}
	}
	share := min(len(common)-1, n*2/5)
	ingredients = append(ingredients, common[0])
	picked := append(pick(r, common[1:], share), pick(r, rest, n-1-share)...)
	// Not quite sorted by how common they are, as the order by amount is not either.
	for i := range picked {
		j := min(max(i+r.IntN(13)-6, 0), len(picked)-1)
		picked[i], picked[j] = picked[j], picked[i]
	}
	ingredients = append(ingredients, picked...)
	verdict = "none"
	odds := r.IntN(10)
	if odds >= 6 {
		return ingredients, "", verdict
	}
	var choice []special
	for _, sp := range specials() {
		if sp.set == s.name && (sp.origin != "") == (odds < 5) {
			choice = append(choice, sp)
		}
	}
	sp := choice[r.IntN(len(choice))]
	if sp.origin != "" {
		// An origin first, then a name, since the table has more of some origins than of others.
		origin := choice[r.IntN(len(choice))].origin
		choice = pickOrigin(choice, origin)
		sp = choice[r.IntN(len(choice))]
		exosome, verdict = sp.name, sp.verdict
	}
	at := 2 + r.IntN(n-3)
	ingredients[at] = sp.name
	return ingredients, exosome, verdict
}

func pickOrigin(in []special, origin string) []special {
	var out []special
	for _, sp := range in {
		if sp.origin == origin {
			out = append(out, sp)
		}
	}
	return out
}

// pick takes n different ones in their order; fewer where there are fewer.
func pick(r *rand.Rand, from []string, n int) []string {
	n = min(n, len(from))
	chosen := make([]bool, len(from))
	for _, i := range r.Perm(len(from))[:n] {
		chosen[i] = true
	}
	var out []string
	for i, yes := range chosen {
		if yes {
			out = append(out, from[i])
		}
	}
	return out
}

// wording is what stands around a list. All of it is made up.
type wording struct {
	titles, claims, directions, warnings, addresses []string
	headings                                        []string
}

func (s Set) wording() wording {
	if s.half == 0 {
		return wording{
			titles:     []string{"RENEWAL AMPOULE 30 ml", "Barrier Cream", "Night Serum No. 4", "HYDRO BOOST ESSENCE"},
			claims:     []string{"A light serum for dry and tired skin. Absorbs at once and leaves no film.", "Clinically tested. 94% of users felt softer skin after 28 days.", "Daily care for firm and even skin, free from mineral oil and colourants."},
			directions: []string{"Directions: Apply two to three drops to clean skin morning and evening and pat in gently.", "How to use: After cleansing and toning, spread a thin layer over face and neck."},
			warnings:   []string{"For external use only. Avoid contact with eyes. Keep out of reach of children.", "Caution: Do not use on broken skin. If irritation occurs, stop using and see a doctor."},
			addresses:  []string{"Made in Korea. Distributed by Lindenhof Cosmetics GmbH, Gartenweg 12, 10115 Berlin. LOT 24C0417 EXP 2027.03", "Manufactured for Orchard & Vale Ltd, 7 Mill Lane, Bristol BS1 4XX, UK. 12M 50 ml e 1.69 fl. oz."},
			headings:   []string{"Ingredients:", "INGREDIENTS:", "Ingredients (INCI):"},
		}
	}
	return wording{
		titles:     []string{"CELL REPAIR CONCENTRATE", "Soothing Gel Mask", "Youth Activator 15 ml", "CALM & GLOW SERUM"},
		claims:     []string{"Concentrated care that strengthens the skin barrier overnight.", "Dermatologically tested. Vegan. Without silicones.", "With a fresh scent. Suitable for sensitive skin and for the area around the eyes."},
		directions: []string{"Usage: Massage a small amount into the skin until absorbed. Use a sunscreen during the day.", "Apply evenly with the fingertips once a day. Do not rinse."},
		warnings:   []string{"Warning: Keep away from heat and direct sunlight. Close tightly after use.", "Store at room temperature. Discontinue use if redness or itching develops."},
		addresses:  []string{"Made in France. Laboratoires Beaurivage, 3 rue des Tilleuls, 69003 Lyon. Lot 8831B PAO 6M", "Imported by Harbour Trading Pty, 88 Wharf Rd, Sydney NSW 2000. Batch K2209 Best before 11/2026 30 g"},
		headings:   []string{"Ingredients:", "INGREDIENTS", "Ingredients/Ingrédients:", "INCI:"},
	}
}
