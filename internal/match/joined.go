package match

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// maxJoined is the most ingredients of the label that are tried as one name: chemical names hold up to
// four commas that a label may have been split at.
const maxJoined = 5

// overhang matches ingredient i with the words that follow it without a separator, which the label left
// out of the list as it did not know them: where a name ends is for the dictionary to say.
func (w *work) overhang(i int) (Match, bool) {
	in, text := w.label.Ingredients[i].Name, w.label.Text
	limit := min(len(text), in.End+maxOverhang)
	if i+1 < len(w.label.Ingredients) {
		limit = min(limit, w.label.Ingredients[i+1].Start)
	}
	for limit < len(text) && !utf8.RuneStart(text[limit]) {
		limit--
	}
	more := text[in.End:max(limit, in.End)]
	if cut := strings.IndexAny(more, separators+"()[]"); cut >= 0 {
		more = more[:cut]
	}
	end := in.End + len(strings.TrimRight(more, " "))
	if !strings.HasPrefix(more, " ") || end == in.End {
		return Match{}, false
	}
	s := w.parse(in.Start, end)
	w.repair(s)
	if m, ok := w.whole(i, in.Start, end, s); ok {
		return m, true
	}
	if s.noun() != nil {
		return w.understood(i, in.Start, end, s), true
	}
	return Match{}, false
}

// maxOverhang is how far behind an ingredient its name may go on, in bytes.
const maxOverhang = 100

// maxJoinedBytes is the longest text that is tried as one name with wrong letters, in bytes.
const maxJoinedBytes = 120

// joined matches ingredient i and some after it as one name that stands there but for its separators:
// "1, 2-Hexanediol".
func (w *work) joined(i int) (Match, int, bool) {
	named := false // what follows is a name by itself, which may be the end of this one, but tells no source of exosomes
	if first := w.label.Ingredients[i].Name; first.End-first.Start >= shortestPiece && i+1 < len(w.label.Ingredients) {
		next := w.label.Ingredients[i+1].Name
		named = w.lookup(w.label.Text[next.Start:next.End]).id >= 0
	}
	for n := 2; n <= maxJoined && i+n <= len(w.label.Ingredients); n++ {
		last := w.label.Ingredients[i+n-1]
		if !w.together(i, i+n-1) || last.Name.End-w.label.Ingredients[i].Name.Start > 2*maxJoinedBytes {
			break
		}
		if !w.mayBeJoined(i, n) {
			continue
		}
		if m, ok := w.exact(i, w.label.Ingredients[i].Name.Start, last.Name.End); ok && (!named || m.Kind == dictionary.Ingredient) {
			return m, n, true
		}
	}
	return Match{}, 0, false
}

// mayBeJoined reports whether the letters of n ingredients from the ith on are those of a name.
func (w *work) mayBeJoined(i, n int) bool {
	w.run = w.run[:0]
	for k := range n {
		w.run = append(w.run, w.lettersOf(i+k)...)
	}
	_, count := w.names.index.Lookup(w.run)
	return count > 0 || w.m.vocab.whole[string(w.run)] != nil
}

// lettersOf is the squeezed name of an ingredient, worked out once.
func (w *work) lettersOf(i int) string {
	for len(w.letters) <= i {
		w.letters = append(w.letters, "")
	}
	if w.letters[i] == "" {
		in := w.label.Ingredients[i].Name
		w.letters[i] = string(w.squeeze(w.label.Text[in.Start:in.End]))
	}
	return w.letters[i]
}

// together reports whether two ingredients are of one list.
func (w *work) together(i, j int) bool {
	return w.label.Ingredients[i].List == w.label.Ingredients[j].List
}

// nearlyJoined matches ingredient i and the next as one name that was read with wrong letters, if
// neither is a name by itself.
func (w *work) nearlyJoined(i int) (Match, int, bool) {
	if i+1 >= len(w.label.Ingredients) || !w.together(i, i+1) {
		return Match{}, 0, false
	}
	start, end := w.label.Ingredients[i].Name.Start, w.label.Ingredients[i+1].Name.End
	if end-start > maxJoinedBytes {
		return Match{}, 0, false
	}
	if _, ok := w.plain(i + 1); ok {
		return Match{}, 0, false
	}
	if _, ok, _ := w.wholeOf(i + 1); ok {
		return Match{}, 0, false
	}
	s := w.parse(start, end)
	w.repair(s)
	m, ok := w.nearly(i, start, end, s)
	return m, 2, ok
}

// sourceBehind reports whether the source of a noun stands right behind it, as other languages than English have it,
// and is a name by itself: EXOSOMAS LECHE DE CABRA.
func (w *work) sourceBehind(s *sentence, before, m *Match) bool {
	noun := nounOf(before.Parts)
	if noun == nil || noun.Word.Language == "en" || strings.TrimSpace(s.text[before.End:m.Start]) != "" {
		return false
	}
	alone := !tellsAny(before.Parts)
	return slices.ContainsFunc(s.parts, func(p Part) bool {
		return p.Word.Class.States() != "" && (p.Start < m.Start && m.Start < p.End || alone && p.Start == m.Start)
	})
}

// fieldsOf reports whether m stands in a bracket right behind exosomes that says something of them with a colon:
// エクソソーム（由来：バラ）, 外泌体（转基因：无；来源：人源）.
func (s *sentence) fieldsOf(before, m *Match) bool {
	noun := nounOf(before.Parts)
	if noun == nil || nounOf(m.Parts) != nil {
		return false
	}
	behind := s.text[noun.End:]
	field := inBracket.FindStringIndex(behind)
	return field != nil && m.Start < noun.End+field[1] && m.Start >= noun.End
}

// inBracket is a bracket that begins with a field, up to its end.
var inBracket = regexp.MustCompile(`^\s?[(（\[][^:：;；,，、()（）\[\]]{1,40}[:：][^()（）\[\]]*[)）\]]`)

// sourceInBracket reports whether a bracket that opens right behind exosomes, which name no source themselves, begins with
// one and closes: Exosomes(Rosa damascena). So does one with several sources that was cut between them: 엑소좀(우유, 장미).
func (w *work) sourceInBracket(s *sentence, before, m *Match) bool {
	noun := nounOf(before.Parts)
	if noun == nil || nounOf(m.Parts) != nil || !strings.ContainsAny(s.text[m.Start:], ")）]") {
		return false
	}
	if opened := strings.LastIndexAny(s.text[noun.End:before.End], "(（["); opened >= 0 && !strings.ContainsAny(s.text[noun.End+opened:m.Start], ")）]") {
		return tellsSource(w.class(m.Read)) && tellsAny(before.Parts)
	}
	if tellsAny(before.Parts) || !isOpening(strings.TrimSpace(s.text[before.End:m.Start])) {
		return false
	}
	states := func(p Part) bool { return p.Word.Class.States() != "" }
	return slices.ContainsFunc(s.within(label.Range{Start: m.Start, End: m.End}), states)
}

// isOpening reports whether a text is one bracket that opens.
func isOpening(text string) bool { return text == "(" || text == "（" || text == "[" }
