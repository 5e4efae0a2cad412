package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// work is what one goroutine needs to match: tables that are kept between calls.
type work struct {
	m        *Matcher
	names    *searcher
	words    *searcher
	squeezed []byte
	run      []byte   // of names run together
	letters  []string // of the label's ingredients, squeezed, as far as they were needed
	read     reading
	word     reading
	label    *label.Label
	notes    map[string]note // the footnotes of the label that were looked for, by their signs
	tried    tried
}

// tried remembers the attempt at the ingredient after the one at hand, which joining makes first.
type tried struct {
	i  int // -1: none
	m  Match
	ok bool
	s  *sentence
}

func newWork(m *Matcher) *work {
	r := &ruler{costs: m.costs}
	return &work{
		m:     m,
		notes: map[string]note{},
		names: newSearcher(dictionary.CosIng(), r, olderName),
		words: newSearcher(dictionary.CosIngWords(), r, commonerWord),
	}
}

func (w *work) list(l *label.Label) []Match {
	w.label, w.tried.i = l, -1
	clear(w.notes)
	w.letters = w.letters[:0]
	out := make([]Match, 0, len(l.Ingredients))
	for i := 0; i < len(l.Ingredients); {
		if m, ok := w.plain(i); ok {
			out = append(out, m)
			i++
			continue
		}
		found, used := w.puzzle(i)
		out = append(out, found...)
		i += used
	}
	for i := range out {
		if m := &out[i]; m.exosome() {
			m.Note = w.noted(m)
		}
	}
	return out
}

// plain matches an ingredient that is a name as it stands: the path that a clean list takes.
func (w *work) plain(i int) (Match, bool) {
	in := w.label.Ingredients[i].Name
	return w.exact(i, in.Start, in.End)
}

// exact matches Label.Text[start:end] if it is a name but for spaces, hyphens and marks.
func (w *work) exact(i, start, end int) (Match, bool) {
	text := w.label.Text[start:end]
	n := w.lookup(text)
	if !n.found() {
		return Match{}, false
	}
	m := w.named(i, start, end, n)
	if n.term == nil && (text == m.Name || strings.EqualFold(text, m.Name)) || n.term != nil && sameKey(text, n.term) {
		m.How = Exact
	}
	if m.Kind != dictionary.Ingredient {
		m.Parts = w.partsAs(w.entries(start, end), n)
	}
	return m, true
}

// partsAs gives the grammar words of a name that was read letter by letter: those that stand there or, where its words
// were run together, those of the name.
func (w *work) partsAs(s *sentence, n name) []Part {
	if !n.exosome() || s.noun() != nil || len(s.tokens) == len(dictionary.Tokens(n.spelling())) {
		return s.parts
	}
	w.read.set(s.key)
	parts, _ := w.partsOf(s, n.spelling(), w.names.ruler.align(w.read, squeezedRunes(nil, n.spelling())))
	return parts
}

func sameKey(text string, t *dictionary.Term) bool {
	return strings.EqualFold(text, t.Text) || dictionary.Fold(text) == dictionary.Fold(t.Text)
}

// named is a match of a known name, its letters all right.
func (w *work) named(i, start, end int, n name) Match {
	m := Match{
		Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end],
		Name: n.text(), Known: true, Kind: n.kind(), Term: n.term, How: Folded,
	}
	if n.id >= 0 {
		m.Reference = dictionary.CosIngReference(n.id)
	}
	return m
}

// puzzle matches what is no name as it stands. It says how many of the label's ingredients it used,
// at least one.
func (w *work) puzzle(i int) ([]Match, int) {
	if m, used, ok := w.joined(i); ok {
		return []Match{m}, used
	}
	in := w.label.Ingredients[i].Name
	m, ok, s := w.wholeOf(i)
	if ok {
		return []Match{m}, 1
	}
	if m, used, ok := w.nearlyJoined(i); ok {
		return []Match{m}, used
	}
	if m, ok := w.blend(i); ok {
		return []Match{m}, 1
	}
	if found := w.split(i, s); found != nil {
		return found, 1
	}
	if m, ok := w.loosely(i, in.Start, in.End, s); ok {
		return []Match{m}, 1
	}
	if m, ok := w.overhang(i); ok {
		return []Match{m}, 1
	}
	rest := w.rest(i, in.Start, in.End, s)
	if rest.Kind == "" && rest.Could == "" {
		if m, ok := w.everyday(i, in.Start, in.End, s); ok {
			return []Match{m}, 1
		}
		if m, ok := w.doubted(i, in.Start, in.End, s); ok {
			return []Match{m}, 1
		}
		if m, ok := w.likeOf(i, in.Start, in.End, s); ok {
			return []Match{m}, 1
		}
	}
	return []Match{rest}, 1
}

// wholeOf is whole for an ingredient of the label, at most once for each.
func (w *work) wholeOf(i int) (Match, bool, *sentence) {
	if w.tried.i != i {
		in := w.label.Ingredients[i].Name
		s := w.parse(in.Start, in.End)
		w.repair(s)
		m, ok := w.whole(i, in.Start, in.End, s)
		w.tried = tried{i, m, ok, s}
	}
	return w.tried.m, w.tried.ok, w.tried.s
}

// whole matches Label.Text[start:end] as one name that a table has.
func (w *work) whole(i, start, end int, s *sentence) (Match, bool) {
	noun := s.noun()
	for _, v := range w.spellings(w.label.Text[start:end]) {
		if n := w.lookup(v); n.found() && (noun == nil || n.exosome() && !(n.term.Origin == dictionary.Unspecified && s.strange())) {
			if n.kind() == dictionary.Ingredient && (s.could != "" || s.unread()) {
				continue
			}
			if n.function() {
				if which := w.alias(w.label.Text[start:end]); which.found() {
					n = which
				}
			}
			m := w.named(i, start, end, n)
			if n.function() || !n.inci() && n.kind() == dictionary.Ingredient && s.mixed() {
				m.Name = w.canonical(s) // its parts say more than its name
			}
			m.Parts = w.partsAs(s, n)
			return m, true
		}
	}
	if m, ok := w.nearly(i, start, end, s); ok {
		return m, true
	}
	if m, ok := w.nearlyBare(i, start, end, s); ok {
		return m, true
	}
	if m, ok := w.commonly(i, start, end, s); ok {
		return m, true
	}
	return w.abbreviation(i, start, end, s)
}

// unread reports whether nobody knows most words of an ingredient that is longer than a name: a mixture is known by
// its parts, too.
func (s *sentence) unread() bool {
	strange := 0
	for i := range s.tokens {
		if s.tokens[i].strange() {
			strange++
		}
	}
	return len(s.tokens) > maxNameWords && 2*strange > len(s.tokens)
}

// strange reports whether nobody knows a word, which is too long to be a scrap.
func (t *token) strange() bool { return !t.known && utf8.RuneCountInString(t.text) >= sureWord }

// strange reports whether nobody knows a word of an ingredient.
func (s *sentence) strange() bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.strange() })
}

// loosely matches by the grammar, or by a part that stands for the whole.
func (w *work) loosely(i, start, end int, s *sentence) (Match, bool) {
	if n := s.noun(); n != nil {
		if n.Word.Kind == dictionary.Vesicle && w.extractOf(s) {
			s.could = n.Word.Name
			return Match{}, false
		}
		return w.understood(i, start, end, s), true
	}
	if n := w.alias(w.label.Text[start:end]); n.found() && s.could == "" {
		m := w.named(i, start, end, n)
		m.Parts = s.parts
		return m, true
	}
	if w.composed(s) {
		m := Match{
			Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end], Name: w.canonical(s),
			Known: true, Kind: dictionary.Ingredient, Parts: s.parts, How: Folded,
		}
		if p := mediumOf(s.parts); p != nil {
			m.Kind = p.Word.Kind
		}
		return m, true
	}
	return Match{}, false
}

// rest is an ingredient that nothing explains.
func (w *work) rest(i, start, end int, s *sentence) Match {
	m := Match{Ingredient: i, Start: start, End: end, Read: w.label.Text[start:end], Parts: s.parts, How: Folded}
	if p := mediumOf(s.parts); p != nil {
		m.Kind = p.Word.Kind
	}
	if s.could == "" && s.abbreviated() {
		s.could = "exosomes"
	}
	if s.could == "" {
		s.could = w.spacedNoun(s)
	}
	if s.could == "" {
		s.could = w.shortDoubt(s)
	}
	if s.could == "" {
		s.could = w.torn(s, start, end)
	}
	if s.could == "" {
		s.could = w.nounLost(s)
	}
	if s.could != "" && s.like == "" {
		m.Could, m.Doubt = s.could, "read too badly to tell from "+s.could
	}
	return m
}
