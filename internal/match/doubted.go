package match

import (
	"slices"

	"exoscan/dictionary"
)

// Doubted words. Of a word that the reader was not sure of, letters are wrong many times more often than of others:
// doubts.tsv says how much cheaper that makes them. What nothing else explains may be a name at that price, if it is near
// to one name only. It is never an exosome, nor what could be one: letters that the reader doubted prove no origin.

// doubted matches an ingredient that nothing else explains with the one name that it is by the letters of doubted words.
func (w *work) doubted(i, start, end int, s *sentence) (Match, bool) {
	if w.read.set(s.key); len(w.read.letters) < shortestPiece {
		return Match{}, false
	}
	price, sure := w.prices(s)
	if price == nil {
		return Match{}, false
	}
	bound := tolerance(sure)
	near := newContest(bound)
	for _, h := range w.names.nearest(w.read, bound*100/slices.Min(price)) {
		name := w.names.index.Name(h.id)
		al := w.names.ruler.align(w.read, squeezedRunes(nil, name))
		if w.strangerInside(s, al, 2, nil) {
			continue // half of a word is wrong: FENUGRICK POWDER is not Serica Powder
		}
		near.enter(name, name, w.lost(s, name)+al.priced(price))
	}
	word, cost := near.winner()
	n := w.lookup(word)
	if !n.found() || n.kind() != dictionary.Ingredient {
		return Match{}, false
	}
	m := w.named(i, start, end, n)
	m.How, m.Doubted, m.Cost, m.Edits = Edited, true, float64(cost)/100, w.names.ruler.align(w.read, squeezedRunes(nil, n.spelling())).edits
	return m, true
}

// rightWord is the length from which on a right word is not doubted: OIL is no misread ACID.
const rightWord = 3

// prices gives what a hundredth of an edit costs at each letter of w.read, in hundredths, and how many letters are sure,
// where a doubted one counts for as much as it costs. They are nil where no word is doubted. A right word is not, though a
// right number may be: each is one.
func (w *work) prices(s *sentence) (price []int32, sure int) {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.known && len(t.text) >= rightWord && !isDigit(rune(t.text[0])) {
			continue
		}
		start, end := s.place(t.start, t.end)
		p := w.m.priceAt(w.label.Confidence(start, end))
		if p == 100 {
			continue
		}
		if price == nil {
			price = slices.Repeat([]int32{100}, len(w.read.letters))
		}
		for k, at := range w.read.at {
			if t.start <= at && at < t.end {
				price[k] = p
			}
		}
	}
	sum := int32(0)
	for _, p := range price {
		sum += p
	}
	return price, int(sum / 100)
}

// priceAt is the price of letters of a word that was read with a confidence, in hundredths.
func (m *Matcher) priceAt(confidence float64) int32 {
	for _, d := range m.doubts {
		if confidence < d.Below {
			return int32(100*d.Factor + 0.5)
		}
	}
	return 100
}

// priced is the cost of an alignment where each letter read has a price, tooFar if a digit is another one than was read
// without doubt.
func (al *alignment) priced(price []int32) (cost int32) {
	last := len(al.spent) - 1
	for j, spent := range al.spent {
		if spent == 0 {
			continue
		}
		// A letter that was added is charged to the one before it, one that was lost to either side.
		a, b := al.from[j], al.from[j+1]
		if j == 0 {
			a = 0
		}
		if j == last {
			b = len(price)
		}
		if a == b {
			a, b = max(a-1, 0), min(b+1, len(price))
		}
		p := slices.Min(price[a:b])
		if p == 100 && spent >= wrongDigit {
			return tooFar
		}
		cost += spent * p / 100
	}
	return cost
}
