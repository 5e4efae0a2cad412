package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Chinese, Japanese, Korean and Thai leave no spaces: where a word ends is for the words beside it to say.

// explained reports whether the letters that touch a part in a script without spaces belong to others.
func (j *judge) explained(m *match.Match, p match.Part) bool {
	covered := func(at int) bool {
		return slices.ContainsFunc(m.Parts, func(o match.Part) bool { return o.Start <= at && at < o.End })
	}
	before, n := utf8.DecodeLastRuneInString(j.l.Text[m.Start:p.Start])
	after, _ := utf8.DecodeRuneInString(j.l.Text[p.End:m.End])
	return (n == 0 || !glued(string(before)) || covered(p.Start-n)) && (p.End == m.End || !glued(string(after)) || covered(p.End))
}

// glued reports whether a text is in a script whose words stand without spaces, or may.
func glued(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai)
	})
}

// otherSigns reports whether a part in a script without spaces is what is left of a longer word of another origin of
// which one sign was misread: 菊 in 真菊 for 真菌.
func (j *judge) otherSigns(m *match.Match, p match.Part) bool {
	if !glued(p.Read) {
		return false
	}
	run := []rune(j.l.Text[m.Start:m.End])
	known := make([]bool, len(run))
	for _, o := range m.Parts {
		for k := range utf8.RuneCountInString(o.Read) {
			known[utf8.RuneCountInString(j.l.Text[m.Start:o.Start])+k] = true
		}
	}
	from := utf8.RuneCountInString(j.l.Text[m.Start:p.Start])
	to := from + utf8.RuneCountInString(p.Read)
	for key, e := range j.d.AllWords() {
		if !glued(key) || e.Origin == p.Word.Origin || e.Class.States() == "" && e.Class != dictionary.ClassVegan {
			continue
		}
		want := []rune(key)
		for start := max(0, to-len(want)); start <= from && len(want) > to-from && start+len(want) <= len(run); start++ {
			wrong := 0
			for k := range want {
				if at := start + k; run[at] != want[k] {
					if wrong++; (at < from || at >= to) && known[at] {
						wrong++
					}
				}
			}
			if wrong == 1 {
				return true
			}
		}
	}
	return false
}
