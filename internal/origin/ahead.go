package origin

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// Chinese and Japanese write a "free" behind what is not there, エクソソーム不使用, and before it, 不使用外泌體; and 無添加 before
// what it praises, too: 無添加玫瑰外泌體 are rose exosomes without additives.

// gap is what stands between two parts.
type gap uint8

const (
	glued  gap = iota // nothing
	spaced            // spaces
	broken            // the end of a line
	opened            // signs that bind, a bracket or a colon
	parted            // what ends a clause, or letters
)

func gapOf(text string, a, b match.Part) gap {
	if a.End >= b.Start {
		return glued
	}
	between := text[a.End:b.Start]
	signs := strings.TrimSpace(between)
	switch {
	case signs == "" && strings.Contains(between, "\n"):
		return broken
	case signs == "":
		return spaced
	case !touch(text, a, b) || strings.ContainsAny(between, clauseEnds) || len(signs) < len(between) && strings.ContainsAny(signs, "-–—/"):
		return parted
	}
	return opened
}

// reach is how many of parts a negation of Chinese signs leaves out, from itself on, or whether nobody can say: those
// that follow it with nothing between.
func reach(text string, parts []match.Part, i int) (n int, unsure bool) {
	p := parts[i]
	if i+1 == len(parts) {
		return 1, false
	}
	run := parts[i : i+1]
	for k := i + 1; k < len(parts) && gapOf(text, parts[k-1], parts[k]) <= spaced; k++ {
		run = parts[i : k+1]
	}
	switch g := gapOf(text, p, parts[i+1]); {
	case g == opened, g == broken && !praises(p.Word): // its object, or what is without something
		return 1, p.Word.Class == dictionary.ClassWithout || beginsWords(text, p.Start)
	case g > spaced:
		return 1, false
	case p.Word.Class == dictionary.ClassFree && praises(p.Word):
		return reachOfPraise(run, beginsWords(text, p.Start) && g == glued)
	case p.Word.Class == dictionary.ClassFree:
		return reachOfVerb(text, run)
	case utf8.RuneCountInString(p.Word.Text) == 1:
		return reachOfSign(run)
	}
	return len(run), false
}

// reaching is how many of parts a negation may leave out, from itself on.
func reaching(text string, parts []match.Part, i int) int {
	if !ofSigns(parts[i].Word) {
		return len(parts) - i
	}
	n, _ := reach(text, parts, i)
	return n
}

// praises reports whether a "free" may tell how what stands behind it is made, "additive-free", and says of nothing else
// that it is not there.
func praises(w dictionary.Word) bool {
	first, _ := utf8.DecodeRuneInString(dictionary.Fold(w.Text))
	return strings.ContainsRune("无零", first)
}

// beginsWords reports whether no letter stands right before a byte.
func beginsWords(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// reachOfPraise is that of 無添加: an 無添加外泌體 is none, and what people are said to be spared may be.
func reachOfPraise(run []match.Part, begins bool) (n int, unsure bool) {
	noun := slices.IndexFunc(run, isNounPart)
	switch {
	case !begins || noun >= 0 && !ofSigns(run[noun].Word):
		return 1, false
	case noun == 1:
		return len(run), false
	case noun < 0:
		noun = len(run)
	}
	return 1, slices.ContainsFunc(run[:noun], func(p match.Part) bool {
		return p.Word.Class == dictionary.ClassTissue || p.Word.Class.States() != "" && !grows(p.Word)
	})
}

// grows reports whether a word names a plant or a microbe, of which no product says that it has none.
func grows(w dictionary.Word) bool {
	return w.Origin == dictionary.Plant || w.Origin == dictionary.Microbial
}

// reachOfVerb is that of 不使用, which in Japanese stands behind what is not there.
func reachOfVerb(text string, run []match.Part) (n int, unsure bool) {
	noun := slices.IndexFunc(run, isNounPart)
	before, _ := utf8.DecodeLastRuneInString(text[:run[0].Start])
	switch {
	case noun >= 0 && kana(run[noun].Word.Text):
		return 1, false
	case beginsWords(text, run[0].Start):
		return len(run), false
	}
	return 1, unicode.Is(unicode.Han, before) && run[0].End == run[1].Start // 本品不使用, 防腐剤不使用
}

// reachOfSign is that of 无 by itself, which denies what has a source, and nothing that tells how things are made: 無凍乾.
func reachOfSign(run []match.Part) (n int, unsure bool) {
	first := run[1].Word
	if first.Class != dictionary.ClassNoun && first.Class != dictionary.ClassTissue && first.Class.States() == "" {
		return 1, false
	}
	for _, p := range run[1:] {
		switch {
		case p.Word.Class == dictionary.ClassNoun:
			return len(run), false
		case p.Word.Class.States() != "" && p.Word.Origin != first.Origin:
			return 1, true // 无脂肪人脐带外泌体
		}
	}
	return len(run), false
}

// ofBefore reports whether the "free" parts[i] of Chinese signs is of what stands before it, or whether nobody can say.
func (j *judge) ofBefore(text string, parts []match.Part, i int) (denies, unsure bool) {
	if i == 0 {
		return false, false
	}
	p := parts[i]
	g := gapOf(text, parts[i-1], p)
	if g == broken || g == parted {
		return false, false
	}
	behind := signsBehind(text[p.End:])
	switch {
	case behind != "" && g != glued, j.beginsIngredient(behind):
		return false, false
	case behind != "":
		return false, true
	case praises(p.Word) && g != glued:
		return false, true
	}
	return true, false
}

// signsBehind are the Chinese signs that a text begins with.
func signsBehind(text string) string {
	if k := strings.IndexFunc(text, func(r rune) bool { return !unicode.Is(unicode.Han, r) }); k >= 0 {
		return text[:k]
	}
	return text
}

// beginsIngredient reports whether Chinese signs begin with the name of an ingredient: 防腐剂.
func (j *judge) beginsIngredient(signs string) bool {
	const longest, shortest = 8, 2 // signs
	letters := []rune(dictionary.Fold(signs))
	for n := min(longest, len(letters)); n >= shortest; n-- {
		if j.d.Lookup(string(letters[:n])) != nil {
			return true
		}
	}
	return strings.ContainsAny(dictionary.Simplified(signs), agents)
}

// agents are signs in which what has a purpose ends: 防腐剂, 着色料.
const agents = "剂料"

// freeOpen reports whether a negation of Chinese signs leaves open what of a match it denies.
func (j *judge) freeOpen(m *match.Match) bool {
	text := j.upTo(m)
	for i, p := range m.Parts {
		switch c := p.Word.Class; {
		case !ofSigns(p.Word) || c != dictionary.ClassWithout && c != dictionary.ClassFree:
			continue
		case c == dictionary.ClassFree:
			if _, unsure := j.ofBefore(text, m.Parts, i); unsure {
				return true
			}
		}
		if _, unsure := reach(text, m.Parts, i); unsure {
			return true
		}
	}
	return j.deniedApart(m)
}

// deniedApart reports whether a match stands behind a negation and a colon or the end of its line, "不含：人源外泌体", or
// before a colon and a word that says there is none, "人源外泌体：无": the list has parted them.
func (j *judge) deniedApart(m *match.Match) bool {
	last := len(m.Parts) - 1
	said := saidNone.FindStringSubmatch(j.l.Text[m.End:min(len(j.l.Text), m.End+farthest)])
	if said != nil && last >= 0 && m.Parts[last].End == m.End && dictionary.Glued(said[1]) && j.d.Affix(strings.TrimSpace(dictionary.Fold(said[1])), dictionary.Nothing) {
		return true
	}
	const longest = 8 // signs
	before := strings.TrimRight(j.l.Text[max(0, m.Start-longestAmount):m.Start], " \u3000")
	colon := strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：")
	if !colon && !strings.HasSuffix(before, "\n") {
		return false
	}
	signs := []rune(strings.TrimRight(before, " \u3000\n:："))
	for n := min(longest, len(signs)); n > 1; n-- {
		key := dictionary.Fold(string(signs[len(signs)-n:]))
		if w, _ := j.d.Word(key); j.deniesSigns(key, w) && (colon || !praises(w) && !kana(key)) {
			return true
		}
	}
	return false
}

// saidNone is what stands behind a colon, up to the sign that ends it.
var saidNone = regexp.MustCompile(`^ ?[:：] ?([^:;,()\[\]|\n、，；。）]{1,24})(?:[;,)\]|、，；。）\n]|$)`)

func isNounPart(p match.Part) bool { return p.Word.Class == dictionary.ClassNoun }

func kana(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Katakana, unicode.Hiragana) })
}
