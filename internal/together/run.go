package together

import "slices"

// way says how two runs of words lie to each other: whose words may stand before the part they share,
// and whose after it.
type way struct{ before, after side }

type side int

const (
	first side = iota
	second
)

func ways() []way {
	return []way{{first, second}, {second, first}, {first, first}, {second, second}}
}

// step is a place of the alignment: indexes of a word in either run, -1 where it has none.
type step struct {
	a, b int
	same bool
}

// laid is one run laid over another.
type laid struct {
	score int
	steps []step // the part they share; what is before and after it is of one run only
	a, b  [2]int // the words the steps are about, half-open
}

// lay lays b over a in the way asked for. Words before and after the shared part are free for one of
// the runs; the other has none there but noise, which costs what it would inside.
func (m *meter) lay(a, b []token, w way) laid {
	n := len(b) + 1
	score := make([]int32, (len(a)+1)*n)
	from := make([]uint8, len(score))
	const start, diagonal, up, left = 0, 1, 2, 3
	for i := range len(a) + 1 {
		for j := range n {
			at := i*n + j
			switch {
			case i == 0 && j == 0:
				continue
			case j == 0 && w.before == first, i == 0 && w.before == second:
				continue
			}
			best, how := int32(-1<<30), uint8(start)
			if i > 0 && j > 0 {
				best, how = score[at-n-1]+int32(m.same(a, b, i-1, j-1)), diagonal
			}
			if i > 0 && score[at-n]+missing > best {
				best, how = score[at-n]+missing, up
			}
			if j > 0 && score[at-1]+missing > best {
				best, how = score[at-1]+missing, left
			}
			score[at], from[at] = best, how
		}
	}
	i, j := len(a), len(b)
	if w.after == second {
		for k := range n {
			if score[i*n+k] > score[i*n+j] {
				j = k
			}
		}
	} else {
		for k := range len(a) + 1 {
			if score[k*n+j] > score[i*n+j] {
				i = k
			}
		}
	}
	l := laid{score: int(score[i*n+j])}
	l.a[1], l.b[1] = i, j
	for from[i*n+j] != start {
		switch from[i*n+j] {
		case diagonal:
			i, j = i-1, j-1
			l.steps = append(l.steps, step{i, j, m.same(a, b, i, j) > 0})
		case up:
			i--
			l.steps = append(l.steps, step{i, -1, false})
		case left:
			j--
			l.steps = append(l.steps, step{-1, j, false})
		}
	}
	l.a[0], l.b[0] = i, j
	slices.Reverse(l.steps)
	return l
}

// same is what two words have in common; at the ends of a run they may be cut off.
func (m *meter) same(a, b []token, i, j int) int {
	v := m.alike(a[i], b[j])
	if i == len(a)-1 {
		v = max(v, cut(a[i].key, b[j].key, true))
	}
	if j == len(b)-1 {
		v = max(v, cut(b[j].key, a[i].key, true))
	}
	if i == 0 {
		v = max(v, cut(a[i].key, b[j].key, false))
	}
	if j == 0 {
		v = max(v, cut(b[j].key, a[i].key, false))
	}
	return v
}

// join is the two runs as one.
func (l laid) join(a, b []token) []token {
	out := slices.Concat(a[:l.a[0]], b[:l.b[0]])
	var ofA, ofB []token
	flush := func() {
		out = append(out, better(ofA, ofB)...)
		ofA, ofB = nil, nil
	}
	for _, s := range l.steps {
		if s.same {
			flush()
			out = append(out, pick(a[s.a], b[s.b]))
			continue
		}
		if s.a >= 0 {
			ofA = append(ofA, a[s.a])
		}
		if s.b >= 0 {
			ofB = append(ofB, b[s.b])
		}
	}
	flush()
	return append(append(out, a[l.a[1]:]...), b[l.b[1]:]...)
}

// pick is the better reading of one word: the whole one rather than what an edge left of it.
func pick(a, b token) token {
	const whole = 0.5
	va, vb := a.worth, b.worth
	if len(a.key) > len(b.key) && cut(b.key, a.key, true)+cut(b.key, a.key, false) > 0 {
		va += whole
	}
	if len(b.key) > len(a.key) && cut(a.key, b.key, true)+cut(a.key, b.key, false) > 0 {
		vb += whole
	}
	if vb > va {
		return b
	}
	return a
}

// better is the better reading of a stretch that two photos do not read alike.
func better(a, b []token) []token {
	if len(a) == 0 || len(b) > 0 && worth(b) > worth(a) {
		return b
	}
	return a
}

// worth is the mean over the letters.
func worth(words []token) float64 {
	sum, n := 0.0, 0
	for _, t := range words {
		sum += t.worth * float64(len(t.key))
		n += len(t.key)
	}
	return sum / float64(max(n, 1))
}
