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
	return (n == 0 || !dictionary.Glued(string(before)) || covered(p.Start-n)) && (p.End == m.End || !dictionary.Glued(string(after)) || covered(p.End))
}

// nearestSigns reports whether no word of another origin is as few signs from what was read as the word of a part. One of
// which a Chinese sign would have to be of another radical is none.
func (j *judge) nearestSigns(read string, p match.Part) bool {
	signs, want := []rune(read), []rune(dictionary.Fold(p.Word.Text))
	for i, r := range signs {
		if w, ok := j.d.Word(string(r)); ok && rivals(w, p.Word) && (i >= len(want) || r != want[i]) {
			return false // of 菊 for 菌 nobody can say which it was
		}
	}
	if j.stemAlone(signs, want) {
		return false
	}
	if j.nearestOrigin(read, p) {
		return true
	}
	edits := lettersApart(signs, want)
	for key, w := range j.d.WordsOfSize(len(read)-utf8.UTFMax*edits, len(read)+utf8.UTFMax*edits) {
		if dictionary.Glued(key) && rivals(w, p.Word) && lettersApart(signs, []rune(key)) <= edits && !otherRadical(signs, []rune(key)) && !fartherSyllables(read, key, string(want)) {
			return false
		}
	}
	return true
}

// stemAlone reports whether what was read has the rest of a word, which is a word itself, and other signs than those that
// state its origin, which nobody reads for them: 和干细胞, "and stem cells", is no 人干细胞.
func (j *judge) stemAlone(read, want []rune) bool {
	same := 0
	for same < min(len(read), len(want)) && read[len(read)-1-same] == want[len(want)-1-same] {
		same++
	}
	if same == 0 || same == len(want) {
		return false
	}
	got, source := string(read[:len(read)-same]), string(want[:len(want)-same])
	_, word := j.d.Word(string(want[len(want)-same:]))
	return word && !j.d.Confused(got, source)
}

// fartherSyllables reports whether more letters of Hangul syllables are apart between what was read and a word of as many
// than between it and another: 인샄 is nearer to 인삼 than to 인체.
func fartherSyllables(read, word, than string) bool {
	letters := []rune(norm.NFD.String(read))
	return unicode.Is(unicode.Hangul, letters[0]) && len(read) == len(word) && lettersApart(letters, []rune(norm.NFD.String(word))) > lettersApart(letters, []rune(norm.NFD.String(than)))
}

// otherRadical reports whether one of the signs that differ between two words of one length is of another radical.
func otherRadical(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && unicode.Is(unicode.Han, a[i]) && !dictionary.SameRadical(a[i], b[i]) {
			return true
		}
	}
	return false
}

// otherSigns reports whether a part in a script without spaces is what is left of a longer word of another origin of
// which one sign was misread, 菊 in 真菊 for 真菌, or of which it is the half that was read.
func (j *judge) otherSigns(m *match.Match, p match.Part) bool {
	if !dictionary.Glued(p.Read) {
		return false
	}
	s := j.signsAround(m, p)
	if s.lastOfUnread() {
		return true
	}
	for key, e := range j.d.AllWords() {
		if !dictionary.Glued(key) || e.Origin == p.Word.Origin || e.Class.States() == "" && e.Class != dictionary.ClassVegan {
			continue
		}
		if s.oneWrong([]rune(key)) || s.half(key) {
			return true
		}
	}
	return false
}

// signs are those of an ingredient, among them a part.
type signs struct {
	run      []rune // each as keys have it
	known    []bool // those of words that were understood, and marks
	from, to int    // of the part
	read     string // the part, folded
}

func (j *judge) signsAround(m *match.Match, p match.Part) *signs {
	s := &signs{run: []rune(dictionary.Simplified(j.l.Text[m.Start:m.End])), read: dictionary.Fold(p.Read)}
	s.known = make([]bool, len(s.run))
	for at, r := range s.run {
		s.known[at] = !unicode.IsLetter(r)
	}
	for _, o := range m.Parts {
		for k := range utf8.RuneCountInString(o.Read) {
			s.known[utf8.RuneCountInString(j.l.Text[m.Start:o.Start])+k] = true
		}
	}
	s.from = utf8.RuneCountInString(j.l.Text[m.Start:p.Start])
	s.to = s.from + utf8.RuneCountInString(p.Read)
	return s
}

// lastOfUnread reports whether the part is a single Chinese sign behind two or more that were not read: 菊 in 乸酸杆菊, which is 乳酸杆菌.
func (s *signs) lastOfUnread() bool {
	return s.to-s.from == 1 && s.from > 1 && unicode.Is(unicode.Han, s.run[s.from]) && !s.known[s.from-1] && !s.known[s.from-2]
}

// oneWrong reports whether a longer word stands there over the part, but for one sign that looks like its own.
func (s *signs) oneWrong(want []rune) bool {
	for start := max(0, s.to-len(want)); start <= s.from && len(want) > s.to-s.from && start+len(want) <= len(s.run); start++ {
		wrong := 0
		for k := range want {
			if at := start + k; s.run[at] != want[k] {
				if wrong++; (at < s.from || at >= s.to) && s.known[at] || !alikeSigns(s.run[at], want[k]) {
					wrong++
				}
			}
		}
		if wrong == 1 {
			return true
		}
	}
	return false
}

// half reports whether the part begins or ends a word, and signs nobody read may be its other half.
func (s *signs) half(key string) bool {
	if rest, begins := strings.CutPrefix(key, s.read); begins {
		end := s.to
		for end < len(s.run) && !s.known[end] {
			end++
		}
		rest := []rune(rest)
		return mostSigns(s.run[s.to:min(end, s.to+len(rest)+1)], rest)
	}
	if rest, ends := strings.CutSuffix(key, s.read); ends {
		start := s.from
		for start > 0 && !s.known[start-1] {
			start--
		}
		rest := []rune(rest)
		return mostSigns(s.run[max(start, s.from-len(rest)-1):s.from], rest)
	}
	return false
}

// mostSigns reports whether unread signs beside a part may be the rest of an entry: 植物 is half of 植物乳杆菌.
func mostSigns(unread, rest []rune) bool {
	most := 3 * len(rest) / 4
	return len(unread) > 0 && dictionary.Edits(unread, rest, most) <= most
}

// alikeSigns reports whether one sign may have been read for another: 체 of 인체 is no 삼, and 体 of 人体 no 参.
func alikeSigns(a, b rune) bool {
	switch {
	case unicode.Is(unicode.Han, a) && unicode.Is(unicode.Han, b):
		return dictionary.SameRadical(a, b)
	case unicode.Is(unicode.Hangul, a) && unicode.Is(unicode.Hangul, b):
		x, y := []rune(norm.NFD.String(string(a))), []rune(norm.NFD.String(string(b)))
		return x[0] == y[0] || x[1] == y[1] || len(x) > 2 && len(y) > 2 && x[2] == y[2]
	}
	return true
}
