package label

// At the fringe of a list stand items that belong to it though the dictionary knows none of their words.

// What follows the last separator of a list is an item of it, known or not. More than one such item
// is taken in under a heading; in typed text, which has no garbage, any number.
const (
	itemsAfterKnown  = 1
	itemsAfterHeaded = 3
)

// after counts the items that belong to a stretch though they are unknown, and their weight.
func (f *finder) after(st stretch, headed bool) (n int, weight float32) {
	if st.hi == st.lo {
		return 0, 0
	}
	most := itemsAfterKnown
	if headed {
		most = itemsAfterHeaded
	}
	strung := f.strung(st)
	for k := st.hi; k < len(f.segs) && (n < most || f.typed && n < lookahead); k++ {
		last, s := f.segs[k-1], f.segs[k]
		if !f.parted(last, s, headed) || !s.mayBeItem(headed && f.typed) || f.fieldEnds(last) && !strung {
			break
		}
		n, weight = n+1, weight+s.known+s.unknown
	}
	return n, weight
}

// parted says whether the sign between two segments parts items, or joins what is in a list. A heading vouches for lines that
// end with commas, and in typed text for a comma that was read as a full stop.
func (f *finder) parted(last, s segment, headed bool) bool {
	switch f.toks[last.hi-1].kind {
	case ampersand, slash:
		return true
	}
	return last.after == comma || headed && (last.after == newline && s.after == comma || f.typed && last.after == stop)
}

// mayBeItem says whether a segment nobody knows may be an item: it is short, if nothing vouches for it, and says nothing that
// no list says.
func (s segment) mayBeItem(vouched bool) bool {
	words := mostWords
	if vouched {
		words *= 2
	}
	return s.heading < 0 && s.words <= words && !s.nutrient && !s.denial && !s.sentence && s.after != colon
}

// upTo counts the segments between a list and the heading that ends it, 0 if they are prose: badly read
// items at the end of a list, most of them between separators.
func (f *finder) upTo(st stretch, closed int) int {
	const farthest = 24
	n, shaped := closed-st.hi, 0
	if n > farthest {
		return 0
	}
	for _, s := range f.segs[st.hi:closed] {
		switch {
		case s.nutrient, s.heading >= 0, s.after == colon, s.words > mostWords && s.unknown > s.known:
			return 0
		case s.shaped(), st.lined >= enoughItems && s.lined():
			shaped++
		}
	}
	if 3*shaped < 2*n {
		return 0
	}
	return n
}

// before counts the items that belong to a stretch without a heading though they stand before its
// first known word: as far back as something known stands among them.
func (f *finder) before(st stretch) int {
	const itemsBefore, typedBefore = 3, 8
	if st.heading >= 0 || st.hi-st.lo < enoughItems {
		return 0
	}
	most := itemsBefore
	if f.typed {
		most = typedBefore
	}
	n := 0
	for k := 1; k <= most && st.lo-k >= 0; k++ {
		s := f.segs[st.lo-k]
		exosomes := k == 1 && f.typed && f.holdsExosomes(f.behindQuestion(s), s.hi) // the first item may stand behind other words
		if s.after != comma || !s.shaped() && !exosomes || s.heading >= 0 || s.nutrient || s.denied {
			break
		}
		if s.known > 0 || s.percent || exosomes {
			n = k
		}
	}
	return n
}
