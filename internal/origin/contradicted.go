package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Of two sources one may be a scrap of another word, or each may be of a name of its own.

// contradicted reports whether a part that was mended states another origin than one that was read as well, or is
// a scrap of another word, as the COD of HUMAN COD BLOOD DERIWED STEM CELL EXOSOMES. A human's milk is both, and what
// a noun stands between is of two names: "rose exosomes instead of human exosomes".
func (j *judge) contradicted(m *match.Match, p match.Part) bool {
	scrap := utf8.RuneCountInString(p.Read) <= shortWord && p.Word.Language != latin && j.nounBehind(m, p)
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool {
		longer := utf8.RuneCountInString(o.Read) > shortWord
		return o.Word.Origin != "" && o.Word.Origin != p.Word.Origin && (p.Edits > 0 && o.Edits <= p.Edits || scrap && longer) &&
			!(p.Word.Origin == dictionary.Human && o.Word.Class == dictionary.ClassMilk) && !j.joined(p, o) && !nounBetween(m, p, o)
	})
}

// nounBetween reports whether a noun that was read stands between two parts.
func nounBetween(m *match.Match, a, b match.Part) bool {
	from, to := min(a.End, b.End), max(a.Start, b.Start)
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool {
		return o.Word.Class == dictionary.ClassNoun && o.Edits == 0 && from <= o.Start && o.End <= to
	})
}

func (j *judge) nounBehind(m *match.Match, p match.Part) bool {
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool { return o.Word.Class == dictionary.ClassNoun && o.Start >= p.End })
}

// Between the names of two sources stand joints. Where both were read a comma or a bracket parts them as well; by
// itself it tells nothing, as the species of a genus stands in brackets, too.
const (
	joints = "/&+;"
	breaks = joints + ",("
	and    = "and" // what words are called that join two names
)

// joined reports whether a mark or an "and" between two parts says that they are two sources.
func (j *judge) joined(a, b match.Part) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	between := j.l.Text[a.End:max(a.End, b.Start)]
	if strings.Contains(between, "(") && !strings.Contains(j.l.Text[b.End:], ")") {
		between = strings.ReplaceAll(between, "(", "") // read for another letter: HUMAN STEM (ELK EXOSOMES
	}
	return strings.ContainsAny(between, breaks) || slices.ContainsFunc(dictionary.Tokens(dictionary.Fold(between)), func(word string) bool {
		w, _ := j.d.Word(word)
		return w.Name == and
	})
}
