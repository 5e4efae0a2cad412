package match

import "unicode/utf8"

// tooFar is the distance of what is not within the bound.
const tooFar = int32(1 << 28)

// reading is a text as it was read, made ready for being compared with many names.
type reading struct {
	letters []rune
	at      []int // the byte of the folded text where each letter stands
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
	r.letters, r.at = r.letters[:0], r.at[:0]
	var before rune
	for i, c := range key {
		switch {
		case isLetter(c),
			strayBracket(key, i, c),
			i == 0 && opensWord(key),
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
	three := func(i int) bool {
		return i+2 < n && isStroke(r.letters[i]) && isStroke(r.letters[i+1]) && isStroke(r.letters[i+2])
	}
	first := 0
	for first < n && !three(first) {
		first++
	}
	if first == n {
		return as, false
	}
	for i := 0; i < n; i++ {
		if !three(i) {
			as.letters, as.at = append(as.letters, r.letters[i]), append(as.at, r.at[i])
			continue
		}
		as.letters, as.at = append(as.letters, 'm'), append(as.at, r.at[i])
		i += 2
	}
	return as, true
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
	rows  []tableRow
	bound int32
	name  []rune
}

// to is the least cost of turning what was read into name, or tooFar if that is above bound. Spaces,
// hyphens and marks cost nothing on either side.
func (r *ruler) to(read reading, name string, bound int32) int32 {
	r.name = squeezedRunes(r.name[:0], name)
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
	rows := r.begin(3, name, 0, bound)
	before, row, next := &rows[0], &rows[1], &rows[2]
	for i := range n {
		r.fill(read.letters, i, name, before, row, next)
		before, row, next = row, next, before
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

// begin gives n rows for a name, of which the second is that before any letter from head on was read: what not having
// read the letters of the name costs. All other cells are tooFar, so that the first row saves asking whether there is
// one before the second.
func (r *ruler) begin(n int, name []rune, head int, bound int32) []tableRow {
	for len(r.rows) < n {
		r.rows = append(r.rows, tableRow{last: -1})
	}
	rows := r.rows[:n]
	for i := range rows {
		rows[i].clear()
		for len(rows[i].at) <= len(name) {
			rows[i].at = append(rows[i].at, tooFar)
		}
	}
	r.bound = bound
	row := &rows[1]
	row.at[head], row.first, row.last = 0, head, head
	for j := head; j < len(name); j++ {
		d := row.at[j] + r.costs.unread(name, j)
		if d > bound {
			break
		}
		row.at[j+1], row.last = d, j+1
	}
	return rows
}

// fill works out the row of read letter i from the two before it.
func (r *ruler) fill(read []rune, i int, name []rune, before2, before, row *tableRow) {
	row.clear()
	c, m := r.costs, len(name)
	a, a2 := read[i], rune(0)
	if i > 0 {
		a2 = read[i-1]
	}
	more := extra(a, a2)
	sub := &c.sub[a&127]
	pairs, split := c.pairsOf(a2, a), c.splitOf(a)
	// A cell is reached from at most two to its left in the two rows above, or along its own row.
	from, to := before.first, before.last+2
	if before2.last >= 0 {
		from, to = min(from, before2.first), max(to, before2.last+2)
		if before.last < 0 {
			from = before2.first
		}
	}
	to = min(to, m)
	at, at1, at2 := row.at[:m+1], before.at[:m+1], before2.at[:m+1]
	var b, b2 rune // of the name: the letter at hand and the one before it
	if from > 1 {
		b = name[from-2]
	}
	for j := from; j <= m; j++ {
		d := at1[j] + more
		if j > 0 {
			b, b2 = name[j-1], b
			if a|b < 128 {
				d = min(d, at1[j-1]+int32(sub[b]))
			} else {
				d = min(d, at1[j-1]+c.substitute(a, b))
			}
			if left := at[j-1]; left < d {
				d = min(d, left+c.unread(name, j-1))
			}
		}
		if j > 1 {
			if a2 == b && b2 == a && a != b {
				d = min(d, at2[j-2]+swapped(a, b))
			}
			if split.endIn(b) {
				for _, p := range split.all {
					if p.meant == [2]rune{b2, b} {
						d = min(d, at1[j-2]+p.cost)
					}
				}
			}
		}
		if j > 0 && pairs.endIn(b) {
			for _, p := range pairs.all {
				switch p.meant {
				case [2]rune{0, b}:
					d = min(d, at2[j-1]+p.cost)
				case [2]rune{b2, b}:
					d = min(d, at2[j-2]+p.cost)
				}
			}
		}
		if d <= r.bound {
			at[j] = d
			if row.last < 0 {
				row.first = j
			}
			row.last = j
		} else if j >= to {
			return
		}
	}
}
