package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Shops tick off what a product has and cross out what it has not: "✔ rose exosomes ❌ parabens". On a line that ends with
// such a sign each stands behind what it says that of, on any other before it.
const (
	crosses = "❌❎✕✖✗✘☒🚫⛔🛇"
	ticks   = "✓✔✅☑🗸"
)

// crossed tells which words a cross denies: up to a noun all those on its side of the sign before it.
func crossed(text string, parts []match.Part, out []bool) {
	for i, p := range parts {
		if p.Word.Class != dictionary.ClassNoun {
			continue
		}
		for k := i; k >= 0 && (k == i || parts[k].Word.Class != dictionary.ClassNoun) && crossOf(text, parts[k].Start, p.End, partsClauses); k-- {
			out[k] = true
		}
	}
}

// crossOf reports whether the sign of what stands in text[start:end] is a cross. Signs beyond what parts clauses are not its own.
func crossOf(text string, start, end int, parts func(rune) bool) bool {
	if !strings.ContainsAny(text[max(0, start-farthest):min(len(text), end+farthest)], crosses) {
		return false
	}
	lineStart := strings.LastIndexByte(text[:start], '\n') + 1
	lineEnd := len(text)
	if k := strings.IndexByte(text[end:], '\n'); k >= 0 {
		lineEnd = end + k
	}
	line := strings.TrimFunc(text[lineStart:lineEnd], func(r rune) bool { return unicode.IsSpace(r) || r == variation })
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(line)
	if isSign(last) && !isSign(first) {
		behind := text[end:lineEnd]
		k := strings.IndexFunc(behind, func(r rune) bool { return isSign(r) || parts(r) })
		return k >= 0 && crossAt(behind, k)
	}
	before := text[lineStart:start]
	k := strings.LastIndexFunc(before, func(r rune) bool { return isSign(r) || parts(r) })
	return k >= 0 && crossAt(before, k)
}

// variation makes a sign one with colours.
const variation = '\ufe0f'

func isSign(r rune) bool { return strings.ContainsRune(crosses+ticks, r) }

// crossAt reports whether a cross stands at a byte, and no number before it, of which it makes many: "5 ✕ 2 ml".
func crossAt(text string, at int) bool {
	sign, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at], " "))
	return strings.ContainsRune(crosses, sign) && !unicode.IsDigit(before)
}

// partsClauses reports whether a sign before a character is not of what stands behind it.
func partsClauses(r rune) bool { return strings.ContainsRune(clauseEnds, r) }

// maybeCrossed reports whether a cross begins the line of a match and a comma stands between: it may be of all or of the first.
func (j *judge) maybeCrossed(m *match.Match) bool {
	nothing := func(rune) bool { return false }
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassNoun && crossOf(j.l.Text, p.Start, p.End, nothing) && !crossOf(j.l.Text, p.Start, p.End, partsClauses)
	})
}
