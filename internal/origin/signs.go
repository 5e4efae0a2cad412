package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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
// which one sign was misread, 菊 in 真菊 for 真菌, or of which it is the half that was read.
func (j *judge) otherSigns(m *match.Match, p match.Part) bool {
	if !glued(p.Read) {
		return false
	}
	run := []rune(j.l.Text[m.Start:m.End])
	known := make([]bool, len(run))
	for at, r := range run {
		known[at] = !unicode.IsLetter(r)
	}
	for _, o := range m.Parts {
		for k := range utf8.RuneCountInString(o.Read) {
			known[utf8.RuneCountInString(j.l.Text[m.Start:o.Start])+k] = true
		}
	}
	from := utf8.RuneCountInString(j.l.Text[m.Start:p.Start])
	to := from + utf8.RuneCountInString(p.Read)
	read := dictionary.Fold(p.Read)
	for key, e := range j.d.AllWords() {
		if !glued(key) || e.Origin == p.Word.Origin || e.Class.States() == "" && e.Class != dictionary.ClassVegan {
			continue
		}
		want := []rune(key)
		for start := max(0, to-len(want)); start <= from && len(want) > to-from && start+len(want) <= len(run); start++ {
			wrong := 0
			for k := range want {
				if at := start + k; run[at] != want[k] {
					if wrong++; (at < from || at >= to) && known[at] || !alikeSigns(run[at], want[k]) {
						wrong++
					}
				}
			}
			if wrong == 1 {
				return true
			}
		}
		if rest, begins := strings.CutPrefix(key, read); begins && mostSigns(run[to:unread(known, to, 1)], []rune(rest)) {
			return true
		}
		if rest, ends := strings.CutSuffix(key, read); ends && mostSigns(run[unread(known, from-1, -1)+1:from], []rune(rest)) {
			return true
		}
	}
	return false
}

// unread is the first place from a sign on, forwards or backwards, that is known or outside of the run.
func unread(known []bool, at, step int) int {
	for at >= 0 && at < len(known) && !known[at] {
		at += step
	}
	return at
}

// mostSigns reports whether unread signs beside a part may be the rest of an entry: 植物 is half of 植物乳杆菌.
func mostSigns(unread, rest []rune) bool {
	most := 3 * len(rest) / 4
	return len(unread) > 0 && dictionary.Edits(unread[:min(len(unread), len(rest)+1)], rest, most) <= most
}

// radical is how far apart signs of one radical may stand in the order of Chinese signs, which goes by radicals.
const radical = 64

// alikeSigns reports whether one sign may have been read for another: 체 of 인체 is no 삼, and 体 of 人体 no 参.
func alikeSigns(a, b rune) bool {
	switch {
	case unicode.Is(unicode.Han, a) && unicode.Is(unicode.Han, b):
		return max(a-b, b-a) < radical
	case unicode.Is(unicode.Hangul, a) && unicode.Is(unicode.Hangul, b):
		x, y := []rune(norm.NFD.String(string(a))), []rune(norm.NFD.String(string(b)))
		return x[0] == y[0] || x[1] == y[1] || len(x) > 2 && len(y) > 2 && x[2] == y[2]
	}
	return true
}
