package labeltest

import "strings"

// Askew is the i-th label of a set that is held some way or other: in the four quarter turns by turns, and up to
// 20 degrees from them. Four of eight have no small letters; each eight have a condition of their own, and one of
// six hold little but a short list.
func (s Set) Askew(i int) (Label, Optics) {
	r := s.dice("askew %d", i)
	c := AskewCondition(i)
	l, o := s.label(r, c.Name), Optics{Seed: r.Uint64()}
	c.vary(r, &l, &o)
	o.Turn = 90 * (i % 4)
	o.Roll = within(r, -20, 20)
	if r.IntN(6) == 0 {
		l.List.Ingredients, l.Exosome, l.Verdict = s.list(r, 4+r.IntN(5))
		l.Before, l.After = l.Before[:min(len(l.Before), r.IntN(2))], l.After[:min(len(l.After), r.IntN(2))]
		l.Columns = 1
	}
	if AllCapitals(i) {
		l.capitalize()
	}
	return l, o
}

// AskewCondition is what makes the i-th label that is askew hard to read besides.
func AskewCondition(i int) Condition {
	all := Conditions()
	return all[i/8%len(all)]
}

// AllCapitals tells whether the i-th label that is askew has no small letters.
func AllCapitals(i int) bool { return i/4%2 == 1 }

// capitalize leaves no small letter on a label.
func (l *Label) capitalize() {
	l.List.Heading = strings.ToUpper(l.List.Heading)
	l.Exosome = strings.ToUpper(l.Exosome)
	for _, texts := range [][]string{l.Before, l.List.Ingredients, l.After} {
		for i := range texts {
			texts[i] = strings.ToUpper(texts[i])
		}
	}
}
