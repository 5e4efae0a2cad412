package report

import "unicode"

// fragment is a run of letters as read; Changed where the name has others in their place.
type fragment struct {
	Text    string
	Changed bool
}

// longestCompared bounds the table of compared; the longest INCI name has 258 letters.
const longestCompared = 400

// compared cuts what was read where it differs from the name, by the least number of changed
// letters. Case does not count. Where more than half would be changed, as between scripts, marking
// letters says nothing and the whole is one fragment.
func compared(read, name string) []fragment {
	a, b := []rune(read), []rune(name)
	if len(a) > longestCompared || len(b) > longestCompared {
		return []fragment{{Text: read}}
	}
	cost := distances(a, b)
	changed := make([]bool, len(a))
	n := 0
	for i, j := len(a), len(b); i > 0; {
		switch {
		case j > 0 && same(a[i-1], b[j-1]) && cost[i][j] == cost[i-1][j-1]:
			i, j = i-1, j-1
		case j > 0 && cost[i][j] == cost[i-1][j-1]+1:
			i, j = i-1, j-1
			changed[i] = true
			n++
		case j > 0 && cost[i][j] == cost[i][j-1]+1: // a letter that is missing from what was read
			j--
		default:
			i--
			changed[i] = true
			n++
		}
	}
	if 2*n > len(a) {
		return []fragment{{Text: read}}
	}
	var all []fragment
	for start, end := 0, 0; start < len(a); start = end {
		for end = start; end < len(a) && changed[end] == changed[start]; end++ {
		}
		all = append(all, fragment{string(a[start:end]), changed[start]})
	}
	return all
}

// distances is the table of edit distances between the beginnings of a and b.
func distances(a, b []rune) [][]int {
	cost := make([][]int, len(a)+1)
	for i := range cost {
		cost[i] = make([]int, len(b)+1)
		cost[i][0] = i
	}
	for j := range b {
		cost[0][j+1] = j + 1
	}
	for i, x := range a {
		for j, y := range b {
			change := cost[i][j]
			if !same(x, y) {
				change++
			}
			cost[i+1][j+1] = min(change, cost[i][j+1]+1, cost[i+1][j]+1)
		}
	}
	return cost
}

func same(a, b rune) bool { return unicode.ToLower(a) == unicode.ToLower(b) }
