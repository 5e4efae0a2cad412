package match

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
	w := way{ruler: r, read: read.letters, name: name[:m-tail], head: head}
	for bound := int32(lightDamage); !w.fill(n-tail, bound); {
		bound *= 4
	}
	w.back(&al)
	return al
}

// way is the table that align walks back through, from letter head on.
type way struct {
	*ruler
	read []rune
	name []rune
	head int
	rows []tableRow // of the letters from head on
}

// fill works out the rows of the letters from head to n, and reports whether the last cell is within the bound.
func (w *way) fill(n int, bound int32) bool {
	rows := w.begin(n-w.head+2, w.name, w.head, bound)
	for i := w.head; i < n; i++ {
		k := i - w.head
		w.ruler.fill(w.read, i, w.name, &rows[k], &rows[k+1], &rows[k+2])
	}
	w.rows = rows[1:]
	return w.cost(n, len(w.name)) <= bound
}

// cost is that of turning the letters before i into those of the name before j.
func (w *way) cost(i, j int) int32 {
	if i < w.head || j < w.head {
		return tooFar
	}
	return w.rows[i-w.head].at[j]
}

// back walks from the end to the head and says what became what.
func (w *way) back(al *alignment) {
	i, j := w.head+len(w.rows)-1, len(w.name)
	al.cost = w.cost(i, j)
	for i > w.head || j > w.head {
		a, b := w.step(i, j)
		c := w.cost(i, j) - w.cost(i-a, j-b)
		if c > 0 {
			al.edits++
		}
		al.digits = al.digits || c >= wrongDigit
		if len(w.name) > 0 {
			al.spent[min(max(j-1, 0), len(w.name)-1)] += c
		}
		if j == len(w.name) && b == 0 {
			al.behind += a
		}
		for k := range b {
			al.from[j-b+k] = i - a + min(k, a)
		}
		i, j = i-a, j-b
	}
}

// step tells how many letters read, and how many of the name, the way to a cell took last: one for one where that is
// as cheap as anything else, or else a letter that was not meant, one that was not read, or a pair.
func (w *way) step(i, j int) (read, name int) {
	by := func(read, name int, price int32) bool { return w.cost(i-read, j-name)+price == w.cost(i, j) }
	switch {
	case i == w.head:
		return 0, 1
	case j == w.head:
		return 1, 0
	}
	a, b := w.read[i-1], w.name[j-1]
	switch {
	case by(1, 1, w.costs.substitute(a, b)):
		return 1, 1
	case by(1, 0, unmeant(w.read, i-1)):
		return 1, 0
	case by(0, 1, w.costs.unread(w.name, j-1)):
		return 0, 1
	case j == w.head+1:
		return 2, 1
	case i == w.head+1:
		return 1, 2
	}
	a2, b2 := w.read[i-2], w.name[j-2]
	if a2 == b && b2 == a && by(2, 2, swapped(a, b)) {
		return 2, 2
	}
	for _, p := range w.costs.pairsOf(a2, a).all {
		switch {
		case p.meant[1] != b:
		case p.meant[0] == 0 && by(2, 1, p.cost):
			return 2, 1
		case p.meant[0] == b2 && by(2, 2, p.cost):
			return 2, 2
		}
	}
	return 1, 2
}
