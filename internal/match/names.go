package match

import (
	"regexp"
	"strings"

	"exoscan/dictionary"
)

// name is a whole name that was found.
type name struct {
	term *dictionary.Term // in the vocabulary; nil for other CosIng names
	id   int              // in CosIng; -1 for names outside it
}

func (n name) found() bool { return n.term != nil || n.id >= 0 }

func (n name) text() string {
	if n.term != nil {
		return n.term.Name
	}
	return dictionary.CosIng().Name(n.id)
}

func (n name) kind() dictionary.Kind {
	if n.term != nil && !n.function() {
		return n.term.Kind
	}
	return dictionary.Ingredient
}

// inci reports whether the name is one of CosIng.
func (n name) inci() bool {
	return n.id >= 0 || n.term != nil && strings.HasPrefix(n.term.Reference, "CosIng ")
}

// function reports whether the name says what an ingredient is for, not which it is: "Emulsifier".
func (n name) function() bool { return n.term != nil && n.term.Kind == dictionary.Function }

// squeeze puts the squeezed form of text into w.squeezed; text may be as printed, if it is ASCII.
func (w *work) squeeze(text string) []byte {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			text = dictionary.Fold(text)
			break
		}
	}
	w.squeezed = w.squeezed[:0]
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			w.squeezed = append(w.squeezed, squeezedKey(text)...)
			return w.squeezed
		}
	}
	w.squeezed = dictionary.Squeeze(w.squeezed, text)
	return w.squeezed
}

// lookup finds a text that is a name as it stands but for spaces, hyphens and marks. The vocabulary
// comes before CosIng.
func (w *work) lookup(text string) name {
	key := w.squeeze(text)
	if len(key) == 0 {
		return name{id: -1}
	}
	n := name{term: w.m.vocab.whole[string(key)], id: -1}
	if first, count := w.names.index.Lookup(key); count > 0 {
		n.id = first
		if count > 1 {
			n.id = w.bestSpelling(text, first, count)
		}
	}
	return n
}

// bestSpelling chooses among names that differ only in spaces and marks: the one spelt like the text,
// or else the oldest.
func (w *work) bestSpelling(text string, first, count int) int {
	best := first
	for id := first; id < first+count; id++ {
		if strings.EqualFold(w.names.index.Name(id), text) {
			return id
		}
		if olderName(id, best) {
			best = id
		}
	}
	return best
}

// exosome reports whether the name is of an exosome or a vesicle.
func (n name) exosome() bool {
	return n.kind() == dictionary.Exosome || n.kind() == dictionary.Vesicle
}

// spellings gives other ways to write the whole of a printed ingredient: without what is in brackets,
// which on labels is a common name, a trade name or an amount.
func (w *work) spellings(text string) []string {
	bare := strings.ReplaceAll(trim(text), "\n", " ")
	all := []string{bare}
	if m := misreadIndex.FindStringSubmatch(bare); m != nil { // what stands behind it would be parted from it
		all = append(all, strings.TrimSpace("CI "+m[1]+" "+bare[len(m[0]):]))
	}
	if m := numbered.FindStringSubmatch(bare); m != nil && w.lookup(m[1]).function() {
		all = append(all, m[1])
	}
	for plain := w.unpraised(bare); plain != bare; plain = w.unpraised(bare) {
		all, bare = append(all, plain), plain
	}
	for _, s := range all {
		all = withoutBrackets(all, s)
		if at := strings.IndexByte(s, '('); at > 0 && w.tellsPlant(s[at+1:]) { // Oryza Sativa(Rice) Bran Wax
			all = withoutBrackets(all, s[:at]+" "+s[at:])
		}
	}
	return all
}

// tellsPlant reports whether a bracket, of which this is what follows its opening, holds the common name of a
// plant. Others without a space before them are part of a name: "Poly(C6-14 Olefin)".
func (w *work) tellsPlant(text string) bool {
	inside, _, closed := strings.Cut(text, ")")
	return closed && w.class(inside) == dictionary.ClassPlant
}

// withoutBrackets appends a text without its brackets, if it has any.
func withoutBrackets(all []string, text string) []string {
	if plain, inside := brackets(text); len(inside) > 0 {
		if plain = trim(plain); plain != "" {
			all = append(all, plain)
		}
	}
	return all
}

// misreadIndex is a number of the Colour Index whose letters were read as other strokes, and what stands right behind
// it: "Cl 77891 (Titanium Dioxide)", "(1 75470 [carmine]", "C1'77499(IRON OXIDES)". Brackets before it are off already.
var misreadIndex = regexp.MustCompile(`^(?:[Cc][Iil1|!]|[Il1|!])['’. ]?\s?([0-9]{5})\b\s*`)

// numbered is a function and the first of their numbers: "Stabilizers (INS 1422, INS 415)", "Thickener - 415",
// "Colour(150d)".
var numbered = regexp.MustCompile(`(?i)^([a-z ]+?)[ ([{:-]+(?:(?:ins|e)[ -]?)?[0-9]{3,4}`)

// unpraised is a text without the praise that it begins or ends with.
func (w *work) unpraised(text string) string {
	first, last := strings.IndexAny(text, " -"), strings.LastIndexAny(text, " -")
	if first < 0 || len(text) > maxJoinedBytes || !w.praises(text[:first]) && !w.praises(text[last+1:]) {
		return text
	}
	key, offset := dictionary.FoldMap(text)
	for _, praise := range w.m.dict.Affixes(dictionary.Praise) {
		n := len(praise)
		if len(key) <= n+1 {
			continue
		}
		if key[n] == ' ' && key[:n] == praise {
			return text[offset[n+1]:]
		}
		if at := len(key) - n - 1; key[at] == ' ' && key[at+1:] == praise {
			return text[:offset[at]]
		}
	}
	return text
}

// praises reports whether a word stands in praise.
func (w *work) praises(word string) bool {
	return w.m.vocab.everyday[string(w.squeeze(word))]&praise != 0
}

// alias finds a part of a printed ingredient that stands for the whole: what is in brackets ("Rau Ma
// (Centella Asiatica Extract)"), or one of the languages between slashes ("Water/Aqua/Eau"). What it is for does not.
func (w *work) alias(text string) name {
	bare, inside := brackets(trim(text))
	for _, part := range append(inside, bare) {
		if n := w.lookup(trim(part)); n.found() && !n.function() {
			return n
		}
		if n := w.language(part); n.found() {
			return n
		}
	}
	return name{id: -1}
}

// language finds the name between slashes that the others translate. A slash also joins the parts of
// one name ("Saccharomyces/Rice Ferment Filtrate"): unless two sides are names, no other side may have
// a word of INCI names.
func (w *work) language(text string) name {
	sides := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '|' || r == '\\' })
	found, known, strange := name{id: -1}, 0, 0
	for _, side := range sides {
		n := w.lookup(trim(side))
		if n.found() {
			if known++; known == 1 {
				found = n
			}
			continue
		}
		if !w.anyKnown(side) {
			strange++
		}
	}
	if len(sides) < 2 || known < 2 && known+strange < len(sides) {
		return name{id: -1}
	}
	return found
}

// anyKnown reports whether a text has a word of INCI names.
func (w *work) anyKnown(text string) bool {
	for _, t := range dictionary.Tokens(dictionary.Fold(text)) {
		if len(t) >= sureWord && w.m.dict.KnownWord(t) {
			return true
		}
	}
	return false
}

func trim(s string) string { return strings.Trim(s, " *+.:;,-/\\|·•†‡°®™\n\t") }

// brackets gives a text without the bracketed parts that stand by themselves, and those parts.
// A line may break before them. A bracket inside a word is part of the name: "Bis-(Ethylphenyl) Triazine".
func brackets(text string) (bare string, inside []string) {
	var out strings.Builder
	depth, from := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			if depth == 0 {
				if i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
					out.WriteByte(text[i])
					continue
				}
				from = i + 1
			}
			depth++
		case ')', ']', '}':
			if depth == 0 {
				out.WriteByte(text[i])
				continue
			}
			if depth--; depth == 0 {
				inside = append(inside, text[from:i])
				out.WriteByte(' ')
			}
		default:
			if depth == 0 {
				out.WriteByte(text[i])
			}
		}
	}
	if depth > 0 { // the closing one was not read
		inside = append(inside, text[from:])
	}
	return strings.Join(strings.Fields(out.String()), " "), inside
}
