package origin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// mended is a part of an ingredient that has letters wrong, and what tells whether the label bears its word.
type mended struct {
	*judge
	m       *match.Match
	part    match.Part
	read    string // folded
	word    string // folded
	letters int    // of the word
	likely  bool   // readers confuse all letters that are wrong in the ingredient
}

// bears reports whether the label bears the word of a part.
func (j *judge) bears(m *match.Match, p match.Part) bool {
	if p.Edits == 0 {
		return true
	}
	t := &mended{
		judge: j, m: m, part: p, read: dictionary.Fold(p.Read), word: dictionary.Fold(p.Word.Text),
		letters: utf8.RuneCountInString(p.Word.Text), likely: m.Cost <= likeness*float64(m.Edits),
	}
	switch {
	case dictionary.Glued(t.read):
		return j.explained(m, p) && j.nearestSigns(t.read, p)
	case abbreviation(p.Word.Text) && t.insideWord():
		return false
	}
	if w, ok := j.d.Word(t.read); ok { // what was read is a word itself: of the same origin, or of none
		return w.Origin == p.Word.Origin
	}
	switch {
	case m.Term == nil && t.tooFar(), !t.stemBorne():
		return false
	case abbreviation(p.Word.Text):
		return t.bornAsAbbreviation()
	case t.letters <= shortWord:
		return t.bornAsShort()
	case t.unsureHuman():
		return false
	case p.Edits*mendable <= t.letters:
		return t.bornAsWord()
	}
	return t.bornInName()
}

// tooFar reports whether what was read in a name that no table has is too far from the word.
func (t *mended) tooFar() bool {
	word, apart := t.part.Word, wrongLetters(t.read, t.word)
	switch {
	case alien(t.m, t.part) && surelyIn*max(int(t.part.Cost), 100*apart) > 100*t.letters && !(t.letters >= longHalf && t.nearlyRight() && mendable*apart <= t.letters):
		return true // BDOTENIHALS VESICLES are no Indonesian bacteria
	case word.Class == dictionary.ClassAnimal && ofPlant(t.m):
		return true // MRRINE FLOWER VESICLES are no mouse's
	}
	// TALINO is no feline, though each of its letters looks like one of that
	return word.Class != dictionary.ClassHuman && t.letters > shortWord && 2*apart >= t.letters
}

// nearlyRight reports whether hardly more of a word was misread than letters that look alike.
func (t *mended) nearlyRight() bool {
	return int(t.part.Cost) <= nearlyRight*t.letters
}

// stemBorne reports whether the words of an entry of several that state its origin by themselves were read, but for one
// letter in so many. The others are no proof of it: a BRAINY STEM CELL is no plant stem cell.
func (t *mended) stemBorne() bool {
	got, want := dictionary.Tokens(t.read), dictionary.Tokens(t.word)
	for i, word := range want {
		if len(want) == 1 || len(got) != len(want) {
			break
		}
		if w, ok := t.d.Word(word); ok && w.Origin == t.part.Word.Origin && mendable*min(int(t.part.Cost), 100*lettersApart([]rune(got[i]), []rune(word))) > 100*utf8.RuneCountInString(word) {
			return false
		}
	}
	return true
}

// unsureHuman reports whether a human's word that alone tells the source has too many letters wrong: HUMBLE EXOSOMES,
// HUMBN EXOSOMES.
func (t *mended) unsureHuman() bool {
	return t.part.Word.Class == dictionary.ClassHuman && alone(t.m.Parts, t.part) && surelyIn*int(t.part.Cost) >= 100*t.letters
}

// bornAsAbbreviation is bears for hADSC and the like: hADSC and ADSC are apart by their first letter.
func (t *mended) bornAsAbbreviation() bool {
	if t.part.Edits != 1 || t.m.Cost > oneLetter || t.letters < shortWord || !t.nearestOrigin(t.read, t.part) {
		return false
	}
	return t.initialStrokes() || strings.HasPrefix(t.read, strings.ToLower(t.part.Word.Text[:1])) && (t.likely || t.longHead())
}

// initialStrokes reports whether an abbreviation stands there but for its first letter, and in the place of that two
// letters that look like it, or one of another alphabet: liADSC. A single letter may be another species.
func (t *mended) initialStrokes() bool {
	strokes, ends := strings.CutSuffix(t.read, t.word[1:])
	return ends && len(strokes) == 2 && t.d.Confused(strokes, t.word[:1])
}

// longHead reports whether the first word of an abbreviation stands there, or most of its letters: hFC-MSC may be
// any hXC-MSC.
func (t *mended) longHead() bool {
	got, want := dictionary.Tokens(t.read), dictionary.Tokens(t.word)
	return len(want[0]) >= shortWord || len(got) < len(want) || got[0] == want[0]
}

// bornAsShort is bears for words of few letters. What was read must not be the end of one word and the beginning of
// the next, nor hardly anything of the word.
func (t *mended) bornAsShort() bool {
	apart := lettersApart([]rune(t.read), []rune(t.word))
	if strings.Contains(t.read, " ") || t.cutsWord() || t.strayGenus() || 2*apart > t.letters || 2*apart == t.letters && !t.likely {
		return false
	}
	return (t.likely || t.part.Edits == 1 && t.letters == shortWord) && t.onlyNeighbour(t.read, t.part.Word, t.likely)
}

// bornAsWord is bears for a word of which most letters were read.
func (t *mended) bornAsWord() bool {
	m, p := t.m, t.part
	genus, byItself := p.Word.Language == latin && m.Term == nil, alone(m.Parts, p)
	switch {
	case genus && t.speciesBeside(m, p, mendable):
		return true // PMUS DENSIFLORA is a pine, whatever else is near to pmus
	case m.Term == nil && t.letters == shortWord+1 && p.Cost > lookAlike && byItself && !t.touched(m, p):
		return false // Derma LAYER Super Exosome: many a word is a letter from laver
	case !longGenus(p.Word.Text) && !(t.letters >= longHalf && t.nearlyRight() && t.touched(m, p)) && t.strayGenus():
		return false
	case m.Term != nil && !byItself && p.Word.Class != dictionary.ClassHuman: // a salmon's name may be a human's but for that
		return true
	}
	rival := t.rivalBy(t.read, p)
	return rival > 0 || rival == 0 && m.Term != nil && !byItself
}

// strayGenus reports whether a genus was misread and stands beside none of its species, in a name that no table has, nor
// before what plants have: ROGA JELLG VESICLES.
func (t *mended) strayGenus() bool {
	p := t.part
	return p.Word.Language == latin && t.m.Term == nil && p.Cost > lookAlike && !partBehind(t.m, p) && !t.speciesBeside(t.m, p, 2)
}

// bornInName is bears for a word of which fewer letters were read, in a name that tables have: its other words must have
// been.
func (t *mended) bornInName() bool {
	rest := utf8.RuneCountInString(t.m.Read) - t.letters
	edits := float64(t.part.Edits)
	return t.m.Term != nil && !alone(t.m.Parts, t.part) && edits <= mendShare*float64(t.letters) &&
		t.m.Cost-edits <= restShare*float64(rest) && t.nearestOrigin(t.read, t.part)
}

// cutsWord reports whether the part ends inside of a word: MILKWEED is no milk.
func (t *mended) cutsWord() bool {
	next, _ := utf8.DecodeRuneInString(t.l.Text[t.part.End:t.m.End])
	return unicode.IsLetter(next)
}

// insideWord reports whether the part begins inside of a word: khMSC is no hMSC.
func (t *mended) insideWord() bool {
	before, _ := utf8.DecodeLastRuneInString(t.l.Text[t.m.Start:t.part.Start])
	return unicode.IsLetter(before)
}

// wrongLetters counts the letters that differ between words of one length: letters are read as two, or two as one, by
// other rules.
func wrongLetters(a, b string) (n int) {
	x, y := []rune(a), []rune(b)
	for i := range x {
		if len(x) == len(y) && x[i] != y[i] {
			n++
		}
	}
	return n
}
