package label

import (
	"unicode"

	"exoscan/dictionary"
)

// longestHeading is the letters of the longest heading that is read with tolerance.
const longestHeading = 40

// letters is a heading reduced to what OCR errors leave: lower case, no spaces or signs, and digits
// as the letters they are mistaken for.
type letters struct {
	r [longestHeading]rune
	n int
}

// lookalikes are the digits and signs Tesseract reads in place of letters.
var lookalikes = map[rune]rune{'0': 'o', '1': 'i', '!': 'i', '|': 'i', '5': 's', '8': 'b', '6': 'g', 'l': 'i'}

func reduce(s string) (out letters, ok bool) {
	for _, r := range s {
		r = unicode.ToLower(r)
		if like, ok := lookalikes[r]; ok {
			r = like
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if out.n == longestHeading {
			return out, false
		}
		out.r[out.n] = r
		out.n++
	}
	return out, true
}

// fuzzyAt looks for a heading that OCR damaged, at the start of a line or before a colon.
func fuzzyAt(text string, toks []token, i int, table []dictionary.Heading, best *heading) bool {
	ends := startsLine(toks, i)
	if !ends && !colonNear(toks, i) {
		return false
	}
	const mostWords = 3
	var read [mostWords + 1]letters // by number of words
	words := 0
	for k := i; k < len(toks) && words < mostWords && toks[k].kind == word; k++ {
		r, ok := reduce(text[toks[i].start:toks[k].end])
		if !ok {
			break
		}
		words++
		read[words] = r
	}
	found := false
	for k := range table {
		h := &table[k]
		if len(h.Text) < lettersForOne || len(h.Text) > 2*longestHeading {
			continue
		}
		w := 1
		for _, c := range h.Text {
			if c == ' ' {
				w++
			}
		}
		if w > words {
			continue
		}
		want, ok := reduce(h.Text)
		if !ok || want.n < lettersForOne {
			continue
		}
		allowed := 1
		if want.n >= lettersForTwo {
			allowed = 2
		}
		if found {
			allowed = min(allowed, best.edits-1)
		}
		if e := edits(&read[w], &want, allowed); e <= allowed {
			found = true
			best.hi, best.role, best.edits = i+w, h.Role, max(e, 1)
		}
	}
	return found
}

// edits is the number of letters to insert, delete or change to turn a into b, or more than limit.
func edits(a, b *letters, limit int) int {
	if limit < 0 || a.n-b.n > limit || b.n-a.n > limit {
		return limit + 1
	}
	var row [longestHeading + 1]int
	for j := range b.n + 1 {
		row[j] = j
	}
	for i := range a.n {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range b.n {
			cost := diagonal
			if a.r[i] != b.r[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[b.n]
}
