// Package together joins what several photos of one label show, by what they share.
//
// It promises that the order of the photos does not matter, that every word of the result was read on
// one of the photos, that of a word read twice the better reading is kept, and that photos which share
// too little to be sure stay apart. It refuses to guess: what lies between two photos that do not
// overlap is for the caller to say.
//
// # How photos overlap
//
// A bottle that is turned shows of each line a part, so that photos meet line by line, side by side. A
// folding box shows whole lines, some of them on two photos. And where the same list is printed twice,
// its lines may break in different places: then only the run of words can be laid over the other. Both
// ways are tried, as lines and as one run, and the one that explains more letters is taken.
package together

import (
	"cmp"
	"slices"

	"exoscan/dictionary"
)

// Word is a word as read.
type Word struct {
	Text  string
	Worth float64 // how far the reading is to be trusted, 0 to 2 or so; compares readings of one word
}

// Sheet is what one photo shows: lines of words in reading order.
type Sheet [][]Word

// Ref says where a word is from.
type Ref struct{ Sheet, Line, Word int }

// Group are sheets that overlap, joined: the lines of all of them.
type Group struct {
	Sheets []int // ascending
	Lines  [][]Ref
}

// leastOverlap is how many letters two sheets must share. Lists of different products share words, but
// seldom in the same order.
const leastOverlap = 24

// Join joins the sheets that overlap. Groups stand in the order of their first sheets; what is in one
// does not depend on the order of the sheets.
func Join(sheets []Sheet) []Group {
	order := make([]int, len(sheets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(sheets[a], sheets[b]) })
	m := &meter{keys: map[string]int{}, seen: map[[2]int]int{}}
	var bodies []*body
	for _, i := range order {
		bodies = append(bodies, m.body(i, sheets[i]))
	}
	// The best overlaps of each pair; those of a body that has grown are measured anew.
	overlaps := map[[2]*body]overlap{}
	for {
		var best overlap
		a, b := -1, -1
		for i := range bodies {
			for j := i + 1; j < len(bodies); j++ {
				pair := [2]*body{bodies[i], bodies[j]}
				o, ok := overlaps[pair]
				if !ok {
					o = m.overlap(bodies[i], bodies[j])
					overlaps[pair] = o
				}
				if o.score > best.score {
					best, a, b = o, i, j
				}
			}
		}
		if best.score < leastOverlap {
			break
		}
		bodies[a] = best.join(bodies[a], bodies[b])
		bodies = slices.Delete(bodies, b, b+1)
	}
	groups := make([]Group, 0, len(bodies))
	for _, b := range bodies {
		groups = append(groups, b.group())
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Sheets[0], b.Sheets[0]) })
	return groups
}

// compare puts sheets into an order of their own, by what they say.
func compare(a, b Sheet) int {
	return slices.CompareFunc(a, b, func(x, y []Word) int {
		return slices.CompareFunc(x, y, func(v, w Word) int {
			return cmp.Or(cmp.Compare(v.Text, w.Text), cmp.Compare(v.Worth, w.Worth))
		})
	})
}

// token is a word with its key: its letters and digits, folded.
type token struct {
	ref    Ref
	key    []rune
	id     int // of the key
	worth  float64
	breaks bool // it is the first of its line
}

// body is one sheet, or several that have been joined.
type body struct {
	sheets []int
	lines  [][]token
}

func (m *meter) body(index int, s Sheet) *body {
	b := &body{sheets: []int{index}}
	for l, words := range s {
		var line []token
		for w, word := range words {
			key := letters(dictionary.Fold(word.Text))
			line = append(line, token{ref: Ref{index, l, w}, key: key, id: m.id(key), worth: word.Worth, breaks: w == 0})
		}
		if len(line) > 0 {
			b.lines = append(b.lines, line)
		}
	}
	return b
}

func (b *body) group() Group {
	g := Group{Sheets: slices.Sorted(slices.Values(b.sheets)), Lines: [][]Ref{}}
	for _, line := range b.lines {
		refs := make([]Ref, len(line))
		for i, t := range line {
			refs[i] = t.ref
		}
		g.Lines = append(g.Lines, refs)
	}
	return g
}
