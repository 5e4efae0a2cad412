package label

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// strength is how surely words stand as a heading and not in a sentence.
type strength uint8

const (
	passing  strength = iota // somewhere in a line: a hint at most
	standing                 // on its own line, or where a line starts
	spoken                   // with a colon
)

// heading is where a heading of the dictionary stands: tokens lo to hi, with the colon.
type heading struct {
	lo, hi   int
	role     dictionary.Role
	strength strength
	words    int  // of the heading: one of several is rarely an accident
	edits    int  // letters that had to be changed to read it as the heading
	array    bool // not words, but the bracket that opens or closes a list of quoted strings
}

// opens says whether a list or a part of one follows.
func (h heading) opens() bool { return !h.ends() }

// ends says whether the list is over.
func (h heading) ends() bool { return h.role == dictionary.ListEnd || h.role == dictionary.Allergens }

// headings finds the headings of the dictionary in the text, in order.
func (c *content) headings() []heading {
	var found []heading
	last := heading{hi: -1}
	for i := 0; i < len(c.toks); i++ {
		if h, ok := c.headingFrom(i, last); ok {
			found, last = append(found, h), h
			i = h.hi - 1
		}
	}
	return found
}

// headingFrom reads what begins at token i as a heading: the bracket of a list of quoted strings, the name of a firm, or a
// heading of the dictionary where one can stand. The last one before it tells whose it is.
func (c *content) headingFrom(i int, last heading) (heading, bool) {
	t := c.toks[i]
	if h, ok := c.arrayAt(i); ok {
		return h, last.hi != i || h.ends()
	}
	if t.kind != word {
		return heading{}, false
	}
	if h, ok := c.firmAt(i); ok {
		return h, true
	}
	begins := beginsItem(c.toks, i)
	if !begins {
		if h, ok := c.behindSpecks(i); ok {
			return h, true
		}
	}
	if (!begins || t.knowledge == known && !startsLine(c.toks, i)) && !colonNear(c.toks, i) {
		return heading{}, false
	}
	h, ok := c.headingAt(i)
	if !ok || !h.counts(c.text, c.toks) {
		return heading{}, false
	}
	if last.role == dictionary.Allergens && h.role == dictionary.MayContain && !c.paragraphIn(last.hi, i) && !c.cosmetic(h.hi) {
		h.role = dictionary.Allergens // Contains: Wheat. May contain: Soy.
	}
	return h, true
}

// cosmetic says whether pigments or exosomes are named from token i to the end of the sentence: what a cosmetic may
// contain.
func (c *content) cosmetic(i int) bool {
	end := i
	for end < len(c.toks) && c.toks[end].kind != paragraph && c.toks[end].kind != stop {
		end++
	}
	return slices.ContainsFunc(c.toks[i:end], func(t token) bool { return t.colour }) || c.exosomes(i, end)
}

// paragraphIn says whether an empty line stands among tokens lo to hi.
func (c *content) paragraphIn(lo, hi int) bool {
	return slices.ContainsFunc(c.toks[lo:hi], func(t token) bool { return t.kind == paragraph })
}

// behindSpecks reads the heading of a list, spelt as it is in the dictionary, that what the edge of the pack or a bullet
// was read as stands before on its line: "m INGREDIENTS Water, Glycerin". In a sentence no item follows it.
func (c *content) behindSpecks(i int) (heading, bool) {
	const most, letters = 2, 3                                         // words, and letters of each
	if c.typed || c.toks[i].letters <= letters && !c.toks[i].foreign { // two signs are a word
		return heading{}, false
	}
	k := i
	for k > 0 && i-k < most && c.toks[k-1].kind == word && c.toks[k-1].knowledge != known && c.toks[k-1].letters <= letters {
		k--
	}
	h := heading{lo: i, strength: standing}
	if k == i || !startsLine(c.toks, k) || !c.spelled(&h) || h.role != dictionary.ListStart {
		return heading{}, false
	}
	next := h.hi
	if next < len(c.toks) && c.toks[next].kind == newline {
		next++
	}
	return h, next < len(c.toks) && c.toks[next].kind == word && c.toks[next].knowledge == known
}

// arrayAt reads the bracket of a list as programs write it, ['aqua', 'glycerin'], as a heading.
func (c *content) arrayAt(i int) (heading, bool) {
	t := c.toks[i]
	if !c.typed || c.text[t.start] != '[' && c.text[t.start] != ']' {
		return heading{}, false
	}
	h := heading{lo: i, hi: i + 1, strength: spoken, array: true, role: dictionary.ListStart}
	if t.kind == opening {
		return h, i+1 < len(c.toks) && c.toks[i+1].kind == quote && !c.toks[i+1].spaced
	}
	h.role = dictionary.ListEnd
	return h, i > 0 && c.toks[i-1].kind == quote && !t.spaced
}

// firmAt reads the name of a firm with its legal form, from token i at the start of a line, as a heading that ends
// lists: "Hanbit Cosmetics Co., Ltd." begins an address. Where all words of the name are known, of plants and the like,
// an address must follow. A number of parts has no name: "Parfum. 80196.987.AG.01".
func (c *content) firmAt(i int) (heading, bool) {
	const longest = 8 // tokens
	if !startsLine(c.toks, i) && !(c.typed && c.toks[i-1].kind == stop && c.toks[i].spaced) {
		return heading{}, false
	}
	strange := false
	for k := i; k < len(c.toks) && k < i+longest; k++ {
		t := c.toks[k]
		switch {
		case t.kind == word && k > i && c.d.LegalForm(strings.TrimRight(dictionary.Fold(c.text[t.start:t.end]), ".")):
			h := heading{lo: i, hi: k + 1, role: dictionary.ListEnd, strength: standing, words: k + 1 - i}
			return h, strange || c.addressAt(k+1)
		case t.kind == word && t.letters > 0:
			strange = strange || t.knowledge == unknown
		case t.kind == comma && k > i+1 && c.toks[k-1].kind == stop && c.toks[k-2].end-c.toks[k-2].start == len("co"): // Co., Ltd.
		case t.kind != stop && t.kind != ampersand && t.kind != quote && t.kind != dash:
			return heading{}, false
		}
	}
	return heading{}, false
}

// addressAt says whether an address may go on at token i, behind the name of a firm: a sign, and soon a number that
// stands by itself, as of a house.
func (c *content) addressAt(i int) bool {
	const soon = 6 // tokens
	if i == len(c.toks) || c.toks[i].kind == word {
		return false
	}
	return slices.ContainsFunc(c.toks[i:min(len(c.toks), i+soon)], func(t token) bool {
		return t.kind == word && t.letters == 0 && !t.colour && c.text[t.end-1] != '%'
	})
}

// A heading that ends lists and stands in a line without a colon counts if it has several words, or
// one of at least so many letters or signs, or a number follows it: "LOT 1234".
const tellingHeading = 7

func (h heading) counts(text string, toks []token) bool {
	switch {
	case h.opens():
		return true
	case h.lo > 0 && toks[h.lo-1].kind == opening: // Parfum (contains: Limonene)
		return false
	case h.strength == spoken:
		return true
	case !beginsItem(toks, h.lo):
		return false
	case h.words > 1 || h.strength == standing && (h.hi == len(toks) || toks[h.hi].kind != word || toks[h.hi].letters == 0):
		return true
	}
	read, least := text[toks[h.lo].start:toks[h.hi-1].end], tellingHeading
	if ofSigns(read) {
		least = signsOfHeading
	}
	return startsLine(toks, h.lo) && utf8.RuneCountInString(read) >= least
}

// beginsItem says whether a line, a sentence or an item starts at token i.
func beginsItem(toks []token, i int) bool {
	if i == 0 {
		return true
	}
	switch toks[i-1].kind {
	case word, slash, ampersand, quote:
		return false
	}
	return true
}

// startsLine says whether only marks and brackets stand before token i on its line.
func startsLine(toks []token, i int) bool {
	const far = 8
	for k := i - 1; k >= 0 && k >= i-far; k-- {
		switch toks[k].kind {
		case newline, paragraph:
			return true
		case mark, bullet, opening, quote, dash:
		case colon, stop, closing, comma: // no line begins with one: it is a speck, or a bullet
			return k == 0 || toks[k-1].kind.endsLine()
		default:
			return false
		}
	}
	return i < far
}

// colonNear says whether a colon follows within the length of a heading.
func colonNear(toks []token, i int) bool {
	const longest = 8
	for k := i + 1; k < len(toks) && k < i+longest; k++ {
		switch toks[k].kind {
		case colon:
			return true
		case comma, stop, newline, paragraph:
			return false
		}
	}
	return false
}

// apart parts headings from the first item where the script writes no space between them: 全成分水.
// It does so for the first few only, so that no text can make it slow.
func (c *content) apart() {
	const most = 16
	cut, text := 0, c.text
	for i := 0; i < len(c.toks) && cut < most; i++ {
		t := c.toks[i]
		if t.kind != word || !t.foreign || !startsLine(c.toks, i) {
			continue
		}
		first, size := utf8.DecodeRuneInString(text[t.start:])
		if !dictionary.Unspaced(first) {
			continue
		}
		for _, k := range c.d.HeadingsFrom(text[t.start : t.start+size]) {
			if k.Role == dictionary.ListStart && len(k.Text) < t.end-t.start && strings.HasPrefix(text[t.start:t.end], k.Text) {
				rest := token{start: t.start + len(k.Text), end: t.end, kind: word, letters: t.letters, foreign: true}
				c.toks[i].end = rest.start
				c.toks = slices.Insert(c.toks, i+1, rest)
				cut++
				break
			}
		}
	}
}
