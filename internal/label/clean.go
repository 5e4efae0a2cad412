package label

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// cleanings make of typed text what the one who typed it saw. Each gives the text as it is now, and where it changed.
var cleanings = [...]func(text string) (string, []cut){reencoded, unescaped, unquoted, unlinked, unaddressed, visible}

// unescaped is text with the HTML entities that product pages leave in copied lists as the signs they stand for, be they
// escaped once or again: &amp;nbsp;
func unescaped(text string) (string, []cut) {
	const longest, again = 12, "amp;"
	e := editor{text: text}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '&')
		if i < 0 {
			break
		}
		i, at = at+i, at+i+1
		from := i + 1
		for strings.HasPrefix(text[from:], again) {
			from += len(again)
		}
		end := strings.IndexByte(text[from:min(len(text), from+longest)], ';')
		if end >= 0 {
			entity := "&" + text[from:from+end+1]
			if sign := html.UnescapeString(entity); sign != entity {
				at = from + end + 1
				e.put(i, sign, at)
				continue
			}
		}
		if from > i+1 {
			at = from
			e.put(i, "&", at)
		}
	}
	return e.done()
}

// misencoded are signs that hardly stand together but where an encoding was taken for another one.
var misencoded = regexp.MustCompile(`[ÃÐÑ][¡-\x{ad}¯-¶¸-º¼-¿]|Â(?:[ ,\x{a0}-¿]|$)|â€`)

// reencoded is text with the letters that were taken for others when UTF-8 was read as Windows-1252, "IngrÃ©dients", "â€¢
// Aqua": where signs beyond ASCII are together the bytes of letters. Of two signs only Â and Ã begin one: CAFÉ® is none. Where it
// shows but once it may be French: "Blé\u00a0• Thé".
func reencoded(text string) (string, []cut) {
	const lastLatin1, surely, few, space = 0xc3, 3, 2, 0xa0 // Ã, and signs
	e := editor{text: text}
	if ascii(text) || len(misencoded.FindAllStringIndex(text, few)) < few {
		return text, nil
	}
	for i := 0; i < len(text); {
		var bytes []byte
		start, signs := i, 0
		for ; i < len(text) && text[i] >= utf8.RuneSelf; signs++ {
			c, size := utf8.DecodeRuneInString(text[i:])
			b, ok := charmap.Windows1252.EncodeRune(c)
			if !ok && c < 0xa0 { // the five that are no sign of Windows-1252
				b, ok = byte(c), true
			}
			if !ok {
				break
			}
			bytes, i = append(bytes, b), i+size
		}
		if i == start {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		} else if signs == 1 && bytes[0] == lastLatin1-1 && (i == len(text) || text[i] == ' ' || text[i] == ',') { // of a space that was lost
			e.put(start, "", i)
		} else if utf8.Valid(bytes) && (signs >= surely && !slices.Contains(bytes, space) || bytes[0] <= lastLatin1) && legible(bytes) {
			e.put(start, string(bytes), i)
		}
	}
	return e.done()
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

// escapes are what programs write for signs within quotes.
var escapes = map[byte]string{'n': "\n", 'r': "\n", 't': "\t", '"': "\"", '\'': "'", '/': "/"}

// unquoted is text with the signs that programs escape as they are: \n, \", \/, \u00e9. One by itself may be a slash that
// leans the wrong way, and so may those that begin words where nothing is quoted.
func unquoted(text string) (string, []cut) {
	const few, digits = 2, 4
	e := editor{text: text}
	if strings.Count(text, `\`) < few {
		return text, nil
	}
	quoted := strings.Count(text, `"`) >= few
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		start := i
		for i++; i+1 < len(text) && text[i] == '\\'; i++ { // escaped again
		}
		if sign, ok := escapes[text[i]]; ok && !quoted && sign <= "\n" && i+1 < len(text) && text[i+1] >= 'a' && text[i+1] <= 'z' {
			i = start + 1 // aqua\rice
		} else if ok {
			e.put(start, sign, i+1)
		} else if r := rune(text[i]); text[i] < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r) || r == '\n' || r == '\r') { // of Markdown, or at the end of a line
			e.put(start, "", i)
			i--
		} else if text[i] == 'u' && i+1+digits <= len(text) {
			if n, err := strconv.ParseUint(text[i+1:i+1+digits], 16, 16); err == nil {
				e.put(start, string(rune(n)), i+1+digits)
				i += digits
			}
		}
	}
	return e.done()
}

// unlinked is text without the marks that mails quote lines with, "> Aqua", and without where links of Markdown lead.
func unlinked(text string) (string, []cut) {
	e := editor{text: text}
	if quoted := strings.HasPrefix(text, ">") || strings.Contains(text, "\n>"); !quoted && !strings.Contains(text, "](") {
		return text, nil
	}
	for i := 0; i < len(text); {
		lo := i
		switch text[i] {
		case '>':
			for i < len(text) && (lo == 0 || text[lo-1] == '\n') && (text[i] == '>' || i > lo && text[i] == ' ') {
				i++
			}
			if i > lo {
				e.put(lo, "", i)
				continue
			}
		case '[':
			if words, all := link(text[i:]); all > 0 {
				e.put(i, "", i+1)
				e.put(i+1+words, "", i+all)
				i += all
				continue
			}
		}
		i++
	}
	return e.done()
}

// link is the length of the words of the link that s begins with and that of all of it, [Aqua](https://...); 0 for none.
func link(s string) (words, all int) {
	const longest = 300
	s = s[:min(len(s), longest)]
	shut := strings.IndexAny(s, "]\n")
	if shut < 1 || !strings.HasPrefix(s[shut:], "](") {
		return 0, 0
	}
	end := strings.IndexAny(s[shut:], ") \n")
	if end < 0 || s[shut+end] != ')' || !strings.ContainsAny(s[shut+2:shut+end], "/#") {
		return 0, 0
	}
	return shut - 1, shut + end + 1
}

// address is where something is found or written to: no claim, whatever names stand in it.
var address = regexp.MustCompile(`(?i)(?:(https?://)|\bwww\.)[^\s<>"'(),;%+|\]]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// unaddressed is text without the addresses of pages and mails. One that a list was sent with stays.
func unaddressed(text string) (string, []cut) {
	e := editor{text: text}
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "WWW.") && !strings.Contains(text, "@") {
		return text, nil
	}
	for _, at := range address.FindAllStringSubmatchIndex(text, -1) {
		from := max(at[0], at[3]) // "https:" ends lists
		if at[1] == len(text) || text[at[1]] != '%' && text[at[1]] != '+' {
			e.put(from, " ", at[1])
		}
	}
	return e.done()
}

// visible is text without the marks of no width that stand in words, where a word may break or letters change direction,
// and with line breaks for the signs of other programs that stand for one. A soft hyphen at the end of a line is a hyphen.
func visible(text string) (string, []cut) {
	e := editor{text: text}
	hashes := hashtags(text)
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		switch {
		case c >= utf8.RuneSelf:
			c, size = utf8.DecodeRuneInString(text[i:])
			if noWidth(c) && !(c == '\u00ad' && endsLine(text[i+size:])) {
				e.put(i, "", i+size)
			} else if c == '\u0085' || c == '\u2028' {
				e.put(i, "\n", i+size)
			}
		case c == '\v', c == '\f':
			e.put(i, "\n", i+size)
		case c == '(':
			if n := tradeMark(text[i:]); n > 0 {
				size = n
				e.put(i, "™", i+size)
			}
		case c == '#':
			if hashes && letterAt(text, i+1) {
				e.put(i, ", ", i+1)
			}
		case c == '<':
			if n, sign := inline(text[i:]); n > 0 {
				size = n
				e.put(i, sign, i+size)
			}
		}
		i += size
	}
	return e.done()
}

// noWidth says whether a sign is none that can be seen. Arabic numbers have such that can: \u0605.
func noWidth(c rune) bool {
	return unicode.Is(unicode.Variation_Selector, c) || unicode.Is(unicode.Cf, c) && !unicode.Is(unicode.Prepended_Concatenation_Mark, c)
}

func endsLine(rest string) bool { return rest == "" || rest[0] == '\n' || rest[0] == '\r' }

// inline is the length of the tag that s begins with and that stands in a line, 0 for none, and the sign for it: a space, none
// where a word may break, and the sign of a footnote for the tags about its number.
func inline(s string) (n int, sign string) {
	const raised = "<sup>"
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>') + 1
	if end == 0 {
		return 0, ""
	}
	name := nameOf(strings.ToLower(s[1 : end-1]))
	switch k, ok := tags[name]; {
	case name == "wbr", name == "sub":
		return end, ""
	case !ok || k != none:
		return 0, ""
	}
	if rest := s[end:]; strings.EqualFold(s[:end], raised) && len(rest) > len("1</sup>") && isDigit(rest[0]) && strings.EqualFold(rest[1:len("1</sup>")], "</sup>") {
		return end + len("1</sup>"), string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[rest[0]-'0'])
	}
	return end, " "
}

// tradeMark is the length of the letters in brackets that s begins with and that stand for the sign of a trade mark, 0 for
// none. (R)-Lipoic Acid is none.
func tradeMark(s string) int {
	const long, short = len("(TM)"), len("(R)")
	switch {
	case len(s) >= long && strings.EqualFold(s[:long], "(TM)"):
		return long
	case strings.HasPrefix(s, "(R)") && (len(s) == short || s[short] != '-'):
		return short
	}
	return 0
}

// hashtags says whether the tags of a post part its names: "#Aqua #Glycerin #Parfum".
func hashtags(text string) bool {
	n := 0
	for at := 0; ; at++ {
		k := strings.IndexByte(text[at:], '#')
		if k < 0 {
			break
		}
		if at += k; letterAt(text, at+1) {
			n++
		}
	}
	return n > fewSigns && n > 2*strings.Count(text, ",") && n > strings.Count(text, "\n")+1
}
