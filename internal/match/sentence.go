package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// token is one word of an ingredient.
type token struct {
	text       string // folded, as read
	start, end int    // bytes in the folded ingredient
	known      bool   // a word of some name, as it stands or as it was meant
	used       bool   // part of a grammar entry
	meant      string // what it was corrected to; "" where it stands as read
	cost       int32  // of the correction
	edits      int
}

// word is the token as it was meant.
func (t *token) word() string {
	if t.meant != "" {
		return t.meant
	}
	return t.text
}

// take corrects the token to what it was meant to be.
func (t *token) take(meant string, cost int32) {
	t.meant, t.cost, t.edits, t.known = meant, cost, max(1, int(cost+50)/100), true
}

// sentence is an ingredient taken apart: its words, and the grammar entries among them.
type sentence struct {
	key    string // folded
	offset []int  // byte i of key came from byte offset[i] of the text that was folded
	base   int    // where that text begins in Label.Text
	text   string // Label.Text
	tokens []token
	parts  []Part // in the order of the text
	source int    // byte of Label.Text at which the last part ends that tells a source, 0 for none
	like   string // a look-alike among the words, "" for none
	could  string // what it could name, had it been read better; "" for nothing
	unsure bool   // its noun was read and its source too badly
}

// parse takes Label.Text[start:end] apart and finds the grammar words that stand there unharmed.
func (w *work) parse(start, end int) *sentence {
	s := w.entries(start, end)
	for i := range s.tokens {
		t := &s.tokens[i]
		t.known = t.known || w.m.dict.KnownWord(t.text) || w.m.vocab.everyday[t.text] != 0
	}
	return s
}

// entries is parse for what is known: no word of it is looked up by itself.
func (w *work) entries(start, end int) *sentence {
	s := &sentence{base: start, text: w.label.Text}
	s.key, s.offset = dictionary.FoldMap(s.text[start:end])
	s.split()
	w.understand(s, true)
	return s
}

// unbind finds the grammar word that an apostrophe binds to the one before it: "d'avoine", "dell'uva".
func (w *work) unbind(s *sentence, t *token) {
	at := strings.IndexByte(t.text, '\'') + 1
	if at == 0 || t.meant != "" || w.m.vocab.everyday[t.text[:at]]&bound == 0 {
		return
	}
	if word, ok := w.m.dict.Word(t.text[at:]); ok {
		s.add(word, t.start+at, t.end, 0, 0)
		t.used, t.known = true, true
	}
}

// usualParts is as many as most names of exosomes have.
const usualParts = 4

// split fills tokens: runs of letters, digits, apostrophes and marks that were read for letters. Latin letters and those of
// scripts that leave no spaces are words apart: 玫瑰Exosome, hADSC外泌體.
func (s *sentence) split() {
	s.tokens = make([]token, 0, len(s.key)/6+2)
	from, before := -1, rune(0)
	for i, r := range s.key {
		if from >= 0 && otherScript(before, r) {
			s.tokens, from = append(s.tokens, token{text: s.key[from:i], start: from, end: i}), -1
		}
		before = r
		in := r == '\'' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			isMark(r) && letterAfter(s.key, i, r) && (from >= 0 || leads(r)) || from >= 0 && leads(r) || from >= 0 && strayBracket(s.key, i, r)
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			s.tokens, from = append(s.tokens, token{text: s.key[from:i], start: from, end: i}), -1
		}
	}
	if from >= 0 {
		s.tokens = append(s.tokens, token{text: s.key[from:], start: from, end: len(s.key)})
	}
}

// otherScript reports whether one of two neighbours is a Latin letter and the other one of a script that leaves no spaces.
func otherScript(a, b rune) bool {
	return isLatin(a) && dictionary.Glued(string(b)) || isLatin(b) && dictionary.Glued(string(a))
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' }

// strayBracket reports whether a bracket at byte i stands for a letter: between two, and with no partner.
func strayBracket(key string, i int, r rune) bool {
	paired := false
	switch r {
	case '[':
		paired = strings.Contains(key[i:], "]")
	case ']':
		paired = strings.Contains(key[:i], "[")
	case '(':
		paired = strings.Contains(key[i:], ")")
	default:
		return false
	}
	return !paired && i > 0 && isLetter(rune(key[i-1])) && letterAfter(key, i, r)
}

// opensWord reports whether a bracket at the beginning stands for a letter: right before one, and with no partner.
func opensWord(key string) bool {
	return strings.IndexAny(key, "([") == 0 && !strings.ContainsAny(key, ")]") && letterAfter(key, 0, rune(key[0]))
}

// letterAfter reports whether a letter, or a mark that may be one, follows the character at byte i.
func letterAfter(key string, i int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(key[i+utf8.RuneLen(r):])
	return unicode.IsLetter(next) || unicode.IsDigit(next) || leads(next)
}

// understand finds the grammar entries in the words as they were meant.
func (w *work) understand(s *sentence, alike bool) {
	s.parts, s.source, s.like = s.parts[:0], 0, ""
	for i := range s.tokens {
		s.tokens[i].used = false
	}
	w.phrases(s, alike)
	for i := range s.tokens {
		switch t := &s.tokens[i]; {
		case t.used:
		case dictionary.Glued(t.text):
			w.unglue(s, t)
		default:
			w.unbind(s, t)
		}
	}
	s.sort()
}

// add appends a part; start and end are bytes in the key.
func (s *sentence) add(word dictionary.Word, start, end, edits int, cost int32) {
	a, b := s.place(start, end)
	if tellsSource(word.Class) {
		s.source = max(s.source, b)
	}
	if s.parts == nil {
		s.parts = make([]Part, 0, usualParts)
	}
	s.parts = append(s.parts, Part{Word: word, Read: s.text[a:b], Start: a, End: b, Edits: edits, Cost: cost})
}

// read is the ingredient as it stands in Label.Text.
func (s *sentence) read() string { return s.text[s.base : s.base+s.offset[len(s.key)]] }

// place turns bytes of the key into bytes of Label.Text.
func (s *sentence) place(start, end int) (a, b int) {
	a = s.base + s.offset[start]
	// The last letter of the key may be one of several that a single letter of the text became.
	last := s.base + s.offset[end-1]
	_, n := utf8.DecodeRuneInString(s.text[last:])
	b = last + n
	if next := s.base + s.offset[end]; next >= b && (end == len(s.key) || s.key[end-1] >= 0x80) && next-b <= 8 && strings.TrimSpace(s.text[b:next]) != "" {
		b = next // combining marks that folding took away
	}
	return a, b
}

func (s *sentence) sort() {
	slices.SortStableFunc(s.parts, func(a, b Part) int { return cmp.Compare(a.Start, b.Start) })
}

// canonical prints the ingredient as it was understood: each word as it was meant, and as it was read where it
// stood there, accents and all.
func (w *work) canonical(s *sentence) string {
	var b strings.Builder
	at := 0
	for i := range s.tokens {
		t := &s.tokens[i]
		b.WriteString(s.key[at:t.start])
		if i > 0 && at == t.start { // cut apart
			b.WriteByte(' ')
		}
		at = t.end
		if w.showsMeant(t) {
			b.WriteString(t.meant)
			continue
		}
		start, end := s.place(t.start, t.end)
		b.WriteString(s.text[start:end])
	}
	b.WriteString(s.key[at:])
	return dictionary.Title(strings.ToUpper(b.String()))
}

// shown is what a letter of a word that tells nothing may cost for the word it was taken for to be shown.
const shown = 8

// showsMeant reports whether the name of an ingredient shows what a word was taken for. A word that tells nothing
// is not made another for a likeness, and a stem has lost its ending.
func (w *work) showsMeant(t *token) bool {
	if t.meant == "" {
		return false
	}
	word, ok := w.m.dict.Word(t.meant)
	return ok && !(word.Stem && dictionary.Fold(word.Text) == t.meant) || !ok && t.cost <= shown*int32(len(t.text))
}

// noun gives the part that names an exosome, or else a vesicle; nil for none.
func (s *sentence) noun() *Part { return nounOf(s.parts) }

func nounOf(parts []Part) *Part {
	var found *Part
	for i := range parts {
		p := &parts[i]
		if p.Word.Class != dictionary.ClassNoun {
			continue
		}
		if found == nil || p.Word.Kind == dictionary.Exosome && found.Word.Kind != dictionary.Exosome {
			found = p
		}
	}
	return found
}

// mediumOf gives the part that names conditioned media or the like; nil for none.
func mediumOf(parts []Part) *Part {
	for i := range parts {
		if parts[i].Word.Class == dictionary.ClassMedium {
			return &parts[i]
		}
	}
	return nil
}
