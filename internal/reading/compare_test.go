package reading

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// TestCompare counts as found what was read nearly so, once, and what is printed with its parts where those are read.
func TestCompare(t *testing.T) {
	var list []match.Match
	for _, read := range []string{"Aqua", "Glycerln", "sugar", "skim milk", "cocoa butter", "Parfum", "Milk (Whey", "Casein)", "Aqua"} {
		list = append(list, match.Match{Read: read})
	}
	truth := []string{"Aqua", "Glycerin", "Fudge (sugar, skim milk, cocoa butter)", "Milk (Whey, Casein)", "Glue (Parfum)", "Xanthan Gum"}
	found, missed, extra := compare(dictionary.Default(), truth, list)
	if found != 3 || !slices.Equal(missed, []string{"Glycerin", "Glue (Parfum)", "Xanthan Gum"}) || !slices.Equal(extra, []string{"Glycerln", "Parfum", "Aqua"}) {
		t.Errorf("found %d, missed %q, extra %q", found, missed, extra)
	}
}

// amount is not part of the name it stands behind, and exoscan leaves it out.
var amount = regexp.MustCompile(`(?i) *[(\[][0-9.,]+ *(ppm|ppb|%)[)\]]$`)

// compare counts the ingredients that were found: as read or as understood, within a tenth of their letters. One that was
// understood is found whatever the language it is printed in: 소듬디엔에이 was taken for what 소듐디엔에이 is, Sodium DNA. One that
// is printed with what it is made of in brackets is also found where that is, item by item.
func compare(d *dictionary.Dictionary, truth []string, list []match.Match) (found int, missed, extra []string) {
	taken := make([]bool, len(list))
	for _, want := range truth {
		printed := amount.ReplaceAllString(want, "")
		w, terms := plainLetters(printed), d.Lookup(dictionary.Fold(printed))
		at := -1
		for i, m := range list {
			named := m.Name != "" && (near(w, plainLetters(m.Name)) || slices.ContainsFunc(terms, func(t dictionary.Term) bool { return t.Name == m.Name }))
			if !taken[i] && (named || near(w, plainLetters(m.Read))) {
				at = i
				break
			}
		}
		last := at
		if at < 0 {
			at, last = partsOf(printed, list, taken)
		}
		if at < 0 {
			missed = append(missed, want)
			continue
		}
		for i := at; i <= last; i++ {
			taken[i] = true
		}
		found++
	}
	for i := range list {
		if !taken[i] {
			extra = append(extra, list[i].Read)
		}
	}
	return found, missed, extra
}

// partsOf finds the items, two or more in a row, that what stands in brackets behind a name was parted into, with the
// name or without it; -1 where there are none.
func partsOf(printed string, list []match.Match, taken []bool) (first, last int) {
	open, end := strings.IndexAny(printed, "([{"), strings.LastIndexAny(printed, ")]}")
	if open < 0 || end < open || !strings.Contains(printed[open:end], ",") {
		return -1, -1
	}
	whole, inside := plainLetters(printed), plainLetters(printed[open:end])
	for i := range list {
		var read []rune
		for k := i; k < len(list) && !taken[k] && len(read) <= len(whole); k++ {
			if read = append(read, plainLetters(list[k].Read)...); k > i && (near(whole, read) || near(inside, read)) {
				return i, k
			}
		}
	}
	return -1, -1
}

func plainLetters(s string) []rune {
	var out []rune
	for _, r := range dictionary.Fold(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// near says whether b is a within a tenth of a's letters.
func near(a, b []rune) bool {
	most := len(a) / 10
	return dictionary.Edits(a, b, most) <= most
}
