package match

import "slices"

// alignment says which read letters became which letters of a name.
type alignment struct {
	from   []int   // from[j]: the read letters before letter j of the name; one more for the end
	spent  []int32 // spent[j]: what letter j cost
	behind int     // read letters behind the last of the name
	edits  int     // letters, or pairs of letters, that had to change
	cost   int32
	digits bool // a digit was wrong, lost or invented, and not by looking like what was read
}

// region gives the read letters [a, b) that became letters [i, j) of the name, and their cost.
func (al *alignment) region(i, j int) (a, b int, cost int32) {
	for k := i; k < j; k++ {
		cost += al.spent[k]
	}
	return al.from[i], al.from[j], cost
}

// beside counts the read letters before and behind the name.
func (al *alignment) beside() int { return al.from[0] + al.behind }

// The moves of an alignment: how many read letters and how many letters of the name each takes.
const (
	takeOne   = iota // one for one
	dropRead         // one read letter was not meant
	dropName         // one meant letter was not read
	twoForOne        // rn for m
	oneForTwo        // m for rn
	twoForTwo        // swapped, or a confusion of pairs
)

func taken(move uint8) (read, name int) {
	switch move {
	case dropRead:
		return 1, 0
	case dropName:
		return 0, 1
	case twoForOne:
		return 2, 1
	case oneForTwo:
		return 1, 2
	case twoForTwo:
		return 2, 2
	}
	return 1, 1
}

// trimmed is how many equal letters at either end stay in the table: enough for a pair of letters or
// a doubled one at the edge to be seen for what it is.
const trimmed = 2

// align is between with the way remembered: for the one name that was chosen.
func (r *ruler) align(read reading, name []rune) alignment {
	n, m := len(read.letters), len(name)
	head, tail := 0, 0
	for head < min(n, m) && read.letters[head] == name[head] {
		head++
	}
	for tail < min(n, m)-head && read.letters[n-1-tail] == name[m-1-tail] {
		tail++
	}
	head, tail = max(0, head-trimmed), max(0, tail-trimmed)
	al := alignment{from: make([]int, m+1), spent: make([]int32, m)}
	for j := range head {
		al.from[j] = j
	}
	for j := m - tail; j <= m; j++ {
		al.from[j] = j - m + n
	}
	if n > head+tail || m > head+tail {
		r.alignMiddle(read, name, head, tail, &al)
	}
	return al
}

// way is the table that align walks back through.
type way struct {
	read       reading
	name       []rune
	head, wide int
	cost       []int32
	move       []uint8
}

func (t *way) at(i, j int) int { return (i-t.head)*t.wide + j - t.head }

// try takes a way into cell (i, j) if it is the cheapest so far.
func (t *way) try(i, j int, cost int32, move uint8) {
	a, b := taken(move)
	if i-a < t.head || j-b < t.head {
		return
	}
	to := t.at(i, j)
	if d := t.cost[t.at(i-a, j-b)] + cost; d < t.cost[to] {
		t.cost[to], t.move[to] = d, move
	}
}

func (r *ruler) alignMiddle(read reading, name []rune, head, tail int, al *alignment) {
	n, m := len(read.letters)-tail, len(name)-tail
	t := &way{read: read, name: name, head: head, wide: m - head + 1}
	t.cost = make([]int32, (n-head+1)*t.wide)
	t.move = make([]uint8, len(t.cost))
	for i := head; i <= n; i++ {
		for j := head; j <= m; j++ {
			if i == head && j == head {
				continue
			}
			t.cost[t.at(i, j)] = tooFar
			if i > head && j > head {
				t.try(i, j, r.chosen(read, i-1, name[j-1]), takeOne)
			}
			if i > head {
				t.try(i, j, r.extra(read, i-1), dropRead)
			}
			if j > head {
				t.try(i, j, missing(name, j-1), dropName)
			}
			if i > head && j > head {
				r.alignPairs(t, i, j)
			}
		}
	}
	al.cost = t.cost[t.at(n, m)]
	for i, j := n, m; i > head || j > head; {
		a, b := taken(t.move[t.at(i, j)])
		c := t.cost[t.at(i, j)] - t.cost[t.at(i-a, j-b)]
		if c > 0 {
			al.edits++
		}
		al.digits = al.digits || c >= wrongDigit
		if len(name) > 0 {
			al.spent[min(max(j-1, 0), len(name)-1)] += c
		}
		if j == m && b == 0 {
			al.behind += a
		}
		for k := range b {
			al.from[j-b+k] = i - a + min(k, a)
		}
		i, j = i-a, j-b
	}
}

// chosen is the cost of having read letter i where b was meant.
func (r *ruler) chosen(read reading, i int, b rune) int32 {
	cost := r.costs.substitute(read.letters[i], b)
	if read.doubt != nil {
		cost = cost * int32(read.doubt[i]) / 100
	}
	if read.others != nil && cost > otherLetter && slices.Contains(read.others[i], b) {
		cost = otherLetter
	}
	return cost
}

func (r *ruler) alignPairs(t *way, i, j int) {
	a, b := t.read.letters[i-1], t.name[j-1]
	if i > t.head+1 {
		a2 := t.read.letters[i-2]
		if j > t.head+1 && a2 == b && t.name[j-2] == a && a != b {
			t.try(i, j, swapped(a, b), twoForTwo)
		}
		if a < 128 && a2 < 128 {
			for _, p := range r.costs.pairs[r.costs.two[a2][a]] {
				switch {
				case p.meant[1] != b:
				case p.meant[0] == 0:
					t.try(i, j, p.cost, twoForOne)
				case j > t.head+1 && p.meant[0] == t.name[j-2]:
					t.try(i, j, p.cost, twoForTwo)
				}
			}
		}
	}
	if j > t.head+1 && a < 128 {
		for _, p := range r.costs.split[a] {
			if p.meant[1] == b && p.meant[0] == t.name[j-2] {
				t.try(i, j, p.cost, oneForTwo)
			}
		}
	}
}
