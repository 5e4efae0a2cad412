package label

import "strings"

// entities are the HTML entities that product pages leave in copied lists.
var entities = map[string]kind{
	"&amp;": ampersand, "&nbsp;": none, "&#160;": none, "&quot;": quote, "&#34;": quote, "&apos;": quote,
	"&#39;": quote, "&#039;": quote, "&rsquo;": quote, "&lsquo;": quote, "&ldquo;": quote, "&rdquo;": quote,
	"&bull;": comma, "&#8226;": comma, "&middot;": comma, "&#183;": comma, "&reg;": mark, "&#174;": mark,
	"&trade;": mark, "&#8482;": mark, "&copy;": mark, "&ndash;": dash, "&mdash;": dash, "&lt;": mark, "&gt;": mark,
}

// tags are the HTML tags of product pages: those that begin a line, and those that stand in one. Anything
// else in angle brackets is text.
var tags = map[string]kind{
	"br": newline, "p": newline, "div": newline, "li": newline, "ul": newline, "ol": newline, "tr": newline,
	"td": newline, "table": newline, "h1": newline, "h2": newline, "h3": newline, "h4": newline,
	"b": none, "i": none, "u": none, "a": none, "em": none, "strong": none, "span": none, "font": none,
	"small": none, "sup": none, "sub": none,
}

// entity is the length and kind of the HTML entity that s starts with, 0 for none.
func entity(s string) (int, kind) {
	const longest = 9
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 0 {
		return 0, none
	}
	k, ok := entities[s[:end+1]]
	if !ok {
		return 0, none
	}
	return end + 1, k
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
