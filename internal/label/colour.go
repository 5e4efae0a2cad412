package label

import "strings"

// colours marks the numbers of the Colour Index with the letters before them, as printed and as read:
// "CI 77891", "C.I. 77891", "Cl", "C1" or "C|" for the letters, and the number on the next line. They are
// one name, whatever stands between them.
func (c *content) colours() {
	for i := range c.toks {
		t := c.toks[i]
		n := 0
		switch {
		case t.kind == opening:
			n = c.colourIn(i)
		case t.kind == word && t.letters > 0 && t.letters <= 2 && t.end-t.start <= 3 && c.lower[t.start] == 'c':
			n = c.colourAt(i)
		}
		for k := i; k < i+n; k++ {
			c.toks[k].colour = true
			if c.toks[k].kind == word {
				c.toks[k].knowledge = known
			}
		}
	}
}

// colourIn is the number of tokens of a colour index whose C was read as the bracket at token i: "(177491",
// "(1 75470". Nothing closes it.
func (c *content) colourIn(i int) int {
	read := ""
	for k := i + 1; k < len(c.toks) && k <= i+2; k++ {
		t := c.toks[k]
		if t.kind != word || k == i+1 && t.spaced || !indexLetter(c.lower[c.toks[i+1].start]) {
			return 0
		}
		read += c.lower[t.start:t.end]
		if len(read) == 1+colourIndex && strings.Trim(read[1:], "0123456789") == "" {
			if k+1 < len(c.toks) && c.toks[k+1].kind == closing {
				return 0
			}
			return k + 1 - i
		}
	}
	return 0
}

// colourAt is the number of tokens of a colour index that begins at token i, 0 if none does.
func (c *content) colourAt(i int) int {
	const most = 6
	index := len(strings.ReplaceAll(c.lower[c.toks[i].start:c.toks[i].end], ".", "")) > 1 // the I is read, too
	if index && !indexLetter(c.lower[c.toks[i].end-1]) {
		return 0
	}
	for k := i + 1; k < len(c.toks) && k < i+most; k++ {
		t := c.toks[k]
		read := c.lower[t.start:t.end]
		switch {
		case t.kind == newline && index, t.kind == stop && !t.spaced, t.kind == mark && !t.spaced && index:
		case len(read) == 1 && indexLetter(read[0]) && !index:
			index = true
		case t.kind == word && t.letters == 0 && len(read) == colourIndex && index && strings.Trim(read, "0123456789") == "":
			return k + 1 - i
		default:
			return 0
		}
	}
	return 0
}

// indexLetter says whether a letter or sign is the I of CI, or what that is read as.
func indexLetter(b byte) bool { return strings.IndexByte("il1|!", b) >= 0 }
