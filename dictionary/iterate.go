package dictionary

import "iter"

// AllTerms gives the vocabulary and the look-alikes by their keys, in no order: for those who build
// something of them at start and cannot wait for Terms to sort. Of several terms with one key it
// gives the one to show.
func (d *Dictionary) AllTerms() iter.Seq2[string, *Term] {
	return func(yield func(string, *Term) bool) {
		for key, terms := range d.terms {
			if !yield(key, &terms[0]) {
				return
			}
		}
	}
}

// AllWords gives the grammar entries by their keys, in no order. A stem and a word may share a key.
func (d *Dictionary) AllWords() iter.Seq2[string, Word] {
	return func(yield func(string, Word) bool) {
		for _, entries := range [...]map[string]Word{d.words, d.stems} {
			for key, w := range entries {
				if !yield(key, w) {
					return
				}
			}
		}
	}
}
