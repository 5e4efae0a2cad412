package label

import (
	"slices"

	"exoscan/internal/ocr"
)

// Concat puts several labels one after another, as if they were printed so: their lists stay apart,
// and a claim on one is a claim on all. Each keeps what was understood of it.
func Concat(labels ...*Label) *Label {
	if len(labels) == 1 {
		return labels[0]
	}
	out := &Label{}
	for _, l := range labels {
		out.append(l)
	}
	return out
}

func (l *Label) append(o *Label) {
	if l.Text != "" {
		l.Text += "\n\n"
	}
	by := len(l.Text)
	moved := func(r Range) Range { return Range{r.Start + by, r.End + by} }
	l.Text += o.Text
	words := 0
	if o.page != nil {
		if l.page == nil {
			l.page = &ocr.Page{V: o.page.V, Lang: o.page.Lang}
		}
		words = len(l.page.Words)
		l.page.Words = append(l.page.Words, o.page.Words...)
	}
	for _, s := range o.Spans {
		l.Spans = append(l.Spans, Span{s.Start + by, s.End + by, s.Word + words})
	}
	for _, i := range o.Ingredients {
		i.Start, i.End, i.Name, i.List = i.Start+by, i.End+by, moved(i.Name), i.List+len(l.Lists)
		l.Ingredients = append(l.Ingredients, i)
	}
	for _, list := range o.Lists {
		list.Heading, list.Range = moved(list.Heading), moved(list.Range)
		l.Lists = append(l.Lists, list)
	}
	for _, r := range o.Rest {
		l.Rest = append(l.Rest, moved(r))
	}
	for _, d := range o.Dropped {
		l.Dropped = append(l.Dropped, Dropped{d.Word + words, d.Reason})
	}
	for _, s := range o.Trace {
		l.Trace = append(l.Trace, Step{s.What, moved(s.At), s.N})
	}
	if o.ListFound && (!l.ListFound || o.List.End-o.List.Start > l.List.End-l.List.Start) {
		l.Heading, l.List = moved(o.Heading), moved(o.List)
	}
	l.ListFound = l.ListFound || o.ListFound
	l.CutOff = l.CutOff || o.CutOff
}

// Page is the page whose words Spans and Dropped are about; nil for typed text.
func (l *Label) Page() *ocr.Page { return l.page }

// Lines are the words of the page in the order of the text, line by line, as indexes in Page.Words;
// an empty line stands between blocks.
func (l *Label) Lines() [][]int {
	var lines [][]int
	for i, s := range l.Spans {
		switch {
		case i == 0 || l.below(l.Spans[i-1], s):
			lines = append(lines, nil)
		default:
			if between := l.Text[l.Spans[i-1].End:s.Start]; between == "\n" {
				lines = append(lines, nil)
			} else if between == "\n\n" {
				lines = append(lines, nil, nil)
			}
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], s.Word)
	}
	return slices.Clip(lines)
}

// below says whether the second half of a word that was joined stands on the next line.
func (l *Label) below(a, b Span) bool {
	if a.End != b.Start {
		return false
	}
	two := upright(&ocr.Page{Words: []ocr.Word{l.page.Words[a.Word], l.page.Words[b.Word]}, Rotation: l.page.Rotation,
		Width: l.page.Width, Height: l.page.Height, Skew: l.page.Skew})
	return len(two) == 2 && two[1].middle-two[0].middle > two[0].height/2
}
