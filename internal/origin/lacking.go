package origin

import (
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// lacks is what verbs are called that deny what stands behind them or, at the end of a clause, what stands before them:
// "nie zawiera egzosomów", "Egzosomów ludzkich nie zawiera."
const lacks = "lacks"

// lacking leaves out what stands before the verb parts[i] if its clause ends with it: one noun, and what tells its source.
// It reports whether that was so.
func lacking(text string, parts []match.Part, i int, out []bool) bool {
	p := &parts[i]
	if p.Word.Name != lacks || !endsWith(text[p.Start:], p.End-p.Start) {
		return false
	}
	noun := false
	for k := i - 1; k >= 0; k-- {
		class := parts[k].Word.Class
		if class == dictionary.ClassWithout || class == dictionary.ClassFree || noun && class == dictionary.ClassNoun ||
			!touch(text, parts[k], parts[k+1]) || strings.ContainsAny(text[parts[k].End:parts[k+1].Start], ".;!?") {
			break
		}
		out[k], noun = true, noun || class == dictionary.ClassNoun
	}
	return true
}

// endsWith reports whether the clause that text begins with ends with its first n bytes. A line that breaks there ends it if
// the next begins with a capital letter, in a text that is not all capitals.
func endsWith(text string, n int) bool {
	behind := strings.TrimLeft(text[n:], " )*")
	if behind == "" || strings.IndexAny(behind, ".,;!?|•·") == 0 {
		return true
	}
	next := []rune(strings.TrimSpace(behind[:min(len(behind), 8)]))
	return behind[0] == '\n' && (len(next) == 0 || unicode.IsUpper(next[0]) && strings.ToUpper(text[:n]) != text[:n])
}
