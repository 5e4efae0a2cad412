// Package label turns words into reading-order text and a list of ingredients.
//
// It promises that every ingredient is a range of bytes in Label.Text, in order, apart from the
// others and whole characters only; that each byte leads back to the word, box and confidence it was
// read from; that a page's words are either in the text or in Dropped with the reason; and that
// every decision about where a list begins and ends is in Trace. Any input gives a Label: no text
// makes it fail, and the time it takes grows with the length of the text.
//
// It refuses to correct. What OCR read is what the text says, save that lines are put in reading
// order and words that a line break cut in two are joined once. In typed text the signs stand that HTML
// entities and the like stood for. Which ingredient is meant is for package match to say, and a missing comma is found
// there too.
//
// # From words to ingredients
//
// A page is composed: its words are turned upright (frame.go), put into lines (lines.go) and blocks (blocks.go), freed of
// specks (compose.go) and margins (margin.go), and written one after another with the spaces and hyphens that were meant
// (unspaced.go, hyphen.go). Typed text is cleaned: what programs made of it is undone (clean.go names the steps). Either
// way there is one text from then on.
//
// The text is cut into tokens (tokens.go, words.go, kinds.go), and the dictionary says which words it knows (knowledge.go,
// resemble.go, colour.go). Tables of typed text are taken out first (pasted.go). In the rest headings are looked for
// (heading.go), and segments, the text between two signs that can part ingredients, are weighed (segments.go): runs of
// them that may be lists (find.go), whose evidence is enough (accept.go), become the tokens of a list (bounds.go). A list
// is split: its signs are counted (census.go), which tells those that part its items (style.go), and the items are cut
// out one after another (split.go, parts.go, brackets.go, lineends.go, bare.go). Each item is trimmed to an ingredient
// and its name (items.go, amounts.go). What is no item on the way goes to Label.Rest.
//
// # How a list is found
//
// Two kinds of evidence count together. A heading ("Ingredients:", "Состав:", "全成分") opens a list
// and lets unknown words pass as items that were read badly. Without one, the words themselves must
// tell: each word the dictionary knows speaks for a list, each it does not know speaks against, long
// words more than short ones, and items between separators more than words in sentences (worth.go). A list
// ends at a heading that ends lists ("Directions:"), at the name of a firm, before an address or a sentence on
// lines of its own (finish.go), or where the weight of the evidence falls too far below its best; then it is cut
// back to the best place, and what stands at its fringe is taken in (fringe.go). A label may hold several lists, of
// a kit or in several languages: all of them count.
//
// # Tables
//
// A table that was typed or pasted, with names in one column and numbers, shares and purposes in others, is told by its
// rows (rows.go) and columns (columns.go). Records, with a field to a line, are one (records.go), and so are lines with
// something before and behind each name (around.go), unless they are said beside a list (beside.go). Each row is an
// ingredient, and what stands beside its name goes to the rest (cells.go).
package label

import (
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// Range is a range of bytes in Label.Text, half-open.
type Range struct{ Start, End int }

// Span says which bytes of Label.Text a word of the page became. Words that a line break cut in two
// touch each other.
type Span struct {
	Start, End int // bytes in Label.Text, half-open
	Word       int // index in Page.Words
}

// Ingredient is one item of a list. Start and End take in everything that belongs to the item on
// the label, with amounts and brackets, but not separators, numbering, quotes, footnote marks and
// the name of a section ("Masala:").
type Ingredient struct {
	Start, End int   // bytes in Label.Text, half-open
	Name       Range // inside Start and End: without amounts ("(10,000 ppm)", "5 %") at either end
	MayContain bool  // follows "may contain" or "+/-"
	List       int   // index in Label.Lists
	Origin     Range // the cell of its row, in a column headed "Origin", that says what it comes from; empty without one
}

// List is one list of ingredients with its heading; Heading is empty where none was read.
type List struct {
	Heading, Range Range
	Closed         bool // what ends lists stands behind it: a heading, an address, a sentence
	CutOff         bool // it ends in the middle of something, or MarkCutOff was told so
	BeyondHorizon  bool // it is cut off where the label turns away from the camera
}

// Dropped is a word of the page that is not in the text.
type Dropped struct {
	Word   int // index in Page.Words
	Reason string
}

// Label is what one page or one typed text says.
type Label struct {
	Text        string
	Spans       []Span // in order of Start; empty for typed text
	ListFound   bool
	Heading     Range // of the longest list
	List        Range // the longest list
	Lists       []List
	CutOff      bool // a list is not all there
	Ingredients []Ingredient
	Rest        []Range // the text outside lists and headings, and what is no ingredient in them (names of sections, notes, praise): claims stand there
	Dropped     []Dropped
	Trace       []Step

	page   *ocr.Page
	asides []Range
	edits  [][]cut // of typed text: where it was changed, one time after another
}

// FromText reads typed text: a list, or a text with a list in it.
func FromText(text string, d *dictionary.Dictionary) *Label {
	l := &Label{}
	l.Text = strings.ToValidUTF8(text, "\ufffd")
	for _, clean := range cleanings {
		l.edited(clean(l.Text))
	}
	l.edited(parted(l.Text, d))
	l.edited(rejoined(l.Text, d))
	l.understand(d, true)
	return l
}

// FromPage reads the words of a page.
func FromPage(p *ocr.Page, d *dictionary.Dictionary) *Label {
	l := &Label{page: p}
	c := composer{words: p.Words, d: d}
	c.compose(p)
	l.Text, l.Spans, l.Dropped = string(c.text), c.spans, c.dropped
	l.understand(d, false)
	return l
}

// edited takes in what the text is now, and where it was changed.
func (l *Label) edited(text string, cuts []cut) {
	if cuts != nil {
		l.Text, l.edits = text, append(l.edits, cuts)
	}
}
