// Package cutoff tells whether a list on a photo is all there, by how its lines go on.
//
// It promises that a list is called cut off for what was read of it, never for how it looks: a whole
// list on a bottle is as bent as one that runs round it. It refuses to prove that nothing is missing:
// where a name runs from the end of one line over to the next, nothing can lie between the two, and of
// print near a side of what the camera sees it wants such proof.
//
// # Seams
//
// A seam is where a line of a list ends and the next begins. In a whole list names run over seams as
// they run over any space, or a comma stands there. Where the ends of the lines lie round the back of a
// bottle, or beyond the frame, what meets at a seam are halves of two names. Each seam is evidence, in
// natural logarithms of how much likelier it is in a whole list than in one cut off. The weights are
// counts of the tuning set of labeltest, halved where they were large: real photos are read worse.
package cutoff

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// worth of the seams.
var worth = [kinds]float64{name: 2, phrase: 0, mended: -0.5, strange: -1, broken: -3, parted: 1, unsure: -0.25, fragment: -2.5, met: -0.5, torn: -1}

// What a list must be worth. Print that is seen from the side, or stands at the frame, may go on there,
// and of what was put together from several photos one may be missing; elsewhere nothing suggests that
// the list goes on, and only lines that plainly do not go together tell.
const (
	fromSide  = 3.5
	eachSeam  = 0.5 // is enough of a short list whose heading is seen
	atFrame   = 0
	fromSome  = -1
	elsewhere = -2.5
	leastTorn = 2 // seams that must make no names where nothing suggests that the lines go on
)

// Look marks the lists of the label that are cut off at a side. The list is the label's as understood.
func Look(d *dictionary.Dictionary, l *label.Label, list []match.Match) {
	if l.Page() == nil {
		return
	}
	for i := range l.Lists {
		lookAtEnds(l, i, list)
		if lineLost(l, l.Lists[i].Range) {
			l.MarkCutOff(i, "a line between two lines of the list was not read")
		}
		if n := holes(l, list, l.Lists[i].Range); n >= leastHoles {
			l.MarkCutOff(i, fmt.Sprintf("within %d lines of the list words are missing", n))
		}
		n, bad, v := sum(seamsOf(d, l, list, l.Lists[i].Range))
		cut := false
		where := sideOf(l, l.Lists[i].Range)
		switch where {
		case seenFromSide:
			least := fromSide
			if h := l.Lists[i].Heading; h.End > h.Start {
				least = math.Min(least, eachSeam*float64(n))
			}
			cut = v < least
		case standsAtFrame:
			cut = v < atFrame
		case putTogether:
			cut = v < fromSome
		default:
			cut = v < elsewhere && bad >= leastTorn
		}
		if cut {
			l.Lists[i].BeyondHorizon = where == seenFromSide
			l.MarkCutOff(i, fmt.Sprintf("the list is cut off at the side: of %d places where a line goes on in the next %d make no name%s", n, bad, where))
		}
	}
}

// lookAtEnds marks a list whose first or last lines may be beyond the frame.
func lookAtEnds(l *label.Label, i int, list []match.Match) {
	in := l.Lists[i].Range
	first := slices.IndexFunc(list, func(m match.Match) bool { return m.Start >= in.Start && m.End <= in.End })
	r := rowsOf(l, in)
	if first < 0 || len(r.lines) == 0 || r.height <= 0 || joined(l, in) {
		return
	}
	last := first
	for last+1 < len(list) && list[last+1].End <= in.End {
		last++
	}
	for last > first && !understood(&list[last]) && speck(list[last].Read) {
		last--
	}
	if !r.begins(l, l.Lists[i], &list[first]) {
		l.MarkCutOff(i, "the first line stands at the frame of the photo, without a heading: the list may begin before it")
	}
	upToLast := rowsOf(l, upTo(l, in, list[last].End))
	switch {
	case upToLast.closed(l, l.Lists[i]):
	case !upToLast.ends(l, &list[last]):
		l.MarkCutOff(i, "the last line stands at the frame of the photo, and nothing ends it: the list may go on after it")
	case !understood(&list[last]) && upToLast.goesOnUnread(l, in):
		l.MarkCutOff(i, "the last name is not known, and the line below it, which may be more of it, was not read")
	}
}

// joined says whether a list was put together from several photos: their frames are inside its lines.
func joined(l *label.Label, in label.Range) bool {
	return slices.ContainsFunc(l.Spans, func(s label.Span) bool {
		return s.Start >= in.Start && s.End <= in.End && l.Page().Words[s.Word].Photo != ""
	})
}

// sum adds seams up.
func sum(count [kinds]int, inner, odd int) (n, bad int, v float64) {
	// What is unknown inside lines too says little at their ends.
	weight := 1 - math.Min(1, 2*float64(odd)/float64(max(inner, 1)))
	for k, c := range count {
		n += c
		w := worth[k]
		if w < 0 {
			w *= weight
		}
		if k == int(broken) || k == int(fragment) {
			bad += c
		}
		v += w * float64(c)
	}
	return n, bad, v
}

// seam is what is found where a line of a list ends and the next begins.
type seam int

const (
	name     seam = iota // one name of the dictionary on both sides
	phrase               // one ingredient, of words it knows
	mended               // one name, with letters changed
	strange              // one ingredient, unknown, of words that are known at the seam
	broken               // one ingredient, unknown, with an unknown word at the seam
	parted               // a sign between two known ingredients
	unsure               // a sign between two, of which one is unknown, though not its word at the seam
	fragment             // a sign between two, with an unknown word at the seam
	met                  // two known ingredients with no sign between them
	torn                 // letters between two ingredients that belong to neither
	kinds
)

// mostBetween is how many words and signs may stand between two ingredients: with more of them there,
// something else was read between two lines.
const mostBetween = 3

// seamsOf counts the seams of one list, and its ingredients at no seam, with the unknown ones of them.
func seamsOf(d *dictionary.Dictionary, l *label.Label, list []match.Match, in label.Range) (count [kinds]int, inner, odd int) {
	touches := make([]bool, len(list))
	at := 0
	for k := 1; k < len(l.Spans); k++ {
		a, b := l.Spans[k-1], l.Spans[k]
		if a.Start < in.Start || b.End > in.End || !l.LineEnds(k-1) {
			continue
		}
		apart := strings.Contains(l.Text[a.End:b.Start], "\n\n") // between two blocks other print may stand
		for at < len(list) && list[at].End <= a.End {
			at++
		}
		switch {
		case at == len(list):
		case list[at].Start < a.End:
			touches[at] = true
			if s := inside(d, l, &list[at], a, b); s == name || !apart {
				count[s]++
			}
		case at > 0 && !apart && list[at-1].Start >= in.Start && len(strings.Fields(l.Text[list[at-1].End:list[at].Start])) <= mostBetween:
			touches[at-1], touches[at] = true, true
			count[between(d, l, &list[at-1], &list[at], a, b)]++
		}
	}
	for i := range list {
		if list[i].Start >= in.Start && list[i].End <= in.End && !touches[i] {
			inner++
			if !understood(&list[i]) {
				odd++
			}
		}
	}
	return count, inner, odd
}

func understood(m *match.Match) bool { return m.Known || m.Kind != "" }

// inside is the seam between spans a and b within an ingredient.
func inside(d *dictionary.Dictionary, l *label.Label, m *match.Match, a, b label.Span) seam {
	switch {
	case !understood(m) && strings.IndexAny(l.Text[b.Start:b.End], "([{") == 0:
		return unsure // a remark that no dictionary has
	case !understood(m) && (knows(d, l, a) && knows(d, l, b) || a.End == b.Start):
		return strange
	case !understood(m):
		return broken
	case m.Edits > 0 && !fits(m.Name, l.Text[m.Start:a.End], l.Text[b.Start:m.End]):
		return mended
	case m.Reference == 0 && m.Term == nil:
		return phrase
	}
	return name
}

// fits says whether the letters on both sides of a seam stand in the name together.
func fits(name, before, after string) bool {
	const each = 3
	x, y := squeezed(before), squeezed(after)
	return strings.Contains(squeezed(name), x[max(0, len(x)-each):]+y[:min(len(y), each)])
}

// squeezed is the letters and digits of a text.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, dictionary.Fold(s))
}

// between is the seam between spans a and b of two ingredients.
func between(d *dictionary.Dictionary, l *label.Label, before, after *match.Match, a, b label.Span) seam {
	sign := l.Text[before.End:after.Start]
	switch {
	case strings.ContainsFunc(sign, unicode.IsLetter):
		return torn
	case !understood(before) && !knows(d, l, a) || !understood(after) && !knows(d, l, b):
		return fragment
	case !understood(before) || !understood(after):
		return unsure
	case strings.TrimSpace(sign) == "":
		return met
	}
	return parted
}

// knows says whether the dictionary knows the words of a span.
func knows(d *dictionary.Dictionary, l *label.Label, s label.Span) bool {
	for w := range strings.FieldsFuncSeq(dictionary.Fold(l.Text[s.Start:s.End]), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) > 1 && !d.KnownWord(w) {
			return false
		}
	}
	return true
}
