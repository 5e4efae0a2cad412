package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// token is one word of an ingredient.
type token struct {
	text       string // folded
	start, end int    // bytes in the folded ingredient
	known      bool   // a word of some name, as it stands
	used       bool   // part of a grammar entry already found
	meant      string // what it was corrected to; "" where it stands as read
	cost       int32  // of the correction
	edits      int
}

// sentence is an ingredient taken apart: its words, and the grammar entries among them.
type sentence struct {
	key    string // folded
	offset []int  // byte i of key came from byte offset[i] of the text that was folded
	base   int    // where that text begins in Label.Text
	text   string // Label.Text
	tokens []token
	parts  []Part
	like   string // a look-alike among the words, "" for none
	could  string // what it could name, had it been read better; "" for nothing
}

// parse takes Label.Text[start:end] apart and finds the grammar words that stand there unharmed.
func (w *work) parse(start, end int) *sentence {
	text := w.label.Text
	s := &sentence{base: start, text: text}
	s.key, s.offset = dictionary.FoldMap(text[start:end])
	s.split()
	for i := range s.tokens {
		t := &s.tokens[i]
		t.known = w.knownWord(t.text)
	}
	w.phrases(s, true)
	for i := range s.tokens {
		if t := &s.tokens[i]; !t.used && isGlued(t.text) {
			w.unglue(s, t)
		}
	}
	s.sort()
	return s
}

// split fills tokens: runs of letters, digits, marks and apostrophes.
func (s *sentence) split() {
	from := -1
	for i, r := range s.key {
		in := r == '\'' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
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

// phrases finds the entries of the grammar, and if asked the look-alikes, longest first, from left to
// right.
func (w *work) phrases(s *sentence, alike bool) {
	v := w.m.vocab
	for i := 0; i < len(s.tokens); i++ {
		for n := min(max(1, v.longest[s.tokens[i].text]), len(s.tokens)-i); n > 0; n-- {
			last := &s.tokens[i+n-1]
			key := s.key[s.tokens[i].start:last.end]
			if n > 1 && !s.plain(s.tokens[i:i+n]) {
				continue
			}
			word, ok := v.dict.Word(key)
			if alike && (n > 1 || !ok) && v.alike(key, n) {
				s.like = key
			} else if ok {
				s.add(word, s.tokens[i].start, last.end, 0)
			} else {
				continue
			}
			s.use(i, n)
			i += n - 1
			break
		}
	}
}

// alike reports whether an entry of n words is a look-alike.
func (v *vocabulary) alike(key string, n int) bool {
	if n == 1 {
		return v.likeForms[key]
	}
	t := v.whole[squeezedKey(key)]
	return t != nil && t.Kind == dictionary.LookAlike
}

// plain reports whether words follow each other with nothing but a space between them.
func (s *sentence) plain(tokens []token) bool {
	for i := 1; i < len(tokens); i++ {
		if s.key[tokens[i-1].end:tokens[i].start] != " " {
			return false
		}
	}
	return true
}

func (s *sentence) use(i, n int) {
	for j := i; j < i+n; j++ {
		s.tokens[j].used, s.tokens[j].known = true, true
	}
}

// add appends a part; start and end are bytes in the key.
func (s *sentence) add(word dictionary.Word, start, end, edits int) {
	a, b := s.place(start, end)
	s.parts = append(s.parts, Part{Word: word, Read: s.text[a:b], Start: a, End: b, Edits: edits})
}

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
	for i := 1; i < len(s.parts); i++ {
		for j := i; j > 0 && s.parts[j].Start < s.parts[j-1].Start; j-- {
			s.parts[j], s.parts[j-1] = s.parts[j-1], s.parts[j]
		}
	}
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

// medium gives the part that names conditioned media or the like; nil for none.
func mediumOf(parts []Part) *Part {
	for i := range parts {
		if parts[i].Word.Class == dictionary.ClassMedium {
			return &parts[i]
		}
	}
	return nil
}

// knownWord reports whether a token is a word of some name.
func (w *work) knownWord(t string) bool {
	return w.m.dict.KnownWord(t)
}

// unglue finds grammar words inside a run of a script without spaces, so that as few letters as
// possible are left over, and with as few words as possible.
func (w *work) unglue(s *sentence, t *token) {
	runs := t.text
	n := len(runs)
	type step struct {
		left, words int
		from        int
		word        *dictionary.Word
	}
	best := make([]step, n+1)
	for i := range best {
		best[i] = step{left: 1 << 30}
	}
	best[0] = step{}
	for i, r := range runs {
		if best[i].left == 1<<30 {
			continue
		}
		take := func(end, left, words int, word *dictionary.Word) {
			next := step{best[i].left + left, best[i].words + words, i, word}
			if b := best[end]; next.left < b.left || next.left == b.left && next.words < b.words {
				best[end] = next
			}
		}
		take(i+utf8.RuneLen(r), 1, 0, nil)
		for k := range w.m.vocab.glued[r] {
			if g := &w.m.vocab.glued[r][k]; strings.HasPrefix(runs[i:], g.text) {
				take(i+len(g.text), 0, 1, &g.word)
			}
		}
	}
	found := false
	for i := n; i > 0; i = best[i].from {
		if word := best[i].word; word != nil {
			s.add(*word, t.start+best[i].from, t.start+i, 0)
			found = true
		}
	}
	t.used = t.used || found
	t.known = t.known || found && best[n].left == 0
}
