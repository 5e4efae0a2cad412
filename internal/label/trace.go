package label

// Step is one decision, for people who ask why.
type Step struct {
	What string // a sentence without its end
	At   Range  // what it is about
	N    int    // a count What leaves open, 0 where there is none
}

func (l *Label) step(what string, at Range, n int) {
	l.Trace = append(l.Trace, Step{What: what, At: at, N: n})
}
