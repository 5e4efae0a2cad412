package match

// alignment says which read letters became which letters of a name.
type alignment struct {
	from   []int   // from[j]: the read letters before letter j of the name; one more for the end
	spent  []int32 // spent[j]: what letter j cost
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

// align is between with the way remembered: for the one name that was chosen.
func (r *ruler) align(read reading, name []rune) alignment {
	n, m := len(read.letters), len(name)
	cost := make([]int32, (n+1)*(m+1))
	move := make([]uint8, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i == 0 && j == 0 {
				continue
			}
			best, by := tooFar, uint8(0)
			try := func(i2, j2 int, c int32, mv uint8) {
				if d := cost[at(i2, j2)] + c; d < best {
					best, by = d, mv
				}
			}
			if i > 0 && j > 0 {
				try(i-1, j-1, r.scaled(read, i-1, r.costs.substitute(read.letters[i-1], name[j-1])), takeOne)
			}
			if i > 0 {
				try(i-1, j, r.extra(read, i-1), dropRead)
			}
			if j > 0 {
				try(i, j-1, missing(name, j-1), dropName)
			}
			if i > 0 && j > 0 {
				r.alignPairs(read, name, i, j, try)
			}
			cost[at(i, j)], move[at(i, j)] = best, by
		}
	}
	al := alignment{from: make([]int, m+1), spent: make([]int32, m), cost: cost[at(n, m)]}
	al.from[m] = n
	for i, j := n, m; i > 0 || j > 0; {
		a, b := taken(move[at(i, j)])
		c := cost[at(i, j)] - cost[at(i-a, j-b)]
		if c > 0 {
			al.edits++
		}
		al.digits = al.digits || c >= wrongDigit
		if m > 0 {
			al.spent[min(max(j-1, 0), m-1)] += c
		}
		for k := range b {
			al.from[j-b+k] = i - a + min(k, a)
		}
		i, j = i-a, j-b
	}
	return al
}

func (r *ruler) scaled(read reading, i int, cost int32) int32 {
	if read.doubt == nil {
		return cost
	}
	return cost * int32(read.doubt[i]) / 100
}

func (r *ruler) alignPairs(read reading, name []rune, i, j int, try func(i, j int, cost int32, move uint8)) {
	a, b := read.letters[i-1], name[j-1]
	if i > 1 {
		a2 := read.letters[i-2]
		if j > 1 && a2 == b && name[j-2] == a && a != b {
			try(i-2, j-2, swapped(a, b), twoForTwo)
		}
		if a < 128 && a2 < 128 {
			for _, p := range r.costs.pairs[r.costs.two[a2][a]] {
				switch {
				case p.meant[1] != b:
				case p.meant[0] == 0:
					try(i-2, j-1, p.cost, twoForOne)
				case j > 1 && p.meant[0] == name[j-2]:
					try(i-2, j-2, p.cost, twoForTwo)
				}
			}
		}
	}
	if j > 1 && a < 128 {
		for _, p := range r.costs.split[a] {
			if p.meant[1] == b && p.meant[0] == name[j-2] {
				try(i-1, j-2, p.cost, oneForTwo)
			}
		}
	}
}
