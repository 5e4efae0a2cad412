package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// Tesseract gives Chinese, Japanese and Korean print character by character, or nearly so. What it
// takes apart is put together here by the gaps, in letter heights of the line.
const (
	hangulSpace = 0.34 // a gap this wide is a space between Korean words
	latinSpace  = 0.5  // the same where Latin letters or digits meet the other scripts
	lineRest    = 1.5  // a line that ends this near to the edge of its block was broken for want of room
)

// script sorts characters by how words of their script are parted.
type script uint8

const (
	spacedScript script = iota // Latin, Cyrillic and the like: words are what Tesseract says
	hangul
	unspaced // Chinese characters, kana, Thai: no spaces
	sign
)

func scriptOf(r rune) script {
	switch {
	case unicode.Is(unicode.Hangul, r):
		return hangul
	case dictionary.Unspaced(r), r == 'ー', r == '々':
		return unspaced
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return spacedScript
	}
	return sign
}

// spaceBetween says whether a space stands between two words of one line that are gap letter heights
// apart.
func spaceBetween(left, right string, gap float64) bool {
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	if last < 0x0e00 && first < 0x0e00 {
		return true
	}
	a, b := scriptOf(last), scriptOf(first)
	switch {
	case a == spacedScript && b == spacedScript:
		return true
	case a == unspaced && b == unspaced, a == unspaced && b == sign, a == sign && b == unspaced:
		return false
	case a == hangul && b == sign:
		return kindOf(first) == opening && gap > hangulSpace
	case a == hangul || b == hangul:
		return gap > hangulSpace
	}
	return gap > latinSpace
}

// wraps says whether the next line goes on in the middle of a word of a script without hyphens: the
// line was full, and the next begins with no heading.
func (c *composer) wraps(b block, at int) bool {
	l, next := b.lines[at-1], b.lines[at]
	right := strings.TrimSpace(c.words[next.pieces[0].word].Text)
	last, _ := utf8.DecodeLastRuneInString(c.last)
	first, _ := utf8.DecodeRuneInString(right)
	a, z := scriptOf(last), scriptOf(first)
	if a != unspaced && a != hangul || z != unspaced && z != hangul || !b.fills(l) || c.ofNames(b, at) {
		return false
	}
	var start strings.Builder
	for i, p := range next.pieces {
		if i == longestHeading {
			break
		}
		start.WriteString(strings.TrimSpace(c.words[p.word].Text))
	}
	return !startsHeading(c.d, dictionary.Fold(start.String()))
}

// fills says whether a line ends at the edge of its block.
func (b *block) fills(l line) bool { return b.right-l.right <= lineRest*l.height }

// ofNames says whether a block has one name to a line, and line at and the one before it are none that a line broke: no
// sign in these two parts names, and few lines are as long as the longest, or each of the two is a name.
func (c *composer) ofNames(b block, at int) bool {
	full := 0
	for _, l := range b.lines[:len(b.lines)-1] {
		if b.fills(l) {
			full++
		}
	}
	var names [2]string
	for i, l := range b.lines[at-1 : at+1] {
		for _, p := range l.pieces {
			text := strings.TrimSpace(c.words[p.word].Text)
			if strings.ContainsFunc(text, separates) {
				return false
			}
			names[i] += text
		}
	}
	return 2*full < len(b.lines)-1 || c.d.Lookup(dictionary.Fold(names[0])) != nil && c.d.Lookup(dictionary.Fold(names[1])) != nil
}

// separates says whether a sign stands between names or sentences, and not within them.
func separates(r rune) bool {
	k := kindOf(r)
	return k == comma || k == stop || k == colon
}

// startsHeading says whether a key begins with a heading, its spaces aside.
func startsHeading(d *dictionary.Dictionary, key string) bool {
	for end := range key {
		if end == 0 {
			continue
		}
		for _, h := range d.HeadingsFrom(key[:end]) {
			if strings.HasPrefix(key, strings.ReplaceAll(h.Key, " ", "")) {
				return true
			}
		}
	}
	return false
}
