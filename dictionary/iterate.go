package dictionary

import "iter"

// Size gives how many keys AllTerms has, and about how many AllWords: room to reserve for them.
func (d *Dictionary) Size() (terms, words int) { return len(d.termAt), len(d.words) }

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

// WordsOfSize gives those of AllWords whose keys have from least to most bytes: for those who look for the neighbours
// of a word.
func (d *Dictionary) WordsOfSize(least, most int) iter.Seq2[string, Word] {
	return func(yield func(string, Word) bool) {
		sizes := d.sizes()
		for size := max(least, 0); size <= min(most, len(sizes)-1); size++ {
			for _, w := range sizes[size] {
				if !yield(w.key, d.words[w.at]) {
					return
				}
			}
		}
	}
}

// keyed is an entry of the grammar by its key.
type keyed struct {
	key string
	at  int32 // in words
}

// everySize gives the entries of the grammar by the bytes of their keys.
func (d *Dictionary) everySize() (sizes [][]keyed) {
	for _, entries := range [...]map[string]int32{d.wordAt, d.stemAt} {
		for key, at := range entries {
			for len(sizes) <= len(key) {
				sizes = append(sizes, nil)
			}
			sizes[len(key)] = append(sizes[len(key)], keyed{key, at})
		}
	}
	return sizes
}
