package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// Candidate is a term or name that a query could mean, and why.
type Candidate struct {
	Term dictionary.Term
	Cost float64 // weighted edits between the query and the term; 0 is the same letters
	// Why says what is different, and for the first what scanning an ingredient of these words would
	// make of it: "as exosome: 0 read for o", "look-alike: p more".
	Why string
}

const (
	// maxCandidates bounds the answer of Find.
	maxCandidates = 20
	// What a term costs, beside its letters, that only holds those of the query in order.
	inOrderOnly = 1000
)

// Find explains what a query would match. First comes what scanning makes of it, then the terms and
// names whose letters are nearest, then those that hold its letters in order, as one finds files.
func (m *Matcher) Find(q string) []Candidate {
	w := m.pool.Get().(*work)
	defer m.pool.Put(w)
	var read reading
	read.set(dictionary.Fold(q))
	if len(read.letters) == 0 {
		return nil
	}
	bound := tolerance(len(read.letters))
	var out []Candidate
	terms := m.dict.Terms()
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = dictionary.Fold(t.Text)
		if d := w.names.ruler.to(read, texts[i], bound); d <= bound {
			out = append(out, Candidate{t, float64(d) / 100, w.names.ruler.difference(read, texts[i])})
		}
	}
	for _, h := range w.names.nearest(read, bound) {
		t := dictionary.CosIngTerm(h.id)
		out = append(out, Candidate{t, float64(h.cost) / 100, w.names.ruler.difference(read, t.Name)})
	}
	for _, f := range fuzzy.Find(dictionary.Fold(q), texts) {
		out = append(out, Candidate{terms[f.Index], float64(inOrderOnly+len(texts[f.Index])-len(read.letters)) / 100, "has these letters in this order"})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(a.Cost, b.Cost) })
	seen := map[string]bool{}
	out = slices.DeleteFunc(out, func(c Candidate) bool {
		key := squeezedKey(dictionary.Fold(c.Term.Text))
		again := seen[key]
		seen[key] = true
		return again
	})
	out = w.verdict(q, out)
	return out[:min(len(out), maxCandidates)]
}

// verdict puts first what scanning makes of the query.
func (w *work) verdict(q string, out []Candidate) []Candidate {
	l := &label.Label{Text: q, ListFound: true}
	l.Ingredients = []label.Ingredient{{End: len(q), Name: label.Range{End: len(q)}}}
	w.label, w.tried.i = l, -1
	found := w.list(l)
	if len(found) != 1 {
		return out
	}
	got := found[0]
	for i := range out {
		c := &out[i]
		switch {
		case got.Doubt != "" && i == 0:
			c.Why = got.Doubt + ": " + c.Why
		case got.Known && (got.Term != nil && *got.Term == c.Term || squeezedKey(dictionary.Fold(got.Name)) == squeezedKey(dictionary.Fold(c.Term.Text))):
			first := *c
			first.Why = fmt.Sprintf("taken for it: %s", c.Why)
			first.Cost = min(first.Cost, out[0].Cost)
			out = slices.Insert(slices.Delete(out, i, i+1), 0, first)
			return out
		}
	}
	taken, why := dictionary.Term{Text: q, Name: got.Name, Kind: got.Kind, Source: "grammar"}, "understood word by word"
	switch {
	case !got.Known:
		return out
	case got.Term != nil: // a common name, which is not of the vocabulary
		var read reading
		read.set(dictionary.Fold(q))
		taken, why = *got.Term, w.names.ruler.difference(read, dictionary.Fold(got.Term.Text))
	case !got.exosome():
		return out
	}
	cost := got.Cost
	if len(out) > 0 {
		cost = min(cost, out[0].Cost)
	}
	return slices.Insert(out, 0, Candidate{taken, cost, "taken for it: " + why})
}

// difference tells in words how what was read differs from a name.
func (r *ruler) difference(read reading, name string) string {
	letters := squeezedRunes(nil, name)
	al := r.align(read, letters)
	var said []string
	for j := 0; j < len(letters); {
		end := j + 1
		for end < len(letters) && (al.spent[end] > 0 || al.from[end] == al.from[end-1]) {
			end++
		}
		a, b, cost := al.region(j, end)
		if got, want := string(read.letters[a:b]), string(letters[j:end]); cost > 0 || got != want {
			said = append(said, spoken(got, want))
		}
		j = end
	}
	if al.from[0] > 0 {
		said = append(said, spoken(string(read.letters[:al.from[0]]), ""))
	}
	if len(said) == 0 {
		return "the same letters"
	}
	return strings.Join(said, ", ")
}

func spoken(got, want string) string {
	for got != "" && want != "" && got[0] == want[0] && got[0] < 0x80 {
		got, want = got[1:], want[1:]
	}
	for got != "" && want != "" && got[len(got)-1] == want[len(want)-1] && got[len(got)-1] < 0x80 {
		got, want = got[:len(got)-1], want[:len(want)-1]
	}
	switch {
	case got == "":
		return want + " not there"
	case want == "":
		return got + " too many"
	}
	return got + " for " + want
}
