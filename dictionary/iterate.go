package dictionary

import "iter"

// AllTerms gives the vocabulary, the look-alikes and the common names by their keys, in no order: for those who build
// something of them at start and cannot wait for Terms to sort. Of several terms with one key it
// gives the one to show. A name that ends in a noun is there in its other number, too.
func (d *Dictionary) AllTerms() iter.Seq2[string, *Term] {
	return func(yield func(string, *Term) bool) {
		for key, at := range d.termAt {
			if !yield(key, &d.terms[at]) {
				return
			}
		}
	}
}

// AllWords gives the grammar entries by their keys, in no order. A stem and a word may share a key.
func (d *Dictionary) AllWords() iter.Seq2[string, Word] {
	return func(yield func(string, Word) bool) {
		for _, entries := range [...]map[string]int32{d.wordAt, d.stemAt} {
			for key, at := range entries {
				if !yield(key, d.words[at]) {
					return
				}
			}
		}
	}
}
