package label

import (
	"strings"

	"exoscan/dictionary"
)

// ingredients trims the items of a list and reads their parts.
func (s *splitter) ingredients(list int) []Ingredient {
	s.lastAnd()
	out := make([]Ingredient, 0, len(s.out))
	for _, it := range s.out {
		if in, ok := s.trim(it); ok {
			in.List = list
			out = append(out, in)
		}
	}
	return out
}

// conjunction says whether token i is one that stands before the last item of a list.
func (s *splitter) conjunction(i int) bool {
	switch t := s.toks[i]; t.kind {
	case word:
		return s.minor(i, dictionary.Conjunction)
	case ampersand:
		return s.text[t.start] == '&'
	}
	return false
}

// lastAnd parts the last two items at the word or sign that joins them, where both sides are known, or
// the first ends in a bracket.
// Elsewhere "and" is part of a blend: PALMITIC ACID & STEARIC ACID.
func (s *splitter) lastAnd() {
	end := len(s.out) - 1
	for end > 0 && !s.says(s.out[end].lo, s.out[end].hi) {
		end--
	}
	if end < 1 {
		return
	}
	last := s.out[end]
	at, joints := -1, 0
	for i := last.lo; i < last.hi; i++ {
		if s.toks[i].kind == opening {
			if j := s.pairs.partner(i); j > i {
				i = j
			}
			continue
		}
		if i > last.lo && i+1 < last.hi && s.toks[i].spaced && s.toks[i+1].spaced && s.conjunction(i) {
			at = i
			joints++
		}
	}
	if joints != 1 || !s.understood(at+1, last.hi) || !s.understood(last.lo, at) && s.toks[at-1].kind != closing {
		return
	}
	if s.d.Lookup(s.folded(last.lo, last.hi)) != nil {
		return
	}
	s.out[end].hi = at
	s.out = append(s.out[:end+1], item{lo: at + 1, hi: last.hi, mayContain: last.mayContain})
}

// understood says whether tokens lo to hi read like an ingredient of their own: a whole name, or
// several words that the dictionary mostly knows.
func (s *splitter) understood(lo, hi int) bool {
	k, u, words := 0, 0, 0
	for _, t := range s.toks[lo:hi] {
		if t.kind != word {
			continue
		}
		words++
		switch {
		case t.letters == 0 && t.end-t.start == colourIndex:
			k += colourIndex
		case t.knowledge == known, t.knowledge == likely:
			k += int(t.letters)
		case t.knowledge == unknown:
			u += int(t.letters)
		}
	}
	return words >= 2 && 2*k >= k+u && k > 0 || s.d.Lookup(s.folded(lo, hi)) != nil
}

// trim reduces an item to what belongs to it, and finds its name. Items without a word are none, and
// neither are amounts and stray numbers.
func (s *splitter) trim(it item) (Ingredient, bool) {
	lo, hi := s.edges(it.lo, it.hi)
	lo, hi = s.praised(lo, hi)
	if lo >= hi {
		return Ingredient{}, false
	}
	nlo, nhi := s.name(lo, hi)
	if !s.says(it.hi, len(s.toks)) { // the last one
		if n := s.withoutCode(nlo, nhi); n < nhi {
			s.aside(n, nhi)
			nlo, nhi = s.edges(nlo, n)
			hi = nhi
		}
	}
	if nlo >= nhi || !s.says(nlo, nhi) {
		return Ingredient{}, false
	}
	in := Ingredient{Start: s.toks[lo].start, End: s.toks[hi-1].end, MayContain: it.mayContain}
	in.Name = Range{s.toks[nlo].start, s.toks[nhi-1].end}
	if e := s.ownStop(hi); e > 0 {
		in.End = e
		if nhi == hi {
			in.Name.End = e
		}
	}
	return in, true
}

// ownStop is the end of the full stop that belongs to the word before token hi, or 0.
func (s *splitter) ownStop(hi int) int {
	if hi < len(s.toks) && s.toks[hi].kind == stop && !s.toks[hi].spaced {
		t := s.toks[hi-1]
		if t.kind == word && t.end-t.start == 5 && s.lower[t.start:t.end] == "denat" {
			return s.toks[hi].end
		}
	}
	return 0
}

// edges takes signs off both ends: quotes, bullets, footnote marks, brackets without their other
// half or about all of it, and an "and" before the last item.
func (s *splitter) edges(lo, hi int) (int, int) {
	for lo < hi && !s.begins(lo, hi) {
		if s.toks[lo].kind == opening && s.pairs.partner(lo) == hi-1 { // the whole item in brackets
			hi--
		}
		lo++
	}
	for hi > lo && !s.ends(lo, hi) {
		hi--
	}
	return lo, hi
}

// begins says whether an item that ends before token hi can begin with token lo.
func (s *splitter) begins(lo, hi int) bool {
	switch t := s.toks[lo]; t.kind {
	case word:
		return !(s.conjunction(lo) && t.end-t.start > 1 && lo+1 < hi && s.toks[lo+1].spaced && s.toks[lo+1].kind == word)
	case opening:
		j := s.pairs.partner(lo)
		return j > lo && j < hi-1
	}
	return false
}

// ends says whether an item that begins with token lo can end before token hi.
func (s *splitter) ends(lo, hi int) bool {
	switch t := s.toks[hi-1]; t.kind {
	case word:
		return !(s.conjunction(hi-1) && t.end-t.start > 1 && lo < hi-1 && t.spaced)
	case closing:
		return s.pairs.partner(hi-1) >= lo
	default:
		return s.text[t.start:t.end] == "%" && lo < hi-1 && s.toks[hi-2].kind == word && s.toks[hi-2].letters == 0
	}
}

// praised cuts off what is said about an ingredient: "Panthenol: moisturises".
func (s *splitter) praised(lo, hi int) (int, int) {
	for i := lo; i < hi; i++ {
		switch s.toks[i].kind {
		case opening:
			if j := s.pairs.partner(i); j > i && j < hi {
				i = j
			}
		case colon:
			if s.says(lo, i) && (!s.says(i+1, hi) || s.share(lo, i) > 0.5 && s.share(i+1, hi) < 0.34) {
				s.aside(i+1, hi)
				return s.edges(lo, i)
			}
		}
	}
	return lo, hi
}

// share is the share of the letters that stand in known words.
func (s *splitter) share(lo, hi int) float64 {
	k, all := 0, 0
	for _, t := range s.toks[lo:hi] {
		if t.kind == word && t.knowledge != neutral {
			all += int(t.letters)
			if t.knowledge != unknown {
				k += int(t.letters)
			}
		}
	}
	return float64(k) / float64(max(all, 1))
}

// says says whether there is something to understand: a word, or a colour index number.
func (s *splitter) says(lo, hi int) bool {
	for _, t := range s.toks[lo:hi] {
		if t.kind == word && (t.letters > 1 || t.foreign || t.colour || t.letters == 0 && t.end-t.start == colourIndex && !strings.ContainsAny(s.text[t.start:t.end], ".,%")) {
			return true
		}
	}
	return false
}

// longestAmount is how many tokens an amount behind a name has at most: 5 % w/v.
const longestAmount = 5

// name is the item without amounts and footnotes at its ends.
func (s *splitter) name(lo, hi int) (int, int) {
	for again := true; again; {
		again = false
		if n := s.amount(lo, hi); n > lo && s.says(n, hi) {
			lo, again = n, true
		}
		if s.numberedSign(lo, hi) {
			hi, again = hi-2, true
		}
		if k := hi - 1; k > lo && s.toks[k].kind == closing {
			if o := s.pairs.partner(k); o > lo && (s.amount(o+1, k) == k || s.footnote(o+1, k)) {
				hi, again = o, true
			}
			continue
		}
		for k := max(lo+1, hi-longestAmount); k < hi; k++ {
			if s.amount(k, hi) == hi {
				hi, again = k, true
				break
			}
		}
		if again {
			lo, hi = s.edges(lo, hi)
		}
	}
	return lo, hi
}

// numberedSign says whether an item ends with the sign of a footnote and its number: レチノール※2.
func (s *splitter) numberedSign(lo, hi int) bool {
	if hi-2 <= lo {
		return false
	}
	sign, n := s.toks[hi-2], s.toks[hi-1]
	return !n.spaced && n.letters == 0 && n.end-n.start <= 2 && isDigit(s.text[n.start]) && strings.Contains(numberedSigns, s.text[sign.start:sign.end])
}

// numberedSigns are the signs of footnotes that have a number behind them where there are several.
const numberedSigns = "*†‡§※"

// footnote says whether a bracket holds no more than the number or sign of a footnote: (1), (*).
func (s *splitter) footnote(lo, hi int) bool {
	return hi == lo || hi == lo+1 && (s.toks[lo].kind == bullet || s.toks[lo].kind == mark ||
		s.toks[lo].kind == word && s.toks[lo].letters == 0 && s.toks[lo].end-s.toks[lo].start <= 2 ||
		s.toks[lo].kind == word && s.toks[lo].letters == 1 && s.toks[lo].end-s.toks[lo].start == 1)
}
