package label

import (
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misencoded are signs that hardly stand together but where an encoding was taken for another one.
var misencoded = regexp.MustCompile(`[ÃÐÑ][¡-\x{ad}¯-¶¸-º¼-¿]|Â(?:[ ,\x{a0}-¿]|$)|â€`)

// reencoded is text with the letters that were taken for others when UTF-8 was read as Windows-1252, "IngrÃ©dients", "â€¢
// Aqua": where signs beyond ASCII are together the bytes of letters. Of two signs only Â and Ã begin one: CAFÉ® is none. Where it
// shows but once it may be French: "Blé\u00a0• Thé".
func reencoded(text string) (string, []cut) {
	const few = 2
	if ascii(text) || len(misencoded.FindAllStringIndex(text, few)) < few {
		return text, nil
	}
	e := editor{text: text}
	for i := 0; i < len(text); {
		bytes, signs, size := bytesOf(text[i:])
		end := i + size
		switch {
		case signs == 0: // ASCII, or no sign of that encoding
			_, size := utf8.DecodeRuneInString(text[i:])
			end = i + size
		case signs == 1 && bytes[0] == firstOfSpace && (end == len(text) || text[end] == ' ' || text[end] == ','):
			e.put(i, "", end)
		case mistaken(bytes, signs):
			e.put(i, string(bytes), end)
		}
		i = end
	}
	return e.done()
}

// The bytes that the signs and letters of Western Europe begin with in UTF-8. Behind the first, that of a space that does not
// break, the space itself may be lost.
const firstOfSpace, firstOfLetter = 0xc2, 0xc3 // Â, Ã

// bytesOf gives the bytes that signs of Windows-1252 beyond ASCII stand for where s begins with some, how many signs they are,
// and their length in s.
func bytesOf(s string) (bytes []byte, signs, size int) {
	const noSigns = 0xa0 // the five bytes below that are no sign of it stand for themselves
	for size < len(s) && s[size] >= utf8.RuneSelf {
		c, n := utf8.DecodeRuneInString(s[size:])
		b, ok := charmap.Windows1252.EncodeRune(c)
		if !ok && c < noSigns {
			b, ok = byte(c), true
		}
		if !ok {
			break
		}
		bytes, signs, size = append(bytes, b), signs+1, size+n
	}
	return bytes, signs, size
}

// mistaken says whether signs are the bytes of letters. Two may be what they seem, and so may three about a space, unless the
// first is a byte that begins a letter.
func mistaken(bytes []byte, signs int) bool {
	const surely, space = 3, 0xa0
	return utf8.Valid(bytes) && (bytes[0] <= firstOfLetter || signs >= surely && !slices.Contains(bytes, space)) && legible(bytes)
}

// legible says whether bytes are letters and signs of the scripts that are taken for others: those of Han are three bytes
// long, as are three signs of French.
func legible(bytes []byte) bool {
	for _, c := range string(bytes) {
		if unicode.Is(unicode.Han, c) || !unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf) {
			return false
		}
	}
	return true
}
