package origin

import (
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// opinion is what the words of one ingredient, or of one claim, say of its origin.
type opinion struct {
	denied bool // the words say that there is none, or a rule says it is no exosome
	mended bool // they say so by a word that was mended
	stated []statement
	likely dictionary.Origin // of one that states nothing
	why    string            // of likely, or of not knowing
	vegan  bool
}

type statement struct {
	origin  dictionary.Origin
	because string
}

// opinion is what the words of a match say, or what is noted of it where they name no source.
func (j *judge) opinion(m *match.Match) opinion {
	o := j.ofWords(m)
	if o.denied || len(o.stated) > 0 || len(m.Note.Parts) == 0 {
		return o
	}
	note := match.Match{Ingredient: -1, Start: m.Note.Parts[0].Start, End: m.Note.Parts[len(m.Note.Parts)-1].End, Parts: m.Note.Parts}
	note.Read = j.l.Text[note.Start:note.End]
	n := j.ofWords(&note)
	if n.denied || len(n.stated) == 0 {
		return o
	}
	for i := range n.stated {
		n.stated[i].because += ", as its " + m.Note.In + " says: " + quoted(note.Read)
	}
	return n
}

// ofWords tries the rules from the top on the words of one match. Words of other ingredients are
// never looked at.
func (j *judge) ofWords(m *match.Match) opinion {
	told, denied, unsure := j.affirmed(m)
	parts, left := j.together(told)
	left = left || deniesSource(m.Parts, told)
	words := sources(parts)
	o := opinion{denied: denied, mended: unsure}
	for r := range j.d.Rules() {
		if o.denied || !words.hold(r) {
			continue
		}
		switch r.Do {
		case dictionary.Drop:
			o.denied = true
			o.mended = slices.ContainsFunc(parts, func(p match.Part) bool {
				return p.Edits > 0 && p.Word.Class != dictionary.ClassNoun && slices.Contains(r.When, p.Word.Class)
			})
		case dictionary.Ignore:
			words.ignore(r.Class)
			words.notes = append(words.notes, r.Because)
		case dictionary.State:
			o.state(r.Origin, strings.ReplaceAll(r.Because, "{words}", words.of(r.When)))
		case dictionary.Guess:
			if len(o.stated) == 0 && o.why == "" {
				o.likely, o.why = r.Origin, strings.ReplaceAll(r.Because, "{words}", words.of(r.When))
			}
		}
	}
	o.vegan = words.has(dictionary.ClassVegan)
	j.termSays(&o, m)
	if len(o.stated) == 1 {
		one := &o.stated[0]
		if !left { // else what it reads names more than that
			for _, name := range [...]string{m.Name, m.Read} {
				if phrase := j.phrase(name, one.origin); phrase != "" {
					one.because = phrase
					break
				}
			}
		}
		for _, n := range words.notes {
			o.stated[0].because += "; " + n
		}
	}
	if len(o.stated) == 0 && o.why == "" {
		o.why = "no source is named"
	}
	return o
}

// state notes an origin once.
func (o *opinion) state(origin dictionary.Origin, because string) {
	for i := range o.stated {
		if s := &o.stated[i]; s.origin == origin {
			s.because += ", " + because
			return
		}
	}
	o.stated = append(o.stated, statement{origin, because})
}

// termSays takes in what the vocabulary has on a whole name: abbreviations state an origin without
// a word for it.
func (j *judge) termSays(o *opinion, m *match.Match) {
	t := m.Term
	switch {
	case t == nil:
	case t.Origin != "" && t.Origin != dictionary.Unspecified:
		if !slices.ContainsFunc(o.stated, func(s statement) bool { return s.origin == t.Origin }) {
			o.state(t.Origin, t.Name)
		}
	case len(o.stated) == 0 && o.likely == "" && t.Likely != "":
		o.likely = t.Likely
		if o.why == "" {
			o.why = t.Name + " does not say; probable by what its source says"
		}
	}
}

// latin is the language of genera and species, english the one that labels in any other use, too.
const (
	latin   = "la"
	english = "en"
)

// touch reports whether nothing but spaces and marks stands between two words.
func touch(text string, a, b match.Part) bool {
	return a.End <= b.Start && !strings.ContainsFunc(text[a.End:b.Start], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// words are the grammar words of one ingredient, by class.
type words struct {
	read  []classed
	notes []string // why words were ignored
}

// classed is a word as evidence shows it.
type classed struct {
	class dictionary.Class
	text  string
}

func sources(parts []match.Part) *words {
	w := &words{read: make([]classed, 0, 2*len(parts))}
	for i := range parts {
		p := &parts[i]
		w.add(p.Word.Class, p)
		if p.Word.Class != dictionary.ClassNoun {
			continue
		}
		w.add(dictionary.Class(p.Word.Kind), p)
		if c := classOf(p.Word.Origin); c != "" { // PDEN: plant and noun in one
			w.add(c, p)
		}
	}
	return w
}

func (w *words) add(c dictionary.Class, p *match.Part) {
	text := p.Word.Text
	if dictionary.Glued(text) && dictionary.Fold(text) == dictionary.Fold(p.Read) { // in the signs of the label, not of the table
		text = p.Read
	}
	one := classed{c, strings.ToLower(text)}
	if foreign(one.text) && p.Word.Name != "" {
		one.text += " (" + strings.ToLower(p.Word.Name) + ")"
	}
	if !slices.Contains(w.read, one) {
		w.read = append(w.read, one)
	}
}

func (w *words) has(c dictionary.Class) bool {
	for i := range w.read {
		if w.read[i].class == c {
			return true
		}
	}
	return false
}

func (w *words) ignore(c dictionary.Class) {
	w.read = slices.DeleteFunc(w.read, func(o classed) bool { return o.class == c })
}

func (w *words) hold(r dictionary.Rule) bool {
	for _, c := range r.When {
		if !w.has(c) {
			return false
		}
	}
	for _, c := range r.Unless {
		if w.has(c) {
			return false
		}
	}
	return true
}

// of gives the words that met a condition.
func (w *words) of(classes []dictionary.Class) string {
	var all []string
	for _, c := range classes {
		for _, o := range w.read {
			if o.class == c {
				all = append(all, o.text)
			}
		}
	}
	return strings.Join(all, " ")
}

// classOf gives the class of the words that state an origin.
func classOf(o dictionary.Origin) dictionary.Class {
	switch o {
	case dictionary.Human:
		return dictionary.ClassHuman
	case dictionary.Plant:
		return dictionary.ClassPlant
	case dictionary.Animal:
		return dictionary.ClassAnimal
	case dictionary.Microbial:
		return dictionary.ClassMicrobe
	case dictionary.Synthetic:
		return dictionary.ClassSynthetic
	}
	return ""
}

// foreign reports whether a text needs its English beside it.
func foreign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxLatin1 && unicode.IsLetter(r) })
}
