package label

import (
	"slices"
	"strings"
)

// politely is how the sentences on Japanese and Korean packs end: please do, do not, it is. No name of an ingredient
// ends so. Their commas are those of lists, and next to nothing in them is a word that the dictionary knows.
var politely = [...]string{
	"ください", "下さい", "ません", "ます", "です",
	"십시오", "하세요", "주세요", "바랍니다", "합니다", "습니다",
}

// markSentences marks the segments that begin a line, or what stands in it behind a full stop, that is a sentence:
// "直射日光を避け、涼しい所に保管してください。" ends the list above it.
func (c *content) markSentences(segs []segment) {
	first := -1
	for i, s := range segs {
		if s.heading >= 0 || s.hi == s.lo {
			first = -1
			continue
		}
		if s.before != comma || first < 0 {
			first = i
		}
		if s.after != comma && slices.ContainsFunc(politely[:], func(end string) bool { return strings.HasSuffix(c.segmentText(s), end) }) {
			segs[first].sentence = true
		}
		if s.after != comma {
			first = -1
		}
	}
}

// segmentText is the text of a segment, without the signs that end it.
func (c *content) segmentText(s segment) string {
	hi := s.hi
	for hi > s.lo && c.toks[hi-1].kind != word {
		hi--
	}
	if hi == s.lo {
		return ""
	}
	return c.text[c.toks[s.lo].start:c.toks[hi-1].end]
}
