package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A name that was read with wrong letters may have been mended past the words that tell its source:
// HUMAN UMBILICAL MESENCHYMAL STEM CELL EXOSOMES is the nearest name to the same without HUMAN. So an
// origin counts only where the label bears its word: at most one letter in three of the word may have
// been mended, one of an abbreviation but not its first, and in words of four letters and less, which have many
// neighbours, only what readers confuse, or a letter that no word of another origin lacks. In a name that
// tables have and whose other words were read, two letters in five may have been mended, if no word of
// another origin is as near. A genus needs one of its species beside it. What is lost by this is a doubt.
const (
	mendable    = 3    // one letter in so many
	mendShare   = 0.4  // of the letters, in a whole name
	restShare   = 0.1  // and of the letters of its other words
	shortWord   = 4    // letters
	oneLetter   = 1.5  // the most that one wrong letter of an abbreviation costs, with what readers confuse
	likeness    = 0.35 // the most that letters which readers confuse cost, of an arbitrary letter's 1
	nearlyRight = 12   // and in hundredths what a letter of a word costs in which hardly more was misread than those
	lookAlike   = 20   // and in hundredths what those cost that look just alike, 5NAIL
	longWord    = 10   // letters of a word that is like no other
	surelyIn    = 5    // one letter in so many may be wrong of a human's word that alone tells the source, or of an alien one
)

// mostParts is how many grammar words an ingredient may have: ten times what any has. More are a text without commas, and
// each is held against each.
const mostParts = 500

// read gives a match with only the source words that the label bears. One whose name states an
// origin that no such word tells is no longer that name: it is what was read. It is doubtful if it lost all
// that told its source, or what told whose milk it is.
func (j *judge) read(m *match.Match) (borne *match.Match, doubtful bool) {
	if asItStands(m) {
		return m, false
	}
	if len(m.Parts) > mostParts {
		return m, true
	}
	kept := *m
	kept.Parts = nil
	lost, stated, milk, against := false, false, true, false
	var gone []match.Part
	for _, p := range m.Parts {
		switch {
		case p.Word.Origin == "":
			kept.Parts = append(kept.Parts, p)
		case !j.contradicted(m, p) && j.bears(m, p) && (m.Term != nil || !j.misled(m, p)):
			kept.Parts = append(kept.Parts, p)
			stated, milk = true, milk && p.Word.Class == dictionary.ClassMilk
		default:
			lost = lost || !abbreviation(p.Word.Text) // of which no table has all
			gone = append(gone, p)
			against = against || (p.Word.Class == dictionary.ClassHuman && !alien(m, p) || wellRead(p)) && j.contradicted(m, p)
		}
	}
	doubtful = against || lost && (!stated || milk || slices.ContainsFunc(gone, func(p match.Part) bool { return j.another(kept.Parts, p) }))
	if m.Term == nil || j.bornOut(&kept) {
		return &kept, doubtful
	}
	kept.Term, kept.Reference = nil, 0
	kept.Name = dictionary.Title(strings.ToUpper(m.Read))
	return &kept, doubtful
}

// wellRead reports whether a part that was mended is so long, and has so few letters wrong, that it is no other word.
func wellRead(p match.Part) bool {
	n := utf8.RuneCountInString(p.Word.Text)
	return n >= longWord && nearlyRight*n >= int(p.Cost)
}

// asItStands reports whether a match is a name of a table, each letter of which was read.
func asItStands(m *match.Match) bool {
	return m.How == match.Exact || m.How == match.Folded && m.Term != nil
}

// another reports whether all sources among some parts are joined to another part, not beside it.
func (j *judge) another(parts []match.Part, p match.Part) bool {
	return !slices.ContainsFunc(parts, func(o match.Part) bool { return o.Word.Origin != "" && !j.joined(o, p) })
}

// alone reports whether no other part tells anything of the source.
func alone(parts []match.Part, p match.Part) bool {
	return !slices.ContainsFunc(parts, func(o match.Part) bool { return o.Start != p.Start && tellsSource(o.Word.Class) })
}

// bornOut reports whether a word that is left states the origin of the name, or the name has it
// without a word.
func (j *judge) bornOut(m *match.Match) bool {
	if m.Term.Origin == "" || m.Term.Origin == dictionary.Unspecified {
		return true
	}
	for _, p := range m.Parts {
		if p.Word.Origin == m.Term.Origin {
			return true
		}
	}
	return j.phrase(m.Term.Text, m.Term.Origin) == ""
}

// abbreviation reports whether a word is one like hADSC, in which every letter tells.
func abbreviation(word string) bool {
	upper := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 1
}
