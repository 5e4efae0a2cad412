package label

import (
	"html"
	"strings"
)

// tags are the HTML tags of product pages: those that begin a line, and those that stand in one. Anything
// else in angle brackets is text.
var tags = map[string]kind{
	"br": newline, "p": newline, "div": newline, "li": newline, "ul": newline, "ol": newline, "tr": newline,
	"td": newline, "table": newline, "h1": newline, "h2": newline, "h3": newline, "h4": newline,
	"b": none, "i": none, "u": none, "a": none, "em": none, "strong": none, "span": none, "font": none,
	"small": none, "sup": none, "sub": none,
}

// unescaped is text with the HTML entities that product pages leave in copied lists as the signs they stand for, and
// where that was.
func unescaped(text string) (string, []cut) {
	const longest = 10
	e := editor{text: text}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '&')
		if i < 0 {
			break
		}
		i, at = at+i, at+i+1
		end := strings.IndexByte(text[i:min(len(text), i+longest)], ';')
		if end < 0 {
			continue
		}
		entity := text[i : i+end+1]
		if sign := html.UnescapeString(entity); sign != entity {
			at = i + end + 1
			e.put(i, sign, at)
		}
	}
	return e.done()
}

// tag is the length and kind of the HTML tag that s starts with, 0 for none; lower is s in small letters.
func tag(lower string) (int, kind) {
	const longest = 200
	end := strings.IndexByte(lower[:min(len(lower), longest)], '>')
	if end < 0 {
		return 0, none
	}
	name := strings.TrimPrefix(lower[1:end], "/")
	if i := strings.IndexAny(name, " /\n"); i >= 0 {
		name = name[:i]
	}
	k, ok := tags[name]
	if !ok {
		return 0, none
	}
	return end + 1, k
}
