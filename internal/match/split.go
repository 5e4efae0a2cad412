package match

import (
	"slices"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/label"
)

// split matches one ingredient of the label as several names that a lost separator ran together. Names
// that stand in it unharmed are found first; what lies between them may be damaged. Marks that could
// be misread separators cut, too. Nil if it does not come apart into names, save that what a mark
// cuts off may stay unknown; one match where only slashes stand between the names.
func (w *work) split(i int, s *sentence) []Match {
	n := len(s.tokens)
	if n < 2 || n > maxTokens {
		return nil
	}
	out, known := w.parted(i, s, make([]bool, n))
	if held := s.held(); slices.Contains(held, true) {
		if float64(known) < bracketKnown*float64(len(out)) {
			out, known = w.parted(i, s, held)
		} else if m, ok := w.mixture(i, s, held); ok && len(out) > 1 {
			return []Match{m}
		}
	}
	if known == 0 || len(out) < 2 || w.tears(out, s) {
		return nil
	}
	out = w.carried(out)
	if m, ok := w.translated(i, out); ok {
		return []Match{m}
	}
	return out
}

// bracketKnown is the share of known names in what a bracket is cut into from which on it is no mixture with its
// parts, but two brackets of which each lost a half.
const bracketKnown = 0.67

// parted matches the pieces between marks one by one, save at marks before tokens that are held together; known is
// how many of them are names. Nothing, if there are no marks and no names.
func (w *work) parted(i int, s *sentence, held []bool) (out []Match, known int) {
	n, marked := len(s.tokens), true
	for from := 0; from < n; {
		to := from + 1
		for to < n && (held[to] || !s.breakAt(to)) {
			to++
		}
		if from == 0 && to == n {
			marked = false
		}
		// A mark inside a name cuts it, too: the longest name over several pieces comes first.
		found, end := w.longest(i, s, from, to)
		if end == from {
			found, end = w.cover(i, s, from, to), to
		}
		if found == nil {
			if !marked {
				return nil, 0
			}
			r := s.bytes(from, to)
			part := w.parse(r.Start, r.End)
			w.repair(part)
			if m, ok := w.loosely(i, r.Start, r.End, part); ok {
				found, known = []Match{m}, known+1
			} else {
				found = []Match{w.rest(i, r.Start, r.End, part)}
			}
		} else {
			known += len(found)
		}
		out = append(out, found...)
		from = end
	}
	return out, known
}

// tears reports whether splitting would part a noun for exosomes from the words before it that tell
// their source: "Goat Milk Exosomes" is not goat milk beside exosomes, though both are names, nor where a
// line breaks between them, or the letter before was read as a stroke (CEL|). A noun without a source of its own
// belongs to what stands before it; a name that is finished ("... Extract") does not reach over to one that has a
// source.
func (w *work) tears(out []Match, s *sentence) bool {
	for k := 1; k < len(out); k++ {
		before, m := &out[k-1], &out[k]
		between := strings.ReplaceAll(s.text[before.End:m.Start], "\n", " ")
		joined := joints(between) > 0
		switch {
		case w.oneName(s, before, m), w.sourceBehind(s, before, m), s.fieldsOf(before, m), w.sourceInBracket(s, before, m):
			return true
		case joined && joints(s.text) == 1 && tellsSource(w.class(before.Read)) && tellsAny(m.Parts) && !tellsHuman(m.Parts):
			return true // MILK & GINSENG EXOSOMES are of both
		case joined || strings.ContainsAny(strings.TrimPrefix(between, "|"), separators):
			// They are parted already: by a comma, or what may have been one.
		case w.tearsNoun(s, before, m):
			return true
		}
	}
	return false
}

// oneName reports whether a name goes on in what stands right behind it.
func (w *work) oneName(s *sentence, before, m *Match) bool {
	between := s.text[before.End:m.Start]
	if between == "" || between == " " {
		if w.m.dict.Affix(dictionary.Fold(m.Read), dictionary.Tail) {
			return true // "Polyethylene Glycol" is no polyethylene beside a glycol that lost its comma
		}
		if before.Reference == 0 && w.class(before.Read).States() != "" {
			return true // what follows the common name of a plant on its line is made of it: "Mandarin Orange Oil"
		}
	}
	// A common name belongs to the name it stands behind: "Santalum Spicatum (Sandalwood) Oil".
	return strings.TrimSpace(between) == "(" && strings.Contains(m.Read, ")")
}

// tearsNoun reports whether the source of a noun stands before it, with no mark between.
func (w *work) tearsNoun(s *sentence, before, m *Match) bool {
	if noun := nounOf(before.Parts); noun != nil && nounOf(m.Parts) != nil && strings.Contains(s.text[noun.Start:before.End], "/") {
		return true // what stands behind the slash is of the next: ROSE VESICLES/HUMN FIBROBLAST EXOSOMES
	}
	medium := m.Term != nil && mediumOf(m.Parts) != nil
	switch {
	case m.Kind == dictionary.LookAlike && w.yields(s, dictionary.Fold(m.Read)):
		return true
	case !m.exosome() && !medium:
		return false
	case !medium && !tellsAny(m.Parts):
		return true
	}
	return !before.exosome() && !before.Finished(w.m.dict) && tellsAny(s.within(label.Range{Start: before.Start, End: before.End}))
}

// exosome reports whether a match is of an exosome or a vesicle.
func (m *Match) exosome() bool { return m.Kind == dictionary.Exosome || m.Kind == dictionary.Vesicle }

// class is what a text does in names, if it is one entry of the grammar and nothing else.
func (w *work) class(text string) dictionary.Class {
	word, _ := w.m.dict.Word(dictionary.Fold(text))
	return word.Class
}

// joints counts what joins the sources of one name, or names where it stands for a comma.
func joints(text string) int {
	return strings.Count(text, "&") + strings.Count(text, "+") + strings.Count(strings.ToLower(text), " and ")
}

func tellsAny(parts []Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return tellsSource(p.Word.Class) })
}

func tellsHuman(parts []Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return p.Word.Class == dictionary.ClassHuman })
}

func tellsSource(c dictionary.Class) bool {
	switch c {
	case dictionary.ClassHuman, dictionary.ClassTissue, dictionary.ClassPlant, dictionary.ClassPart, dictionary.ClassAnimal, dictionary.ClassMilk,
		dictionary.ClassMicrobe, dictionary.ClassSynthetic, dictionary.ClassVegan, dictionary.ClassCarrier:
		return true
	}
	return false
}

// Finished reports whether a name ends in what is made of a source, so that no noun is missing. The
// last word may be damaged, but it must be there: "Turmeric" goes by the name of its extract.
func (m *Match) Finished(d *dictionary.Dictionary) bool {
	if len(dictionary.Tokens(dictionary.Fold(m.Read))) == len(dictionary.Tokens(dictionary.Fold(m.Name))) {
		return d.Finished(m.Name)
	}
	return d.Finished(m.Read)
}

// held tells for each token whether it stands in a bracket with what stands before it: a mixture and its parts
// are one ingredient, "Seasoning (Onion Powder, Salt)". Exosomes among them count by themselves.
func (s *sentence) held() []bool {
	held := make([]bool, len(s.tokens))
	if s.noun() != nil || s.could != "" {
		return held
	}
	var open []int // tokens before which a bracket opens
	for i := 1; i < len(s.tokens); i++ {
		for _, r := range s.key[s.tokens[i-1].end:s.tokens[i].start] {
			switch {
			case strings.ContainsRune("([{", r):
				open = append(open, i)
			case strings.ContainsRune(")]}", r) && len(open) > 0:
				for k := open[len(open)-1]; k < i; k++ {
					held[k] = true
				}
				open = open[:len(open)-1]
			}
		}
	}
	last := s.key[s.tokens[len(s.tokens)-1].end:]
	if n := strings.Count(last, ")") + strings.Count(last, "]") + strings.Count(last, "}"); len(open) > 0 && n >= len(open) {
		for k := open[0]; k < len(held); k++ {
			held[k] = true
		}
	}
	return held
}

// mixed reports whether several parts of an ingredient stand in a bracket.
func (s *sentence) mixed() bool {
	held := s.held()
	for i := 1; i < len(held); i++ {
		if held[i-1] && held[i] && s.breakAt(i) {
			return true
		}
	}
	return false
}

// carried joins what looks like exosomes with the ingredient beside it where no mark stands between them: shells
// carry something, and "Ethosome Caffeine" is one ingredient.
func (w *work) carried(names []Match) []Match {
	out := names[:1]
	for k := 1; k < len(names); k++ {
		m, before := names[k], &out[len(out)-1]
		if !carries(before, &m) && !carries(&m, before) || strings.TrimSpace(w.label.Text[before.End:m.Start]) != "" {
			out = append(out, m)
			continue
		}
		if m.Kind == dictionary.LookAlike {
			before.Kind, before.Term = m.Kind, m.Term
		}
		before.How = Folded
		if m.Edits+before.Edits > 0 {
			before.How = Edited
		}
		before.End, before.Read = m.End, w.label.Text[before.Start:m.End]
		before.Name, before.Reference = dictionary.Title(strings.ToUpper(before.Name+" "+m.Name)), 0
		before.Parts = append(before.Parts, m.Parts...)
		before.Edits, before.Cost = before.Edits+m.Edits, before.Cost+m.Cost
	}
	return out
}

// carries reports whether a name is of a shell, in one word, and the other of an ingredient.
func carries(shell, m *Match) bool {
	return shell.Kind == dictionary.LookAlike && !strings.Contains(shell.Read, " ") && m.Known && m.Kind == dictionary.Ingredient
}

// breakAt reports whether a mark that could be a misread separator stands before token i.
func (s *sentence) breakAt(i int) bool {
	between := s.key[s.tokens[i-1].end:s.tokens[i].start]
	if len(between) == 1 && isDigit(rune(s.key[s.tokens[i].start])) && isDigit(rune(s.key[s.tokens[i-1].end-1])) {
		return false // 1,2-Hexanediol
	}
	return strings.ContainsAny(between, separators) || strings.Contains(between, "  ")
}

// translated takes names with only a slash between them for one ingredient in several languages: "Water/Eau",
// "Cera Alba/Beeswax/Cire d'Abeille", and one name that stands in brackets behind another of the same: 生育酚(维生素E). A
// list whose items slashes part was parted before.
func (w *work) translated(i int, names []Match) (Match, bool) {
	in := w.label.Ingredients[i].Name
	out := Match{Ingredient: i, Start: in.Start, End: in.End, Read: w.label.Text[in.Start:in.End], How: Folded, Known: true, Kind: dictionary.Ingredient}
	var said []string
	for k := range names {
		m := &names[k]
		if !m.Known || m.Kind != dictionary.Ingredient || k > 0 && !w.sameAs(&names[k-1], m) {
			return Match{}, false
		}
		if m.How == Edited {
			out.How = Edited
		}
		out.Edits, out.Cost = out.Edits+m.Edits, out.Cost+m.Cost
		out.Parts = append(out.Parts, m.Parts...)
		if len(said) == 0 || said[len(said)-1] != m.Name {
			said = append(said, m.Name)
		}
	}
	out.Name = strings.Join(said, "/")
	return out, true
}

// sameAs says whether a slash, or a bracket with the same name, stands between two names.
func (w *work) sameAs(before, m *Match) bool {
	switch strings.TrimSpace(w.label.Text[before.End:m.Start]) {
	case "/":
		return true
	case "(", "（":
		return m.Name == before.Name
	}
	return false
}
