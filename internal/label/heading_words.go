package label

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// headingAt reads a heading at token i, the longest one the dictionary has.
func (c *content) headingAt(i int) (heading, bool) {
	toks := c.toks
	h := heading{lo: i}
	if !c.spelled(&h) && (toks[i].knowledge == known || !c.damaged(&h)) {
		return heading{}, false
	}
	h.grade(toks)
	if i > 0 && toks[i-1].kind == opening && h.strength != spoken { // [사용방법]
		if k := h.hi; k < len(toks) && toks[k].kind == closing {
			h.hi++
		}
		if toks[h.hi-1].kind == closing {
			h.lo, h.strength = i-1, spoken
		}
	}
	if h.edits > 0 && h.strength == passing {
		return heading{}, false
	}
	if k, ok := c.goesOnAt(h); ok {
		if next, ok := c.headingAt(k); ok && next.role == h.role && (k > h.hi || next.edits == 0) {
			h.hi, h.strength = next.hi, next.strength
			h.grade(toks)
		}
	}
	return h, true
}

// goesOnAt is where a heading without a colon may go on in other words: "Ingredients/Ingrédients (INCI)", and where
// a list begins "Ingredients • Ingrédients", whose sign may be lost.
func (c *content) goesOnAt(h heading) (at int, ok bool) {
	if h.strength == spoken || h.hi+1 >= len(c.toks) {
		return 0, false
	}
	switch k := c.toks[h.hi].kind; {
	case k == slash || k == opening || k == dash:
		return h.hi + 1, true
	case k == word:
		return h.hi, h.role == dictionary.ListStart
	case k < newline:
		return h.hi + 1, h.role == dictionary.ListStart
	}
	return 0, false
}

// longestHeading is the tokens a heading has at most.
const longestHeading = 8

// spelled looks for a heading that is spelt as the dictionary has it.
func (c *content) spelled(h *heading) bool {
	t := c.toks[h.lo]
	read := c.lower[t.start:t.end]
	if !ascii(read) {
		read = dictionary.Fold(read)
	}
	for _, k := range c.d.HeadingsFrom(firstOf(read)) {
		if hi := c.keyAt(h.lo, k.Key); hi > 0 {
			h.hi, h.role, h.words = hi, k.Role, 1+strings.Count(k.Key, " ")
			return true
		}
	}
	return false
}

// firstOf is what the headings of the dictionary are found by: their first word, or their first sign.
func firstOf(key string) string {
	first, size := utf8.DecodeRuneInString(key)
	if dictionary.Unspaced(first) {
		return key[:size]
	}
	if cut := strings.IndexAny(key, "- "); cut > 0 {
		return key[:cut]
	}
	return key
}

// keyAt says where the text from token i on ends that has the key, as a number of tokens; 0 if it has
// another one.
func (c *content) keyAt(i int, key string) int {
	at := c.toks[i].start
	for k := 0; k < len(key); {
		switch {
		case key[k] == ' ':
			k++
		case at == len(c.lower):
			return 0
		case c.lower[at] >= utf8.RuneSelf:
			return c.wideKeyAt(i, key)
		case c.lower[at] <= ' ' || c.lower[at] == '-':
			at++
		case c.lower[at] != key[k]:
			return 0
		default:
			at, k = at+1, k+1
		}
	}
	for ; i < len(c.toks) && c.toks[i].end <= at; i++ {
		if c.toks[i].end == at {
			return i + 1
		}
	}
	return 0
}

// wideKeyAt is keyAt for text beyond ASCII.
func (c *content) wideKeyAt(i int, key string) int {
	for j := i; j < len(c.toks) && j < i+longestHeading; j++ {
		read := dictionary.Fold(c.text[c.toks[i].start:c.toks[j].end])
		if read == key {
			return j + 1
		}
		if len(read) > len(key) {
			break
		}
	}
	return 0
}

// damaged looks for a heading that OCR damaged, at the start of a line or before a colon.
func (c *content) damaged(h *heading) bool {
	if c.toks[h.lo].letters < 4 || !startsLine(c.toks, h.lo) && !colonNear(c.toks, h.lo) {
		return false
	}
	const mostWords = 3
	for k := h.lo; k < len(c.toks) && k < h.lo+mostWords && c.toks[k].kind == word; k++ {
		like, edits, ok := c.d.HeadingLike(c.text[c.toks[h.lo].start:c.toks[k].end])
		if ok && (h.hi == 0 || edits <= h.edits) {
			h.hi, h.role, h.edits, h.words = k+1, like.Role, max(edits, 1), k+1-h.lo
		}
	}
	return h.hi > 0
}

// grade sets the strength and takes in the colon.
func (h *heading) grade(toks []token) {
	if h.strength == spoken {
		return
	}
	k := h.hi
	for k < len(toks) && (toks[k].kind == mark || toks[k].kind == closing || toks[k].kind == quote) {
		k++
	}
	starts := startsLine(toks, h.lo)
	switch {
	case k < len(toks) && toks[k].kind == colon, starts && k < len(toks) && toks[k].kind == dash && toks[k].spaced:
		h.hi, h.strength = k+1, spoken
	case starts && (k == len(toks) || toks[k].kind != word || toks[k].knowledge != unknown || toks[k].foreign):
		h.hi, h.strength = k, standing
	default:
		h.strength = passing
	}
}

// cutHeadings cuts headings off what stands behind them where a line begins with both and no space was seen between
// them: 전성분정제수, 全成分表水, 原産国日本.
func (r *reader) cutHeadings() {
	var cut []token // nil as long as nothing was
	for i, t := range r.toks {
		at := 0
		if t.kind == word && t.foreign && ofSigns(r.text[t.start:t.end]) && startsLine(r.toks, i) {
			at = r.headingWithin(t)
		}
		if at > 0 {
			if cut == nil {
				cut = slices.Clone(r.toks[:i])
			}
			head := token{start: t.start, end: at, kind: word, spaced: t.spaced}
			r.know(&head)
			cut = append(cut, head)
			t = token{start: at, end: t.end, kind: word}
			r.know(&t)
		}
		if cut != nil {
			cut = append(cut, t)
		}
	}
	if cut != nil {
		r.toks = cut
	}
}

// headingWithin is where the longest heading ends that a word begins with, 0 if none: one that opens a list, if the rest
// is a name, or one that ends a list, if it is long enough to be no chance.
func (r *reader) headingWithin(t token) int {
	const least, most = 2, 8 // signs
	found, n := 0, 0
	for i := range r.text[t.start:t.end] {
		if n++; n <= least {
			continue
		}
		if n > most+1 {
			break
		}
		at := t.start + i
		switch role, ok := r.headingOf(dictionary.Fold(r.text[t.start:at])); {
		case !ok:
		case role == dictionary.ListStart && r.d.Lookup(dictionary.Fold(r.text[at:t.end])) != nil, role == dictionary.ListEnd && n > signsOfHeading:
			found = at
		}
	}
	return found
}

// signsOfHeading is how many signs a heading has at least that is known by itself where a line begins.
const signsOfHeading = 3

// headingOf is the role of a heading of one word.
func (c *content) headingOf(key string) (dictionary.Role, bool) {
	for _, h := range c.d.HeadingsFrom(firstOf(key)) {
		if h.Key == key {
			return h.Role, true
		}
	}
	return "", false
}
