package label

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// composer writes the words of a page as text, in reading order: a space between words, a line break
// between lines, an empty line between blocks.
type composer struct {
	words   []ocr.Word
	d       *dictionary.Dictionary
	text    []byte
	spans   []Span
	dropped []Dropped
	last    string // text of the last word written
	bullets bool   // bullets stand between words, more than specks do
	dashes  bool   // dashes, or other signs that dots are read as, stand between words as often as between items
}

func (c *composer) compose(p *ocr.Page) {
	pieces := c.withoutNoise(upright(p))
	for i, b := range blocks(lines(pieces, p.Words)) {
		b = c.withoutMargin(b)
		if i > 0 {
			c.lineBreak("\n\n", b.lines[0])
		}
		for j, l := range b.lines {
			if j > 0 && !c.wraps(b, j) {
				c.lineBreak("\n", l)
			}
			wide := c.bulletGap(l)
			for k, p := range l.pieces {
				if k > 0 && p.left-l.pieces[k-1].right > wide {
					c.text = append(c.text, ' ') // two in all: nothing else has them
				}
				if k > 0 && !slices.Contains(l.glued, k) && !c.words[p.word].Joined &&
					spaceBetween(c.last, strings.TrimSpace(c.words[p.word].Text), (p.left-l.pieces[k-1].right)/l.height) {
					c.text = append(c.text, ' ')
				}
				c.write(p.word)
			}
		}
	}
	slices.SortFunc(c.dropped, func(a, b Dropped) int { return a.Word - b.Word })
}

// bulletGap is how wide a gap of a line must be for a bullet to have stood in it that was not read, in a text
// with bullets: clearly wider than the line's other gaps, which all grow together where text is justified.
func (c *composer) bulletGap(l line) float64 {
	const fewGaps, wider, high = 4, 2.5, 0.7
	if !c.bullets || len(l.pieces) <= fewGaps {
		return math.Inf(1)
	}
	gaps := make([]float64, 0, len(l.pieces)-1)
	for k := 1; k < len(l.pieces); k++ {
		gaps = append(gaps, l.pieces[k].left-l.pieces[k-1].right)
	}
	return max(wider*median(gaps), high*l.height)
}

// lineBreak goes to the next line, or joins a word that the break cut in two.
func (c *composer) lineBreak(br string, next line) {
	switch jointOf(c.last, strings.TrimSpace(c.words[next.pieces[0].word].Text), c.d, c.dashes) {
	case separate:
		c.text = append(c.text, br...)
	case solid: // the hyphen is in the text already: take it back
		stem, _ := cutHyphen(c.last)
		c.text = c.text[:len(c.text)-(len(c.last)-len(stem))]
		c.spans[len(c.spans)-1].End = len(c.text)
	}
}

func (c *composer) write(i int) {
	c.last = strings.ToValidUTF8(strings.TrimSpace(c.words[i].Text), "\ufffd")
	start := len(c.text)
	c.text = append(c.text, c.last...)
	c.spans = append(c.spans, Span{Start: start, End: len(c.text), Word: i})
}

const (
	fewBullets  = 3    // odd signs that stand alone this often are bullets, not specks
	sureWord    = 50   // below this confidence a lone sign is a speck
	speckLetter = 25   // below this confidence a lone letter at the end of a line is a speck, and a comma before one
	speckWord   = 3    // letters at most of a word that nobody knows, and that is a speck there below sureWord
	leastSpace  = 0.12 // heights between words
	tallSpeck   = 3    // a word of a letter or two that is this many times taller than the others is a rule or a fold
)

// loneSigns counts the words of a page that are signs, by what they may part, and what they compete with.
type loneSigns struct {
	bullets, dashes, slashes, pipes int
	commas                          int     // at the ends of words
	height                          float64 // of most words
}

func (c *composer) loneSigns(pieces []piece) loneSigns {
	var n loneSigns
	heights := make([]float64, len(pieces))
	for i, p := range pieces {
		heights[i] = p.height
		text := c.words[p.word].Text
		if strings.HasSuffix(text, ",") {
			n.commas++
		}
		switch role, lone := loneSign(text); {
		case !lone:
		case role == bullet || role == comma && strings.ContainsFunc(text, isPoint):
			n.bullets++
		case hyphens[text] || text == "+" || text == ":":
			n.dashes++
		case text == "/":
			n.slashes++
		case text == "|" && !edgeOfLine(c.words, p.word):
			n.pipes++
		}
	}
	n.height = median(heights)
	return n
}

// withoutNoise leaves out words that are specks, rules and folds, and says which.
func (c *composer) withoutNoise(pieces []piece) []piece {
	n := c.loneSigns(pieces)
	c.bullets, c.dashes = n.bullets >= fewBullets, n.dashes >= fewBullets
	kept := make([]piece, 0, len(pieces))
	ends := c.doubtfulEnds(pieces)
	for _, p := range pieces {
		reason := c.noise(p, n)
		if reason == "" && ends[p.word] {
			reason = "doubtful letters at the end of a line"
		}
		if reason == "" {
			kept = append(kept, p)
			continue
		}
		c.dropped = append(c.dropped, Dropped{Word: p.word, Reason: reason})
	}
	for i, w := range c.words {
		if strings.TrimSpace(w.Text) == "" {
			c.dropped = append(c.dropped, Dropped{Word: i, Reason: "empty"})
		}
	}
	return kept
}

// noise says why a word is none, "" if it is one or a sign that parts ingredients.
func (c *composer) noise(p piece, n loneSigns) string {
	w := c.words[p.word]
	if role, lone := loneSign(w.Text); lone {
		if c.parts(w, role, p.height, n) {
			return ""
		}
		switch {
		case role == mark || role == dash || role == quote || role == bullet:
			return "a sign that stands alone"
		case role == comma && w.Text[0] == '|' && (w.Confidence < sureWord || edgeOfLine(c.words, p.word)):
			return "a vertical rule"
		case role == comma && w.Text == "," && w.Confidence < speckLetter && firstOfLine(c.words, p.word):
			return "a speck before a line"
		}
	}
	if p.height > tallSpeck*n.height && utf8.RuneCountInString(strings.TrimSpace(w.Text)) <= 2 {
		return "much taller than the print"
	}
	return ""
}

// parts says whether a sign that stands alone is one of many that part the ingredients.
func (c *composer) parts(w ocr.Word, role kind, height float64, n loneSigns) bool {
	level := height <= sameSize*n.height
	switch {
	case role == bullet:
		return c.bullets || c.dashes
	case hyphens[w.Text]:
		return c.dashes
	case role == comma && w.Text[0] == '|' && n.slashes >= fewBullets: // one of them
		return level
	}
	return w.Text == "|" && n.pipes >= fewBullets && n.pipes > n.commas && w.Confidence >= sureWord && level
}

// hyphens stand between the items of some lists; longer dashes come from rules and folds.
var hyphens = map[string]bool{"-": true, "–": true}

// loneSign says whether a word has neither letters nor digits, and what its most telling sign is.
func loneSign(s string) (role kind, lone bool) {
	role = mark
	drawn := false // with a mark or a dash: "===.", "_." are no full stops
	for _, r := range strings.TrimSpace(s) {
		k := kindOf(r)
		if k == word {
			return word, false
		}
		drawn = drawn || k == mark || k == dash
		switch k {
		case comma, stop, colon, slash, opening, closing, ampersand:
			role = k
		case bullet:
			if role != comma {
				role = bullet
			}
		case dash, quote:
			if role == mark {
				role = k
			}
		}
	}
	if role == stop && drawn {
		role = mark
	}
	return role, true
}

// doubtfulEnds tells of each word whether it stands at either end of its line and is made of a speck, the edge of the
// pack or what lies beyond it. A piece of a word stands nearer to the rest of it.
func (c *composer) doubtfulEnds(pieces []piece) []bool {
	out := make([]bool, len(c.words))
	for row := range byLine(pieces, c.words) {
		for i, p := range row {
			if i+1 < len(row) && !p.apart(row[i+1]) || !c.endsAt(p.word, out) {
				break
			}
		}
		for i, p := range slices.Backward(row) {
			if i > 0 && !row[i-1].apart(p) || !c.endsAt(p.word, out) {
				break
			}
		}
	}
	return out
}

// apart says whether there is a space between two words of a line.
func (p piece) apart(next piece) bool { return next.left-p.right >= leastSpace*p.height }

// endsAt notes whether a word at the end of a line is doubtful, and says whether what stands beside it is at the end, too.
func (c *composer) endsAt(i int, doubtful []bool) bool {
	doubtful[i] = c.doubtful(c.words[i])
	role, lone := loneSign(c.words[i].Text)
	return doubtful[i] || lone && (role == mark || role == quote)
}

// doubtful says whether a word is a letter or a few that were not read surely, and no word of a name. A sign behind
// them parts items or joins lines, specks or not.
func (c *composer) doubtful(w ocr.Word) bool {
	text := strings.TrimSpace(w.Text)
	if r, n := utf8.DecodeRuneInString(text); n == len(text) && unicode.IsLetter(r) {
		return w.Confidence < speckLetter
	}
	letters := 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			letters++
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return false
		}
	}
	if letters < 2 || letters > speckWord || w.Confidence >= sureWord || strings.ContainsAny(text[len(text)-1:], ",;-") {
		return false
	}
	return !c.d.KnownWord(strings.TrimFunc(dictionary.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }))
}

func edgeOfLine(words []ocr.Word, i int) bool {
	return firstOfLine(words, i) || i == len(words)-1 || !sameLine(words[i], words[i+1])
}

func firstOfLine(words []ocr.Word, i int) bool { return i == 0 || !sameLine(words[i-1], words[i]) }
