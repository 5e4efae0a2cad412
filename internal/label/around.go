package label

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Lists are pasted with something before each name, something behind it, or both: "#3 Aqua", "70 g Aqua", "Aqua: solvent",
// "Aqua - the base of it all", "Aqua <5 %". Each such line is a row of a table, with the name between the two.
const behindName = 2 // the cell, counted from 0

// The signs of such lines.
const (
	lineSigns = "-*•+"  // before all else
	emphasis  = "*_"    // about a name
	nameSigns = ":-"    // behind it
	saidSigns = "-–—→=" // between spaces, before what is said of it
)

var (
	beforeName = regexp.MustCompile(`^(?:[` + lineSigns + `] *)?(?:[#(\[]?[A-Za-z]?\d+(?:[.,:]\d+)* ?(?:%|(?:g|mg|ml|kg|oz)\b)?[.):>\]-]*|[A-Za-z][.)>]|o) +`)
	shareLast  = regexp.MustCompile(` +[(\[]?[<>~≈≤≥±]? ?\d+(?:[.,]\d+)?(?: ?[-–] ?\d+(?:[.,]\d+)?)? ?%[)\]]?$`)
)

// aroundName cuts a line into what stands before a name, the name, and what stands behind it. A line of a name alone is one
// cell.
func aroundName(text string, at, end int) []Range {
	lo, hi := at, end
	if m := beforeName.FindString(text[at:end]); len(m) < end-at {
		lo += len(m)
	}
	if k := behindAt(text[lo:end]); k > 0 {
		hi = lo + k
	}
	if lo == at && hi == end {
		return []Range{{at, end}}
	}
	name := cell(text, lo, hi)
	for name.End > name.Start && strings.IndexByte(emphasis+nameSigns, text[name.End-1]) >= 0 {
		name.End--
	}
	for name.Start < name.End && strings.IndexByte(emphasis, text[name.Start]) >= 0 {
		name.Start++
	}
	return []Range{cell(text, at, lo), cell(text, name.Start, name.End), cell(text, hi, end)}
}

// behindAt is where in a line begins what is said of the name before it: behind a colon, a dash, in a bracket at the end, or
// a share; 0 for nowhere.
func behindAt(line string) int {
	depth := 0
	for i := 1; i+1 < len(line); i++ {
		switch c := line[i]; {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case depth > 0:
		case c == ':' && (line[i+1] == ' ' || line[i+1] == '*'):
			return i + 1
		case c == ' ' && saidBehind(line[i+1:]):
			return i
		}
	}
	if m := shareLast.FindStringIndex(line); m != nil {
		return m[0]
	}
	if strings.HasSuffix(line, ")") {
		return max(strings.LastIndex(line, " ("), 0)
	}
	return 0
}

// saidBehind says whether a text begins with a sign before what is said of a name, and a space.
func saidBehind(s string) bool {
	sign, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(saidSigns, sign) && strings.HasPrefix(s[n:], " ")
}
