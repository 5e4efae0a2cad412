package origin

import (
	"regexp"
	"slices"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// answer is what a field in a bracket says, up to the next: the "no" of "Exosomes (source: rose; human: no)".
var answer = regexp.MustCompile(`^ ?[:：] ?([^:;,()\[\]|\n：；，、（）]{1,24})[;,)\]|；，、）]`)

// fieldBegins are the signs before the first word of a field.
const fieldBegins = ";,|([；，、（"

// answered denies the words of fields in brackets that a "no" answers. It tells which parts are answers: they deny nothing
// beyond their fields, whatever those are, "Exosomes (GMO: no; source: human)".
func (j *judge) answered(text string, parts []match.Part, out []bool) (answers []bool) {
	answers = make([]bool, len(parts))
	for i, p := range parts {
		if p.Word.Class == dictionary.ClassWithout {
			before := strings.TrimRight(text[:p.Start], " ")
			bare := strings.TrimRight(before, ":：")
			answers[i] = len(bare) < len(before) && j.saysNo(text, len(bare))
		}
		first := slices.IndexFunc(parts[:i+1], func(o match.Part) bool { return !strings.ContainsAny(text[o.End:max(o.End, p.Start)], fieldBegins) })
		if first > 0 && strings.ContainsAny(text[parts[first-1].End:parts[first].Start], fieldBegins) && j.saysNo(text, p.End) {
			for k := range out[first : i+1] {
				out[first+k] = true
			}
		}
	}
	return answers
}

// bracketed leaves out all of parts in the bracket that the first of them, a negation with a colon, begins: "(free from: GMO, animal material)".
// It reports whether it does.
func bracketed(text string, parts []match.Part, out []bool) bool {
	before, behind := strings.TrimRight(text[:parts[0].Start], " "), strings.TrimLeft(text[parts[0].End:], " ")
	if !strings.HasSuffix(before, "(") || !strings.HasPrefix(behind, ":") {
		return false
	}
	closed := len(text) - len(behind) + max(0, strings.IndexByte(behind, ')'))
	for i, p := range parts {
		if p.Start < closed {
			out[i] = true
		}
	}
	return true
}

// saysNo reports whether a colon and a word that says there is none stand in a text, up to the end of a field.
func (j *judge) saysNo(text string, at int) bool {
	said := answer.FindStringSubmatch(text[max(0, at):])
	return said != nil && j.d.Affix(strings.TrimSpace(dictionary.Fold(said[1])), dictionary.Nothing)
}
