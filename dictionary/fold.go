package dictionary

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the key form of a text: two spellings that a reader would call the same have the same
// key. It is compatibility-normalised (NFKC), lower-case, without accents on Latin and Greek
// letters, with one kind of apostrophe, hyphens as spaces, single spaces, none at the ends or inside
// brackets or around a slash, and without ™, soft hyphens and marks of no width. A word of Latin letters and of
// Cyrillic ones that look like them is written in one alphabet, and traditional Chinese in simplified signs.
//
// Hyphens become spaces because labels, lists and CosIng disagree about them (ADIPOSE DERIVED,
// adipose-derived) and no two INCI names differ by them alone. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	for range maxPasses {
		if folded(s) {
			break
		}
		f := folder{out: make([]byte, 0, len(s)+utf8.UTFMax)}
		f.fold(s)
		if string(f.out) == s {
			break
		}
		s = string(f.out)
		if ascii(s) { // one pass is final unless letters beyond ASCII met for the first time
			break
		}
	}
	return s
}

// FoldMap is Fold with the way back: byte i of the key came from byte offset[i] of s. The slice has
// one element more than the key, for its end.
func FoldMap(s string) (key string, offset []int) {
	f := folder{track: true, out: make([]byte, 0, len(s)+utf8.UTFMax), from: make([]int, 0, len(s)+utf8.UTFMax)}
	end := f.fold(s)
	key, offset = string(f.out), append(f.from, end)
	for range maxPasses - 1 {
		if ascii(key) {
			break
		}
		again := folder{track: true}
		end := again.fold(key)
		if string(again.out) == key {
			break
		}
		key = string(again.out)
		for i, at := range again.from {
			again.from[i] = offset[at]
		}
		offset = append(again.from, offset[end])
	}
	return key, offset
}

// maxPasses bounds folding to a fixed point: taking a mark away can bring two letters together that
// then compose.
const maxPasses = 4

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// folded reports cheaply whether s is plain ASCII already in key form.
func folded(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == ' ' && prev != ' ':
		default:
			return false
		}
		prev = c
	}
	return prev != ' ' || s == ""
}

// folder builds a key. A space is held back until something follows it.
type folder struct {
	out   []byte
	from  []int
	track bool
	mixes bool // there are Cyrillic letters, and maybe Latin ones among them
	space bool // a space is due before the next letter
	at    int  // where that space stood
}

func (f *folder) fold(s string) (end int) {
	for i := 0; i < len(s); {
		at := i
		r, n := utf8.DecodeRuneInString(s[i:])
		if i += n; !simple(r) || i < len(s) && !simpleNext(s[i:]) {
			n = max(n, norm.NFKC.NextBoundaryInString(s[at:], true))
			i = at + n
			if (r == '©' || r == '®') && f.inWord(s[i:]) { // read for a letter
				f.write(r, at)
				continue
			}
			f.segment(s[at:i], at)
		} else if r < utf8.RuneSelf {
			f.ascii(byte(r), at)
		} else {
			f.write(lower(r), at)
		}
		if !f.space {
			end = i
		}
	}
	if f.mixes {
		f.oneAlphabet()
	}
	return end
}

// inWord reports whether a letter was just written and another follows.
func (f *folder) inWord(next string) bool {
	if f.space || len(f.out) == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRune(f.out)
	after, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// simple reports whether folding leaves a character alone, but for its case, as long as another such
// character follows; it spares the common scripts the cost of looking it up.
func simple(r rune) bool {
	switch {
	case r < utf8.RuneSelf,
		'а' <= r && r <= 'я' || 'А' <= r && r <= 'Я',
		'가' <= r && r <= '힣',
		'一' <= r && r <= 0x9fa5,
		'ァ' <= r && r <= 'ヺ', r == 'ー', 'ぁ' <= r && r <= 'ゖ':
		return true
	}
	return false
}

// lower is unicode.ToLower of a simple character, spared for those of scripts that have no case.
func lower(r rune) rune {
	if r < firstUncased {
		return unicode.ToLower(r)
	}
	return r
}

const firstUncased = 'ぁ'

func simpleNext(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return simple(r)
}

func (f *folder) ascii(c byte, i int) {
	switch {
	case 'A' <= c && c <= 'Z':
		f.put(c+'a'-'A', i)
	case c <= ' ', c == '-', c == '_', c == 0x7f:
		f.gap(i)
	case c == '`':
		f.put('\'', i)
	default:
		f.put(c, i)
	}
}

// gap asks for a space before what follows.
func (f *folder) gap(i int) {
	if !f.space && len(f.out) > 0 {
		f.space, f.at = true, i
	}
}

// put writes one ASCII byte, and the space that was due unless a bracket or slash swallows it.
func (f *folder) put(c byte, i int) {
	f.due(c)
	f.out = append(f.out, c)
	if f.track {
		f.from = append(f.from, i)
	}
}

// due writes the space that is due before byte c; 0 stands for any letter beyond ASCII.
func (f *folder) due(c byte) {
	if !f.space {
		return
	}
	f.space = false
	n := len(f.out)
	switch c {
	case '/', ')', ']', ',', ';':
		return
	}
	if n > 0 && (f.out[n-1] == '/' || f.out[n-1] == '(' || f.out[n-1] == '[') {
		return
	}
	if n > 1 && f.out[n-1] == ',' && digit(f.out[n-2]) && digit(c) { // "1, 2-Hexanediol"
		return
	}
	f.out = append(f.out, ' ')
	if f.track {
		f.from = append(f.from, f.at)
	}
}

// segment folds one normalisation segment: a base character with all that combines with it.
func (f *folder) segment(s string, i int) {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		switch r { // NFKC would make something misleading of these: "EXOSOME™" into "exosometm"
		case '™', '®', '©', '℠':
			return
		case '´', '’', '‘', '‛', '′', 'ʼ', 'ʹ':
			f.put('\'', i)
			return
		case '…':
			f.gap(i)
			return
		}
	}
	for _, r := range norm.NFKC.String(s) {
		f.rune(unicode.ToLower(r), i)
	}
}

func (f *folder) rune(r rune, i int) {
	if r < utf8.RuneSelf {
		f.ascii(byte(r), i)
		return
	}
	if to := sameLetter(r); to != "" {
		for _, t := range to {
			f.write(t, i)
		}
		return
	}
	switch {
	case unicode.Is(unicode.Cf, r), r == 0x34f: // soft hyphen, joiners, direction marks
	case unicode.Is(unicode.Pd, r), r == '\u2212', unicode.IsSpace(r):
		f.gap(i)
	case unicode.In(r, unicode.Latin, unicode.Greek):
		for _, d := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, d) {
				f.write(d, i)
			}
		}
	case '\u0300' <= r && r <= '\u036f': // an accent left over by a letter that cannot carry it
	case '\u0591' <= r && r <= '\u05c7' && unicode.Is(unicode.Mn, r): // Hebrew points
	case '\u064b' <= r && r <= '\u0652', r == '\u0640': // Arabic vowel marks, tatweel
	default:
		f.write(r, i)
	}
}

func (f *folder) write(r rune, i int) {
	if r < utf8.RuneSelf {
		f.put(byte(r), i)
		return
	}
	f.due(0)
	r = simplified(r)
	f.mixes = f.mixes || unicode.Is(unicode.Cyrillic, r)
	n := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	if f.track {
		for range len(f.out) - n {
			f.from = append(f.from, i)
		}
	}
}
