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
// either, and so may signs of warning. On a line that ends with such a sign each stands behind what it says that of, on any
// other before it.
const (
	crosses = "❌✕✖✗✘🚫⛔🛇👎"
	ticks   = "✓✔✅☑🗸👍"
	either  = "❎☒☐⚠"
	times   = "✕✖" // also stand between two names: BRAND ✕ HUMAN EXOSOME
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
	return k >= 0 && crossAt(before, k) && !saidBefore(before[k:]) && !joins(line, before[k:])
}

// saidBefore reports whether the sign that a text begins with is of what stands before it: "vegan ❌, human exosomes".
func saidBefore(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[size:], " "+string(variation)))
	return partsClauses(next)
}

// joins reports whether the sign that a text begins with is the only one of its line, and stands between names.
func joins(line, text string) bool {
	sign, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(times, sign) && strings.IndexFunc(line, isSign) > 0 && strings.IndexFunc(line, isSign) == strings.LastIndexFunc(line, isSign)
}

// longestLine is how many bytes of a line are looked at either side of a word.
const longestLine = 1000

// variation makes a sign one with colours.
const variation = '\ufe0f'

func isSign(r rune) bool { return strings.ContainsRune(crosses+ticks+either, r) }

// crossAt reports whether a cross stands at a byte, and no number beside it, of which it makes many: "5 ✕ 2 ml", "vials ✖ 5".
func crossAt(text string, at int) bool {
	sign, size := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at], " "))
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[at+size:], " "+string(variation)))
	return strings.ContainsRune(crosses, sign) && !unicode.IsDigit(before) && !unicode.IsDigit(behind)
}

// partsClauses reports whether a sign before a character is not of what stands behind it.
func partsClauses(r rune) bool { return strings.ContainsRune(clauseEnds, r) }

// maybeCrossed reports whether commas stand between a match and a cross on its line: it may be of all or of the first. One before
// the heading of a list is not of what is in it.
func (j *judge) maybeCrossed(m *match.Match) bool {
	from := 0
	for _, l := range j.l.Lists {
		if l.Heading.End > l.Heading.Start && l.Range.Start <= m.Start {
			from = l.Range.Start
		}
	}
	sentences := func(r rune) bool { return partsClauses(r) && !strings.ContainsRune(",、，", r) }
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassNoun && p.Start >= from &&
			crossOf(j.l.Text[from:], p.Start-from, p.End-from, sentences) && !crossOf(j.l.Text, p.Start, p.End, partsClauses)
	})
}

// bySign reports whether a cross, or a cell that says so, is what denies the exosomes of an ingredient. One on a line of its own
// below the name of another is of no list of ingredients.
func (j *judge) bySign(m *match.Match) bool {
	named := m.Parts
	for len(named) > 0 && named[len(named)-1].Word.Class == dictionary.ClassWithout {
		named = named[:len(named)-1]
	}
	if len(named) == 0 {
		return false
	}
	if before, _, below := strings.Cut(j.l.Text[m.Start:max(m.Start, named[0].Start)], "\n"); below && strings.ContainsFunc(before, unicode.IsLetter) {
		return false
	}
	text, end := j.upTo(m), named[len(named)-1].End
	return j.nothing(cell(text[end:min(len(text), end+longestAmount+1)])) || slices.ContainsFunc(named, func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassNoun && crossOf(text, p.Start, p.End, partsClauses)
	})
}
