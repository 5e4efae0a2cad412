package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word that was not read tells nothing, and may take back what the words beside it tell: it may be the other half
// of a plant's name, whose milk it is, the other of two sources, or a "no". Such an ingredient is doubtful.

// unread reports whether nobody can say what a word is: it is no word, or too short to be sure of it, or was taken for
// an amount: a MIILIOH beside milk is no million.
func (t told) unread() bool {
	return (t.says == "" || t.strange && t.says == dictionary.ClassAmount) && (t.strange || utf8.RuneCountInString(t.read) < shortWord) &&
		t.read != "&"
}

// half reports whether the part may be half of a name whose other half was not read: HORSE CXTRNVT, O@T MILK.
func (c *company) half() bool {
	first := slices.IndexFunc(c.words, func(t told) bool { return t.own })
	if first < 0 {
		return false
	}
	behind := c.words[first:]
	for len(behind) > 0 && behind[0].own {
		behind = behind[1:]
	}
	return c.part.Word.Class == dictionary.ClassMilk && c.milkOfUnread(c.words[:first], behind) || c.beginsName(behind)
}

// milkOfUnread reports whether it cannot be said whose milk the part is, by the words before and behind it.
func (c *company) milkOfUnread(before, behind []told) bool {
	unread := func(t told) bool { return t.unread() && !c.ofSameOrigin(t.read, c.part.Word) }
	if n := len(before); n > 0 && unread(before[n-1]) {
		return true
	}
	for len(behind) > 0 && behind[0].says == dictionary.ClassModifier { // lait de ...
		behind = behind[1:]
	}
	return c.part.Word.Language != english && len(behind) > 0 && unread(behind[0]) && !c.mute(behind[0].read)
}

// beginsName reports whether the name of another source begins with the part, and what is behind it may be the rest.
func (c *company) beginsName(behind []told) bool {
	next := ""
	for _, t := range behind[:min(2, len(behind))] { // it may have come apart
		if !t.unread() {
			break
		}
		next += t.read
	}
	word := c.part.Word
	key := dictionary.Fold(word.Text)
	letters := []rune(next)
	return next != "" && slices.ContainsFunc(c.d.WordsWith(key), func(e dictionary.Word) bool {
		rest, ok := strings.CutPrefix(dictionary.Fold(e.Text), key+" ")
		if !ok || e.Class.States() == "" || e.Origin == word.Origin {
			return false
		}
		n := utf8.RuneCountInString(rest)
		return c.likest(next, rest) || 2*n <= len(letters) && halfBegins(next, rest) ||
			len(letters) > n && slices.ContainsFunc(c.meant(next), func(as string) bool { return c.likest(as, rest) })
	})
}

// halfBegins reports whether a longer word begins with half of the letters of another.
func halfBegins(got, want string) bool {
	read, letters := []rune(got), []rune(want)
	return len(read) > len(letters) && 2*lettersApart(read[:len(letters)], letters) <= len(letters)
}

// likest reports whether a word may be another of which a quarter of the letters is left, and is not nearer to a
// tissue, to milk, or to the rest of a name of the same origin: BEE VENCM.
func (c *company) likest(got, want string) bool {
	read := []rune(got)
	edits := lettersApart(read, []rune(want))
	if 4*edits > 3*utf8.RuneCountInString(want) {
		return false
	}
	nearer := func(key string) bool {
		return lettersApart(read, []rune(key)) <= min(edits-1, utf8.RuneCountInString(key)/2)
	}
	for key, w := range c.d.AllWords() {
		if (w.Class == dictionary.ClassTissue || w.Class == dictionary.ClassMilk && w.Origin == c.part.Word.Origin) && nearer(key) {
			return false
		}
	}
	key := dictionary.Fold(c.part.Word.Text)
	return !slices.ContainsFunc(c.d.WordsWith(key), func(e dictionary.Word) bool {
		rest, begins := strings.CutPrefix(dictionary.Fold(e.Text), key+" ")
		return begins && e.Origin == c.part.Word.Origin && nearer(rest)
	})
}

// ofSameOrigin reports whether what was read is nearly a word of the same origin, and of no other. HNWAN beside
// colostrum is no Indonesian animal.
func (j *judge) ofSameOrigin(read string, word dictionary.Word) bool {
	read = strings.ReplaceAll(read, "'", "")
	if utf8.RuneCountInString(read) < shortWord-1 {
		return false
	}
	for key, w := range j.d.AllWords() {
		if w.Origin == word.Origin && !abroad(w, word) && resembles(read, key, mendable) && j.nearestOrigin(read, match.Part{Word: w}) {
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
	words := j.wordsOf(m)
	if m.Term == nil && (stated && j.clauseUnread(m) || otherTissue(m) && (misread(m, words) || j.nearAnimal(m))) {
		return true
	}
	return j.denialUnread(words, stated) || j.denialInNoun(m) || m.Term == nil && j.pulp(m)
}

// clauseUnread reports whether of several names between joints, each with a source or what is made of it, one states
// no source and has a word that may be one and was not read:
// ROSA DAMASCENA CALLUS VESICLES/HVNAW STEM CELL EXOSOMES.
func (j *judge) clauseUnread(m *match.Match) bool {
	text := j.l.Text[m.Start:m.End]
	if !strings.ContainsAny(text, joints) {
		return false
	}
	from, names, unread := m.Start, 0, false
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(joints, r) }) {
		start := from + strings.Index(j.l.Text[from:m.End], clause)
		from = start + len(clause)
		named, states := false, false
		for _, p := range m.Parts {
			if start <= p.Start && p.Start < from {
				named = named || p.Word.Class == dictionary.ClassNoun || p.Word.Class == dictionary.ClassTissue || p.Word.Origin != ""
				states = states || p.Word.Origin != ""
			}
		}
		if !named {
			unread = unread || m.How == match.Edited && !partIn(m, start, from) && j.longUnread(clause)
			continue
		}
		names++
		unread = unread || !states && j.wordUnread(m, start, from)
	}
	return names > 0 && unread
}

// longUnread reports whether nobody knows a word of a clause, and the last is long enough for a tissue or a noun.
func (j *judge) longUnread(clause string) bool {
	words := strings.FieldsFunc(dictionary.Fold(clause), partsWords)
	return len(words) > 1 && utf8.RuneCountInString(words[len(words)-1]) >= longHalf && !slices.ContainsFunc(words, j.d.KnownWord)
}

// wordUnread reports whether a word in Label.Text[start:end] is of no part, and nobody knows it or what it nearly is.
func (j *judge) wordUnread(m *match.Match, start, end int) bool {
	key, offset := dictionary.FoldMap(j.l.Text[start:end])
	return slices.ContainsFunc(places(key), func(at place) bool {
		from, to := start+offset[at.start], start+offset[at.end]
		for _, p := range m.Parts {
			if from < p.Start && p.End == to { // run together with the noun
				to = p.Start
			}
		}
		word := dictionary.Fold(j.l.Text[from:to])
		return utf8.RuneCountInString(word) >= strangeWord && !j.d.KnownWord(word) && !j.mute(word) &&
			!partIn(m, from, to) && !j.goesOn(m, from, word)
	})
}

// longHalf is the length of half a word, in letters, that is a word by itself.
const longHalf = 7

// goesOn reports whether a joint right before a byte of Label.Text stands for a letter, in the midst of a word: what
// is before it is of no part, and no word or a short one. UMBI/ICAL is no other source.
func (j *judge) goesOn(m *match.Match, at int, behind string) bool {
	text := j.l.Text[m.Start:at]
	before := strings.TrimRight(text, joints)
	start := len(strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }))
	word := before[start:]
	return len(before) < len(text) && word != "" && min(len(word), len(behind)) < longHalf && !partIn(m, m.Start+start, m.Start+len(before)) &&
		(utf8.RuneCountInString(word) < strangeWord || !j.d.KnownWord(dictionary.Fold(word)))
}

// mute reports whether a word is nearly one that states no source: CQELL.
func (j *judge) mute(read string) bool {
	if utf8.RuneCountInString(read) < shortWord {
		return false
	}
	for key, w := range j.d.AllWords() {
		if !strings.Contains(key, " ") && w.Class.States() == "" && w.Class != dictionary.ClassNeutral && resembles(read, key, mendable) {
			return true
		}
	}
	return false
}

// otherTissue reports whether a plant is said to have what only bodies have, as in GOAT HAIR FOLLICLE CELL EXOSOMES
// with its first letter lost.
func otherTissue(m *match.Match) bool {
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
	return plant && body
}

// nearAnimal reports whether a plant has a short name that is a letter from an animal's: FIG FIBROBLAST, OAT CORD BLOOD.
func (j *judge) nearAnimal(m *match.Match) bool {
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool {
		if p.Word.Class != dictionary.ClassPlant || utf8.RuneCountInString(p.Word.Text) >= shortWord {
			return false
		}
		text := dictionary.Fold(p.Word.Text)
		for key, w := range j.d.WordsOfSize(len(text)-utf8.UTFMax, len(text)+utf8.UTFMax) {
			if w.Class == dictionary.ClassAnimal && !abroad(w, p.Word) && oneLetterApart(key, text) {
				return true
			}
		}
		return false
	})
}

// ofPlant reports whether an ingredient names what plants have, and no tissue.
func ofPlant(m *match.Match) bool {
	is := func(c dictionary.Class) bool {
		return slices.ContainsFunc(m.Parts, func(p match.Part) bool { return p.Word.Class == c })
	}
	return is(dictionary.ClassPart) && !is(dictionary.ClassTissue)
}

// pulp reports whether the vesicles of a fruit may be a look-alike whose first word was not read: CITRUS GRANDIS JVKE VESICLES.
// No look-alike stands behind a genus.
func (j *judge) pulp(m *match.Match) bool {
	var noun *match.Part
	fruit := false
	for i, p := range m.Parts {
		switch p.Word.Class {
		case dictionary.ClassNoun:
			noun = &m.Parts[i]
		case dictionary.ClassPlant:
			if fruit = p.Word.Language != latin; !fruit {
				return false
			}
		}
	}
	if noun == nil || noun.Word.Kind != dictionary.Vesicle || !fruit {
		return false
	}
	words := strings.FieldsFunc(dictionary.Fold(j.l.Text[m.Start:noun.Start]), partsWords)
	if len(words) == 0 || j.d.KnownWord(words[len(words)-1]) {
		return false
	}
	before := []rune(words[len(words)-1])
	for key, t := range j.d.AllTerms() {
		first, ok := strings.CutSuffix(key, " "+dictionary.Fold(noun.Word.Text))
		if !ok || t.Kind != dictionary.LookAlike {
			continue
		}
		want := []rune(first)
		for n := len(want) - 1; n <= min(len(want)+1, len(before)); n++ { // it was run together with what is before it
			if most := (len(want) + n/len(before)) / 2; lettersApart(before[len(before)-n:], want) <= most { // half of all of it
				return true
			}
		}
	}
	return false
}

// stemCell is what words are called that plants have, too.
const stemCell = "stem cell"
