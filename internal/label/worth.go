package label

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
