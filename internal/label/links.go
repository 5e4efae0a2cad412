package label

import (
	"regexp"
	"strings"
)

// unlinked is text without the marks that mails quote lines with, "> Aqua", and without where links of Markdown lead.
func unlinked(text string) (string, []cut) {
	if quoted := strings.HasPrefix(text, ">") || strings.Contains(text, "\n>"); !quoted && !strings.Contains(text, "](") {
		return text, nil
	}
	e := editor{text: text}
	for i := 0; i < len(text); {
		if n := quoteMarks(text, i); n > 0 {
			e.put(i, "", i+n)
			i += n
		} else if words, all := link(text[i:]); all > 0 {
			e.put(i, "", i+1)
			e.put(i+1+words, "", i+all)
			i += all
		} else {
			i++
		}
	}
	return e.done()
}

// quoteMarks is the length of the marks of quoted lines at i, 0 for none.
func quoteMarks(text string, i int) int {
	if text[i] != '>' || i > 0 && text[i-1] != '\n' {
		return 0
	}
	return len(text[i:]) - len(strings.TrimLeft(text[i:], "> "))
}

// link is the length of the words of the link that s begins with and that of all of it, [Aqua](https://...); 0 for none.
func link(s string) (words, all int) {
	const longest = 300
	if s[0] != '[' {
		return 0, 0
	}
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
