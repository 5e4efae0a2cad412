package match_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/origin"
)

// The tables of the sheet that misread one ingredient at a time.

// around puts an ingredient among some that are never in doubt.
func around(s string) string {
	return "Ingredients: Aqua, Glycerin, Butylene Glycol, Niacinamide, " + s + ", Panthenol, Carbomer, Citric Acid, Xanthan Gum"
}

// languages reads the terms of each language alone in an otherwise unharmed list.
func (b *workbench) languages(out *strings.Builder, draws int) {
	by := map[string][]dictionary.Term{}
	for _, t := range b.terms(func(dictionary.Term) bool { return true }) {
		by[t.Language] = append(by[t.Language], t)
	}
	fmt.Fprintf(out, "\nlanguage   terms   0 %%: right  unreadable  missed   vague   wrong   5 %%: right  unreadable  missed   vague   wrong\n")
	for _, lang := range slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Compare(a, b) }) {
		fmt.Fprintf(out, "%-9s %6d ", lang, len(by[lang]))
		for _, pct := range []int{0, 5} {
			f := b.alone(by[lang], pct, draws)
			fmt.Fprintf(out, "      %6.1f      %6.1f  %6.1f  %6.1f  %6.1f", f.of(f.right), f.of(f.unreadable), f.of(f.missed), f.of(f.vague), f.of(f.wrong))
		}
		fmt.Fprintln(out)
	}
}

func (b *workbench) alone(terms []dictionary.Term, pct, draws int) (f figures) {
	g := newDamager(b.seed+uint64(1000+pct), false)
	if pct == 0 {
		draws = 1
	}
	for _, t := range terms {
		for range draws {
			text := g.spoil(t.Text, float64(pct)/100)
			verdict, _ := b.judge(around(text))
			if !f.add(verdict, verdictOf(t.Origin)) {
				b.say("%s %q read %q is %s, want %s", t.Language, t.Text, text, verdict, verdictOf(t.Origin))
			}
		}
	}
	return f
}

// likes damages look-alikes: none may become an exosome.
func (b *workbench) likes(out *strings.Builder, draws int) {
	var likes []dictionary.Term
	for _, t := range b.d.Terms() {
		if t.Kind == dictionary.LookAlike {
			likes = append(likes, t)
		}
	}
	fmt.Fprintf(out, "\nlook-alikes   read  accepted  doubted\n")
	for _, pct := range []int{0, 2, 5, 8, 12} {
		g := newDamager(b.seed+uint64(2000+pct), false)
		times := 5 * draws
		if pct == 0 {
			times = 1
		}
		var read, accepted, doubted int
		for _, t := range likes {
			for range times {
				text := g.spoil(t.Text, float64(pct)/100)
				verdict, _ := b.judge(around(text))
				read++
				switch verdict {
				case origin.None:
				case origin.Unreadable:
					doubted++
				default:
					accepted++
					b.say("look-alike %q read %q is %s at %d %%", t.Text, text, verdict, pct)
				}
			}
		}
		fmt.Fprintf(out, "%6d %%  %8d  %8d %8d\n", pct, read, accepted, doubted)
	}
}

// twins are names that nobody has: human ones with an animal in place of HUMAN. None may be called
// human, though the nearest name that tables have is.
func (b *workbench) twins(out *strings.Builder, draws int) {
	var twins []string
	animals := strings.Fields("SHEEP HORSE PIG COW DEER RABBIT CANINE EQUINE BOVINE PORCINE OVINE MURINE CAMEL SALMON RAT GOAT")
	for i, t := range b.terms(func(t dictionary.Term) bool {
		return strings.HasPrefix(t.Text, "HUMAN ") && len(t.Text) < 2*usualLength
	}) {
		twins = append(twins, animals[i%len(animals)]+strings.TrimPrefix(t.Text, "HUMAN"))
	}
	fmt.Fprintf(out, "\ntwins         read   right  unreadable  missed   vague   human   other\n")
	for _, pct := range []int{0, 2, 5, 8, 12} {
		g := newDamager(b.seed+uint64(3000+pct), false)
		times := 2 * draws
		if pct == 0 {
			times = 1
		}
		count := map[origin.Verdict]int{}
		for _, name := range twins {
			for range times {
				text := g.spoil(name, float64(pct)/100)
				verdict, _ := b.judge(around(text))
				count[verdict]++
				if verdict != origin.Animal && verdict != origin.Unspecified && verdict != origin.Unreadable {
					b.say("twin %q read %q is %s at %d %%", name, text, verdict, pct)
				}
			}
		}
		read := times * len(twins)
		human := count[origin.Human] + count[origin.Mixed]
		other := count[origin.Plant] + count[origin.Microbial] + count[origin.Synthetic]
		fmt.Fprintf(out, "%6d %%  %8d  %6d      %6d  %6d  %6d  %6d  %6d\n", pct, read, count[origin.Animal], count[origin.Unreadable],
			count[origin.None], count[origin.Unspecified], human, other)
	}
}

// unseen misreads names that no table has.
func (b *workbench) unseen(out *strings.Builder, draws int) {
	if b.half == 0 {
		return
	}
	data, err := os.ReadFile("../origin/testdata/constructed.tsv")
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
	fmt.Fprintf(out, "\nunseen   names:   read   right  unreadable  missed   vague   wrong  another   traps:   read   right  unreadable  missed   vague   wrong  another\n")
	for _, pct := range []int{0, 2, 5, 8, 12} {
		g := newDamager(b.seed+uint64(4000+pct), false)
		times, kinds := draws, [2]figures{}
		if pct == 0 {
			times = 1
		}
		for _, line := range lines {
			cells := strings.Split(line, "\t")
			if len(b.d.Lookup(dictionary.Fold(cells[0]))) > 0 {
				continue
			}
			f := &kinds[0]
			if strings.HasPrefix(cells[3], "trap") {
				f = &kinds[1]
			}
			for range times {
				text := g.spoil(cells[0], float64(pct)/100)
				verdict, list := b.judge(around(text))
				if !f.addName(verdict, origin.Verdict(cells[1]), list) {
					b.say("unseen %q read %q is %s, want %s, at %d %%: %s", cells[0], text, verdict, cells[1], pct, parts(list))
				}
			}
		}
		fmt.Fprintf(out, "%6d %%", pct)
		for _, f := range kinds {
			fmt.Fprintf(out, "          %6d  %6.2f      %6.2f  %6.2f  %6.2f  %6.2f   %6.2f", f.lists, f.of(f.right), f.of(f.unreadable), f.of(f.missed), f.of(f.vague), f.of(f.wrong), f.of(f.another))
		}
		fmt.Fprintln(out)
	}
}
