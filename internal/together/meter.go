package together

import (
	"unicode"

	"exoscan/dictionary"
)

// meter measures how alike words are, and remembers it: labels repeat their words.
type meter struct {
	keys map[string]int
	seen map[[2]int]int
}

func (m *meter) id(key []rune) int {
	s := string(key)
	if id, ok := m.keys[s]; ok {
		return id
	}
	m.keys[s] = len(m.keys)
	return len(m.keys) - 1
}

func letters(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// What an overlap is measured by, in letters.
const (
	unlike   = -3 // two words that are not the same
	missing  = -2 // a word that the other photo does not have
	leastCut = 3  // letters of a word cut off by the edge of the label's near side
)

// alike is the number of letters two words share, less those that differ, if they are the same word
// read with errors; else it is unlike.
func (m *meter) alike(a, b token) int {
	if a.id == b.id {
		return len(a.key)
	}
	most := max(len(a.key), len(b.key)) / 4
	if len(a.key) > 0 && len(b.key) > 0 && (len(a.key)-len(b.key) > most || len(b.key)-len(a.key) > most) {
		return unlike
	}
	pair := [2]int{a.id, b.id}
	if v, ok := m.seen[pair]; ok {
		return v
	}
	v := unlike
	if len(a.key) == 0 || len(b.key) == 0 {
		v = 0
	} else if d := dictionary.Edits(a.key, b.key, most); d <= most {
		v = max(len(a.key), len(b.key)) - 2*d
	}
	m.seen[pair] = v
	return v
}

// cut says whether one word is what the edge of the photo left of the other, and how many letters that is.
func cut(a, b []rune, end bool) int {
	if len(a) >= len(b) || len(a) < leastCut {
		return 0
	}
	rest := b[:len(a)]
	if !end {
		rest = b[len(b)-len(a):]
	}
	if dictionary.Edits(a, rest, len(a)/4) > len(a)/4 {
		return 0
	}
	return len(a) / 2
}
