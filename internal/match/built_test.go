package match_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

// builtName is a name put together of a source and a noun, as INCI and marketing names are.
type builtName struct {
	text string
	want origin.Verdict
	of   string // its kind, one of builtKinds
}

var builtKinds = [...]string{"genera", "English words", "no spaces", "other languages"}

// sparse is how many built names share one line of the short form.
const sparse = 20

// built puts half of the words of the grammar that state an origin beside a noun of its language. Names
// that tables have, and those that do not say what their word does, are left out.
func (b *workbench) built() (names []builtName) {
	rng := rand.New(rand.NewPCG(b.seed, 11))
	species, nouns := speciesOf(), b.nouns()
	for _, w := range b.d.Words() {
		if halfOf(w.Text) != b.half || w.Class.States() == "" || w.Stem {
			continue
		}
		name := builtName{text: w.Text, want: verdictOf(w.Origin), of: "other languages"}
		switch {
		case w.Language == "la":
			name.of = "genera"
			if all := species[strings.ToUpper(w.Text)]; len(all) > 0 {
				name.text = all[rng.IntN(len(all))]
			}
			if name.want == origin.Plant {
				name.text += oneOf(rng, "", " callus", " leaf", " root", " fruit", " seed", " flower", " callus culture")
			}
		case w.Language == "en":
			name.of = "English words"
			if name.want == origin.Human || name.want == origin.Animal && w.Class != dictionary.ClassMilk {
				name.text += oneOf(rng, "", " adipose stromal cell", " placenta", " mesenchymal stem cell", " fibroblast")
			}
		case unspaced(w.Text):
			name.of = "no spaces"
		}
		lang, _, _ := strings.Cut(w.Language, " ")
		noun := nouns[lang]
		if len(noun) == 0 {
			noun = nouns["en"]
		}
		if name.of != "no spaces" || rng.IntN(2) == 0 {
			name.text += " "
		}
		name.text += oneOf(rng, noun...)
		if rng.IntN(2) == 0 {
			name.text = strings.ToUpper(name.text)
		}
		if verdict, _ := b.judge(around(name.text)); verdict == name.want && len(b.d.Lookup(dictionary.Fold(name.text))) == 0 {
			names = append(names, name)
		}
	}
	return names
}

// halfOf gives the half that a word is in, whatever other words there are.
func halfOf(word string) int {
	h := fnv.New32a()
	h.Write([]byte(word))
	return int(h.Sum32() >> 8 & 1)
}

// nouns gives what exosomes are called, by language.
func (b *workbench) nouns() map[string][]string {
	nouns := map[string][]string{"en": {"exosomes", "extracellular vesicles", "vesicles", "nanovesicles", "EVs"}}
	for _, w := range b.d.Words() {
		if w.Class == dictionary.ClassNoun && w.Kind == dictionary.Exosome && w.Origin == "" && !w.Stem && w.Language != "en" {
			for lang := range strings.FieldsSeq(w.Language) {
				nouns[lang] = append(nouns[lang], w.Text)
			}
		}
	}
	return nouns
}

// speciesOf gives the species in CosIng names by genus, both as the names begin.
func speciesOf() map[string][]string {
	all := map[string][]string{}
	x := dictionary.CosIng()
	for id := range x.Len() {
		if f := strings.Fields(strings.ToUpper(x.Name(id))); len(f) > 2 && len(f[1]) > 4 {
			all[f[0]] = append(all[f[0]], f[0]+" "+f[1])
		}
	}
	return all
}

func oneOf(rng *rand.Rand, of ...string) string { return of[rng.IntN(len(of))] }

func unspaced(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai)
	})
}

// builtNames misreads the built names.
func (b *workbench) builtNames(out *strings.Builder, draws int) {
	every, times := sparse, 1
	if draws > 1 {
		every, times = 1, max(1, draws/5)
	}
	of := map[string][]builtName{}
	for i, name := range b.built() {
		if i%every == 0 {
			of[name.of] = append(of[name.of], name)
		}
	}
	fmt.Fprintf(out, "\nbuilt names               read   right  unreadable  missed   vague   wrong  another\n")
	for _, kind := range builtKinds {
		for _, pct := range []int{0, 2, 5, 8, 12} {
			g := newDamager(b.seed+uint64(5000+pct), false)
			var f figures
			n := times
			if pct == 0 {
				n = 1
			}
			for _, name := range of[kind] {
				for range n {
					text := g.spoil(name.text, float64(pct)/100)
					verdict, list := b.judge(around(text))
					if !f.addName(verdict, name.want, list) {
						b.say("built %q read %q is %s, want %s, at %d %%: %s", name.text, text, verdict, name.want, pct, parts(list))
					}
				}
			}
			fmt.Fprintf(out, "%-16s %3d %%  %6d  %6.2f      %6.2f  %6.2f  %6.2f  %6.2f   %6.2f\n", kind, pct, f.lists, f.of(f.right),
				f.of(f.unreadable), f.of(f.missed), f.of(f.vague), f.of(f.wrong), f.of(f.another))
		}
	}
}

// asItStands reports whether a list names exosomes of a source whose words stand there letter by letter and beside
// which there is nothing else: damage has made another name.
func asItStands(list []match.Match) bool {
	for _, m := range list {
		if m.Kind != dictionary.Exosome && m.Kind != dictionary.Vesicle {
			continue
		}
		rest := letterCount(m.Read)
		for _, p := range m.Parts {
			if p.Word.Origin != "" && p.Edits > 0 {
				return false
			}
			rest -= letterCount(p.Read)
		}
		return rest == 0
	}
	return false
}

// letterCount counts the letters and digits of a text.
func letterCount(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// parts prints what the exosomes of a list were understood as.
func parts(list []match.Match) (s string) {
	for _, m := range list {
		if m.Kind == dictionary.Exosome || m.Kind == dictionary.Vesicle || m.Doubt != "" {
			s += fmt.Sprintf("[%q term %v", m.Name, m.Term != nil)
			for _, p := range m.Parts {
				s += fmt.Sprintf(" %s=%s/%s e%d", p.Read, p.Word.Text, p.Word.Language, p.Edits)
			}
			s += "]"
		}
	}
	return s
}
