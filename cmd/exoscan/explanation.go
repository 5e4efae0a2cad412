package main

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/scan"
)

// explanation is the text of exoscan explain, stage by stage.
type explanation struct {
	b     strings.Builder
	steps *scan.Steps
}

func (e *explanation) section(title string) {
	if e.b.Len() > 0 {
		e.b.WriteByte('\n')
	}
	e.b.WriteString(title + "\n")
}

func (e *explanation) line(format string, args ...any) {
	fmt.Fprintf(&e.b, "  "+format+"\n", args...)
}

// shown is text that came from a label, safe to print: what is neither print nor space is a dot.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case !unicode.IsPrint(r):
			return '·'
		}
		return r
	}, s)
}

func (e *explanation) input() {
	s := e.steps
	e.section("Input")
	e.line("%s, taken for a %s", s.Result.Source, s.Result.Kind)
	if p := s.Photo; p != nil {
		e.line("%s, %d x %d pixels upright, EXIF orientation %d", p.Format, p.Width, p.Height, p.Orientation)
	}
	// Lists take too little time to be worth a line.
	if s.Photo != nil {
		for _, t := range s.Times {
			e.line("%-8s %s", t.Stage, t.Took.Round(100*time.Microsecond))
		}
	}
}

// readings prints what was tried on a photo, what the referee said, and what it cost.
func (e *explanation) readings() {
	r := e.steps.Read
	e.section(fmt.Sprintf("Readings (%d)", r.Readings))
	for _, s := range r.Trace {
		took := fmt.Sprintf("%d ms", s.Took.Milliseconds())
		if s.Reading > 0 {
			took += fmt.Sprintf(", %d of them in Tesseract", s.Reading.Milliseconds())
		}
		e.line("%s (%s)", s.What, took)
		if s.Why != "" {
			e.line("  because %s", s.Why)
		}
		e.line("  %s", s.Outcome())
	}
}

// words prints the page line by line, each with Tesseract's mean confidence.
func (e *explanation) words() {
	p := e.steps.Page
	e.section(fmt.Sprintf("Words (%d, read as %s, turned by %d°, skew %.1f°)", len(p.Words), p.Lang, p.Rotation, p.Skew))
	for start := 0; start < len(p.Words); {
		w := p.Words[start]
		end, sum := start, 0.0
		var texts []string
		for ; end < len(p.Words); end++ {
			o := p.Words[end]
			if o.Block != w.Block || o.Paragraph != w.Paragraph || o.Line != w.Line {
				break
			}
			texts = append(texts, shown(o.Text))
			sum += o.Confidence
		}
		e.line("%d.%d.%d  %3.0f  %s", w.Block, w.Paragraph, w.Line, sum/float64(end-start), strings.Join(texts, " "))
		start = end
	}
}

// lists prints the text with its lists marked, and why they begin and end there.
func (e *explanation) lists() {
	l := e.steps.Label
	e.section("Text (lists between » and «)")
	text := l.Text
	for _, line := range strings.Split(marked(text, l.Lists), "\n") {
		if strings.TrimSpace(line) != "" {
			e.line("%s", shown(line))
		}
	}
	if !l.ListFound {
		e.line("no list was found")
	}
	for _, t := range l.Trace {
		e.line("at %d-%d: %s%s", t.At.Start, t.At.End, t.What, counted(t.N))
	}
	for _, d := range l.Dropped {
		e.line("left out: %q: %s", e.steps.Page.Words[d.Word].Text, d.Reason)
	}
}

func counted(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d)", n)
}

// marked is the text with the beginnings and ends of its lists marked.
func marked(text string, lists []label.List) string {
	var b strings.Builder
	at := 0
	for _, l := range lists {
		b.WriteString(text[at:l.Range.Start] + "»" + text[l.Range.Start:l.Range.End] + "«")
		at = l.Range.End
	}
	return b.String() + text[at:]
}

// ingredients prints each ingredient with what it was taken for.
func (e *explanation) ingredients() {
	if len(e.steps.List) == 0 {
		return
	}
	e.section(fmt.Sprintf("Ingredients (%d)", len(e.steps.List)))
	for i, m := range e.steps.List {
		e.line("%3d  %s", i+1, taken(m))
		e.parts(m)
	}
}

// claims prints what the text outside the lists says of exosomes.
func (e *explanation) claims() {
	if len(e.steps.Claims) == 0 {
		return
	}
	e.section("Outside the lists")
	for _, m := range e.steps.Claims {
		e.line("     %s", taken(m))
		e.parts(m)
	}
}

// taken says what an ingredient was taken for and how sure that is.
func taken(m match.Match) string {
	read := shown(m.Read)
	switch {
	case m.Name == "" && m.Doubt != "":
		return fmt.Sprintf("%s: not known; %s", read, m.Doubt)
	case m.Name == "":
		return read + ": not known"
	}
	how := string(m.How)
	if m.How == match.Edited {
		how = fmt.Sprintf("%s changed, cost %.2f", plural(m.Edits, "letter", "letters"), m.Cost)
	}
	said := fmt.Sprintf("%s = %s (%s", read, m.Name, how)
	if m.Reference > 0 {
		said += fmt.Sprintf(", CosIng %d", m.Reference)
	}
	if m.Doubt != "" {
		said += "; doubtful: " + m.Doubt
	}
	return said + ")"
}

// parts prints the words of a name that the rules of origin go by, and those of its footnote.
func (e *explanation) parts(m match.Match) {
	e.grammar("       ", m.Parts)
	e.grammar("       in its "+m.Note.In+", ", m.Note.Parts)
}

func (e *explanation) grammar(lead string, parts []match.Part) {
	for _, p := range parts {
		says := string(p.Word.Class)
		if p.Word.Origin != "" {
			says += ", " + string(p.Word.Origin)
		}
		if p.Word.Likely != "" {
			says += ", likely " + string(p.Word.Likely)
		}
		e.line("%s%s: %s (%s)", lead, shown(p.Read), p.Word.Name, says)
	}
}
