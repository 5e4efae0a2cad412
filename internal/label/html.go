package label

import (
	"regexp"
	"slices"
	"strings"
)

// tags are the HTML tags of product pages: those that begin a line, and those that stand in one. Anything
// else in angle brackets is text.
var tags = map[string]kind{
	"br": newline, "p": newline, "div": newline, "li": newline, "ul": newline, "ol": newline, "tr": newline,
	"td": newline, "table": newline, "h1": newline, "h2": newline, "h3": newline, "h4": newline,
	"b": none, "i": none, "u": none, "a": none, "em": none, "strong": none, "span": none, "font": none,
	"small": none, "sup": none, "sub": none, "label": none, "mark": none, "cite": none, "code": none,
}

// hidden is what pages hold and do not show, by how it begins and ends.
var hidden = [...]hiding{
	{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"},
}

type hiding struct{ begin, end string }

// longestTag is how many bytes a tag may have, with all that it says of what it holds.
const longestTag = 2000

// saying are the attributes of a tag that say something, and not how it looks or what finds it.
var saying = regexp.MustCompile(`\s(?:[a-z-]*(?:name|value|title|label|text|content|alt|inci|ingredient)[a-z-]*|data-[a-z-]+)\s*=\s*["']?[^"'>]*\pL{2}`)

// tag is the length and kind of the HTML tag that begins at i, 0 for none. Of tags that are not in the table those count
// that are closed somewhere, <ingredient>Aqua</ingredient>, unless one says something in itself: <item value="Aqua">.
func (r *reader) tag(i int) (int, kind) {
	s := r.lower[i:]
	for _, h := range hidden {
		if strings.HasPrefix(s, h.begin) && r.closes(h.end) {
			if end := strings.Index(s, h.end); end > 0 {
				return end + len(h.end), newline
			}
			r.closed[h.end] = false // none behind this one
		}
	}
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 0 {
		return 0, none
	}
	name := nameOf(s[1:end])
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

// closes says whether what closes tags, or a comment, stands somewhere in the text.
func (r *reader) closes(end string) bool {
	if r.closed == nil {
		r.closed = closings(r.lower)
	}
	return r.closed[end]
}

// closings are all that close tags and comments in a text, but for the tags that say something in themselves.
func closings(lower string) map[string]bool {
	const comment = "-->"
	all := map[string]bool{comment: strings.Contains(lower, comment)}
	var speak []string
	for i := strings.IndexByte(lower, '<'); i >= 0; i = strings.IndexByte(lower, '<') {
		lower = lower[i:]
		end := strings.IndexByte(lower[:min(len(lower), longestTag)], '>')
		switch {
		case end < 0:
		case strings.HasPrefix(lower, "</"):
			all[lower[:end+1]] = true
		case saying.MatchString(lower[:end]):
			speak = append(speak, "</"+nameOf(lower[1:end])+">")
		}
		lower = lower[1:]
	}
	for _, end := range speak {
		if !slices.ContainsFunc(hidden[:], func(h hiding) bool { return h.end == end }) {
			delete(all, end)
		}
	}
	return all
}

// nameOf is the name of a tag.
func nameOf(tag string) string {
	name := strings.TrimPrefix(tag, "/")
	if k := strings.IndexAny(name, " /\n\t\r"); k >= 0 {
		name = name[:k]
	}
	return name
}
