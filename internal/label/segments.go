package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment is the text between two signs that can part ingredients, the unit in which lists are
// looked for. It is smaller than an ingredient where a line ends inside a name: that does no harm,
// as only its words are weighed.
type segment struct {
	lo, hi   int  // tokens, without the sign that ends it
	before   kind // the sign before it; newline at the start of the text
	after    kind // the sign that ends it; newline at the end of the text
	known    float32
	unknown  float32
	words    int // that say something, or are numbers
	foreign  int // words in a script the dictionary hardly knows
	letters  int
	digits   int
	denied   bool // says what is not in the product
	denial   bool // begins a sentence that does
	sentence bool // begins a line that is a sentence
	nutrient bool // has an amount of a nutrition table
	percent  bool // has an amount of a list
	colour   bool // has a number of the Colour Index
	heading  int  // index of the heading it is, or -1
}

// segments cuts the tokens at signs, line breaks and headings.
func (c *content) segments(heads []heading) []segment {
	toks := c.toks
	out := make([]segment, 0, len(toks)/3+4)
	before := newline
	next := 0 // heading
	numbers := c.itemNumbers()
	s := segment{before: before, heading: -1}
	flush := func(hi, resume int, sign kind) {
		s.hi, s.after = hi, sign
		s.nutrient = s.nutrient && !c.exosomes(s.lo, hi) // "Exosome Powder 20 mg" is in no nutrition table
		if s.hi > s.lo || sign == paragraph {
			out = append(out, s)
			before = sign
		} else if sign > before {
			before = sign
		}
		s = segment{lo: resume, before: before, heading: -1}
	}
	for i := 0; i < len(toks); i++ {
		if next < len(heads) && heads[next].lo == i {
			h := heads[next]
			if i > s.lo {
				flush(i, i, stop)
			}
			s.heading = next
			flush(h.hi, h.hi, colon)
			next++
			i = h.hi - 1
			continue
		}
		if width := numbers[i]; width > 0 {
			flush(i, i+width, comma)
			i += width - 1
			continue
		}
		if toks[i].kind == word {
			if i > s.lo && (c.behindShare(i) || c.wide(i) && c.among(i, fewTight, c.gap) || c.behindAmount(i) && c.among(i, fewSigns, c.behindAmount)) {
				flush(i, i, comma)
			}
			c.weigh(&s, i)
		} else if sign := c.partsAs(i); sign != none {
			flush(i, i+1, sign)
		}
	}
	flush(len(toks), len(toks), newline)
	c.markDenied(out, heads)
	c.markSentences(out)
	return out
}

// lined says whether a segment of signs is a line of its own, and as short as an item.
func (s segment) lined() bool {
	return s.before >= newline && s.after >= newline && s.words > 0 && s.words <= mostWords && s.abroad()
}

// partsAs says what the sign at i counts as where it can part ingredients, none where it cannot. Weak signs are commas among
// their like: Aqua - Glycerin, Aqua + Glycerin.
func (c *content) partsAs(i int) kind {
	weak := false
	switch t := c.toks[i]; t.kind {
	case comma, newline, paragraph:
		return t.kind
	case stop:
		return c.stopAs(i)
	case colon:
		if i == 0 || c.toks[i-1].kind != closing && c.toks[i-1].knowledge != known || !c.amongDots(i) {
			return colon
		}
		weak = true
	case dash, ampersand:
		weak = c.lone(i) && c.lower[t.start] != '&' && c.amongDots(i)
	case slash:
		weak = c.lone(i) && c.amongSlashes(i) || c.unspaced(i) && c.amongTightSlashes(i)
	case bullet:
		weak = c.lone(i) || t.spaced && i+1 == len(c.toks)
	}
	if weak {
		return comma
	}
	return none
}

// stopAs says what the full stop at i counts as.
func (c *content) stopAs(i int) kind {
	switch {
	case i > 0 && i+1 < len(c.toks) && (!c.toks[i+1].spaced || c.shortForm(i)):
		return none
	case c.amongStops(i):
		return comma
	}
	return stop
}

// lone says whether a sign stands between spaces.
func (c *content) lone(i int) bool {
	return c.toks[i].spaced && i+1 < len(c.toks) && c.toks[i+1].spaced
}

// unspaced says whether no space is about a sign.
func (c *content) unspaced(i int) bool {
	return i > 0 && !c.toks[i].spaced && i+1 < len(c.toks) && !c.toks[i+1].spaced && c.toks[i+1].kind == word
}

// amongDots says whether the sign at i stands among dots, or what they are read as: it may be one of them.
func (c *content) amongDots(i int) bool {
	return c.among(i, fewSigns, func(k int) bool {
		switch t := c.toks[k]; t.kind {
		case bullet, dash, ampersand, colon:
			return c.lone(k) && c.text[t.start] != '&'
		case comma:
			return t.end-t.start > 1
		}
		return false
	})
}

// amongSlashes says whether the slash at i stands among others, where a list has commas: Aqua / Glycerin / Parfum.
func (c *content) amongSlashes(i int) bool {
	return c.among(i, fewSigns, func(k int) bool { return c.toks[k].kind == slash && c.lone(k) })
}

// amongTightSlashes says the same of one without spaces, as in Aqua/Glycerin/Parfum. Names have some, too.
func (c *content) amongTightSlashes(i int) bool {
	return c.among(i, fewTight-1, func(k int) bool { return c.toks[k].kind == slash && c.unspaced(k) })
}

// amongStops says whether the full stop at i stands among others with one name of signs before each: they are commas that
// were misread.
func (c *content) amongStops(i int) bool {
	like := func(k int) bool {
		return c.toks[k].kind == stop && k > 0 && c.toks[k-1].kind == word && c.toks[k-1].foreign && (k == 1 || c.toks[k-2].kind != word)
	}
	return like(i) && c.among(i, fewTight-1, like)
}

// wide says whether a wide gap before the word at i may part names, as in Aqua  Glycerin  Parfum.
func (c *content) wide(i int) bool { return c.gap(i) && !c.sourceGoesOn(i) }

// gap says whether more than one space stands before a word of typed text.
func (c *content) gap(i int) bool {
	return c.typed && i > 0 && c.toks[i].kind == word && strings.HasSuffix(c.text[c.toks[i-1].end:c.toks[i].start], "  ")
}

// glued says whether token i is a word that follows the one before without a space.
func (c *content) glued(i int) bool {
	return i < len(c.toks) && c.toks[i].kind == word && !c.toks[i].spaced
}

// among says whether there are a few signs of a kind around i, and hardly a separator of another.
func (c *content) among(i, few int, like func(k int) bool) bool {
	const near = 12 // tokens each way
	signs, others := 0, 0
	look := func(k int) (on bool) {
		t := c.toks[k]
		switch {
		case like(k):
			signs++
		case t.kind == comma:
			others++
		}
		return t.kind != paragraph
	}
	for k := i; k < len(c.toks) && k <= i+near && look(k); k++ {
	}
	for k := i - 1; k >= 0 && k >= i-near && look(k); k-- {
	}
	return signs >= few && signs > 2*others
}

// A number of so many digits may be of the Colour Index ("CI 77491, 77492"): it counts a little.
const (
	colourIndex  = 5
	colourWeight = 0.3
)

// heavyLetters is the length from which on a longer word says no more. A syllable of Korean or a Chinese sign says as much
// as two letters; a name of them is one word, and one sign misread makes all of it unknown.
const (
	heavyLetters  = 12
	lettersOfSign = 2
	heavySigns    = 8 // letters that a word of signs is worth at most
)

// ofSigns says whether a word begins with a Korean syllable or a Chinese sign. Kana weigh as letters: names in them are
// as long as in Latin ones.
func ofSigns(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.In(first, unicode.Hangul, unicode.Han)
}

// weigh adds the word at i to a segment.
func (c *content) weigh(s *segment, i int) {
	t := c.toks[i]
	read := c.lower[t.start:t.end]
	s.letters += int(t.letters)
	for _, b := range []byte(read) {
		if isDigit(b) {
			s.digits++
		}
	}
	s.nutrient = s.nutrient || c.weighsGrams(i)
	if t.letters == 0 {
		s.words++
		s.percent = s.percent || strings.HasSuffix(read, "%") || i+1 < len(c.toks) && c.text[c.toks[i+1].start] == '%'
		if t.end-t.start == colourIndex {
			s.known += colourWeight
		}
		s.colour = s.colour || t.colour
		return
	}
	letters := t.letters
	if t.foreign && ofSigns(read) {
		letters = min(lettersOfSign*letters, heavySigns)
	}
	weight := float32(min(letters, heavyLetters)) / (heavyLetters / 2)
	switch t.knowledge {
	case known:
		s.known += weight
		s.words++
	case likely:
		s.known += weight / 2
		s.words++
	case unknown:
		s.unknown += weight
		s.words++
	}
	if t.foreign {
		s.foreign++
	}
}
