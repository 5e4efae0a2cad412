package match

import (
	"strings"

	"exoscan/dictionary"
)

// Common names are no part of CosIng, and a misread one is not looked for among all of them: most are so short that
// another name is near. What readers take for each other all the time, they may all the same be read with: strokes, and
// the round ones, "lodised Salt", "Paim Oil".

// strokeKey is a squeezed key with the letters alike that are one stroke or round.
func strokeKey(key []byte) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'i', '1':
			return 'l'
		case '0':
			return 'o'
		}
		return r
	}, string(key))
}

// strokesOf are the common names of ingredients by their strokeKey, without those that another one is like.
func strokesOf(d *dictionary.Dictionary) map[string]*dictionary.Term {
	names := map[string]*dictionary.Term{}
	for key, t := range d.AllTerms() {
		if t.Kind != dictionary.Ingredient || isForeign(key) {
			continue
		}
		at := strokeKey([]byte(squeezedKey(key)))
		if old, ok := names[at]; ok && (old == nil || old.Name != t.Name) {
			names[at] = nil
			continue
		}
		names[at] = t
	}
	return names
}

// commonly matches a common name that was read with strokes taken for each other.
func (w *work) commonly(i, start, end int, s *sentence) (Match, bool) {
	if s.noun() != nil || s.could != "" || s.unread() {
		return Match{}, false
	}
	for _, v := range w.spellings(w.label.Text[start:end]) {
		t := w.m.vocab.strokes()[strokeKey(w.squeeze(v))]
		if t == nil {
			continue
		}
		w.read.set(dictionary.Fold(v))
		al := w.names.ruler.align(w.read, squeezedRunes(nil, dictionary.Fold(t.Text)))
		if al.digits {
			continue
		}
		m := w.named(i, start, end, name{term: t, id: -1})
		m.How, m.Cost, m.Edits, m.Parts = Edited, float64(al.cost)/100, al.edits, s.parts
		return m, true
	}
	return Match{}, false
}
