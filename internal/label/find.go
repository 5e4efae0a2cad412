package label

import "exoscan/dictionary"

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
