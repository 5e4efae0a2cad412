package dictionary

// Squeeze appends to out the letters and digits of an ASCII text in lower case and leaves everything
// else out, so that lost and added spaces, hyphens, commas and apostrophes make no difference.
// Bytes beyond ASCII are kept as they are.
func Squeeze(out []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		if c := squeezed[text[i]]; c != 0 {
			out = append(out, c)
		}
	}
	return out
}

// squeezed maps a byte to what Squeeze makes of it; 0 is left out.
var squeezed = func() (to [256]byte) {
	for c := range 256 {
		switch {
		case 'A' <= c && c <= 'Z':
			to[c] = byte(c) + 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0x80:
			to[c] = byte(c)
		}
	}
	return to
}()

// squeezesTo reports whether Squeeze(nil, text) is want.
func squeezesTo(text string, want []byte) bool {
	n := 0
	for i := 0; i < len(text); i++ {
		c := squeezed[text[i]]
		if c == 0 {
			continue
		}
		if n == len(want) || want[n] != c {
			return false
		}
		n++
	}
	return n == len(want)
}

// squeezeHash is FNV-1a, its upper half folded in.
func squeezeHash(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// Grams appends to out the codes of every three neighbouring letters of a squeezed text, its two ends
// counting as letters, without repeats of the one before. Characters that readers confuse share a
// letter (o and 0; i, l and 1; s and 5; b and 8; z and 2), rn is m, vv is w, cl is d, and a doubled
// letter is one (not a doubled digit: -8 and -88 are two names): a text read wrong in only these ways has
// the very same codes.
func Grams(out []uint16, squeezed []byte) []uint16 {
	var a, b uint16 // the letters before; 0 is the end of the text
	seen := false
	for i := 0; i < len(squeezed); i++ {
		c := gramLetter[squeezed[i]]
		if i+1 < len(squeezed) {
			switch [2]byte{squeezed[i], squeezed[i+1]} {
			case [2]byte{'r', 'n'}:
				c, i = gramLetter['m'], i+1
			case [2]byte{'v', 'v'}:
				c, i = gramLetter['w'], i+1
			case [2]byte{'c', 'l'}:
				c, i = gramLetter['d'], i+1
			}
		}
		if c == b && seen && !digit(squeezed[i]) {
			continue
		}
		if seen {
			out = append(out, a<<10|b<<5|c)
		}
		a, b, seen = b, c, true
	}
	if seen {
		out = append(out, a<<10|b<<5)
	}
	return out
}

// gramLetter gives the five-bit letter of a byte of squeezed text; bytes beyond ASCII share one.
var gramLetter = func() (to [256]uint16) {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z':
			to[c] = uint16(c-'a') + 1
		case c >= 0x80:
			to[c] = 31
		}
	}
	for c, like := range map[byte]byte{'0': 'o', '1': 'l', 'i': 'l', '5': 's', '8': 'b', '2': 'z'} {
		to[c] = to[like]
	}
	to['3'], to['4'], to['6'], to['7'], to['9'] = 27, 28, 29, 30, to['g']
	return to
}()
