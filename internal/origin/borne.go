package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A name that was read with wrong letters may have been mended past the words that tell its source:
// HUMAN UMBILICAL MESENCHYMAL STEM CELL EXOSOMES is the nearest name to the same without HUMAN. So an
// origin counts only where the label bears its word: at most one letter in three of the word may have
// been mended, one of an abbreviation but not its first, and in words of four letters and less, which have many
// neighbours, only what readers confuse, or a letter that no word of another origin lacks. In a name that
// tables have and whose other words were read, two letters in five may have been mended, if no word of
// another origin is as near. A genus needs one of its species beside it. What is lost by this is a doubt.
const (
	mendable  = 3    // one letter in so many
	mendShare = 0.4  // of the letters, in a whole name
	restShare = 0.1  // and of the letters of its other words
	shortWord = 4    // letters
	oneLetter = 1.5  // the most that one wrong letter of an abbreviation costs, with what readers confuse
	likeness  = 0.35 // the most that letters which readers confuse cost, of an arbitrary letter's 1
	lookAlike = 20   // and in hundredths what those cost that look just alike, 5NAIL
	surelyIn  = 5    // one letter in so many may be wrong of a human's word that alone tells the source, or of an alien one
)

// mostParts is how many grammar words an ingredient may have: ten times what any has. More are a text without commas, and
// each is held against each.
const mostParts = 500

// read gives a match with only the source words that the label bears. One whose name states an
// origin that no such word tells is no longer that name: it is what was read. It is doubtful if it lost all
// that told its source, or what told whose milk it is.
func (j *judge) read(m *match.Match) (borne *match.Match, doubtful bool) {
	if asItStands(m) {
		return m, false
	}
	if len(m.Parts) > mostParts {
		return m, true
	}
	kept := *m
	kept.Parts = nil
	lost, stated, milk, against := false, false, true, false
	var gone []match.Part
	for _, p := range m.Parts {
		switch {
		case p.Word.Origin == "":
			kept.Parts = append(kept.Parts, p)
		case !j.contradicted(m, p) && j.bears(m, p) && (m.Term != nil || !j.misled(m, p)):
			kept.Parts = append(kept.Parts, p)
			stated, milk = true, milk && p.Word.Class == dictionary.ClassMilk
		default:
			lost = lost || !abbreviation(p.Word.Text) // of which no table has all
			gone = append(gone, p)
			against = against || p.Word.Class == dictionary.ClassHuman && !alien(m, p) && j.contradicted(m, p)
		}
	}
	doubtful = against || lost && (!stated || milk || slices.ContainsFunc(gone, func(p match.Part) bool { return j.another(kept.Parts, p) }))
	if m.Term == nil || j.bornOut(&kept) {
		return &kept, doubtful
	}
	kept.Term, kept.Reference = nil, 0
	kept.Name = dictionary.Title(strings.ToUpper(m.Read))
	return &kept, doubtful
}

// asItStands reports whether a match is a name of a table, each letter of which was read.
func asItStands(m *match.Match) bool {
	return m.How == match.Exact || m.How == match.Folded && m.Term != nil
}

// another reports whether all sources among some parts are joined to another part, not beside it.
func (j *judge) another(parts []match.Part, p match.Part) bool {
	return !slices.ContainsFunc(parts, func(o match.Part) bool { return o.Word.Origin != "" && !j.joined(o, p) })
}

// alone reports whether no other part tells anything of the source.
func alone(parts []match.Part, p match.Part) bool {
	return !slices.ContainsFunc(parts, func(o match.Part) bool { return o.Start != p.Start && tellsSource(o.Word.Class) })
}

// bornOut reports whether a word that is left states the origin of the name, or the name has it
// without a word.
func (j *judge) bornOut(m *match.Match) bool {
	if m.Term.Origin == "" || m.Term.Origin == dictionary.Unspecified {
		return true
	}
	for _, p := range m.Parts {
		if p.Word.Origin == m.Term.Origin {
			return true
		}
	}
	return j.phrase(m.Term.Text, m.Term.Origin) == ""
}

// bears reports whether the label bears the word of a part.
func (j *judge) bears(m *match.Match, p match.Part) bool {
	n := utf8.RuneCountInString(p.Word.Text)
	if p.Edits == 0 {
		return true
	}
	read := dictionary.Fold(p.Read)
	if dictionary.Glued(read) {
		return j.explained(m, p) && j.nearestSigns(read, p)
	}
	if abbreviation(p.Word.Text) && j.insideWord(m, p) {
		return false
	}
	if w, ok := j.d.Word(read); ok { // what was read is a word itself: of the same origin, or of none
		return w.Origin == p.Word.Origin
	}
	apart := wrongLetters(read, dictionary.Fold(p.Word.Text))
	if m.Term == nil && (alien(m, p) && surelyIn*max(int(p.Cost), 100*apart) > 100*n || p.Word.Class == dictionary.ClassAnimal && ofPlant(m)) {
		return false // BDOTENIHALS VESICLES are no Indonesian bacteria, MRRINE FLOWER VESICLES no mouse's
	}
	if m.Term == nil && p.Word.Class != dictionary.ClassHuman && n > shortWord && 2*apart >= n {
		return false // TALINO is no feline, though each of its letters looks like one of that
	}
	likely := m.Cost <= likeness*float64(m.Edits)
	switch {
	case abbreviation(p.Word.Text): // hADSC and ADSC are apart by their first letter
		return p.Edits == 1 && m.Cost <= oneLetter && n >= shortWord && j.nearestOrigin(read, p) &&
			(j.initialStrokes(read, p) || strings.HasPrefix(read, strings.ToLower(p.Word.Text[:1])) && (likely || longHead(read, p)))
	case n <= shortWord:
		return j.bearsShort(m, p, read, likely)
	}
	if p.Word.Class == dictionary.ClassHuman && alone(m.Parts, p) && surelyIn*int(p.Cost) >= 100*n {
		return false // HUMBLE EXOSOMES, HUMBN EXOSOMES
	}
	genus := p.Word.Language == latin && m.Term == nil
	if p.Edits*mendable <= n {
		if genus && j.speciesBeside(m, p, mendable) {
			return true // PMUS DENSIFLORA is a pine, whatever else is near to pmus
		}
		if m.Term == nil && n == shortWord+1 && p.Cost > lookAlike && alone(m.Parts, p) && !j.touched(m, p) {
			return false // Derma LAYER Super Exosome: many a word is a letter from laver
		}
		if genus && !longGenus(p.Word.Text) && p.Cost > lookAlike && !partBehind(m, p) && !j.speciesBeside(m, p, 2) {
			return false
		}
		rival := 1
		if m.Term == nil || alone(m.Parts, p) || p.Word.Class == dictionary.ClassHuman { // a salmon's name may be a human's but for that
			rival = j.rivalBy(read, p)
		}
		return rival > 0 || rival == 0 && m.Term != nil && !alone(m.Parts, p)
	}
	rest := utf8.RuneCountInString(m.Read) - n
	return m.Term != nil && !alone(m.Parts, p) && float64(p.Edits) <= mendShare*float64(n) &&
		m.Cost-float64(p.Edits) <= restShare*float64(rest) && j.nearestOrigin(read, p)
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

// bearsShort is bears for words of few letters. What was read must not be the end of one word and the beginning of
// the next, nor hardly anything of the word.
func (j *judge) bearsShort(m *match.Match, p match.Part, read string, likely bool) bool {
	n, apart := utf8.RuneCountInString(p.Word.Text), lettersApart([]rune(read), []rune(dictionary.Fold(p.Word.Text)))
	if strings.Contains(read, " ") || j.cutsWord(m, p) || 2*apart > n || 2*apart == n && !likely {
		return false
	}
	return (likely || p.Edits == 1 && n == shortWord) && j.onlyNeighbour(read, p.Word, likely)
}

// initialStrokes reports whether an abbreviation stands there but for its first letter, and in the place of that two
// letters that look like it, or one of another alphabet: liADSC. A single letter may be another species.
func (j *judge) initialStrokes(read string, p match.Part) bool {
	key := dictionary.Fold(p.Word.Text)
	strokes, ends := strings.CutSuffix(read, key[1:])
	return ends && len(strokes) == 2 && j.d.Confused(strokes, key[:1])
}

// longHead reports whether the first word of an abbreviation stands there, or most of its letters: hFC-MSC may be
// any hXC-MSC.
func longHead(read string, p match.Part) bool {
	got, want := dictionary.Tokens(read), dictionary.Tokens(dictionary.Fold(p.Word.Text))
	return len(want[0]) >= shortWord || len(got) < len(want) || got[0] == want[0]
}

// cutsWord reports whether a part ends inside of a word: MILKWEED is no milk.
func (j *judge) cutsWord(m *match.Match, p match.Part) bool {
	next, _ := utf8.DecodeRuneInString(j.l.Text[p.End:m.End])
	return unicode.IsLetter(next)
}

// insideWord reports whether a part begins inside of a word: khMSC is no hMSC.
func (j *judge) insideWord(m *match.Match, p match.Part) bool {
	before, _ := utf8.DecodeLastRuneInString(j.l.Text[m.Start:p.Start])
	return unicode.IsLetter(before)
}

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

// abbreviation reports whether a word is one like hADSC, in which every letter tells.
func abbreviation(word string) bool {
	upper := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 1
}
