package dictionary

import (
	"cmp"
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

// understandAll reads the built-in vocabulary and some sheets of a user's and understands them, each by itself: most of the
// time that loading takes goes into this. Their rows lie one after another in the terms and words of the dictionary.
func (d *Dictionary) understandAll(extra []*sheet) []*vocabulary {
	all := readVocabularies(extra)
	terms, words := 0, 0
	for _, v := range all {
		t, w := v.rows()
		terms, words = terms+t, words+w
	}
	d.reserve(terms, words)
	terms, words = 0, 0
	var done sync.WaitGroup
	for _, v := range all {
		t, w := v.rows()
		if v.terms, v.keys = d.terms[terms:terms+t], d.keys[terms:terms+t]; w > 0 {
			v.words, v.keys = d.words[words:words+w], make([]string, w)
		}
		terms, words = terms+t, words+w
		done.Go(v.understand)
	}
	done.Wait()
	return all
}

// readVocabularies reads the built-in tables beside each other.
func readVocabularies(extra []*sheet) []*vocabulary {
	builtIn := [...]struct{ name, text string }{
		{"common.tsv", commonTable}, {"terms.tsv", termsTable}, {"lookalikes.tsv", lookAlikesTable},
		{"words.tsv", wordsTable}, {"genera.tsv", generaTable},
	}
	all := make([]*vocabulary, len(builtIn), len(builtIn)+len(extra))
	var done sync.WaitGroup
	for i, t := range builtIn {
		done.Go(func() {
			s, faults := readSheet("dictionary/"+t.name, t.text)
			all[i] = &vocabulary{sheet: s, faults: faults}
		})
	}
	done.Wait()
	for _, s := range extra {
		all = append(all, &vocabulary{sheet: s})
	}
	return all
}

// rows is how many terms or words a table has; none of either if it is no vocabulary.
func (v *vocabulary) rows() (terms, words int) {
	switch known := columns(v.sheet); {
	case slices.Contains(known, "class"):
		return 0, v.sheet.rows()
	case known != nil:
		return v.sheet.rows(), 0
	}
	return 0, 0
}

// reserve makes room for the rows of all tables, and for names in their other number.
func (d *Dictionary) reserve(terms, words int) {
	room := terms + terms/8
	d.terms, d.keys, d.older, d.termAt = make([]Term, terms, room), make([]string, terms, room), make([]int32, terms, room), make(map[string]int32, room)
	d.words, d.wordAt, d.stemAt = make([]Word, words), make(map[string]int32, words), make(map[string]int32, words/16)
}

// understand reads the rows of a table.
func (v *vocabulary) understand() {
	term := checker.lookAlike
	if slices.Contains(columns(v.sheet), "kind") {
		term = checker.term
	}
	for i := range v.keys {
		c, text := checker{row{v.sheet, i}, &v.faults}, ""
		if len(v.words) > 0 {
			v.words[i] = c.word()
			text = v.words[i].Text
		} else {
			v.terms[i] = term(c)
			text = v.terms[i].Text
		}
		v.keys[i] = c.key(text)
	}
}

// add finds the rows of a vocabulary table by their keys, the first of which is the nth of the terms or the words. It gives
// its faults, those of one row together.
func (d *Dictionary) add(v *vocabulary, terms, words int) []Fault {
	for i, key := range v.keys {
		c := checker{row{v.sheet, i}, &v.faults}
		if len(v.words) > 0 {
			d.addWord(c, key, words+i)
		} else {
			d.addTerm(c, key, terms+i)
		}
	}
	slices.SortStableFunc(v.faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return v.faults
}

// addTerm keeps one meaning per key: a look-alike that is also a term would make the verdict depend
// on the order of the files.
func (d *Dictionary) addTerm(c checker, key string, at int) {
	older, ok := d.termAt[key]
	if !ok {
		older = -1
	} else if t, o := &d.terms[at], &d.terms[older]; (o.Kind == LookAlike) != (t.Kind == LookAlike) {
		c.fault("%q is already a term of kind %s (%s)", t.Text, o.Kind, o.Source)
	}
	d.termAt[key], d.older[at] = int32(at), older
}

// addNumbers lists names that end in a noun in its other number, too: one exosome is no misprint of
// many. The plural is what tells, so that "EV", which is no noun by itself, is one in "MSC-EV".
func (d *Dictionary) addNumbers() {
	d.listed = len(d.terms)
	for at := range d.listed {
		t, key := d.terms[at], d.keys[at]
		last := key[strings.LastIndexByte(key, ' ')+1:]
		if t.Kind != Exosome && t.Kind != Vesicle || last == key {
			continue
		}
		plural := last
		if !strings.HasSuffix(last, "s") {
			plural += "s"
		}
		if noun, ok := d.wordAt[plural]; !ok || d.words[noun].Class != ClassNoun {
			continue
		}
		if plural == last {
			key, t.Text = strings.TrimSuffix(key, "s"), strings.TrimRight(t.Text, "sS")
		} else {
			key, t.Text = key+"s", t.Text+"s"
		}
		if _, ok := d.termAt[key]; !ok {
			d.termAt[key] = int32(len(d.terms))
			d.terms, d.keys, d.older = append(d.terms, t), append(d.keys, key), append(d.older, -1)
		}
	}
}

func (d *Dictionary) addWord(c checker, key string, n int) {
	at := d.wordAt
	if w := &d.words[n]; w.Stem {
		if len(key) < minStem {
			c.fault("stem %q is shorter than %d letters: it would take in too much", w.Text, minStem)
		}
		if strings.Contains(key, " ") {
			c.fault("stem %q is more than one word", w.Text)
		}
		at = d.stemAt
		d.longestStem = max(d.longestStem, len(key))
	}
	at[key] = int32(n)
}

// minStem is the shortest stem, in bytes of its key: "eks*" would take in words that have nothing to
// do with exosomes.
const minStem = 4

// key folds a text and checks that it leaves something to match by.
func (c checker) key(text string) string {
	key := Fold(text)
	if text != "" && !strings.ContainsFunc(key, wordRune) {
		c.fault("text %q has no letter or digit", text)
	}
	return key
}
