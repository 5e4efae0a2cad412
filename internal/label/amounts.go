package label

import (
	"strings"

	"exoscan/dictionary"
)

// Amounts stand behind names, before them and between them, of which they are no part; those in grams are of what a food
// contains.

// amount is the end of an amount that starts at token lo: "10,000 ppm", "300亿", "5 %", "10 Billion
// particles/ml"; lo where there is none. A number alone is part of a name: Polysorbate 20.
func (s *splitter) amount(lo, hi int) int {
	i := lo
	for i < hi && s.toks[i].kind == mark && strings.ContainsAny(s.text[s.toks[i].start:s.toks[i].end], "<>~≈≤≥±") {
		i++
	}
	if i == hi || s.toks[i].kind != word {
		return lo
	}
	read := s.lower[s.toks[i].start:s.toks[i].end]
	n := numberIn(read, ".,-")
	counted := n < len(read)
	if n == 0 || counted && !s.d.MinorWord(read[n:], dictionary.Unit) {
		return lo
	}
	i++
	for more := s.unitAt(i, hi, counted); more > 0; more = s.unitAt(i, hi, counted) {
		i += more
		counted = true
	}
	if !counted && !isDecimal(read) {
		return lo
	}
	return i
}

// unitAt is how many tokens from i on say what an amount is counted in: a unit, on the next line or not, and behind one what
// it is counted by, "/ml", or what it is a share of, "w/w".
func (s *splitter) unitAt(i, hi int, counted bool) int {
	switch {
	case i >= hi:
		return 0
	case s.unit(i), counted && s.toks[i].kind == slash:
		return 1
	case s.toks[i].kind == newline && i+1 < hi && s.unit(i+1):
		return 2
	case counted && i+2 < hi && s.toks[i+1].kind == slash && s.minor(i, dictionary.Basis) && s.minor(i+2, dictionary.Basis):
		return 3
	}
	return 0
}

// unit says whether token i is a unit of amounts. One of a single letter counts only directly behind the number.
func (s *splitter) unit(i int) bool {
	t := s.toks[i]
	return s.minor(i, dictionary.Unit) && (t.end-t.start > 1 || s.text[t.start] == '%' || !t.spaced || s.toks[i-1].kind == slash)
}

// isDecimal says whether a word is a number with a point in it, which no name has: "40.7" stands in a column of shares.
func isDecimal(s string) bool {
	whole, part, ok := strings.Cut(s, ".")
	return ok && whole != "" && part != "" && strings.Trim(whole+part, "0123456789") == ""
}

// weighsGrams says whether token i is an amount of a nutrition table: "76.8 g", "299mg".
func (c *content) weighsGrams(i int) bool {
	read := c.lower[c.toks[i].start:c.toks[i].end]
	n := numberIn(read, ".,")
	switch unit := read[n:]; {
	case n == 0:
		return false
	case unit != "":
		return c.d.MinorWord(unit, dictionary.FoodUnit)
	}
	return i+1 < len(c.toks) && c.toks[i+1].kind == word && c.minor(i+1, dictionary.FoodUnit)
}

// numberIn is the length of the number that a word begins with, with the signs between its digits.
func numberIn(s, signs string) int {
	n := 0
	for n < len(s) && (isDigit(s[n]) || n > 0 && strings.IndexByte(signs, s[n]) >= 0) {
		n++
	}
	return n
}

// behindAmount says whether an amount ends right before the word at i of typed text, as between names: Aqua (70%) Glycerin
// (5%) Parfum.
func (c *content) behindAmount(i int) bool {
	if t := c.toks[i]; !c.typed || i < 2 || t.kind != word || !t.spaced || t.letters < 2 || t.knowledge == neutral {
		return false
	}
	k := i - 1
	if c.toks[k].kind == closing {
		k--
	}
	return c.text[c.toks[k].end-1] == '%' || k < i-1 && c.toks[k].kind == word && c.minor(k, dictionary.Unit)
}

// behindShare says whether a share ends right before the word at i, without a space: Octocrylene 5.0%Water.
func (c *content) behindShare(i int) bool {
	return c.glued(i) && i > 0 && c.toks[i-1].kind == word && c.text[c.toks[i-1].end-1] == '%'
}
