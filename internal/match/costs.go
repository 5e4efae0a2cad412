package match

import (
	"exoscan/dictionary"
)

// Costs are whole numbers, hundredths of an edit: 100 is one arbitrary wrong letter.
const (
	wrongLetter = 100
	// A letter more or less. As dear as a wrong one: readers drop and invent letters about as often.
	lostLetter = 100
	// A doubled letter written once, or a single one twice: the commonest slip of readers and typists.
	doubledLetter = 60
	// Two neighbours in the wrong order: typists do this, readers do not.
	swappedLetters = 90
	// A digit is the identity of a name (PEG-40 and PEG-60, CI 77491 and CI 77492): another digit, or
	// one more or less, costs so much that a neighbouring name is not taken for the one that was read.
	wrongDigit = 220
	// A digit for a letter that it does not look like, or the other way round.
	digitForLetter = 180
	// Three strokes for an m, see strokes.
	strokesForM = 40
	// A mark between letters that stands for none of them.
	strayMark = 15
)

// costs is what readers confuse, as tables that the distance can index.
type costs struct {
	// sub[read][meant] for ASCII.
	sub [128][128]uint8
	// wide holds the substitutions with a letter beyond ASCII that cost less than wrongLetter; 0 read is one not read.
	wide map[[2]rune]int32
	// two[read letter before][read letter] numbers the confusions of these two letters; 0 is none.
	two [128][128]uint8
	// pairs are the confusions of two read letters, by the number in two.
	pairs []pairs
	// split holds, for one read letter, the confusions with two meant ones.
	split [128]pairs
}

// pairs are the confusions of what was read. Their ends, a letterSet of the last letters meant, spare most letters of a
// name the looking.
type pairs struct {
	ends uint64
	all  []pair
}

func (p *pairs) add(one pair) {
	p.all = append(p.all, one)
	p.ends |= letterSet(one.meant[1:])
}

func (p *pairs) endIn(r rune) bool { return p.ends>>(r&63)&1 != 0 }

// pair is one confusion that has two letters on one side. For one that is two for one, meant[0] is 0.
type pair struct {
	meant [2]rune
	cost  int32
}

func newCosts(confusions []dictionary.Confusion) *costs {
	c := &costs{wide: map[[2]rune]int32{}, pairs: make([]pairs, 1)}
	for a := range 128 {
		for b := range 128 {
			c.sub[a][b] = uint8(plainSub(rune(a), rune(b)))
		}
	}
	for _, conf := range confusions {
		c.add(squashed(conf.Read), squashed(conf.Meant), int32(conf.Cost*100+0.5))
	}
	return c
}

// squashed is the folded letters of one side of a confusion. A mark that folding takes away at the edge
// of a word ("©") is kept: inside of one it was read for a letter.
func squashed(text string) []rune {
	if key := dictionary.Fold(text); key != "" {
		return []rune(key)
	}
	return []rune(text)
}

func plainSub(a, b rune) int32 {
	switch {
	case a == b:
		return 0
	case isDigit(a) && isDigit(b):
		return wrongDigit
	case isDigit(a) || isDigit(b):
		return digitForLetter
	}
	return wrongLetter
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// add enters one confusion; of several of the same letters the cheapest counts. Those of other shapes
// than one or two letters on either side are nothing the distance can use.
func (c *costs) add(read, meant []rune, cost int32) {
	switch {
	case len(read) == 1 && len(meant) == 1:
		if read[0] < 128 && meant[0] < 128 {
			c.sub[read[0]][meant[0]] = min(c.sub[read[0]][meant[0]], uint8(cost))
		} else {
			c.addWide(read[0], meant[0], cost)
		}
	case len(read) == 0 && len(meant) == 1 && meant[0] >= 128:
		c.addWide(0, meant[0], cost)
	case len(read) == 2 && (len(meant) == 1 || len(meant) == 2) && read[0] < 128 && read[1] < 128:
		n := c.two[read[0]][read[1]]
		if n == 0 {
			if len(c.pairs) == 256 {
				return
			}
			n = uint8(len(c.pairs))
			c.two[read[0]][read[1]] = n
			c.pairs = append(c.pairs, pairs{})
		}
		p := pair{cost: cost}
		copy(p.meant[2-len(meant):], meant)
		c.pairs[n].add(p)
	case len(read) == 1 && len(meant) == 2 && read[0] < 128:
		c.split[read[0]].add(pair{[2]rune{meant[0], meant[1]}, cost})
	}
}

func (c *costs) addWide(read, meant rune, cost int32) {
	if old, ok := c.wide[[2]rune{read, meant}]; !ok || cost < old {
		c.wide[[2]rune{read, meant}] = cost
	}
}

// pairsOf gives the confusions of two read letters. No confusion has a letter 0, which stands for none.
func (c *costs) pairsOf(a2, a rune) *pairs {
	if a2 >= 128 || a >= 128 {
		return &c.pairs[0]
	}
	return &c.pairs[c.two[a2][a]]
}

// splitOf gives the confusions of a read letter with two.
func (c *costs) splitOf(a rune) *pairs {
	if a >= 128 {
		return &c.pairs[0]
	}
	return &c.split[a]
}

// substitute is the cost of having read a where b was meant.
func (c *costs) substitute(a, b rune) int32 {
	switch {
	case a == b:
		return 0
	case a < 128 && b < 128:
		return int32(c.sub[a][b])
	}
	if cost, ok := c.wide[[2]rune{a, b}]; ok {
		return cost
	}
	return syllables(a, b)
}

// swapped is the cost of two neighbours in the wrong order.
func swapped(a, b rune) int32 {
	if isDigit(a) && isDigit(b) {
		return wrongDigit
	}
	return swappedLetters
}

// extra is the cost of the read letter a, after before, that was not meant.
func extra(a, before rune) int32 {
	if a < 128 {
		if cost := int32(extraASCII[a]); a != before || cost != lostLetter {
			return cost
		}
		return doubledLetter
	}
	switch {
	case isMark(a):
		return strayMark
	case a == before:
		return doubledLetter
	}
	return lostLetter
}

// unmeant is the cost of the read letter i being none of the name.
func unmeant(read []rune, i int) int32 {
	if i > 0 {
		return extra(read[i], read[i-1])
	}
	return extra(read[i], 0)
}

// unread is the cost of letter j of a name not having been read: some signs readers cannot write.
func (c *costs) unread(name []rune, j int) int32 {
	if b := name[j]; b >= 128 {
		if cost, ok := c.wide[[2]rune{0, b}]; ok {
			return cost
		}
	}
	return unmeant(name, j)
}

// extraASCII is extra for letters that are not doubled.
var extraASCII = func() (cost [128]uint8) {
	for c := range rune(128) {
		switch {
		case isDigit(c):
			cost[c] = wrongDigit
		case isMark(c), c == '[', c == ']', c == '(':
			cost[c] = strayMark
		default:
			cost[c] = lostLetter
		}
	}
	return cost
}()
