package origin

import (
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A word that was mended counts only if no word that says something else is as near to what was read.

// nearestOrigin reports whether no word of another origin is as few letters from what was read as the
// word of a part, or fewer if it is of a language that labels seldom mix with that of the part.
func (j *judge) nearestOrigin(read string, p match.Part) bool { return j.rivalBy(read, p) > 0 }

// rivalBy is by how many letters the nearest word of another origin is farther from what was read than the word of a
// part: less than 0 if it is nearer, at most 1.
func (j *judge) rivalBy(read string, p match.Part) int {
	letters := []rune(read)
	edits := lettersApart(letters, []rune(dictionary.Fold(p.Word.Text)))
	if p.Edits > 0 && utf8.RuneCountInString(p.Word.Text) > shortWord+1 {
		edits = min(edits, p.Edits) // letters that readers confuse count for less: BIHDA is a letter from BIFIDA
	}
	nearest := edits + 1
	bytes := 2 * edits
	if dictionary.Glued(read) {
		bytes = utf8.UTFMax * edits
	}
	for key, w := range j.d.WordsOfSize(len(read)-bytes, len(read)+bytes) {
		if !rivals(w, p.Word) {
			continue
		}
		if apart := dictionary.Edits(letters, []rune(key), edits); apart < edits || apart == edits && !abroad(w, p.Word) {
			nearest = min(nearest, apart)
		}
	}
	return nearest - edits
}

// rivals reports whether a word says something else of the source than another: another origin, or a tissue
// where that is no human's and no animal's. "Anion epithelial cells" are of the amnion and not of an onion.
func rivals(w, than dictionary.Word) bool {
	switch w.Class {
	case dictionary.ClassTissue, dictionary.ClassModifier:
		return than.Origin != dictionary.Human && than.Origin != dictionary.Animal
	case dictionary.ClassPart:
		return than.Origin != dictionary.Plant
	}
	return w.Origin != "" && w.Origin != than.Origin
}

// lettersApart counts the letters wrong, lost and added between two words.
func lettersApart(a, b []rune) int { return dictionary.Edits(a, b, max(len(a), len(b))) }

// onlyNeighbour reports whether what was read is no word itself, and a letter from no word of another
// origin. Letters that readers confuse are neither lost nor added.
func (j *judge) onlyNeighbour(read string, word dictionary.Word, confused bool) bool {
	if j.d.KnownWord(read) {
		return false
	}
	for key, w := range j.d.WordsOfSize(len(read)-utf8.UTFMax, len(read)+utf8.UTFMax) {
		if oneLetterApart(key, read) && rivals(w, word) && !abroad(w, word) && !(confused && utf8.RuneCountInString(key) != utf8.RuneCountInString(read)) {
			return false
		}
	}
	return true
}

// oneLetterApart reports whether one letter changed, left out or put in turns a into b.
func oneLetterApart(a, b string) bool {
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	for from > 0 && (from < len(a) && !utf8.RuneStart(a[from]) || from < len(b) && !utf8.RuneStart(b[from])) {
		from--
	}
	a, b = a[from:], b[from:]
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(a[len(a)-n]) {
		n--
	}
	a, b = a[:len(a)-n], b[:len(b)-n]
	return max(len(a), len(b)) <= utf8.UTFMax && max(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) == 1
}
