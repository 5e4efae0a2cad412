package reading

import (
	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// Score is what the referee makes of a reading.
type Score struct {
	Value       float64 // letters understood, less those that look like noise: compares readings of one photo
	Known       float64 // share of the list's letters that are in ingredients the dictionary knows
	Confidence  float64 // Tesseract's, mean over the list, or over everything without one
	Ingredients int     // in the list
	Letters     int     // in the list
	Coverage    float64 // share of the print in the region of the list that was read
	Doubtful    int     // unknown ingredients that were read with little confidence: what looks like noise may be a name
	ListFound   bool
	Heading     bool
	CutOff      bool
	Open        bool // print right above or below it was not read, and nothing says that it begins or ends there
	Torn        bool // its lines were read in pieces
}

// What ingredients are worth to the referee, per letter. A known one proves the reading, the better
// the fewer letters had to change. An unknown one is worth something where Tesseract was sure: lists
// hold names no dictionary has. Where it was not, it is noise that must not win by its length.
const (
	surely     = 75.0 // confidence at which an unknown word is worth nothing
	unknownTop = 0.4  // worth of a letter of an unknown word read with full confidence
	unknownLow = -0.5 // worth of a letter that is noise
	editCost   = 1.5  // letters that one unit of correction costs
	shortName  = 5    // letters; less is a speck
	doubtBelow = 80.0 // confidence
	noMore     = 60   // letters of one unknown ingredient that count: a paragraph is none
	headingIs  = 6.0  // letters a heading is worth
	nameShare  = 1.5  // times the letters of a name are its own: brackets, an amount, other words for it
	nameRoom   = 20   // letters more
)

func score(l *label.Label, list []match.Match) Score {
	s := Score{ListFound: l.ListFound, CutOff: l.CutOff, Heading: l.Heading.End > l.Heading.Start}
	known := 0
	for i := range list {
		m := &list[i]
		n := dictionary.Letters(m.Read)
		s.Letters += n
		switch {
		case wellRead(m):
			known += nameLetters(m)
		case n >= shortName && l.Confidence(m.Start, m.End) < doubtBelow:
			s.Doubtful++
		}
		s.Value += worth(l, m)
	}
	s.Ingredients = len(list)
	if s.Letters > 0 {
		s.Known = float64(known) / float64(s.Letters)
	}
	if s.Heading {
		s.Value += headingIs
	}
	start, end := 0, len(l.Text)
	if l.ListFound {
		start, end = l.List.Start, l.List.End
	}
	s.Confidence = l.Confidence(start, end)
	return s
}

// wellRead says whether an ingredient was understood by the letters that were read. One that was by doubting them is no
// proof of the reading.
func wellRead(m *match.Match) bool { return (m.Known || m.Kind != "") && !m.Doubted }

// worth is what one ingredient adds to the value of a reading.
func worth(l *label.Label, m *match.Match) float64 {
	n := float64(dictionary.Letters(m.Read))
	c := l.Confidence(m.Start, m.End)
	if wellRead(m) {
		own := float64(nameLetters(m))
		return max(own*(0.8+0.2*c/100)-editCost*m.Cost, 0.2*own) + unknownLow*(n-own)
	}
	n = min(n, noMore)
	if c >= surely {
		return n * unknownTop * (c - surely) / (100 - surely)
	}
	return n * max(unknownLow, unknownTop*(c-surely)/(100-surely))
}

// nameLetters is how many of an ingredient's letters are its name's. What stands beside the name, where a
// bracket or a lost comma made one ingredient of many, is not understood with it.
func nameLetters(m *match.Match) int {
	return min(dictionary.Letters(m.Read), nameRoom+int(nameShare*float64(dictionary.Letters(m.Name))))
}

// When a reading is good enough to stop.
const (
	enoughKnown      = 0.93
	enoughConfidence = 80
	enoughItems      = 4
	enoughCovered    = 0.93
	clearConfidence  = 88 // words read as clearly as this are not read better by looking again
	clearKnown       = 0.5
	allKnown         = 0.97 // noise is not taken for a list of known names, however doubtful each letter
	allConfidence    = 65
)

// sureWords is by how much the words of a reading without a list must be surer.
const sureWords = 10

// beats says whether a reading is better than another one. A list is given up for words that are surer only
// where little of it was understood, and not where its heading was: however badly it was read, there it is.
func (s Score) beats(o Score) bool {
	switch {
	case !s.ListFound:
		return !o.settled() && !o.headed() && s.Confidence > o.Confidence+sureWords
	case !o.ListFound && s.headed():
		return true
	}
	return s.Value > o.Value
}

// clearerThan says whether a list is understood better without some letters that stood in its lines. Names have room for
// other words: such letters may have been taken for known ones, each of them worth one. Then something else must be less
// strange, and not because there is less of it.
func (s Score) clearerThan(o Score, letters int) bool {
	if s.Value > o.Value+leastGain {
		return true
	}
	return s.Known > o.Known && s.strange() <= o.strange()-shortName && s.Value > o.Value-float64(letters)
}

// strange counts the letters of a list that are in no known ingredient.
func (s Score) strange() float64 { return (1 - s.Known) * float64(s.Letters) }

// headed says whether the heading of a list was read, with something below it.
func (s Score) headed() bool { return s.ListFound && s.Heading && s.Ingredients >= enoughItems }

// good says whether nothing better need be looked for.
func (s Score) good() bool {
	if !s.ListFound || s.Open || s.Torn || s.Ingredients < enoughItems || s.Coverage < enoughCovered {
		return false
	}
	return s.Doubtful == 0 && s.Known >= enoughKnown && s.Confidence >= enoughConfidence ||
		s.Doubtful == 0 && s.Known >= clearKnown && s.Confidence >= clearConfidence ||
		s.Known >= allKnown && s.Confidence >= allConfidence
}

// poor says whether hardly anything was read.
func (s Score) poor() bool {
	return !s.ListFound || s.Known < 0.5 || s.Ingredients < 3
}

// settled says whether this is the list, read for the most part, so that only parts of it need a second
// look: it is known, or read so clearly that the dictionary is at fault.
func (s Score) settled() bool {
	return s.ListFound && s.Ingredients >= 3 && (s.Known >= 0.5 || s.Heading && s.Confidence >= enoughConfidence)
}

// unsettled says whether there is a list, and it was read badly.
func (s Score) unsettled() bool { return s.ListFound && !s.settled() }

// hopelessBelow is the confidence below which print was probably read the wrong way round.
const hopelessBelow = 60

// hopeless says whether the picture was probably read the wrong way round, which no heading is read in.
func (s Score) hopeless() bool {
	return !s.headed() && s.Confidence < hopelessBelow && (!s.ListFound || s.Known < 0.5)
}
