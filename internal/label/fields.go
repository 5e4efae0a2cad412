package label

// A list may be one field of a table: a CSV file of products has it in quotes, beside their brands and names.

// columnsBefore is how many columns of a table may stand before the one with the list, if their
// words happen to be known.
const columnsBefore = 8

// field is where a typed list begins and ends that is a quoted field of a table: the other columns are
// not part of it. Outside a table, an unknown first item of a line is.
func (f *finder) field(st stretch) (lo, hi int) {
	if lo, hi = f.quotedField(st); lo < hi {
		return lo, hi
	}
	if st.heading >= 0 || st.hi-st.lo < 2 {
		return st.lo, st.hi
	}
	if i := st.lo - 1; i >= 0 {
		if s := f.segs[i]; s.before >= newline && s.after == comma && s.shaped() && s.heading < 0 && !s.nutrient {
			st.lo = i
		}
	}
	return f.behindColumns(st), st.hi
}

// quotedField is where a field begins and ends that holds several segments in its quotes, 0 where none does.
func (f *finder) quotedField(st stretch) (lo, hi int) {
	if f.strung(st) {
		return 0, 0
	}
	for lo = st.lo; lo < st.hi && lo < st.lo+columnsBefore; lo++ {
		if opens, closes := f.quoted(f.segs[lo]); opens && !closes {
			for hi = lo + 1; hi < st.hi && !f.fieldEnds(f.segs[hi-1]); hi++ {
			}
			return lo, hi
		}
	}
	return 0, 0
}

// behindColumns is where a list begins in a line of a table without quotes: with its first name, or exosomes before one.
func (f *finder) behindColumns(st stretch) int {
	if !f.tight(st) {
		return st.lo
	}
	for i := st.lo; i < st.hi && i < st.lo+columnsBefore; i++ {
		if f.named(f.segs[i]) || i+1 < st.hi && f.named(f.segs[i+1]) && f.namesExosomes(f.segs[i]) {
			return i
		}
	}
	return st.lo
}

// strung says whether each item of a stretch is in quotes, as in a list that a program wrote. What stands in one
// pair of quotes with a comma inside is no field of a table then.
func (f *finder) strung(st stretch) bool {
	n := 0
	for _, s := range f.segs[st.lo:st.hi] {
		if opens, closes := f.quoted(s); opens && closes && f.named(s) {
			n++
		}
	}
	return n >= fewSigns
}

// tight says whether the first commas of a stretch have no space behind them, as in a table: brand and
// product may then stand before the list. The commas of Chinese and Japanese never have one.
func (f *finder) tight(st stretch) bool {
	const look = 6
	tight := 0
	for i := st.lo; i < st.hi && i < st.lo+look; i++ {
		s := f.segs[i]
		if s.after == comma && s.hi+1 < len(f.toks) && f.text[f.toks[s.hi].start] == ',' && !f.toks[s.hi+1].spaced {
			tight++
		}
	}
	return tight >= look-1
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
