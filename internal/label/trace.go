package label

import (
	"fmt"
	"strings"
)

// Step is one decision, for people who ask why.
type Step struct {
	What string // a sentence without its end
	At   Range  // what it is about
	N    int    // a count What leaves open, 0 where there is none
}

func (l *Label) step(what string, at Range, n int) {
	l.Trace = append(l.Trace, Step{What: what, At: at, N: n})
}

// Explain says the step in words, with the text it is about.
func (s Step) Explain(l *Label) string {
	const shown = 48 // characters
	text := []rune(strings.Join(strings.Fields(l.Text[s.At.Start:s.At.End]), " "))
	what := s.What
	if s.N > 0 {
		what = fmt.Sprintf("%s (%d)", what, s.N)
	}
	switch {
	case len(text) == 0:
		return what
	case len(text) > shown:
		return fmt.Sprintf("%s: %q", what, string(text[:shown])+"…")
	}
	return fmt.Sprintf("%s: %q", what, string(text))
}
