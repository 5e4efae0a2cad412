package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// parts says whether token i parts two items; the current one began at lo.
func (s *splitter) parts(lo, i int) bool {
	t := s.toks[i]
	if t.colour {
		return false
	}
	switch t.kind {
	case comma:
		return s.commaParts(lo, i)
	case newline, paragraph:
		return s.lineParts(lo, i)
	case stop:
		return s.stopParts(lo, i)
	case colon:
		return s.style.signs && s.colonParts(lo, i)
	case slash:
		return s.style.slashes && s.slashParts(lo, i) || s.style.tightSlash && !s.namedAcross(lo, i)
	case dash:
		return s.style.dashes && s.dashParts(lo, i)
	case bullet:
		return s.style.bullets && s.alone(i)
	case ampersand:
		return s.style.bullets && s.text[t.start] == '+' && s.alone(i)
	case closing:
		return s.style.pipes && s.pipeBracket(lo, i)
	case word:
		return s.style.lost && s.bulletLetter(lo, i) || s.style.pipes && s.pipeLetter(lo, i)
	}
	return false
}

// commaParts says whether the comma at i, or a sign that always parts items as one does, stands between two and not in a
// name. Strokes and the dots of Japanese names do where they are the separators of the list.
func (s *splitter) commaParts(lo, i int) bool {
	t := s.toks[i]
	switch r, _ := utf8.DecodeRuneInString(s.text[t.start:]); r {
	case '|', '¦', '│', '｜':
		return s.style.pipes || s.typed && i > lo && !t.spaced && s.glued(i+1) && s.known(i-1) && s.known(i+1) // no l between letters
	case '・', '･':
		return s.style.dots
	}
	return !s.locant(lo, i) && !s.bracketGoesOn(lo, i)
}

// lineParts says whether an item ends at the line break i: in the row of a table, where each line is an item, or where a
// comma was lost.
func (s *splitter) lineParts(lo, i int) bool {
	switch {
	case s.style.table && s.functionAt(lo, i) < i:
		return true
	case s.style.lines:
		return !s.goesOn(lo, i)
	}
	return s.lostComma(lo, i)
}

// bulletLetter says whether the word at i is a bullet read as a letter, "Glycerin e Panthenol": between
// known words, and not the e of a vitamin.
func (s *splitter) bulletLetter(lo, i int) bool {
	if i == lo || !s.dotLetter(i) {
		return false
	}
	next := i + 1
	for next < len(s.toks) && (s.toks[next].kind == newline || s.toks[next].kind != word && !s.toks[next].spaced && s.speck(next)) {
		next++
	}
	if next == len(s.toks) || !s.toks[next].spaced || !s.known(next) {
		return false
	}
	last := i - 1
	if s.toks[last].kind == newline {
		last--
	}
	if last < lo {
		return false
	}
	before := s.toks[last]
	if before.knowledge == neutral && last > lo { // the number or letter of a name: Nylon 12, Vitamin E
		return s.toks[last-1].knowledge == known
	}
	return before.kind == closing || before.knowledge == known && s.lower[before.start:before.end] != "vitamin"
}

// known says whether token i is a word the dictionary knows, or a number that begins one: C14-22 Alcohols.
func (s *splitter) known(i int) bool {
	t := s.toks[i]
	if t.kind == word && t.knowledge == neutral && i+1 < len(s.toks) {
		t = s.toks[i+1]
	}
	return t.kind == word && t.knowledge == known || t.kind == closing
}

// bulletLost says whether a bullet was not read before the word at i: a space wide enough for one is there,
// which the composer writes as two, and an ingredient on either side.
func (s *splitter) bulletLost(lo, i int) bool {
	t := s.toks[i]
	if !s.style.lost || s.typed || t.kind != word || i <= lo || !strings.HasSuffix(s.text[:t.start], "  ") {
		return false
	}
	end := s.itemEnd(i)
	return s.understood(lo, i) && s.understood(i, end) && !s.wholeName(lo, end)
}

// dashParts says whether the dash at i parts two items of a list with dashes: it stands alone, or only
// the space before it was not seen, "Caprate- Panthenol".
func (s *splitter) dashParts(lo, i int) bool {
	if s.alone(i) {
		return true
	}
	return i > lo && i+1 < len(s.toks) && s.toks[i+1].spaced && (s.toks[i-1].kind == closing || s.toks[i-1].knowledge == known)
}

// slashParts says whether the slash at i parts two items of a list with slashes: it stands alone, or the space on one
// side of it was not seen and a whole name stands before it, "Glycerin /Panthenol".
func (s *splitter) slashParts(lo, i int) bool {
	if s.alone(i) {
		return true
	}
	return i > lo && i+1 < len(s.toks) && s.toks[i].spaced != s.toks[i+1].spaced && s.wholeName(lo, i) && s.known(i+1)
}

// namedAcross says whether a name stands over the slash or the wide space at i: Caprylic/Capric Triglyceride.
func (s *splitter) namedAcross(lo, i int) bool {
	const most = 3 // pieces of a name on either side
	wide := func(k int) bool { return s.style.wide && s.wide(k) }
	for end, ends := i+1, 0; end <= len(s.toks) && ends < most; end++ {
		if end < len(s.toks) && s.toks[end].kind != slash && !wide(end) {
			continue
		}
		ends++
		for from, starts := i-1, 0; from >= lo && starts < most; from-- {
			if from > lo && s.toks[from-1].kind != slash && !wide(from) {
				continue
			}
			starts++
			if s.wholeName(from, end) {
				return true
			}
		}
	}
	return false
}

// pipeLetter says whether the word at i is a stroke between two items that was read as a letter or a digit,
// "Squalane I Panthenol".
func (s *splitter) pipeLetter(lo, i int) bool {
	switch t := s.toks[i]; s.text[t.start:t.end] {
	case "I", "l", "1":
		return i > lo && i+1 < len(s.toks) && t.spaced && s.toks[i+1].spaced && s.wholeName(lo, i) && s.known(i+1)
	}
	return false
}

// pipeBracket says whether the bracket at i, which nothing opens, is a stroke that was read as one, "Seed Oil] Panthenol".
func (s *splitter) pipeBracket(lo, i int) bool {
	t := s.toks[i]
	return s.text[t.start] == ']' && s.pairs.partner(i) < 0 && i > lo && i+1 < len(s.toks) && s.toks[i+1].spaced
}

// colonParts says whether the colon at i was a dot between two items: it stands alone, or what it ends
// has words the dictionary knows. Names of parts have none, or stand at the start of a line.
func (s *splitter) colonParts(lo, i int) bool {
	if i == lo || s.minor(i-1, dictionary.Abbreviation) {
		return false
	}
	return s.alone(i) || s.toks[i-1].kind == closing || s.share(lo, i) > 0.5
}

// locant says whether the comma at i stands inside "1, 2-Hexanediol": OCR and typists add a space.
func (s *splitter) locant(lo, i int) bool {
	if i != lo+1 || i+1 >= len(s.toks) || s.toks[lo].kind != word || s.toks[i+1].kind != word {
		return false
	}
	a, b := s.text[s.toks[lo].start:s.toks[lo].end], s.text[s.toks[i+1].start:s.toks[i+1].end]
	return len(a) == 1 && isDigit(a[0]) && len(b) > 2 && isDigit(b[0]) && b[1] == '-' && b[0] > a[0]
}

// bracketGoesOn says whether what follows the separator at i is a bracket of the name before it, as in
// "Lanolin Alcohol, (Eucerit)": no item begins with one, save one that is a name with it or holds a list.
func (s *splitter) bracketGoesOn(lo, i int) bool {
	o := i + 1
	if o < len(s.toks) && s.toks[o].kind == newline {
		o++
	}
	if i == lo || o >= len(s.toks) || s.toks[o].kind != opening || o+1 < len(s.toks) && s.toks[o+1].kind == quote || s.toks[i-1].kind != word && s.toks[i-1].kind != closing {
		return false
	}
	j := s.pairs.partner(o)
	const longest = 5 // tokens of a common or a trade name
	if j < o || j-o-1 > longest || s.pairs.inner[j] > s.pairs.inner[o] {
		return false
	}
	return !s.wholeName(o, max(s.itemEnd(j+1), j+1))
}

// stopParts says whether the full stop at i was a comma, or ends a sentence.
func (s *splitter) stopParts(lo, i int) bool {
	if i+1 >= len(s.toks) || i == lo {
		return true
	}
	before, after := s.toks[i-1], s.toks[i+1]
	switch {
	case s.style.tightStops && s.glued(i+1):
		return before.letters != 1
	case before.kind != word && (before.kind == closing || !after.kind.endsLine()):
		return true
	case after.kind.endsLine():
		return !s.shortForm(i) && !(after.kind == newline && s.oneName(lo, i, i+2))
	case after.kind != word, s.shortForm(i):
		return false
	case after.letters < 2 && !after.foreign: // Alcohol Denat. 39-C; but Parfum. 80196
		return after.letters == 0 && after.end-after.start > 2 && before.knowledge == known
	case s.style.stops && after.spaced:
		return true
	}
	return s.stopWasComma(lo, i)
}

// stopWasComma says whether the full stop at i, between two words of a list that has commas, is one that was misread: what the
// words are tells, and the capital letter of the second. ALCOHOL DENAT. SD ALCOHOL 40-B is one name.
func (s *splitter) stopWasComma(lo, i int) bool {
	before, after := s.toks[i-1], s.toks[i+1]
	begins := after.spaced && s.capital(i+1)
	if before.knowledge != known {
		return begins && (after.knowledge == known || before.foreign)
	}
	return (begins || after.knowledge == known) && s.d.Lookup(s.folded(lo, s.itemEnd(i+1))) == nil
}

// oneName says whether the sign at i is a speck in a name: the dictionary knows what stands before it and what
// begins at token next as one name, and not both by themselves.
func (s *splitter) oneName(lo, i, next int) bool {
	end := s.itemEnd(next)
	if next >= end || s.wholeName(lo, i) && s.wholeName(next, end) {
		return false
	}
	return s.named(s.folded(lo, i) + " " + s.folded(next, end))
}

func (s *splitter) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.toks[i].start:])
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// shortForm says whether the full stop at i belongs to the word before it: of one letter, an
// abbreviation, or the "C.1." that OCR makes of C.I.
func (c *content) shortForm(i int) bool {
	t := c.toks[i-1]
	if t.kind != word {
		return false
	}
	if t.letters == 1 && !t.foreign || c.minor(i-1, dictionary.Abbreviation) {
		return true
	}
	return t.letters == 0 && t.end-t.start == 1 && i >= 3 && c.toks[i-2].kind == stop && !t.spaced && c.toks[i-3].letters == 1
}
