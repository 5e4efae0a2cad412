package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word that was not read may be a "no" or a "free".

// denialUnread reports whether a word that was not read may deny the exosomes: EXOSOME-FREF, MO EXOSOMES.
// It may have become another word of four letters, which is long enough elsewhere: EXOSOME-TREE.
func (j *judge) denialUnread(words []told, stated bool) bool {
	if !stated && j.deniedFirst(words) {
		return true
	}
	for i, t := range words {
		if t.says != "" && !(t.strange && t.says.States() != "") || !t.strange && utf8.RuneCountInString(t.read) > shortWord {
			continue
		}
		if i > 0 && (j.freeBehind(words[i-1], t) || j.freeBefore(words[i-1], t)) {
			return true
		}
	}
	return false
}

// freeBehind reports whether a word behind a noun may be a "free", above all one behind a hyphen: EXOSOME-FREF, EXOSOME-RR€L.
func (j *judge) freeBehind(before, t told) bool {
	if before.says != dictionary.ClassNoun {
		return false
	}
	in := mendable
	if strings.HasSuffix(strings.TrimSpace(j.l.Text[:t.start]), "-") {
		if n := utf8.RuneCountInString(t.read); t.strange && n >= shortWord-1 && n <= shortWord+1 && !j.goesWith(before.read, t.read) {
			return true
		}
		in = 2
	}
	return j.mayDeny(t.read, dictionary.ClassFree, before.language, in)
}

// freeBefore reports whether letters between a source and the noun they were run together with may be a "free":
// BOVINE FRFEXTRACELLULAR VESICLES.
func (j *judge) freeBefore(before, t told) bool {
	return t.ofNoun && before.says.States() != "" && j.mayDeny(t.read, dictionary.ClassFree, english, 2)
}

// deniedFirst reports whether what stands first, in one piece or come apart, may deny what is behind it: N0, R o, RIo.
func (j *judge) deniedFirst(words []told) bool {
	first := ""
	for i, t := range words {
		if t.says != "" {
			const exactly = 100
			return first != "" && (j.mayDeny(first, dictionary.ClassWithout, t.language, 2) ||
				slices.ContainsFunc(j.meant(first), func(as string) bool { return j.mayDeny(as, dictionary.ClassWithout, t.language, exactly) }))
		}
		n := utf8.RuneCountInString(t.read)
		if !t.strange && n > shortWord || i > 0 && n+utf8.RuneCountInString(first) > shortWord {
			return false
		}
		first += t.read
	}
	return false
}

// meant gives what a word may have been with a letter or two as they are likely to have been read for others.
func (j *judge) meant(read string) (all []string) {
	for _, c := range j.d.Confusions() {
		if c.Cost <= strokesLikely && strings.Contains(read, c.Read) {
			all = append(all, strings.Replace(read, c.Read, c.Meant, 1))
		}
	}
	return all
}

// strokesLikely is the most that a likely confusion costs: three strokes for an m.
const strokesLikely = 0.4

// denialInNoun reports whether a noun was run together with what may deny it: EXOSOMEFRE.
func (j *judge) denialInNoun(m *match.Match) bool {
	return slices.ContainsFunc(m.Parts, func(p match.Part) bool {
		if p.Word.Class != dictionary.ClassNoun {
			return false
		}
		read := strings.ReplaceAll(dictionary.Fold(p.Read), " ", "")
		for behind := shortWord - 1; behind <= min(shortWord+1, len(read)-shortWord); behind++ {
			cut := len(read) - behind
			noun, ok := j.d.Word(read[:cut])
			if ok && noun.Class == dictionary.ClassNoun && !noun.Stem && j.mayDeny(read[cut:], dictionary.ClassFree, p.Word.Language, mendable) {
				return true
			}
		}
		return false
	})
}

// goesWith reports whether what was read behind a word may be the second of an entry: EXOSOME-LIKC.
func (j *judge) goesWith(word, read string) bool {
	return slices.ContainsFunc(j.d.WordsWith(word), func(e dictionary.Word) bool {
		_, behind, _ := strings.Cut(dictionary.Fold(e.Text), word+" ")
		next, _, _ := strings.Cut(behind, " ")
		return next != "" && resembles(read, next, 2)
	})
}

// mayDeny reports whether what was read is a negation of one word, in a language or in English, but for one letter in so
// many, or begins with one.
func (j *judge) mayDeny(read string, class dictionary.Class, language string, in int) bool {
	for key, w := range j.d.AllWords() {
		if w.Class == class && !strings.Contains(key, " ") && (dictionary.SameLanguage(w.Language, language) || w.Language == english) && utf8.RuneCountInString(key) > 1 &&
			(resembles(read, key, in) || class == dictionary.ClassFree && begins(read, key)) {
			return true
		}
	}
	return false
}
