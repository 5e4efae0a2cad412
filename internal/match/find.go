package match

import (
	"cmp"
	"slices"

	"github.com/sahilm/fuzzy"

	"exoscan/dictionary"
)

// Candidate is a term or name that a query could mean, and why.
type Candidate struct {
	Term dictionary.Term
	Cost float64 // weighted edits between the query and the term; 0 is the same
	Why  string  // "the same", "2.1 edits", "holds the letters in order"
}

// maxCandidates bounds the answer of Find.
const maxCandidates = 20

// Find explains what a query would match: the terms and names nearest to it.
func (m *Matcher) Find(q string) []Candidate {
	w := m.pool.Get().(*work)
	defer m.pool.Put(w)
	var read reading
	read.set(dictionary.Fold(q))
	if len(read.letters) == 0 {
		return nil
	}
	var out []Candidate
	terms := m.dict.Terms()
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = dictionary.Fold(t.Text)
		bound := tolerance(len(read.letters))
		if d := w.names.ruler.to(read, texts[i], bound); d <= bound {
			out = append(out, Candidate{t, float64(d) / 100, why(d)})
		}
	}
	for _, h := range w.names.nearest(read, tolerance(len(read.letters))) {
		out = append(out, Candidate{dictionary.CosIngTerm(h.id), float64(h.cost) / 100, why(h.cost)})
	}
	for _, f := range fuzzy.Find(dictionary.Fold(q), texts) {
		out = append(out, Candidate{terms[f.Index], float64(len(texts[f.Index])), "holds the letters in order"})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(a.Cost, b.Cost) })
	seen := map[string]bool{}
	out = slices.DeleteFunc(out, func(c Candidate) bool {
		key := dictionary.Fold(c.Term.Text)
		if seen[key] {
			return true
		}
		seen[key] = true
		return false
	})
	return out[:min(len(out), maxCandidates)]
}

func why(cost int32) string {
	if cost == 0 {
		return "the same letters"
	}
	return "edited"
}
