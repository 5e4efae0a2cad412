package match

import (
	"sync"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// How says how a name was recognised.
type How string

// The ways. Exact is the dictionary's spelling but for case and hyphens; Folded differs in spaces,
// marks, brackets, amounts or a synonym, but in no letter; Edited had letters that were wrong.
const (
	Exact  How = "exact"
	Folded How = "folded"
	Edited How = "edited"
)

// Part is a word of the grammar found in an ingredient.
type Part struct {
	Word       dictionary.Word
	Read       string // as it stands in the text
	Start, End int    // bytes in Label.Text, half-open
	Edits      int    // letters that had to change
	Cost       int32  // of that, weighted, in hundredths of an arbitrary wrong letter
}

// Note is what is said of what exosomes come from beside the list or the name.
type Note struct {
	Parts []Part // the words, nil for none
	In    string // where they stand: "footnote", "row" of a table, "field"
}

// Match is one ingredient as understood, or one mention of exosomes outside a list.
type Match struct {
	Ingredient int    // index of the first of the label's ingredients it came from; -1 outside a list
	Start, End int    // bytes in Label.Text, half-open
	Read       string // Label.Text[Start:End]
	Name       string // the canonical name; "" when it is not known
	Known      bool   // the dictionary has the name, or every word of it
	Kind       dictionary.Kind
	Term       *dictionary.Term // of a name in the vocabulary or the look-alikes; nil for others
	Reference  int              // CosIng number; 0 for names outside CosIng
	Parts      []Part           // in order; only for names of or near exosomes, and unknown ones
	Note       Note             // what is said elsewhere of what the exosomes come from
	How        How
	Edits      int     // letters that had to change
	Cost       float64 // weighted: 1 is one arbitrary wrong letter
	Doubted    bool    // known only because the reader doubted its letters, which a second look may read better
	Doubt      string  // why it stays doubtful; "" is sure
	Could      string  // what a doubtful one could be
}

// Matcher finds the names of a dictionary. It may be used by many goroutines.
type Matcher struct {
	dict   *dictionary.Dictionary
	vocab  *vocabulary
	costs  *costs
	doubts []dictionary.Doubt
	pool   sync.Pool // of *work
}

// New makes a matcher for a dictionary.
func New(d *dictionary.Dictionary) *Matcher {
	m := &Matcher{dict: d, costs: newCosts(d.Confusions()), doubts: d.Doubts()}
	m.vocab = newVocabulary(d)
	m.pool.New = func() any { return newWork(m) }
	return m
}

// List gives the ingredients as understood: in order, apart from each other, one for each ingredient
// of the label save where the dictionary says that several are one or that one is several. Those it
// does not know are there too.
func (m *Matcher) List(l *label.Label) []Match {
	w := m.pool.Get().(*work)
	defer m.pool.Put(w)
	return w.list(l)
}

// Claims gives the mentions of exosomes outside the lists.
func (m *Matcher) Claims(l *label.Label) []Match {
	w := m.pool.Get().(*work)
	defer m.pool.Put(w)
	return w.claims(l)
}
