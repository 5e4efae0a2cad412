package label

import "strings"

// tags are the HTML tags of product pages: those that begin a line, and those that stand in one. Anything
// else in angle brackets is text.
var tags = map[string]kind{
	"br": newline, "p": newline, "div": newline, "li": newline, "ul": newline, "ol": newline, "tr": newline,
	"td": newline, "table": newline, "h1": newline, "h2": newline, "h3": newline, "h4": newline,
	"b": none, "i": none, "u": none, "a": none, "em": none, "strong": none, "span": none, "font": none,
	"small": none, "sup": none, "sub": none, "label": none, "mark": none, "abbr": none, "cite": none, "code": none,
}

// hidden is what pages hold and do not show, by how it begins and ends.
var hidden = [...]struct{ begin, end string }{
	{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"},
}

// tag is the length and kind of the HTML tag that begins at i, 0 for none. Of tags that are not in the table those count
// that are closed somewhere: <ingredient>Aqua</ingredient>.
func (r *reader) tag(i int) (int, kind) {
	const longest = 2000
	s := r.lower[i:]
	for _, h := range hidden {
		if strings.HasPrefix(s, h.begin) && r.closes(h.end) {
			if end := strings.Index(s, h.end); end > 0 {
				return end + len(h.end), newline
			}
			r.closed[h.end] = false // none behind this one
		}
	}
	end := strings.IndexByte(s[:min(len(s), longest)], '>')
	if end < 0 {
		return 0, none
	}
	name := strings.TrimPrefix(s[1:end], "/")
	if k := strings.IndexFunc(name, func(c rune) bool { return c == ' ' || c == '/' || c == '\n' || c == '\t' || c == '\r' }); k >= 0 {
		name = name[:k]
	}
	k, ok := tags[name]
	switch {
	case ok:
	case name != "" && isLetter(name[0]) && r.closes("</"+name+">"):
		k = newline
	default:
		return 0, none
	}
	return end + 1, k
}

// closes says whether what closes tags stands somewhere in the text.
func (r *reader) closes(end string) bool {
	closed, ok := r.closed[end]
	if !ok {
		if closed = strings.Contains(r.lower, end); r.closed == nil {
			r.closed = map[string]bool{}
		}
		r.closed[end] = closed
	}
	return closed
}
