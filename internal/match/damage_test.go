package match_test

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"exoscan/dictionary"
)

// damager spoils text the way reading a photo does, the same for the same seed on every machine.
type damager struct {
	rng *rand.Rand
	// likely holds, for one or two letters as they were printed, what they are read as.
	likely map[string][]misread
	random bool // every wrong letter is an arbitrary one
}

type misread struct {
	as     string
	weight float64
}

func newDamager(seed uint64, random bool) *damager {
	g := &damager{rng: rand.New(rand.NewPCG(seed, 3)), likely: map[string][]misread{}, random: random}
	for _, c := range dictionary.Default().Confusions() {
		g.likely[c.Meant] = append(g.likely[c.Meant], misread{c.Read, 1.05 - c.Cost})
	}
	return g
}

// Of the letters that are spoilt, these shares in a hundred are lost, doubled by another, or replaced
// by an arbitrary letter; the rest become what readers confuse them with.
const (
	shareLost      = 8
	shareAdded     = 7
	shareArbitrary = 15
)

// spoil damages each letter with the given chance, and spaces and separators with half of it.
func (g *damager) spoil(text string, chance float64) string {
	var out strings.Builder
	letters := []rune(text)
	for i := 0; i < len(letters); i++ {
		r := letters[i]
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if g.rng.Float64() >= chance {
				out.WriteRune(r)
				continue
			}
			i += g.letter(&out, letters[i:]) - 1
		case g.rng.Float64() >= chance/2:
			out.WriteRune(r)
		case r == ',':
			out.WriteByte('.')
		case r == ' ': // lost
		default:
			out.WriteRune(r)
		}
		if r != ' ' && r != ',' && g.rng.Float64() < chance/10 {
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// letter writes something else for the first letter of text and says how many letters that replaced.
func (g *damager) letter(out *strings.Builder, text []rune) int {
	r := text[0]
	kind := g.rng.IntN(100)
	switch {
	case kind < shareLost:
		return 1
	case kind < shareLost+shareAdded:
		out.WriteRune(r)
		out.WriteRune(g.other(r))
		return 1
	case kind < shareLost+shareAdded+shareArbitrary || g.random:
		out.WriteRune(g.other(r))
		return 1
	}
	if len(text) > 1 {
		if m := g.pick(strings.ToLower(string(text[:2]))); m != "" && g.rng.IntN(3) == 0 {
			g.write(out, m, unicode.IsUpper(text[0]))
			return 2
		}
	}
	if m := g.pick(strings.ToLower(string(text[:1]))); m != "" {
		g.write(out, m, unicode.IsUpper(r))
		return 1
	}
	out.WriteRune(g.other(r))
	return 1
}

func (g *damager) pick(meant string) string {
	all := g.likely[meant]
	sum := 0.0
	for _, m := range all {
		sum += m.weight
	}
	at := g.rng.Float64() * sum
	for _, m := range all {
		if at -= m.weight; at < 0 {
			return m.as
		}
	}
	return ""
}

func (g *damager) write(out *strings.Builder, s string, upper bool) {
	if upper {
		s = strings.ToUpper(s)
	}
	out.WriteString(s)
}

// other is an arbitrary letter of the same kind: a digit for a digit, a neighbour in the alphabet of
// the same script for a letter.
func (g *damager) other(r rune) rune {
	switch {
	case '0' <= r && r <= '9':
		return '0' + rune(g.rng.IntN(10))
	case 'a' <= r && r <= 'z':
		return 'a' + rune(g.rng.IntN(26))
	case 'A' <= r && r <= 'Z':
		return 'A' + rune(g.rng.IntN(26))
	}
	for range 20 {
		if o := r + rune(g.rng.IntN(21)) - 10; o != r && unicode.IsLetter(o) {
			return o
		}
	}
	return r
}
