package label

import "exoscan/dictionary"

// resemblance finds words of a page that look like misread words of INCI names: they share most of
// their pieces of three letters with one. It is evidence for a list, not for an ingredient: which
// word was meant is for package match to say.
type resemblance struct {
	words    *dictionary.Index
	common   []uint8 // by word of the index: pieces shared with the word at hand
	touched  []int
	squeezed []byte
	grams    []uint16
}

// A word resembles another when they share so much of their pieces; short words must share more, as
// they do so by accident. One in fifty words of Cyrillic print that was read as Latin passes, and more
// than half of the misread chemical names.
const (
	resemblesLong  = 0.55
	resemblesShort = 0.65
	longWord       = 9
	shortestWord   = 6
	longestWord    = 40
	lettersLost    = 2 // letters that may have been lost or added
)

func (r *resemblance) any(folded string) bool {
	r.squeezed = dictionary.Squeeze(r.squeezed[:0], folded)
	n := len(r.squeezed)
	if n < shortestWord || n > longestWord {
		return false
	}
	enough := resemblesLong
	if n < longWord {
		enough = resemblesShort
	}
	if r.common == nil {
		r.words = dictionary.CosIngWords()
		r.common = make([]uint8, r.words.Len())
	}
	r.grams = dictionary.Grams(r.grams[:0], r.squeezed)
	first, end := r.words.OfSize(n-lettersLost, n+lettersLost)
	r.touched = r.touched[:0]
	best, at := uint8(0), 0
	for _, g := range r.grams {
		ids := r.words.Postings(g).Between(first, end)
		for id := 0; ids.Len() > 0; {
			id, ids = ids.Next()
			if r.common[id] == 0 {
				r.touched = append(r.touched, id)
			}
			r.common[id]++
			if r.common[id] > best {
				best, at = r.common[id], id
			}
		}
	}
	for _, id := range r.touched {
		r.common[id] = 0
	}
	return best > 0 && 2*float64(best) >= enough*float64(len(r.grams)+len(r.words.Name(at)))
}

// findMisread marks the unknown words that resemble one the dictionary knows.
func (c *content) findMisread() {
	var alike resemblance
	for i := range c.toks {
		t := &c.toks[i]
		if t.kind == word && t.knowledge == unknown && alike.any(c.key(t)) {
			t.knowledge = likely
		}
	}
}

// key is the dictionary's key form of a token.
func (c *content) key(t *token) string {
	if s := c.lower[t.start:t.end]; ascii(s) {
		return s
	}
	return dictionary.Fold(c.lower[t.start:t.end])
}
