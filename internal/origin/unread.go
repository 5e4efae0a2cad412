package origin

import (
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// What could not be read. On a photo an origin may stand in print that was lost: what is left must not be
// taken for all there is, nor what stands beyond it for part of the same name.
const (
	unreadLeast = 20   // letters read too badly to be believed that may be a list
	unreadShare = 0.25 // of all letters of the photo
	strangeWord = 4    // letters of a word that is no word of names; fewer are a speck
	strangers   = 2    // such words between a noun and a source: a separator may have been among them
)

// muchUnread reports whether a good part of a photo was read too badly to tell that it is no list.
func (j *judge) muchUnread() bool {
	p := j.l.Page()
	if p == nil {
		return false
	}
	unread, all := 0, 0
	for _, w := range p.Words {
		n := dictionary.Letters(w.Text)
		all += n
		if w.Confidence < label.UnreadBelow {
			unread += n
		}
	}
	return unread >= unreadLeast && float64(unread) >= unreadShare*float64(all)
}

// Behind the end of a list on a photo.
const (
	behindEnd   = 160  // bytes looked at
	lastItem    = 24   // bytes before it, in which a full stop ends it
	behindLeast = 12   // letters and digits there that are more than specks
	lastBytes   = 80   // bytes before the end, where a list is read
	readFrom    = 75.0 // this well or better: then what is unread behind it is other print
)

// breaksOff reports whether a list on a photo may go on where it could not be read: no full stop or heading ends it,
// and behind it stands something that was read too badly to be the next paragraph, with commas, or behind half a name.
// Among print of another script, what cannot be read behind a list that was read well is such print.
func (j *judge) breaksOff() bool {
	if j.l.Page() == nil {
		return false
	}
	other := j.l.OtherScript()
	for i := range j.l.Lists {
		in := j.l.Lists[i].Range
		end := in.End
		if j.l.Lists[i].Closed || other && j.l.Confidence(max(in.Start, end-lastBytes), end) >= readFrom {
			continue
		}
		behind := j.l.Text[end:min(len(j.l.Text), end+behindEnd)]
		// A speck of other print may have become an item behind the full stop.
		last := j.l.Text[max(in.Start, end-lastItem):min(len(j.l.Text), end+2)] + " "
		if strings.Contains(last, ". ") || strings.Contains(last, ".\n") || !strings.Contains(behind, ",") && !unfinished(j.l.Text[in.Start:end]) {
			continue
		}
		if dictionary.Letters(behind) >= behindLeast && j.l.Confidence(end, end+len(behind)) < label.UnreadBelow {
			return true
		}
	}
	return false
}

// tornApart reports whether a photo has a list in two pieces, and what stands between them was read too badly to tell that
// it is not of the list.
func (j *judge) tornApart() bool {
	if j.l.Page() == nil || j.l.OtherScript() {
		return false
	}
	return slices.ContainsFunc(j.betweenPieces(), func(between label.Range) bool {
		text := j.l.Text[between.Start:between.End]
		return dictionary.Letters(text) >= behindLeast && j.l.Confidence(between.Start, between.End) < label.UnreadBelow
	})
}

// betweenPieces is the text between two pieces of one list on a photo: the second begins without a heading. What ended
// the first may have been misread.
func (j *judge) betweenPieces() (out []label.Range) {
	if j.l.Page() == nil {
		return nil
	}
	for i := 1; i < len(j.l.Lists); i++ {
		a, b := &j.l.Lists[i-1], &j.l.Lists[i]
		if b.Heading.End <= b.Heading.Start && a.Range.End < b.Range.Start {
			out = append(out, label.Range{Start: a.Range.End, End: b.Range.Start})
		}
	}
	return out
}

// unfinished reports whether the last name of a list goes on: "ABIES SPECTABILIS BRANCH/".
func unfinished(list string) bool {
	return strings.ContainsAny(list[max(0, len(list)-1):], "/-&(")
}

// Signs. A word of them is a whole name, and one misread sign makes it one that nobody knows.
const (
	listedSigns = 3 // separators so near to a list that more of it stands there; prose has one in twenty signs
	sourceSigns = 6 // signs of an item that may name exosomes and their source
)

// signsUnread reports whether a list of Korean, Japanese or Chinese signs may hold exosomes that were not read: items
// stand before its start or behind its end, or it has a long one that was read too badly to say what it is not.
func (j *judge) signsUnread() bool {
	if j.l.Page() == nil {
		return false
	}
	separators := func(text string) int {
		if !dictionary.Glued(text) {
			return 0
		}
		paragraph, _, _ := strings.Cut(text, "\n\n")
		n := 0
		for _, sign := range [...]string{",", "、", "，", ". "} { // a comma is misread as a full stop
			n += strings.Count(paragraph, sign)
		}
		return n
	}
	for i := range j.l.Lists {
		in, headed := j.l.Lists[i].Range, j.l.Lists[i].Heading.End > j.l.Lists[i].Heading.Start
		if !j.l.Lists[i].Closed && separators(j.l.Text[in.End:min(len(j.l.Text), in.End+behindEnd)]) >= listedSigns ||
			!headed && separators(j.l.Text[max(0, in.Start-behindEnd):in.Start]) >= listedSigns {
			return true
		}
	}
	return slices.ContainsFunc(j.list, func(m match.Match) bool {
		return !m.Known && m.Kind == "" && dictionary.Glued(m.Read) && dictionary.Letters(m.Read) >= sourceSigns && j.l.Confidence(m.Start, m.End) < label.UnreadBelow
	})
}

// behindList reports whether a match stands so near behind a list that it may be an item of it.
func (j *judge) behindList(m *match.Match) bool {
	return slices.ContainsFunc(j.l.Lists, func(l label.List) bool { return m.Start >= l.Range.End && m.Start < l.Range.End+behindEnd })
}

// beforeList reports whether a match stands among commas so near before a list without a heading that it may be an item of
// it: on a photo a list in another script and in Latin begins where it can be read. Of a typed text that is so only of a
// name that ends with a noun, and that a comma parts from the list and nothing else: "Exosome Serum" is a product.
func (j *judge) beforeList(m *match.Match) bool {
	return slices.ContainsFunc(j.l.Lists, func(l label.List) bool {
		if l.Heading.End > l.Heading.Start || m.End > l.Range.Start || l.Range.Start-m.End >= behindEnd {
			return false
		}
		between := j.l.Text[m.End:l.Range.Start]
		if strings.Contains(between, "\n\n") || strings.Contains(between, ". ") || !strings.ContainsAny(between, ",，、") {
			return false
		}
		return j.l.Page() != nil || endsInNoun(m) && !strings.ContainsFunc(between, unicode.IsLetter)
	})
}

// endsInNoun reports whether the last word of a match is one for exosomes.
func endsInNoun(m *match.Match) bool {
	n := len(m.Parts)
	return n > 0 && m.Parts[n-1].Word.Class == dictionary.ClassNoun && m.Parts[n-1].End == m.End
}

// sourceLost reports whether the source of an ingredient, or another one where it states one, may be among what was not
// read.
func (j *judge) sourceLost(i int, m *match.Match, stated bool) bool {
	if stated {
		return m.Term == nil && j.lineCut(m)
	}
	return j.sourceBefore(i) || j.sourceUnread(m) || j.sourceAwaited(m)
}

// sourceBefore reports whether the item before list[i] names a source, no separator was read between the two, and
// nothing tells that its name is complete: on a photo the two may be one. A full stop at the end of a line among commas is no
// separator that can be relied on.
func (j *judge) sourceBefore(i int) bool {
	if i == 0 || j.l.Page() == nil {
		return false
	}
	m, before := &j.list[i], &j.list[i-1]
	if before.End > m.Start || before.Kind != "" && before.Kind != dictionary.Ingredient || before.Finished(j.d) {
		return false
	}
	between := j.l.Text[before.End:m.Start]
	if strings.Contains(between, "\n") && j.commasPart(before, m) {
		between = strings.Replace(between, ".", "", 1) // at the end of a line it may be a speck
	}
	if strings.ContainsFunc(between, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return false
	}
	for _, p := range before.Parts {
		if p.Word.Class.States() != "" {
			return true
		}
	}
	word, ok := j.d.Word(dictionary.Fold(before.Read)) // what is listed by its name has no parts: "Potato"
	return ok && word.Class.States() != ""
}

// commasPart reports whether a comma stands before one ingredient and behind the other.
func (j *judge) commasPart(one, other *match.Match) bool {
	return strings.HasSuffix(strings.TrimSpace(j.l.Text[:one.Start]), ",") && strings.HasPrefix(strings.TrimSpace(j.l.Text[other.End:]), ",")
}

// sourceAwaited reports whether an ingredient ends with a word that a source follows: "exosomes from".
func (j *judge) sourceAwaited(m *match.Match) bool {
	words := strings.Fields(dictionary.Fold(m.Read))
	return len(words) > 1 && j.d.Affix(words[len(words)-1], dictionary.Before)
}

// sourceUnread reports whether a word of an ingredient that means nothing was read too badly to say that no source
// is named there: HumansBeeialllliamiix Exosomes.
func (j *judge) sourceUnread(m *match.Match) bool {
	if j.l.Page() == nil {
		return false
	}
	at := m.Start
	for word := range strings.FieldsSeq(j.l.Text[m.Start:m.End]) {
		start := at + strings.Index(j.l.Text[at:m.End], word)
		at = start + len(word)
		means := func(p match.Part) bool { return p.Start < at && start < p.End }
		if dictionary.Letters(word) >= strangeWord && !slices.ContainsFunc(m.Parts, means) &&
			j.l.Confidence(start, at) < label.UnreadBelow && !j.d.KnownWord(dictionary.Fold(word)) {
			return true
		}
	}
	return false
}

// together leaves out the sources of an ingredient that stand beyond words nobody knows, if another stands by its
// noun, and says whether it did: "EXOSOMES (HUMAN PLACENTAL CELL (SISIEIE) AVAGES GRAPE EXTRACT" was two ingredients.
func (j *judge) together(parts []match.Part) (kept []match.Part, left bool) {
	if j.l.Page() == nil {
		return parts, false
	}
	sources := 0
	for _, p := range parts {
		if p.Word.Class.States() == "" {
			kept = append(kept, p)
			continue
		}
		if j.strangersBeside(p, parts) < strangers {
			kept = append(kept, p)
			sources++
		}
	}
	if sources == 0 {
		return parts, false
	}
	return kept, len(kept) < len(parts)
}

// strangersBeside counts the words nobody knows between a part and the nearest noun for exosomes.
func (j *judge) strangersBeside(p match.Part, parts []match.Part) int {
	least, found := 0, false
	for _, q := range parts {
		if q.Word.Class != dictionary.ClassNoun {
			continue
		}
		from, to := min(p.End, q.End), max(p.Start, q.Start)
		n := 0
		if from < to {
			for _, word := range dictionary.Tokens(dictionary.Fold(j.l.Text[from:to])) {
				if dictionary.Letters(word) >= strangeWord && !j.d.KnownWord(word) {
					n++
				}
			}
		}
		if !found || n < least {
			least, found = n, true
		}
	}
	return least
}
