package dictionary

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// HeadingKey is a heading with its key form.
type HeadingKey struct {
	Heading
	Key string
}

// HeadingsFrom gives the headings that begin with a word in key form, the longest first. Headings in
// scripts that are written without spaces are found by their first letter.
func (d *Dictionary) HeadingsFrom(word string) []HeadingKey { return d.indexed().from[word] }

// LegalForm says whether a word in key form is the legal form of a firm: "gmbh", "ltd".
func (d *Dictionary) LegalForm(word string) bool { return d.indexed().firms[word] }

// Edits a heading of so many letters survives: INGREDIENTS two wrong letters, a word of five or less
// none, as too many words are one letter from it.
const (
	lettersForOneEdit  = 6
	lettersForTwoEdits = 9
	lettersOfHeading   = 40 // longer headings are read exactly or not at all
)

// What is left of a heading whose beginning was cut off has at least so many letters.
const lettersLeft = 4

// HeadingLike gives the heading that a damaged text most likely was, and the letters to change or,
// where the beginning of a heading that opens a list is missing, to add. Signs and spaces do not
// count, and digits count as the letters they are taken for.
func (d *Dictionary) HeadingLike(text string) (h Heading, edits int, ok bool) {
	read := headingLetters(text)
	if read.n < lettersLeft {
		return Heading{}, 0, false
	}
	forms := d.indexed().forms
	at, _ := slices.BinarySearchFunc(forms, read.n-2, func(f headingForm, n int) int { return cmp.Compare(f.letters.n, n) })
	for edits = 3; at < len(forms) && forms[at].letters.n <= read.n+2; at++ {
		f := &forms[at]
		allowed := 1
		if f.letters.n >= lettersForTwoEdits {
			allowed = 2
		}
		allowed = min(allowed, edits-1)
		// Each edit changes at most two of the letters that occur.
		if bits.OnesCount64(f.letters.seen^read.seen) > 2*allowed {
			continue
		}
		if e := f.letters.edits(&read, allowed); e <= allowed {
			h, edits, ok = f.heading, e, true
		}
	}
	if ok {
		return h, edits, ok
	}
	for ; at < len(forms); at++ {
		f := &forms[at]
		if f.heading.Role == ListStart && f.letters.n >= lettersForTwoEdits && slices.Equal(f.letters.r[f.letters.n-read.n:f.letters.n], read.r[:read.n]) {
			return f.heading, f.letters.n - read.n, true
		}
	}
	return h, edits, ok
}

// headingIndex is what headings are found by.
type headingIndex struct {
	firms map[string]bool // legal forms, in key form
	from  map[string][]HeadingKey
	forms []headingForm // by number of letters
}

// headingForm is a heading as HeadingLike compares it.
type headingForm struct {
	letters letters
	heading Heading
}

func newHeadingIndex(headings []Heading) headingIndex {
	x := headingIndex{from: make(map[string][]HeadingKey, len(headings)), firms: map[string]bool{}}
	for _, h := range headings {
		if h.Role == Firm {
			x.firms[Fold(h.Text)] = true
			continue
		}
		key := Fold(h.Text)
		first, _ := utf8.DecodeRuneInString(key)
		word := string(first)
		if tokens := Tokens(key); !Unspaced(first) && len(tokens) > 0 {
			word = tokens[0]
		}
		x.from[word] = append(x.from[word], HeadingKey{h, key})
		if spaced, ok := letterSpaced(key); ok {
			x.from[string(first)] = append(x.from[string(first)], HeadingKey{h, spaced})
		}
		if l := headingLetters(h.Text); l.n >= lettersForOneEdit && !l.cut {
			x.forms = append(x.forms, headingForm{l, h})
		}
	}
	for _, keys := range x.from {
		slices.SortStableFunc(keys, func(a, b HeadingKey) int { return cmp.Compare(len(b.Key), len(a.Key)) })
	}
	slices.SortStableFunc(x.forms, func(a, b headingForm) int { return cmp.Compare(a.letters.n, b.letters.n) })
	return x
}

// letterSpaced is a Korean word as headings are often printed, with a space between its letters: 전 성 분.
func letterSpaced(key string) (spaced string, ok bool) {
	letters := strings.Split(key, "")
	isOther := func(letter string) bool {
		r, _ := utf8.DecodeRuneInString(letter)
		return !unicode.Is(unicode.Hangul, r)
	}
	return strings.Join(letters, " "), len(letters) > 1 && !slices.ContainsFunc(letters, isOther)
}

// letters is a text reduced to what damage leaves of a heading.
type letters struct {
	r    [lettersOfHeading]rune
	n    int
	seen uint64 // a bit for each letter that occurs, by its code modulo 64
	cut  bool   // there were more
}

func headingLetters(text string) (l letters) {
	for _, r := range text {
		r = simplified(unicode.ToLower(r))
		if i := strings.IndexRune(takenFor, r); i >= 0 {
			r = rune(meant[i])
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if l.n == lettersOfHeading {
			l.cut = true
			return l
		}
		l.r[l.n] = r
		l.n++
		l.seen |= 1 << (uint32(r) % 64)
	}
	return l
}

// What digits and signs are read in place of; l stands for i in both texts, as the two look alike.
const (
	takenFor = "01!|586l"
	meant    = "oiiisbgi"
)

// edits is Edits of the letters of two headings.
func (a *letters) edits(b *letters, most int) int { return Edits(a.r[:a.n], b.r[:b.n], most) }
