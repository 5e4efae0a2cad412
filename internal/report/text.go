package report

import (
	"fmt"
	"io"
	"strings"

	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// text writes results for a person: the verdict with its source on the first line, then what it
// rests on. A result with nothing to show is that one line.
type text struct {
	w     io.Writer
	paint paint
	width int
	begun bool
	long  bool // the last result took more than one line
}

func newText(w io.Writer, o Options) Writer {
	return &text{w: w, paint: paint(o.Color), width: o.Width}
}

func (t *text) Close() error { return nil }

func (t *text) Write(r scan.Result) error {
	body := t.body(settled(r))
	var b strings.Builder
	// Long results stand apart; a run of one-liners stays a compact list.
	if t.begun && (t.long || len(body) > 0) {
		b.WriteByte('\n')
	}
	b.WriteString(t.verdictLine(r))
	for _, line := range body {
		b.WriteString(line)
	}
	t.begun, t.long = true, len(body) > 0
	_, err := io.WriteString(t.w, b.String())
	return err
}

func (t *text) verdictLine(r scan.Result) string {
	v := verdictOf(r)
	source := t.paint.bold(harmless(r.Source)) + ": "
	if v == Failed {
		return wrap("", "  ", source+t.paint.verdict(v, "failed: "+gloss(r)), t.width)
	}
	word := t.paint.verdict(v, harmless(v))
	if v == string(origin.Mixed) {
		word += " (" + and(r.Origins) + ")"
	}
	return wrap("", "  ", source+word+t.paint.dim(", "+gloss(r)), t.width)
}

func (t *text) body(r scan.Result) []string {
	if verdictOf(r) == Failed {
		return nil
	}
	var lines []string
	for i, f := range r.Findings {
		lines = append(lines, t.finding(i+1, f, r))
	}
	for _, f := range r.Related {
		note := fmt.Sprintf("%s: %s, %s; near exosomes, not named as such, never part of the verdict", name(f), originWord(f.Origin), place(f, r.Ingredients))
		lines = append(lines, t.row("  ", "related", note))
	}
	for _, c := range r.Claims {
		lines = append(lines, t.row("  ", "claim", quoted(c.Read)+" outside the list"+says(c)+onPhoto(" at ", c.Box)))
	}
	for _, w := range r.Warnings {
		lines = append(lines, t.row("  ", t.paint.warn("warning"), harmless(w.Code)+": "+harmless(w.Text)))
	}
	for _, n := range r.Notes {
		lines = append(lines, t.row("  ", "market "+harmless(n.Market), noteLine(n)))
	}
	if len(lines) > 0 || r.Kind == "photo" {
		lines = append(lines, t.row("  ", "reading", t.paint.dim(readingLine(r))))
	}
	return lines
}

func (t *text) finding(n int, f origin.Finding, r scan.Result) string {
	number := fmt.Sprintf("  %d. ", n)
	indent := strings.Repeat(" ", len(number))
	heading := t.paint.bold(name(f))
	if read := asRead(f.Read); read != name(f) {
		heading = quoted(f.Read) + " → " + heading
	}
	rows := []string{
		wrap(number, indent, heading, t.width),
		t.row(indent, "origin", t.paint.verdict(string(f.Origin), originLine(f))),
		t.row(indent, "because", harmless(f.Because)),
		t.row(indent, "match", matchLine(f)),
		t.row(indent, "place", place(f, r.Ingredients)),
		t.row(indent, "on photo", onPhoto("", f.Box)+photoName(f.Photo)),
		t.row(indent, "reference", harmless(f.Reference)),
	}
	return strings.Join(rows, "")
}

// labelWidth holds the longest label, "reference", and two spaces.
const labelWidth = 11

// row is a label and its value; no value, no row.
func (t *text) row(indent, label, value string) string {
	if value == "" {
		return ""
	}
	first := indent + label + strings.Repeat(" ", max(1, labelWidth-columnsOf(label)))
	return wrap(first, strings.Repeat(" ", len(indent)+labelWidth), value, t.width)
}

func name(f origin.Finding) string {
	if f.Name == "" {
		return asRead(f.Read)
	}
	return harmless(f.Name)
}

func quoted(read string) string { return `"` + asRead(read) + `"` }

func says(c origin.Claim) string {
	if c.Origin == "" {
		return ""
	}
	return ", says " + originWord(c.Origin)
}

func photoName(s string) string {
	if s == "" {
		return ""
	}
	return " in " + harmless(s)
}

func onPhoto(before string, b *ocr.Box) string {
	if b == nil {
		return ""
	}
	return before + fmt.Sprintf("%d, %d (%d × %d px)", b.X, b.Y, b.W, b.H)
}
