package label

import (
	"slices"
	"strings"

	"exoscan/dictionary"
)

// understand finds the lists of the text and their ingredients.
func (l *Label) understand(d *dictionary.Dictionary, typed bool) {
	c := read(l.Text, d, typed)
	c.apart()
	rest, at := c, 0
	for _, t := range c.tables() {
		lo, hi := t.tokens()
		l.find(c.between(at, lo), true)
		l.addTable(&t)
		rest, at = c.between(hi, len(c.toks)), hi
	}
	l.find(rest, at > 0)
	l.ListFound = len(l.Ingredients) > 0
	l.rest()
}

// between is the part of a content between two tokens.
func (c *content) between(lo, hi int) *content {
	part := *c
	part.toks = c.toks[lo:hi]
	return &part
}

// find finds the lists in a text, or in what stands beside its tables.
func (l *Label) find(c *content, beside bool) {
	f := finder{content: c}
	f.heads = f.headings()
	f.segs = f.segments(f.heads)
	for _, s := range f.segs {
		f.weight += s.known + s.unknown
	}
	f.part = beside
	for _, st := range f.joined(f.accepted(f.stretches())) {
		l.add(&f, st)
	}
}

// add splits one list and takes it in, unless nothing is left of it.
func (l *Label) add(f *finder, st stretch) {
	lo, hi := f.bounds(st)
	if lo >= hi {
		return
	}
	s := newSplitter(f.between(lo, hi))
	s.base = lo
	for k, h := range f.heads {
		if h.lo >= lo {
			s.heads = f.heads[k:]
			break
		}
	}
	s.split()
	found := s.ingredients(len(l.Lists))
	if len(found) == 0 {
		return
	}
	list := List{Range: Range{f.toks[lo].start, f.toks[hi-1].end}, Closed: st.closed}
	if st.heading >= 0 {
		h := f.heads[st.heading]
		at := Range{f.toks[h.lo].start, f.toks[h.hi-1].end}
		if h.array {
			l.step("a bracket opens a list of quoted strings", at, 0)
		} else {
			list.Heading = at
			what := "a heading opens a list"
			if h.edits > 0 {
				what = "a damaged heading opens a list, letters changed or missing"
			}
			l.step(what, at, h.edits)
		}
	} else {
		l.step("a list without a heading begins at its first known words", Range{found[0].Start, found[0].End}, 0)
	}
	last := found[len(found)-1]
	l.step(st.why, Range{last.Start, last.End}, 0)
	list.CutOff = s.breaksOff(hi == len(f.toks), l.Text)
	slices.SortFunc(s.asides, func(a, b Range) int { return a.Start - b.Start }) // praise is seen last
	l.asides = append(l.asides, s.asides...)
	l.take(list, found)
	l.CutOff = l.CutOff || list.CutOff
}

// take takes in a list and its ingredients. The longest list stands for all.
func (l *Label) take(list List, found []Ingredient) {
	l.Lists = append(l.Lists, list)
	l.Ingredients = append(l.Ingredients, found...)
	if len(l.Lists) == 1 || list.Range.End-list.Range.Start > l.List.End-l.List.Start {
		l.Heading, l.List = list.Heading, list.Range
	}
}

// trimSpace narrows a range of the text to what is not white space at its ends.
func trimSpace(text string, start, end int) (int, int) {
	trimmed := strings.TrimSpace(text[start:end])
	if trimmed == "" {
		return start, start
	}
	start += strings.Index(text[start:end], trimmed)
	return start, start + len(trimmed)
}

// rest is the text outside lists and their headings, and what is no ingredient in them.
func (l *Label) rest() {
	at, asides := 0, l.asides
	add := func(to int) {
		start, end := trimSpace(l.Text, at, to)
		if start < end {
			l.Rest = append(l.Rest, Range{start, end})
		}
	}
	for _, list := range l.Lists {
		from := list.Range.Start
		if list.Heading.End > list.Heading.Start {
			from = list.Heading.Start
		}
		add(from)
		for len(asides) > 0 && asides[0].End <= list.Range.End {
			l.Rest, asides = append(l.Rest, asides[0]), asides[1:]
		}
		at = list.Range.End
	}
	add(len(l.Text))
}
