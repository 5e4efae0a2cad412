package label

import "exoscan/dictionary"

// The weights below are in units of half a long word: a known word of twelve letters or more weighs
// +2, an unknown one -2, shorter ones less. They follow from what the cases in testdata need; none
// is a probability.
const (
	patience     = 9    // a list ends when the weight falls this far below its best
	lookahead    = 48   // or when this many segments brought nothing new: keeps the search linear
	bestSegment  = 3    // one segment adds no more than this: long names must not outweigh prose
	worstSegment = -4   // and takes no more than this
	garbledItem  = -0.5 // an unknown item between separators, in a list with a heading
	strangeItem  = -1.5 // the same without a heading, until the list has weight of its own
	established  = 6    // the weight from which on it has
	foreignItem  = 0.5  // an item in a script the dictionary hardly knows, after a heading
	emptySegment = -0.2
	blockChange  = -0.5 // every empty line makes a list a little less likely to go on
	deniedItem   = -2   // what is not in the product is no list of what is
	tableRow     = -2   // an amount in grams belongs to a nutrition table
	mostWords    = 5    // an item that is taken for one without being known has no more words
)

// stretch is a run of segments that may be a list.
type stretch struct {
	lo, hi  int // segments
	heading int // index in finder.heads, or -1
	evidence
	why    string  // it ends
	closed bool    // by what ends lists
	more   int     // unknown items that belong to its end
	extra  float32 // their weight
}

// evidence is what the segments of a stretch say together.
type evidence struct {
	score    float32
	known    float32
	unknown  float32
	items    int // segments all of whose words are known, or that state a share under a heading
	percents int // shaped segments that state a share
	shaped   int // segments between separators, known or not
	lined    int // wholly known segments of signs that are lines of their own
	foreign  int // shaped segments in a script the dictionary hardly knows
}

// add takes in a segment that adds v to the list.
func (e *evidence) add(s segment, v float32, headed bool) {
	e.score += v
	e.known += s.known
	e.unknown += s.unknown
	if s.lined() && s.unknown == 0 {
		e.lined++
	}
	if s.known > 0 && s.unknown == 0 || s.percent && headed && s.shaped() {
		e.items++
	}
	if !s.shaped() {
		return
	}
	e.shaped++
	if s.percent {
		e.percents++
	}
	if s.abroad() {
		e.foreign++
	}
}

// finder looks for lists in the segments of one label.
type finder struct {
	*content
	heads  []heading
	segs   []segment
	weight float32 // of all segments, known and unknown
	part   bool    // there is a table beside them
}

func (s segment) abroad() bool { return s.foreign > 0 && s.foreign*2 >= s.words }

// shaped says whether a segment stands between separators like an item: it is short, or mostly known.
func (s segment) shaped() bool {
	return (s.before == comma || s.after == comma) &&
		(s.words <= mostWords || s.known > 2*s.unknown && s.words <= 3*mostWords)
}

// value is what a segment adds to a list, or takes from it.
func (f *finder) value(s segment, headed bool) float32 {
	v := max(s.known-s.unknown, worstSegment)
	if s.words == 0 {
		v = emptySegment
	}
	v = min(v, s.most(headed))
	if v < 0 {
		v = max(v, f.least(s, headed))
	}
	if s.before == paragraph {
		v += blockChange
	}
	return v
}

// most is what a segment adds to a list at most.
func (s segment) most(headed bool) float32 {
	most := float32(bestSegment)
	if s.after == colon { // the name of a section, or a heading the dictionary does not have
		most = 0
	}
	if s.before == stop && s.digits > s.letters && !s.colour { // a part number
		most = emptySegment
	}
	if s.nutrient {
		most = tableRow
	}
	if s.denied && !headed {
		most = deniedItem
	}
	return most
}

// least is what a segment adds to a list at least, for how it stands there. Signs are misread more often than letters, and a
// name is one word of them.
func (f *finder) least(s segment, headed bool) float32 {
	abroad := s.abroad() && (headed || f.typed)
	switch shaped := s.shaped(); {
	case shaped && (abroad || s.percent && headed), abroad && s.words <= 2 && s.after == newline:
		return foreignItem
	case shaped && (headed || s.abroad()):
		return garbledItem
	case shaped:
		return strangeItem
	}
	return worstSegment
}

// stretches finds every run of segments that could be a list: each begins at a heading or at the
// first known words after something unknown, and ends at a heading that ends lists or where
// knowledge stops.
func (f *finder) stretches() []stretch {
	var out []stretch
	for i := 0; i < len(f.segs); {
		from, head := i, f.segs[i].heading
		if head >= 0 {
			from++
		}
		if head >= 0 && !f.heads[head].opens() || head < 0 && f.value(f.segs[i], false) <= 0 {
			i++
			continue
		}
		st := f.follow(from, head)
		out = append(out, st)
		i = max(st.hi, i+1)
	}
	return out
}

// noLongerKnown is why most lists end that nothing closes.
const noLongerKnown = "the list ends where the dictionary no longer knows the words"

// follow adds segments from i on as long as they make a list, and cuts back to where the weight was
// greatest.
func (f *finder) follow(i, head int) stretch {
	headed := head >= 0 && f.heads[head].strength > passing
	all := stretch{lo: i, hi: i, heading: head, why: "the list goes on to the end of the text"}
	best, end := all, -1
	for k := i; k < len(f.segs); k++ {
		s := f.segs[k]
		if k > i {
			if why, closed := f.endedBy(s); why != "" {
				all.why, all.closed, end = why, closed, k
				break
			}
		}
		if k == i || s.heading < 0 {
			v := f.value(s, headed || f.typed || all.score >= established)
			if headed && s.lined() && s.unknown > 0 && all.lined >= enoughItems { // a name to a line: the line is what stands between separators elsewhere
				v = max(v, garbledItem)
			}
			all.add(s, v, headed)
		}
		all.hi = k + 1
		if all.score > best.score {
			best = all
		}
		if all.score < best.score-patience || all.hi-best.hi > lookahead || !headed && !f.typed && all.score <= 0 {
			all.why = noLongerKnown
			break
		}
	}
	best.why, best.closed = all.why, all.closed
	if best.hi < all.hi {
		best.why, best.closed = noLongerKnown, false
	}
	best.more, best.extra = f.after(best, headed)
	if headed && end > 0 {
		if n := f.upTo(best, end); n >= best.more {
			best.more, best.why, best.closed = n, all.why, all.closed
		}
	}
	return best
}

// endedBy says why a list ends before a segment, "" if it does not, and whether that closes it: a heading does, and a
// sentence, but not the heading of the next list.
func (f *finder) endedBy(s segment) (why string, closed bool) {
	switch {
	case s.heading >= 0:
		switch h := f.heads[s.heading]; {
		case h.ends():
			return "a heading ends the list", true
		case h.role != dictionary.MayContain && h.strength > passing:
			return "the heading of the next list ends the list", false
		}
	case s.sentence:
		return "a line that is a sentence ends the list", true
	case s.denial:
		return "a sentence says what is not in it", true
	}
	return "", false
}

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
		exosomes := k == 1 && f.typed && f.exosomes(f.behindQuestion(s), s.hi) // the first item may stand behind other words
		if s.after != comma || !s.shaped() && !exosomes || s.heading >= 0 || s.nutrient || s.denied {
			break
		}
		if s.known > 0 || s.percent || exosomes {
			n = k
		}
	}
	return n
}

// fieldEnds says whether a segment ends a quoted field of a table that began segments before.
func (f *finder) fieldEnds(s segment) bool {
	if s.hi == s.lo {
		return false
	}
	opens, closes := f.quoted(s)
	return closes && !opens
}

// quoted says whether a segment begins and ends with quotes, brackets aside.
func (f *finder) quoted(s segment) (opens, closes bool) {
	lo, hi := s.lo, s.hi-1
	for lo < hi && f.toks[lo].kind == opening {
		lo++
	}
	for hi > lo && (f.toks[hi].kind == closing || f.toks[hi].kind == stop) {
		hi--
	}
	return f.toks[lo].kind == quote, hi > lo && f.toks[hi].kind == quote
}
