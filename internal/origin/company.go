package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word may mean something else in company: goat's rue is a plant, soy milk is no animal's and blue-green algae
// are bacteria. Where what was read may be such a name, the word states nothing by itself.

// told is a word of an ingredient, and what it was taken for.
type told struct {
	read, meant string
	start       int    // byte of Label.Text
	strange     bool   // nobody knows it as it stands, and it was taken for nothing or for something else
	own         bool   // of the part that is asked about
	part        bool   // of any
	noun        string // the language of the noun that it is, "" if it is none
	scraps      bool   // a mark parts it from letters that are no word: CAMEL/IA
}

// misled reports whether a part says something else than a longer entry of the grammar that may stand in its place.
func (j *judge) misled(m *match.Match, p match.Part) bool {
	words := j.told(m, p)
	if slices.ContainsFunc(words, func(t told) bool { return t.own && t.scraps && t.strange }) || j.half(words, p) || j.speciesBefore(m, p) {
		return true
	}
	other := func(e dictionary.Word) bool {
		states := e.Class.States() != "" || e.Class == dictionary.ClassNeutral || e.Class == dictionary.ClassTissue && p.Edits > 0
		return states && e.Origin != p.Word.Origin && j.mayBe(words, e, p)
	}
	if p.Edits > 0 || p.Word.Stem { // each word of the other name may have lost letters
		read := []rune(dictionary.Fold(p.Read))
		edits := lettersApart(read, []rune(dictionary.Fold(p.Word.Text)))
		asNear := func(word string) bool { return lettersApart(read, []rune(word)) <= edits }
		for key, e := range j.d.AllWords() {
			if strings.Contains(key, " ") && slices.ContainsFunc(strings.Fields(key), asNear) && other(e) {
				return true
			}
		}
	}
	for _, t := range words {
		if slices.ContainsFunc(j.d.WordsWith(t.read), other) || t.meant != "" && slices.ContainsFunc(j.d.WordsWith(t.meant), other) {
			return true
		}
	}
	return false
}

// told gives the words of an ingredient. Marks that were read for letters stay with them.
func (j *judge) told(m *match.Match, p match.Part) (words []told) {
	key, offset := dictionary.FoldMap(j.l.Text[m.Start:m.End])
	at := 0
	for word := range strings.FieldsFuncSeq(key, func(r rune) bool { return strings.ContainsRune(" ()[],;", r) }) {
		start := at + strings.Index(key[at:], word)
		at = start + len(word)
		from, to := m.Start+offset[start], m.Start+offset[at]
		t := told{read: word, start: from}
		changed := false
		for _, o := range m.Parts {
			if o.Start <= from && to <= o.End {
				t.meant, changed = dictionary.Fold(o.Word.Text), o.Edits > 0 || o.Word.Stem
			}
			if o.Start < to && from < o.End {
				if t.part = true; o.Word.Class == dictionary.ClassNoun {
					t.noun = o.Word.Language
				}
			}
			t.own = t.own || o.Start == p.Start && o.Start < to && from < o.End
		}
		t.scraps = t.own && t.meant == "" && j.scraps(m, from, to, p.Edits > 0)
		t.strange = changed || t.meant == "" && slices.ContainsFunc(dictionary.Tokens(word), func(w string) bool { return !j.d.KnownWord(w) })
		words = append(words, t)
	}
	return words
}

// scraps reports whether in a run of letters and marks there is one of few letters that is no word and of no part,
// or beside a part that was mended one of any length.
func (j *judge) scraps(m *match.Match, from, to int, mended bool) bool {
	key := dictionary.Fold(j.l.Text[from:to])
	for _, t := range places(key) {
		inPart := func(o match.Part) bool { return o.Start < from+t.end && from+t.start < o.End }
		word := key[t.start:t.end]
		if (mended || utf8.RuneCountInString(word) < shortWord) && !j.d.KnownWord(word) && !slices.ContainsFunc(m.Parts, inPart) {
			return true
		}
	}
	return false
}

// misread reports whether letters of an ingredient were wrong, or a word of it is none that names have.
func (j *judge) misread(m *match.Match) bool {
	return m.How == match.Edited || slices.ContainsFunc(j.told(m, match.Part{Start: -1}), func(t told) bool { return t.strange })
}

// mayBe reports whether an entry of several words, or with two of them run together, may be what stands among the
// words read: some are of the part, the others are beside it or have become words that nobody knows.
func (j *judge) mayBe(read []told, e dictionary.Word, p match.Part) bool {
	entry := dictionary.Tokens(dictionary.Fold(e.Text))
	if j.standsNearly(read, entry, e, p) {
		return true
	}
	for i := 1; i < len(entry) && len(entry) > 2; i++ {
		joined := slices.Concat(entry[:i-1], []string{entry[i-1] + entry[i]}, entry[i+1:])
		if j.standsNearly(read, joined, e, p) {
			return true
		}
	}
	return false
}

func (j *judge) standsNearly(read []told, entry []string, e dictionary.Word, p match.Part) bool {
	for at := range read[:max(0, len(read)-len(entry)+1)] {
		own, there, strange := 0, 0, 0
		for i, want := range entry {
			t := &read[at+i]
			switch last := i == len(entry)-1; {
			case t.own && (t.meant == want || resembles(t.read, want, 2) || last && begins(t.read, want)):
				own++
			case !t.strange && (t.read == want || t.meant == want):
				there++
			case !t.part && len(want) < shortWord-1 && len(t.read) < shortWord: // "de"
				strange++
			case t.strange && (t.meant == want || last && begins(t.read, want)):
				strange++
			case t.strange && resembles(t.read, want, likeIn(e)) && !j.nearerWord(t.read, want, p.Word.Origin):
				strange++
			case !t.part && last && resembles(t.read, want, mendable):
				strange++
			}
		}
		if own > 0 && own+there+strange == len(entry) && (strange > 0 || p.Edits > 0 && there > 0) {
			return true
		}
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
	return in*lettersApart([]rune(got), []rune(want)) <= utf8.RuneCountInString(want)+1
}

// begins reports whether a longer word begins with nearly the letters of another, with which it was run together.
func begins(got, want string) bool {
	return len(got) > len(want) && mendable*lettersApart([]rune(got[:len(want)]), []rune(want)) <= utf8.RuneCountInString(want)
}

// nearerWord reports whether a word that states an origin is nearer to what was read than another word: GOAE milk
// is a goat's.
func (j *judge) nearerWord(read, than string, o dictionary.Origin) bool {
	letters, edits := []rune(read), lettersApart([]rune(read), []rune(than))
	for key, w := range j.d.AllWords() {
		if w.Origin == o && max(len(key)-len(read), len(read)-len(key)) < 2*edits && lettersApart(letters, []rune(key)) < edits {
			return true
		}
	}
	return false
}

// contradicted reports whether a part that was mended states another origin than one that was read as well, or is
// a scrap of another word, as the COD of HUMAN COD BLOOD DERIWED STEM CELL EXOSOMES. A human's milk is both.
func (j *judge) contradicted(m *match.Match, p match.Part) bool {
	scrap := utf8.RuneCountInString(p.Read) <= shortWord && j.nounBehind(m, p) && j.misread(m)
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool {
		longer := utf8.RuneCountInString(o.Read) > shortWord && (o.Edits == 0 || o.Word.Origin == dictionary.Human)
		return o.Word.Origin != "" && o.Word.Origin != p.Word.Origin && (p.Edits > 0 && o.Edits <= p.Edits || scrap && longer) &&
			!(p.Word.Origin == dictionary.Human && o.Word.Class == dictionary.ClassMilk) && !j.joined(p, o)
	})
}

func (j *judge) nounBehind(m *match.Match, p match.Part) bool {
	return slices.ContainsFunc(m.Parts, func(o match.Part) bool { return o.Word.Class == dictionary.ClassNoun && o.Start >= p.End })
}

// joined reports whether a mark or an "and" between two parts says that they are two sources.
func (j *judge) joined(a, b match.Part) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	between := j.l.Text[a.End:max(a.End, b.Start)]
	return strings.ContainsAny(between, "/&+,;(") || strings.Contains(dictionary.Fold(between), " and ")
}
