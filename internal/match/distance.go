package match

import (
	"slices"
	"unicode/utf8"
)

// tooFar is the distance of what is not within the bound.
const tooFar = int32(1 << 28)

// reading is a text as it was read, made ready for being compared with many names.
type reading struct {
	letters []rune
	at      []int // the byte of the folded text where each letter stands
	// doubt scales the cost of each letter, in hundredths; nil where all letters are sure.
	doubt []uint8
	// others are the letters the reader also thought of, for each letter; nil where it told of none.
	others [][]rune
}

// squeezedRunes appends the letters that dictionary.Squeeze keeps.
func squeezedRunes(out []rune, s string) []rune {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
				out = append(out, rune(c))
			case 'A' <= c && c <= 'Z':
				out = append(out, rune(c)+'a'-'A')
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		out = append(out, r)
	}
	return out
}

// set makes a folded text ready. Marks that stand for a letter when read inside a word, as in
// "AD!POSE", are kept as letters.
func (r *reading) set(key string) {
	r.letters, r.at, r.doubt, r.others = r.letters[:0], r.at[:0], nil, nil
	var before rune
	for i, c := range key {
		switch {
		case isLetter(c),
			strayBracket(key, i, c),
			isMark(c) && (isLetter(before) || letterAfter(key, i, c)):
			r.letters, r.at = append(r.letters, c), append(r.at, i)
		}
		before = c
	}
}

// strokes is the reading with three strokes side by side taken for an m, as readers take an m for "iii";
// ok is false where there are none.
func (r reading) strokes() (as reading, ok bool) {
	n := len(r.letters)
	for i := 0; i < n; i++ {
		if i+2 >= n || !isStroke(r.letters[i]) || !isStroke(r.letters[i+1]) || !isStroke(r.letters[i+2]) {
			as.letters, as.at = append(as.letters, r.letters[i]), append(as.at, r.at[i])
			continue
		}
		as.letters, as.at = append(as.letters, 'm'), append(as.at, r.at[i])
		i += 2
		ok = true
	}
	return as, ok
}

func isStroke(r rune) bool { return r == 'i' || r == 'l' || r == '1' || r == '|' || r == '!' }

// isMark reports whether a character is a mark that readers take for a letter.
func isMark(r rune) bool {
	switch r {
	case '|', '!', '{', '}', '°', '×', '©', '®':
		return true
	}
	return leads(r)
}

// leads reports whether a mark may stand for the first letter of a word, too. The others are more
// often what they seem there.
func leads(r rune) bool {
	switch r {
	case '$', '@', '€', '£', '§', '¢', '¥':
		return true
	}
	return false
}

// isLetter takes every other character beyond ASCII for a letter: folding has left none that matters.
func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || isDigit(r) || r >= utf8.RuneSelf && !isMark(r)
}

// ruler measures weighted edit distances. It keeps its rows between calls and serves one goroutine.
type ruler struct {
	costs *costs
	rows  [3]tableRow
	miss  []int32 // what not having read each letter of the name costs
	name  []rune
}

// to is the least cost of turning what was read into name, or tooFar if that is above bound. Spaces,
// hyphens and marks cost nothing on either side.
func (r *ruler) to(read reading, name string, bound int32) int32 {
	r.name = r.name[:0]
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			r.name = append(r.name, rune(c))
		case 'A' <= c && c <= 'Z':
			r.name = append(r.name, rune(c)+'a'-'A')
		case c >= utf8.RuneSelf:
			r.name = squeezedRunes(r.name, name[i:])
			i = len(name)
		}
	}
	return r.between(read, r.name, bound)
}

// between fills the usual table of distances, a row per read letter, but only those cells that are
// within the bound: no cheap enough way passes outside them.
func (r *ruler) between(read reading, name []rune, bound int32) int32 {
	n, m := len(read.letters), len(name)
	// The cheapest way to be one letter longer is a stray mark, or two letters read as one.
	if far := int(bound/strayMark) + 2; n-m > far || m-n > far {
		return tooFar
	}
	r.begin(name)
	row, before, before2 := &r.rows[0], &r.rows[1], &r.rows[2]
	row.at[0], row.first, row.last = 0, 0, 0
	for j := 0; j < m && row.at[j]+r.miss[j] <= bound; j++ {
		row.at[j+1], row.last = row.at[j]+r.miss[j], j+1
	}
	for i := 1; i <= n; i++ {
		row, before, before2 = before2, row, before
		row.clear()
		r.fill(line{read, name, i, bound}, before2, before, row)
		if row.last < 0 && before.last < 0 {
			return tooFar
		}
	}
	return row.at[m]
}

// tableRow is one row of the table. Cells outside first to last are tooFar.
type tableRow struct {
	at          []int32
	first, last int // last is -1 where no cell is within the bound
}

func (t *tableRow) clear() {
	for j := t.first; j <= t.last && j < len(t.at); j++ {
		t.at[j] = tooFar
	}
	t.first, t.last = 0, -1
}

// begin makes the table ready for a name: all cells tooFar.
func (r *ruler) begin(name []rune) {
	m := len(name) + 1
	for i := range r.rows {
		row := &r.rows[i]
		row.clear()
		for len(row.at) < m {
			row.at = append(row.at, tooFar)
		}
	}
	r.miss = r.miss[:0]
	for j := range name {
		r.miss = append(r.miss, missing(name, j))
	}
}

// line says which row fill works on: that of read letter i-1.
type line struct {
	read  reading
	name  []rune
	i     int
	bound int32
}

func (r *ruler) fill(l line, before2, before, row *tableRow) {
	i, c, m := l.i, r.costs, len(l.name)
	a, a2 := l.read.letters[i-1], rune(0)
	if i > 1 {
		a2 = l.read.letters[i-2]
	}
	scale := int32(100)
	if l.read.doubt != nil {
		scale = int32(l.read.doubt[i-1])
	}
	var others []rune
	if l.read.others != nil {
		others = l.read.others[i-1]
	}
	more := r.extra(l.read, i-1)
	var pairs, split []pair
	if a < 128 {
		split = c.split[a]
		if i > 1 && a2 < 128 {
			pairs = c.pairs[c.two[a2][a]]
		}
	}
	// A cell is reached from at most two to its left in the two rows above, or along its own row.
	from, to := before.first, before.last+2
	if before2.last >= 0 {
		from, to = min(from, before2.first), max(to, before2.last+2)
		if before.last < 0 {
			from = before2.first
		}
	}
	to = min(to, m)
	for j := from; j <= m; j++ {
		d := before.at[j] + more
		if j > 0 {
			b := l.name[j-1]
			s := int32(0)
			if a != b {
				s = c.substitute(a, b) * scale / 100
				if others != nil && s > otherLetter && slices.Contains(others, b) {
					s = otherLetter
				}
			}
			d = min(d, before.at[j-1]+s, row.at[j-1]+r.miss[j-1])
			if i > 1 && j > 1 && a2 == b && a != b && l.name[j-2] == a {
				d = min(d, before2.at[j-2]+swapped(a, b))
			}
			for _, p := range pairs {
				switch {
				case p.meant[1] != b:
				case p.meant[0] == 0:
					d = min(d, before2.at[j-1]+p.cost)
				case j > 1 && p.meant[0] == l.name[j-2]:
					d = min(d, before2.at[j-2]+p.cost)
				}
			}
			if j > 1 {
				for _, p := range split {
					if p.meant[1] == b && p.meant[0] == l.name[j-2] {
						d = min(d, before.at[j-2]+p.cost)
					}
				}
			}
		}
		if d <= l.bound {
			row.at[j] = d
			if row.last < 0 {
				row.first = j
			}
			row.last = j
		} else if j >= to {
			return
		}
	}
}

// missing is the cost of letter j of the name not having been read.
func missing(name []rune, j int) int32 {
	if j > 0 {
		return extra(name[j], name[j-1])
	}
	return extra(name[j], 0)
}

func (r *ruler) extra(read reading, i int) int32 {
	var before rune
	if i > 0 {
		before = read.letters[i-1]
	}
	c := extra(read.letters[i], before)
	if read.doubt != nil {
		c = c * int32(read.doubt[i]) / 100
	}
	return c
}
