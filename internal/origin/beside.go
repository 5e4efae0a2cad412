package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word that was not read tells nothing, and may take back what the words beside it tell: it may be the other half
// of a plant's name, whose milk it is, the other of two sources, or a "no". Such an ingredient is doubtful.

// unread reports whether nobody can say what a word is: it is no word, or too short to be sure of it.
func (t told) unread() bool {
	return !t.part && (t.strange || utf8.RuneCountInString(t.read) < shortWord)
}

// half reports whether a part may be half of a name whose other half was not read: GOAT'S RLIE, O@T MILK.
func (j *judge) half(words []told, p match.Part) bool {
	own := func(t told) bool { return t.own }
	first := slices.IndexFunc(words, own)
	if first < 0 {
		return false
	}
	last := first
	for last+1 < len(words) && words[last+1].own {
		last++
	}
	if p.Word.Class == dictionary.ClassMilk {
		if first > 0 && words[first-1].unread() && !j.ofSameOrigin(words[first-1].read, p.Word) {
			return true
		}
		if p.Word.Language != english && last+1 < len(words) && words[last+1].unread() {
			return true
		}
	}
	next := ""
	for _, t := range words[last+1 : min(last+3, len(words))] { // it may have come apart
		if !t.unread() {
			break
		}
		next += t.read
	}
	key := dictionary.Fold(p.Word.Text)
	return next != "" && slices.ContainsFunc(j.d.WordsWith(key), func(e dictionary.Word) bool {
		rest, begins := strings.CutPrefix(dictionary.Fold(e.Text), key+" ")
		return begins && e.Class.States() != "" && e.Origin != p.Word.Origin && j.likest(next, rest, p.Word.Origin)
	})
}

// likest reports whether a word may be another of which a quarter of the letters is left, and is not as near to a
// tissue or a word of an origin.
func (j *judge) likest(got, want string, o dictionary.Origin) bool {
	read := []rune(got)
	edits := lettersApart(read, []rune(want))
	if 4*edits > 3*utf8.RuneCountInString(want) {
		return false
	}
	for key, w := range j.d.AllWords() {
		if (w.Class == dictionary.ClassTissue || w.Origin == o) && lettersApart(read, []rune(key)) <= min(edits, utf8.RuneCountInString(key)/2) {
			return false
		}
	}
	return true
}

// ofSameOrigin reports whether what was read is nearly a word of the same origin, and of no other.
func (j *judge) ofSameOrigin(read string, word dictionary.Word) bool {
	for key, w := range j.d.AllWords() {
		if w.Origin == word.Origin && resembles(read, key, mendable) && j.nearestOrigin(read, match.Part{Word: w}) {
			return true
		}
	}
	return false
}

// takenBack reports whether words that were not read may take back what an ingredient seems to say: that there are
// exosomes, and all that they come from.
func (j *judge) takenBack(m *match.Match, stated bool) bool {
	if asItStands(m) {
		return false
	}
	if m.Term == nil && (stated && j.clauseUnread(m) || j.otherTissue(m)) {
		return true
	}
	return j.denialUnread(m, stated)
}

// joints stand between the names of two sources.
const joints = "/&+;"

// clauseUnread reports whether of several names between joints, each with a noun or a tissue, one states no source
// and has a word that may be one and was not read: ROSA DAMASCENA CALLUS VESICLES/HUMAW FIBROBLAST EXOSOMES.
func (j *judge) clauseUnread(m *match.Match) bool {
	text := j.l.Text[m.Start:m.End]
	if !strings.ContainsAny(text, joints) {
		return false
	}
	words := j.told(m, match.Part{Start: -1})
	from, names, unread := m.Start, 0, false
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(joints, r) }) {
		start := from + strings.Index(j.l.Text[from:m.End], clause)
		from = start + len(clause)
		in := func(at int) bool { return start <= at && at < from }
		named, states := false, false
		for _, p := range m.Parts {
			if in(p.Start) {
				named = named || p.Word.Class == dictionary.ClassNoun || p.Word.Class == dictionary.ClassTissue
				states = states || p.Word.Origin != ""
			}
		}
		if !named {
			continue
		}
		names++
		unread = unread || !states && slices.ContainsFunc(words, func(t told) bool {
			return in(t.start) && t.strange && !t.part && utf8.RuneCountInString(t.read) >= strangeWord && !j.mute(t.read)
		})
	}
	return names > 1 && unread
}

// mute reports whether a word is nearly one that states no source: CQELL.
func (j *judge) mute(read string) bool {
	for key, w := range j.d.AllWords() {
		if w.Class.States() == "" && w.Class != dictionary.ClassNeutral && resembles(read, key, mendable) {
			return true
		}
	}
	return false
}

// denialUnread reports whether a word that was not read may deny the exosomes: EXOSOME-FREF, MO EXOSOMES.
func (j *judge) denialUnread(m *match.Match, stated bool) bool {
	words := j.told(m, match.Part{Start: -1})
	for i, t := range words {
		if t.part || !t.strange && utf8.RuneCountInString(t.read) > shortWord {
			continue
		}
		before := i == 0 && len(words) > 1 && words[1].part && !stated
		behind, in := i > 0 && words[i-1].noun != "", mendable
		if behind && strings.HasSuffix(j.l.Text[:t.start], "-") {
			in = 2
		}
		for key, w := range j.d.AllWords() {
			switch {
			case utf8.RuneCountInString(key) < 2:
			case w.Class == dictionary.ClassWithout && before && resembles(t.read, key, 2),
				w.Class == dictionary.ClassFree && behind && w.Language == words[i-1].noun && (resembles(t.read, key, in) || begins(t.read, key)):
				return true
			}
		}
	}
	return false
}

// otherTissue reports whether a plant is said to have what only bodies have, in an ingredient that was misread:
// GOAT HAIR FOLLICLE CELL EXOSOMES with its first letter lost.
func (j *judge) otherTissue(m *match.Match) bool {
	plant, body := false, false
	for _, p := range m.Parts {
		switch p.Word.Class {
		case dictionary.ClassHuman, dictionary.ClassAnimal, dictionary.ClassMilk:
			return false
		case dictionary.ClassPlant:
			plant = true
		case dictionary.ClassTissue:
			body = body || p.Word.Name != stemCell
		}
	}
	return plant && body && j.misread(m)
}

// stemCell is what words are called that plants have, too.
const stemCell = "stem cell"
