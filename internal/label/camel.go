package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
)

// parted is text with spaces in the words that were run together with a capital letter at the start of each,
// "RosaDamascenaExosomes", and where that was. All of them must be known, the whole must not, and they must be names: a
// firm may be called BioHuman. A tag behind a list says what somebody thinks of: "#HumanExosomes?"
func parted(text string, d *dictionary.Dictionary) (string, []cut) {
	e := editor{text: text}
	for i := 0; i < len(text); {
		if !isLetter(text[i]) && text[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		var humps []int
		for last := ' '; i < len(text); {
			c, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(c) {
				if i == start {
					i += size
				}
				break
			}
			if unicode.IsUpper(c) && unicode.IsLower(last) {
				humps = append(humps, i)
			}
			last, i = c, i+size
		}
		if humps == nil || start > 0 && text[start-1] == '#' || d.KnownWord(fold(text[start:i])) {
			continue
		}
		if words := cutAt(text[start:i], humps, start); !allKnown(words, d) || !names(words, d) {
			continue
		}
		for _, at := range humps {
			e.put(at, " ", at)
		}
	}
	return e.done()
}

// cutAt gives the folded pieces of a text that is cut at some places, counted from start.
func cutAt(text string, cuts []int, start int) []string {
	pieces, from := make([]string, 0, len(cuts)+1), 0
	for _, at := range cuts {
		pieces, from = append(pieces, fold(text[from:at-start])), at-start
	}
	return append(pieces, fold(text[from:]))
}

// allKnown says whether the dictionary knows all of some words.
func allKnown(words []string, d *dictionary.Dictionary) bool {
	const shortest = 2
	return !slices.ContainsFunc(words, func(w string) bool { return len(w) < shortest || !d.KnownWord(w) })
}

// names says whether words are the name of exosomes, names of several ingredients, or that of one that says nothing of
// where something comes from.
func names(words []string, d *dictionary.Dictionary) bool {
	n, sources := 0, false
	for i := 0; i < len(words); n++ {
		w, _ := d.Word(words[i])
		if w.Class == dictionary.ClassNoun {
			return true
		}
		sources = sources || w.Class.States() != ""
		end := len(words)
		for end > i && d.Lookup(strings.Join(words[i:end], " ")) == nil {
			end--
		}
		if end == i {
			return slices.ContainsFunc(words[i:], func(w string) bool { e, _ := d.Word(w); return e.Class == dictionary.ClassNoun })
		}
		i = end
	}
	return n > 1 || !sources
}
