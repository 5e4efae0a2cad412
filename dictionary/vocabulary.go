package dictionary

import (
	"slices"
	"strings"
	"sync"
)

// vocabulary is a table of terms, look-alikes or words that was understood row by row, before its rows meet those of
// the other tables.
type vocabulary struct {
	sheet  *sheet
	keys   []string // of each row
	terms  []Term   // of each row, or
	words  []Word   // of each row
	faults []Fault
}

// understandAll understands the built-in vocabulary and some sheets of a user's, each by itself: most of the time that
// loading takes goes into this.
func understandAll(extra []*sheet) []*vocabulary {
	builtIn := [...]struct{ name, text string }{
		{"common.tsv", commonTable}, {"terms.tsv", termsTable}, {"lookalikes.tsv", lookAlikesTable},
		{"words.tsv", wordsTable}, {"genera.tsv", generaTable},
	}
	all := make([]*vocabulary, len(builtIn)+len(extra))
	var done sync.WaitGroup
	for i, t := range builtIn {
		done.Go(func() {
			s, faults := readSheet("dictionary/"+t.name, t.text)
			all[i] = understand(s)
			all[i].faults = append(faults, all[i].faults...)
		})
	}
	for i, s := range extra {
		done.Go(func() { all[len(builtIn)+i] = understand(s) })
	}
	done.Wait()
	return all
}

// understand reads the rows of a table, none of one that is no vocabulary.
func understand(s *sheet) *vocabulary {
	v := &vocabulary{sheet: s}
	known := columns(s)
	if known == nil {
		return v
	}
	v.keys = make([]string, s.rows())
	if slices.Contains(known, "class") {
		v.words = make([]Word, s.rows())
	} else {
		v.terms = make([]Term, s.rows())
	}
	term := checker.lookAlike
	if slices.Contains(known, "kind") {
		term = checker.term
	}
	for i := range v.keys {
		c, text := checker{row{s, i}, &v.faults}, ""
		if v.words != nil {
			v.words[i] = c.word()
			text = v.words[i].Text
		} else {
			v.terms[i] = term(c)
			text = v.terms[i].Text
		}
		v.keys[i] = c.key(text)
	}
	return v
}

// key folds a text and checks that it leaves something to match by.
func (c checker) key(text string) string {
	key := Fold(text)
	if text != "" && !strings.ContainsFunc(key, wordRune) {
		c.fault("text %q has no letter or digit", text)
	}
	return key
}
