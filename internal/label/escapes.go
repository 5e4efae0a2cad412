package label

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unescaped is text with the HTML entities that product pages leave in copied lists as the signs they stand for, be they
// escaped once or again: &amp;nbsp;
func unescaped(text string) (string, []cut) {
	e := editor{text: text}
	for i := strings.IndexByte(text, '&'); i >= 0; {
		sign, end := entityAt(text, i)
		if end > i+1 {
			e.put(i, sign, end)
		}
		next := strings.IndexByte(text[end:], '&')
		if next < 0 {
			break
		}
		i = end + next
	}
	return e.done()
}

// entityAt is the sign of the entity at i, and its end; of what is none, the sign there.
func entityAt(text string, i int) (sign string, end int) {
	const longest, again = 12, "amp;"
	from := i + 1
	for strings.HasPrefix(text[from:], again) {
		from += len(again)
	}
	if n := strings.IndexByte(text[from:min(len(text), from+longest)], ';'); n >= 0 {
		entity := "&" + text[from:from+n+1]
		if sign := html.UnescapeString(entity); sign != entity {
			return sign, from + n + 1
		}
	}
	return "&", from
}

// escapes are what programs write for signs within quotes.
var escapes = map[byte]string{'n': "\n", 'r': "\n", 't': "\t", '"': "\"", '\'': "'", '/': "/"}

// unquoted is text with the signs that programs escape as they are: \n, \", \/, \u00e9. One by itself may be a slash that
// leans the wrong way, and so may those that begin words where nothing is quoted.
func unquoted(text string) (string, []cut) {
	const few = 2
	if strings.Count(text, `\`) < few {
		return text, nil
	}
	e := editor{text: text}
	quoted := strings.Count(text, `"`) >= few
	for i := 0; i < len(text); {
		end := i + 1
		if text[i] == '\\' {
			var sign string
			if sign, end = escapeAt(text, i, quoted); end > i {
				e.put(i, sign, end)
			} else {
				end = i + 1
			}
		}
		i = end
	}
	return e.done()
}

// escapeAt is the sign that stands at i behind a slash, and its end; i where there is none. The sign itself stays where the
// slash is one of Markdown, or stands at the end of a line.
func escapeAt(text string, i int, quoted bool) (sign string, end int) {
	const digits = 4
	at := i + 1
	for at+1 < len(text) && text[at] == '\\' { // escaped again
		at++
	}
	if at == len(text) {
		return "", i
	}
	c := text[at]
	sign, ok := escapes[c]
	switch r := rune(c); {
	case ok && !quoted && sign <= "\n" && at+1 < len(text) && text[at+1] >= 'a' && text[at+1] <= 'z': // aqua\rice
	case ok:
		return sign, at + 1
	case c < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r) || r == '\n' || r == '\r'):
		return "", at
	case c == 'u' && at+1+digits <= len(text):
		if n, err := strconv.ParseUint(text[at+1:at+1+digits], 16, 16); err == nil {
			return string(rune(n)), at + 1 + digits
		}
	}
	return "", i
}
