package together

import "slices"

// overlap is how two bodies are joined.
type overlap struct {
	score int
	way   way
	lines []linePair // nil: as one run
	run   laid
}

// linePair is a line that both show.
type linePair struct {
	a, b int
	laid laid
}

// overlap finds the best way to join two bodies.
func (m *meter) overlap(a, b *body) overlap {
	var best overlap
	ra, rb := run(a), run(b)
	for _, w := range ways() {
		if o := m.byLines(a, b, w); o.score > best.score {
			best = o
		}
	}
	for _, w := range ways() {
		if l := m.lay(ra, rb, w); l.score > best.score {
			best = overlap{score: l.score, way: w, run: l}
		}
	}
	return best
}

func run(b *body) []token { return slices.Concat(b.lines...) }

// leastLine is how many letters two lines must share to be taken for the same line.
const leastLine = 6

// byLines pairs the lines of two bodies, in order, so that they share the most.
func (m *meter) byLines(a, b *body, w way) overlap {
	n := len(b.lines) + 1
	score := make([]int, (len(a.lines)+1)*n)
	pairs := make([]laid, len(score))
	for i := 1; i <= len(a.lines); i++ {
		for j := 1; j < n; j++ {
			at := i*n + j
			pairs[at] = m.lay(a.lines[i-1], b.lines[j-1], w)
			score[at] = max(score[at-n], score[at-1])
			if s := pairs[at].score; s >= leastLine {
				score[at] = max(score[at], score[at-n-1]+s)
			}
		}
	}
	o := overlap{score: score[len(score)-1], way: w}
	for i, j := len(a.lines), len(b.lines); i > 0 && j > 0; {
		at := i*n + j
		switch score[at] {
		case score[at-n]:
			i--
		case score[at-1]:
			j--
		default:
			o.lines = append(o.lines, linePair{i - 1, j - 1, pairs[at]})
			i, j = i-1, j-1
		}
	}
	slices.Reverse(o.lines)
	o.lines = m.between(a, b, w, o.lines)
	return o
}

// between pairs the lines that stand between pairs, as many on either side: they are the same lines,
// of which the photos share nothing that was read well.
func (m *meter) between(a, b *body, w way, pairs []linePair) []linePair {
	var out []linePair
	for k, p := range pairs {
		if k > 0 {
			before := pairs[k-1]
			if gap := p.a - before.a; gap == p.b-before.b {
				for d := 1; d < gap; d++ {
					i, j := before.a+d, before.b+d
					out = append(out, linePair{i, j, m.lay(a.lines[i], b.lines[j], w)})
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// join is the two bodies as one.
func (o overlap) join(a, b *body) *body {
	out := &body{sheets: slices.Concat(a.sheets, b.sheets)}
	if o.lines == nil {
		for _, t := range o.run.join(run(a), run(b)) {
			if t.breaks || len(out.lines) == 0 {
				out.lines = append(out.lines, nil)
			}
			last := len(out.lines) - 1
			out.lines[last] = append(out.lines[last], t)
		}
		return out
	}
	i, j := 0, 0
	for _, p := range o.lines {
		out.lines = append(append(out.lines, a.lines[i:p.a]...), b.lines[j:p.b]...)
		line := p.laid.join(a.lines[p.a], b.lines[p.b])
		for k := range line {
			line[k].breaks = k == 0
		}
		out.lines = append(out.lines, line)
		i, j = p.a+1, p.b+1
	}
	out.lines = append(append(out.lines, a.lines[i:]...), b.lines[j:]...)
	return out
}
