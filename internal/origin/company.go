package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word may mean something else in company: goat's rue is a plant, soy milk is no animal's and blue-green algae
// are bacteria. Where what was read may be such a name, the word states nothing by itself.

// company is a part of an ingredient, and the words it stands among.
type company struct {
	*judge
	words []told
	part  match.Part
	brief bool // the part is a short word that stands there letter by letter: many another is a letter from it
	shaky bool // the part was mended, is known by its beginning alone, or is of a language that nothing else here is of
}

// misled reports whether a part says something else than a longer entry of the grammar that may stand in its place.
func (j *judge) misled(m *match.Match, p match.Part) bool {
	c := &company{
		judge: j, words: j.told(m, p), part: p,
		brief: p.Edits == 0 && utf8.RuneCountInString(p.Read) <= shortWord,
		shaky: p.Edits > 0 || p.Word.Stem || alien(m, p),
	}
	if slices.ContainsFunc(c.words, func(t told) bool { return t.own && t.scraps && t.strange }) || c.half() || j.speciesBefore(m, p) || j.otherSigns(m, p) {
		return true
	}
	if c.shaky && c.insteadOfWord() || c.cutsName() || c.besideUnread(m) {
		return true
	}
	for _, t := range c.words {
		if slices.ContainsFunc(j.d.WordsWith(t.read), c.mayBe) || t.meant != "" && slices.ContainsFunc(j.d.WordsWith(t.meant), c.mayBe) {
			return true
		}
	}
	return false
}

// besideUnread reports whether a word that was not read takes back what the part says: beside a short word of a language that
// nothing else is of it may be anything, GODT'S KOE, and of what has leaves an animal is half the name, CAMEL IA SINENSIS LEAF.
func (c *company) besideUnread(m *match.Match) bool {
	if !(c.brief && alien(m, c.part) && !dictionary.Glued(c.part.Read)) && !(c.part.Word.Class == dictionary.ClassAnimal && ofPlant(m)) {
		return false
	}
	return slices.ContainsFunc(c.words, func(t told) bool { return t.says == "" && t.strange })
}

// cutsName reports whether the part was cut off a word, or two run together, that is a letter from the name of another
// source: MELKWEED, CAMEL+HORN, MELKTHISTLE.
func (c *company) cutsName() bool {
	return slices.ContainsFunc(c.words, func(t told) bool {
		if !t.own || t.meant != "" || len(t.read) <= len(c.part.Read) {
			return false
		}
		for key, w := range c.d.WordsOfSize(len(t.read)-utf8.UTFMax, len(t.read)+utf8.UTFMax) {
			if w.Class.States() != "" && w.Origin != c.part.Word.Origin && len(key) > len(c.part.Read) && oneLetterApart(t.read, strings.ReplaceAll(key, " ", "")) {
				return true
			}
		}
		return false
	})
}

// insteadOfWord reports whether an entry may stand there of which no word was read: one of them is as near to what was
// read of the part as the word that it was taken for. GODT'S RUPE is no goat's.
func (c *company) insteadOfWord() bool {
	read := []rune(dictionary.Fold(c.part.Read))
	edits := lettersApart(read, []rune(dictionary.Fold(c.part.Word.Text)))
	asNear := func(word string) bool { return lettersApart(read, []rune(word)) <= edits }
	for key, e := range c.d.AllWords() {
		if strings.Contains(key, " ") && slices.ContainsFunc(strings.Fields(key), asNear) && c.mayBe(e) {
			return true
		}
	}
	return false
}

// alien reports whether a part is of a language that no other word of the ingredient is of, nor labels in any: a
// MELK beside BREAST is no Dutch.
func alien(m *match.Match, p match.Part) bool {
	if p.Word.Language == english || p.Word.Language == latin || p.Word.Language == "" {
		return false
	}
	return !slices.ContainsFunc(m.Parts, func(o match.Part) bool { return o.Start != p.Start && sameTongue(o.Word, p.Word) })
}

// touched reports whether another part stands right beside a part.
func (j *judge) touched(m *match.Match, p match.Part) bool {
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool { return touch(j.l.Text, p, o) || touch(j.l.Text, o, p) })
}

// abroad reports whether a word is of a language that labels seldom mix with that of another.
func abroad(w, with dictionary.Word) bool {
	return !sameTongue(w, with) && w.Language != english && w.Language != latin
}

// sameTongue reports whether two words may be of one language. A word of Chinese signs may be Japanese as well, and
// Chinese of either writing, whichever of them the table names.
func sameTongue(a, b dictionary.Word) bool {
	return dictionary.SameLanguage(a.Language, b.Language) || eastAsian(a.Language) && eastAsian(b.Language) && (ofSigns(a) || ofSigns(b))
}

func eastAsian(language string) bool { return language == "ja" || strings.HasPrefix(language, "zh-") }

// ofSigns reports whether a word is of Chinese signs only.
func ofSigns(w dictionary.Word) bool {
	return !strings.ContainsFunc(w.Text, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

// misread reports whether letters of an ingredient were wrong, or a word of it is none that names have.
func misread(m *match.Match, words []told) bool {
	return m.How == match.Edited || slices.ContainsFunc(words, func(t told) bool { return t.strange })
}

// mayBe reports whether an entry of several words, or with two of them run together, says something else than the
// part and may be what stands among the words read: some are of the part, the others are beside it or have become
// words that nobody knows.
func (c *company) mayBe(e dictionary.Word) bool {
	if e.Origin == c.part.Word.Origin || !c.saysElse(e) {
		return false
	}
	entry := dictionary.Tokens(dictionary.Fold(e.Text))
	if c.standsNearly(entry, e) {
		return true
	}
	for i := 1; i < len(entry) && len(entry) > 2; i++ {
		joined := slices.Concat(entry[:i-1], []string{entry[i-1] + entry[i]}, entry[i+1:])
		if c.standsNearly(joined, e) {
			return true
		}
	}
	return false
}

// saysElse reports whether an entry states an origin, or that none is stated; beside a part that was mended a tissue
// does, too.
func (c *company) saysElse(e dictionary.Word) bool {
	switch e.Class {
	case dictionary.ClassNeutral, dictionary.ClassVegan:
		return true
	case dictionary.ClassTissue:
		return c.brief || c.part.Edits > 0 && rivals(e, c.part.Word)
	}
	return e.Class.States() != ""
}

// standing is how a word that was read stands for one of an entry.
type standing uint8

const (
	elsewhere standing = iota // it is another
	asPart                    // as a word of the part
	asRead                    // as a word that was read
	misreadAs                 // as a word that was not read, or of which that cannot be said
)

// standsNearly reports whether the words of an entry stand there one after another, some of them of the part, and either
// others that were not read or such as the part is too unsure beside.
func (c *company) standsNearly(entry []string, e dictionary.Word) bool {
	for at := range c.words[:max(0, len(c.words)-len(entry)+1)] {
		count := [misreadAs + 1]int{}
		told, alike := 0, false // those told by no other part; whether one of the part may have been read for its like
		for i, want := range entry {
			t := &c.words[at+i]
			as := c.standsFor(t, want, e, i == len(entry)-1)
			count[as]++
			switch as {
			case asPart:
				alike = alike || c.brief && c.confused(t.read, want)
			case asRead:
				if t.says == "" || t.says == e.Class && e.Class == dictionary.ClassTissue {
					told++
				}
			}
		}
		if count[elsewhere] > 0 || count[asPart] == 0 {
			continue
		}
		if count[misreadAs] > 0 || c.shaky && count[asRead] > 0 || c.brief && (told > 0 || count[asRead] > 0 && alike) {
			return true
		}
	}
	return false
}

// standsFor tells how a word stands for one of an entry, the last of it or not.
func (c *company) standsFor(t *told, want string, e dictionary.Word, last bool) standing {
	switch {
	case t.own && (t.meant == want || resembles(t.read, want, c.likeOwn()) || last && begins(t.read, want)):
		return asPart
	case !t.strange && (t.read == want || t.meant == want):
		return asRead
	case c.strangeFor(t, want, e, last), c.shortFor(t, want, e), t.says == "" && (last || c.shaky && len(want) <= shortWord) && resembles(t.read, want, mendable): // "bee palm"
		return misreadAs
	}
	return elsewhere
}

// likeOwn is how many letters of a word of an entry may have one that is wrong where it is of the part. A longer word that
// stands there letter by letter is hardly another: CARACOL is no NARANJA.
func (c *company) likeOwn() int {
	if c.brief || c.shaky {
		return 2
	}
	return mendable
}

// strangeFor reports whether a word nobody knows may be one of an entry.
func (c *company) strangeFor(t *told, want string, e dictionary.Word, last bool) bool {
	return t.strange && (t.meant == want || last && begins(t.read, want) ||
		resembles(t.read, want, likeIn(e)) && !c.nearerWord(t.read, want, c.part.Word))
}

// shortFor reports whether a short word, known or not, may be one of an entry: "de", NON, GOAF'S ROE. The "of" of "of animal
// origin" is no "non".
func (c *company) shortFor(t *told, want string, e dictionary.Word) bool {
	n := utf8.RuneCountInString(t.read)
	switch {
	case t.says == "" && len(want) < shortWord-1 && len(t.read) < shortWord:
		return true
	case e.Class == dictionary.ClassVegan && n <= shortWord && (t.strange || t.says != dictionary.ClassModifier), c.shaky && t.says.States() != "" && n < shortWord:
		return resembles(t.read, want, 2)
	}
	return false
}

// likeIn is how many letters of a word of an entry may have one that is wrong. What states no source is an
// exception that must be seen.
func likeIn(e dictionary.Word) int {
	if e.Class == dictionary.ClassNeutral {
		return mendable
	}
	return 2
}

// resembles reports whether a word has all letters of another but one in so many.
func resembles(got, want string, in int) bool {
	most := (utf8.RuneCountInString(want) + 1) / in
	if n := utf8.RuneCountInString(got) - utf8.RuneCountInString(want); max(n, -n) > most {
		return false // most pairs of words
	}
	return dictionary.Edits([]rune(got), []rune(want), most) <= most
}

// begins reports whether a longer word begins with nearly the letters of another, with which it was run together.
func begins(got, want string) bool {
	read, letters := []rune(got), []rune(want)
	for n := len(letters); n <= len(letters)+1 && n < len(read); n++ {
		if mendable*lettersApart(read[:n], letters) <= len(letters) {
			return true
		}
	}
	return false
}

// confused reports whether what was read is another word of which one letter was read for one that looks like it:
// CAT milk may be of oats.
func (j *judge) confused(read, want string) bool {
	a, b := []rune(read), []rune(want)
	if len(a) != len(b) || lettersApart(a, b) != 1 {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return j.d.Confused(string(a[i]), string(b[i]))
		}
	}
	return false
}

// nearerWord reports whether a word of the origin of a part is nearer to what was read than another word: GOAE milk
// is a goat's. That it is one itself, in a language that labels seldom mix with that of the part, tells nothing: a
// ZALM beside a bee is no Dutch salmon.
func (j *judge) nearerWord(read, than string, part dictionary.Word) bool {
	letters, edits := []rune(read), lettersApart([]rune(read), []rune(than))
	for key, w := range j.d.WordsOfSize(len(read)-2*edits+1, len(read)+2*edits-1) {
		if w.Origin == part.Origin && !(key == read && abroad(w, part)) && dictionary.Edits(letters, []rune(key), edits) < edits {
			return true
		}
	}
	return false
}
