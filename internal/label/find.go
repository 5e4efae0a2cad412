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
	lo, hi   int // segments
	heading  int // index in finder.heads, or -1
	why      string
	closed   bool // by what ends lists
	score    float32
	known    float32
	unknown  float32
	items    int // segments all of whose words are known, or that state a share under a heading
	percents int
	shaped   int // segments between separators, known or not
	lined    int // wholly known segments of signs that are lines of their own
	foreign  int
	more     int     // unknown items that belong to its end
	extra    float32 // their weight
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
	v := min(max(s.known-s.unknown, worstSegment), bestSegment)
	if s.after == colon { // the name of a section, or a heading the dictionary does not have
		v = min(v, 0)
	}
	if s.words == 0 {
		v = emptySegment
	}
	if s.nutrient {
		v = min(v, tableRow)
	}
	if s.denied && !headed {
		v = min(v, deniedItem)
	}
	if s.before == stop && s.digits > s.letters && !s.colour { // a part number
		v = min(v, emptySegment)
	}
	abroad := s.abroad() && (headed || f.typed)
	switch {
	case v >= 0:
	case s.percent && headed && s.shaped():
		v = foreignItem
	case abroad && s.shaped(), abroad && s.words <= 2 && s.after == newline:
		v = foreignItem
	case s.shaped() && (headed || s.abroad()): // signs are misread more often than letters, and a name is one word of them
		v = max(v, garbledItem)
	case s.shaped():
		v = max(v, strangeItem)
	}
	if s.before == paragraph {
		v += blockChange
	}
	return v
}

// stretches finds every run of segments that could be a list: each begins at a heading or at the
// first known words after something unknown, and ends at a heading that ends lists or where
// knowledge stops.
func (f *finder) stretches() []stretch {
	var out []stretch
	for i := 0; i < len(f.segs); {
		s := f.segs[i]
		if s.heading >= 0 {
			if f.heads[s.heading].opens() {
				st := f.follow(i+1, s.heading)
				out = append(out, st)
				i = max(st.hi, i+1)
				continue
			}
			i++
			continue
		}
		if f.value(s, false) <= 0 {
			i++
			continue
		}
		st := f.follow(i, -1)
		out = append(out, st)
		i = max(st.hi, i+1)
	}
	return out
}

// follow adds segments from i on as long as they make a list, and cuts back to where the weight was
// greatest.
func (f *finder) follow(i, head int) stretch {
	closed := -1 // what ends the list: a heading, or a sentence that says what is not in it
	st := stretch{lo: i, hi: i, heading: head, why: "the list goes on to the end of the text"}
	headed := head >= 0 && f.heads[head].strength > passing
	var sum, best stretch
	sum.hi, best.hi = i, i
	for k := i; k < len(f.segs); k++ {
		s := f.segs[k]
		if s.heading >= 0 && k > i {
			h := f.heads[s.heading]
			if h.ends() || h.role != dictionary.MayContain && h.strength > passing {
				st.why = "a heading ends the list"
				closed, st.closed = k, h.ends()
				if h.opens() {
					st.why = "the heading of the next list ends the list"
				}
				break
			}
		} else if (s.denial || s.sentence) && k > i {
			st.why, st.closed, closed = "a sentence says what is not in it", true, k
			if s.sentence {
				st.why = "a line that is a sentence ends the list"
			}
			break
		} else {
			v := f.value(s, headed || f.typed || sum.score >= established)
			if s.lined() {
				if s.unknown == 0 {
					sum.lined++
				} else if headed && sum.lined >= enoughItems {
					v = max(v, garbledItem) // a name to a line: the line is what stands between separators elsewhere
				}
			}
			sum.score += v
			sum.known += s.known
			sum.unknown += s.unknown
			if s.known > 0 && s.unknown == 0 || s.percent && headed && s.shaped() {
				sum.items++
			}
			if s.shaped() {
				sum.shaped++
				if s.percent {
					sum.percents++
				}
				if s.abroad() {
					sum.foreign++
				}
			}
		}
		sum.hi = k + 1
		if sum.score > best.score {
			best = sum
		}
		if sum.score < best.score-patience || k+1-best.hi > lookahead {
			st.why = "the list ends where the dictionary no longer knows the words"
			break
		}
		if !headed && !f.typed && sum.score <= 0 {
			st.why = "the list ends where the dictionary no longer knows the words"
			break
		}
	}
	best.lo, best.heading, best.why, best.closed = st.lo, st.heading, st.why, st.closed
	if best.hi < sum.hi {
		best.why, best.closed = "the list ends where the dictionary no longer knows the words", false
	}
	if best.more, best.extra = f.after(best, headed); headed && closed > 0 {
		if n := f.upTo(best, closed); n >= best.more {
			best.more, best.why, best.closed = n, st.why, st.closed
		}
	}
	return best
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
		joint := f.toks[last.hi-1].kind
		parted := last.after == comma || headed && last.after == newline && s.after == comma || joint == ampersand || joint == slash
		words := mostWords
		if headed && f.typed { // the heading vouches for all of it; a comma may have been read as a full stop
			parted = parted || last.after == stop
			words = 2 * mostWords
		}
		if !parted || s.heading >= 0 || s.words > words || s.nutrient || s.denial || s.sentence || s.after == colon || f.fieldEnds(last) && !strung {
			break
		}
		n, weight = n+1, weight+s.known+s.unknown
	}
	return n, weight
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
