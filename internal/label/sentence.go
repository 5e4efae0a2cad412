package label

import (
	"strings"

	"exoscan/dictionary"
)

// markSentences marks the segments that begin a line, or what stands in it behind a full stop, that is a sentence:
// "直射日光を避け、涼しい所に保管してください。" ends the list above it. How the sentences on Japanese and Korean packs end tells:
// no name of an ingredient ends so. Their commas are those of lists, and next to nothing in them is a word that the dictionary knows.
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
		if s.after != comma && c.courteous(s) {
			segs[first].sentence = true
		}
		if s.after != comma {
			first = -1
		}
	}
}

// courteous says whether a segment ends as such sentences do.
func (c *content) courteous(s segment) bool {
	text := c.segmentText(s)
	for end := range c.d.MinorWords(dictionary.Courtesy) {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
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
