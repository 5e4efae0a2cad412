package label

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
)

// A bracket with more items than this in a text whose brackets do not pair is two brackets of which
// OCR lost a half each.
const mostInBracket = 10

// mixed brackets, as OCR reads "(…]", pair over no more tokens than this.
const mixedReach = 14

// pairs says for each token of a list which bracket it pairs with, or -1; brackets that lost their
// other half are not there for the splitter. inner counts the separators before each token, and
// signs that stand alone as some do, so that the number inside a bracket is a difference.
type pairs struct {
	with  []int32
	inner []int32
	lost  int // brackets without their other half
}

func pairBrackets(text string, toks []token) pairs {
	p := pairs{inner: make([]int32, len(toks)+1)}
	var stack []int
	var open [16]int // brackets on the stack, by kind
	for i, t := range toks {
		p.inner[i+1] = p.inner[i]
		switch t.kind {
		case comma:
			p.inner[i+1]++
		case bullet, dash, ampersand, colon:
			if t.spaced && (i+1 == len(toks) || toks[i+1].spaced) && text[t.start] != '&' {
				p.inner[i+1]++
			}
		case opening, closing:
			if p.with == nil {
				p.with = make([]int32, len(toks))
				for k := range p.with {
					p.with[k] = -1
				}
			}
			k := bracketKind(text[t.start:])
			if t.kind == opening {
				stack = append(stack, i)
				open[k]++
				continue
			}
			if open[k] == 0 {
				if n := len(stack); n > 0 && i-stack[n-1] <= mixedReach {
					o := stack[n-1]
					open[bracketKind(text[toks[o].start:])]--
					stack = stack[:n-1]
					p.with[o], p.with[i] = int32(i), int32(o)
				} else {
					p.lost++
				}
				continue
			}
			for {
				o := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				ok := bracketKind(text[toks[o].start:])
				open[ok]--
				if ok == k {
					p.with[o], p.with[i] = int32(i), int32(o)
					break
				}
				p.lost++
			}
		}
	}
	p.lost += len(stack)
	return p
}

// partner is the bracket that token i pairs with, or -1.
func (p pairs) partner(i int) int {
	if p.with == nil {
		return -1
	}
	return int(p.with[i])
}

// whole says whether the bracket from i to j keeps what is in it together. It does not where its own end
// was not read and it pairs with that of another: where too much stands in it, a letter stands for the
// end ("(LAVENDERIOIL, ..."), or the name goes on behind it.
func (s *splitter) whole(i, j int) bool {
	n := s.pairs.inner[j] - s.pairs.inner[i]
	switch {
	case n == 0:
		return true
	case n >= mostInBracket && s.pairs.lost > 0 && !s.shareBefore(i), s.endsUnread(i):
		return false
	case n > 1 && j+1 < len(s.toks) && s.toks[j+1].kind == word:
		return s.wholeName(j+1, s.itemEnd(j+1))
	}
	return true
}

// shareBefore says whether the share of a mixture stands before the bracket at i, which holds what that is made of: "Mixed
// Spices (25.6%) (Onion Powder, ...)".
func (s *splitter) shareBefore(i int) bool {
	k := i - 1
	if k > 0 && s.toks[k].kind == closing {
		k--
	}
	return k > 0 && s.toks[k].kind == word && s.text[s.toks[k].end-1] == '%'
}

// endsUnread says whether the first item in the bracket at i holds a letter that the end of the bracket
// was read as, between known words or behind one.
func (s *splitter) endsUnread(i int) bool {
	const shortest = 3 // letters of a known word
	for k := i + 1; k < len(s.toks) && s.pairs.inner[k+1] == s.pairs.inner[i]; k++ {
		t := s.toks[k]
		if t.kind != word || t.knowledge == known || t.letters <= shortest {
			continue
		}
		read := s.lower[t.start:t.end]
		for at := shortest; at < len(read); at++ {
			rest := read[at+1:]
			if strings.IndexByte("il1jt!", read[at]) >= 0 && s.d.KnownWord(read[:at]) && (rest == "" || len(rest) >= shortest && s.d.KnownWord(rest)) {
				return true
			}
		}
	}
	return false
}

// bracketKind numbers a bracket by its row in the table of symbols.
func bracketKind(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	n := 0
	for _, row := range symbols {
		if row.kind != opening && row.kind != closing {
			continue
		}
		n = 0
		for _, b := range row.runes {
			if b == r {
				return n
			}
			n++
		}
	}
	return n
}

// bracket steps over a bracket that belongs to an item, and into one that holds items.
func (s *splitter) bracket(i int) int {
	j := s.pairs.partner(i)
	if i+1 < len(s.toks) && s.plusMinus(i+1) > 0 {
		s.cut(i, i+1)
		return i + 1
	}
	if j < i || !s.whole(i, j) {
		return i + 1
	}
	if s.headsPart(i, j) {
		return s.leaveOut(i, j+1)
	}
	if s.style.ands && j == i+2 && s.conjunction(i+1) {
		s.cut(i, j+1)
		return j + 1
	}
	if !s.holdsList(i, j) {
		return j + 1
	}
	if s.maybe {
		s.maybeEnds = j
	}
	if i > s.lo { // what stands before it is the name of what the list is of
		s.aside(s.lo, i)
		s.lo = i
	}
	return i + 1
}

// headsPart says whether the bracket from i to j holds the name of a part of a kit: "[Ampoule] Aqua, Glycerin [Mask] Aqua". No
// name of an ingredient goes on behind such a bracket, and no source of exosomes stands in it: "Oryza Sativa [Rice] Exosomes".
func (s *splitter) headsPart(i, j int) bool {
	const most = 4 // tokens
	first, _ := utf8.DecodeRuneInString(s.text[s.toks[i].start:])
	return s.typed && !strings.ContainsRune("({（｛", first) && j > i+1 && j <= i+most && s.toks[i].spaced &&
		j+1 < len(s.toks) && s.toks[j+1].spaced && s.toks[j+1].kind == word && s.pairs.inner[j] == s.pairs.inner[i] && s.toks[i+1].kind == word &&
		!s.speaks(i+1, j) && !s.behindSource(j+1)
}

// speaks says whether a source of exosomes or a word for them stands among tokens lo to hi.
func (s *splitter) speaks(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		w, _ := s.grammar(i, hi)
		switch w.Class {
		case "", dictionary.ClassModifier, dictionary.ClassAmount:
		default:
			return true
		}
	}
	return false
}

// behindSource says whether what begins at token i stands behind a source of exosomes.
func (s *splitter) behindSource(i int) bool {
	w, _ := s.grammar(i, len(s.toks))
	return w.Class != "" && w.Class.States() == ""
}

// framed is the end of the line at token i if the same sign begins and ends it, 0 if not: "*Ampoule*", "--- Mask ---", names
// of parts of a kit. Where each line is an item such signs make letters bold.
func (s *splitter) framed(i int) int {
	const most = 6 // tokens
	t := s.toks[i]
	if !s.typed || t.kind != bullet && t.kind != dash || i > 0 && !s.toks[i-1].kind.endsLine() || s.style.lines || s.style.bullets || s.style.dashes {
		return 0
	}
	end := s.lineEnd(i)
	if end-i > most || end-i <= 2 || s.toks[end-1].kind != t.kind || s.text[s.toks[end-1].start] != s.text[t.start] || s.toks[end-1].spaced != s.toks[i+1].spaced {
		return 0
	}
	for _, in := range s.toks[i+1 : end-1] {
		if in.kind != word && in.kind != t.kind {
			return 0
		}
	}
	return end
}

// frame takes the name of a part out of the list. A name of exosomes is an item.
func (s *splitter) frame(i, end int) int {
	if !s.exosomes(i, end) {
		s.leaveOut(i, end)
		s.note = false
		return end
	}
	s.cut(i, i)
	s.note = false
	s.cut(end, end)
	return end
}

// holdsList says whether the bracket from i to j is not part of an item but holds items itself: it has separators inside,
// no name goes on behind it, and it stands where an item would begin, or has a list behind what is no name.
func (s *splitter) holdsList(i, j int) bool {
	inside := s.pairs.inner[j] - s.pairs.inner[i]
	if inside == 0 || j+1 < len(s.toks) && s.toks[j+1].kind == word {
		return false
	}
	begins := !slices.ContainsFunc(s.toks[s.lo:i], func(t token) bool { return t.kind == word })
	return begins || inside >= mostInBracket && !s.wholeName(s.lo, i) && s.share(i, j) > s.share(s.lo, i)
}
