package layout

// sets are disjoint sets of numbers from 0. Each number holds one of its own set that is not above it; the least of a
// set is its root.
type sets []int32

// newSets gives n sets of one number.
func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = int32(i)
	}
	return s
}

func (s sets) root(i int32) int32 {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) unite(i, j int32) {
	a, b := s.root(i), s.root(j)
	s[max(a, b)] = min(a, b)
}
