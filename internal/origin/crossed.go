package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Shops tick off what a product has and cross out what it has not: "✔ rose exosomes ❌ parabens". A cross in a box may say
// either. On a line that ends with
// such a sign each stands behind what it says that of, on any other before it.
const (
	crosses = "❌❎✕✖✗✘🚫⛔🛇👎"
	ticks   = "✓✔✅☑🗸👍"
)

// crossed tells which words a cross denies, up to the next sign or the end of the clause.
func crossed(text string, parts []match.Part, out []bool) {
	if len(parts) == 0 || !hasCross(text[max(0, parts[0].Start-farthest):min(len(text), parts[len(parts)-1].End+farthest)]) {
		return
	}
	for i, p := range parts {
		out[i] = out[i] || crossOf(text, p.Start, p.End, partsClauses)
	}
}

func hasCross(text string) bool {
	for _, sign := range crosses {
		if strings.ContainsRune(text, sign) {
			return true
		}
	}
	return false
}

// crossOf reports whether the sign of what stands in text[start:end] is a cross. Signs beyond what parts clauses are not its own.
func crossOf(text string, start, end int, parts func(rune) bool) bool {
	if !hasCross(text[max(0, start-farthest):min(len(text), end+farthest)]) {
		return false
	}
	lineStart := max(0, start-longestLine)
	lineStart += strings.LastIndexByte(text[lineStart:start], '\n') + 1
	lineEnd := min(len(text), end+longestLine)
	if k := strings.IndexByte(text[end:lineEnd], '\n'); k >= 0 {
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

// longestLine is how many bytes of a line are looked at either side of a word.
const longestLine = 1000

// variation makes a sign one with colours.
const variation = '\ufe0f'

func isSign(r rune) bool { return strings.ContainsRune(crosses+ticks, r) }

// crossAt reports whether a cross stands at a byte, and no number beside it, of which it makes many: "5 ✕ 2 ml", "vials ✖ 5".
func crossAt(text string, at int) bool {
	sign, size := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at], " "))
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[at+size:], " "+string(variation)))
	return strings.ContainsRune(crosses, sign) && !unicode.IsDigit(before) && !unicode.IsDigit(behind)
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
