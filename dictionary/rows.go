package dictionary

import (
	"slices"
	"strconv"
	"strings"
)

// The parsers below turn one row into one value. Each appends what is wrong to the faults and goes
// on, so that a file is reported whole.

// checker collects the faults of one row.
type checker struct {
	row    row
	faults []Fault
}

func (c *checker) text(column string) string {
	s := c.row.get(column)
	if s == "" {
		c.fault("%s is empty", column)
	}
	return s
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, c.row.fault(format, args...))
}

// oneOf checks a cell against its permitted values; "" stands for a permitted empty cell.
func (c *checker) oneOf(column string, values ...string) string {
	s := c.row.get(column)
	if !slices.Contains(values, s) {
		c.fault("%s %q is not one of %s", column, s, strings.Join(slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" }), ", "))
	}
	return s
}

func (c *checker) origin(column string) Origin {
	return Origin(c.oneOf(column, "", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic), string(Unspecified)))
}

// likely is the origin an unspecified one probably has; it needs no "unspecified" of its own.
func (c *checker) likely() Origin {
	return Origin(c.oneOf("likely", "", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic)))
}

func (c *checker) evidence() string { return c.oneOf("evidence", "", Seen, Memory) }

// key checks that a text leaves something to match by.
func (c *checker) key(column string) string {
	s := c.text(column)
	if s != "" && len(Tokens(Fold(s))) == 0 {
		c.fault("%s %q has no letter or digit", column, s)
	}
	return s
}

func parseTerm(r row) (Term, []Fault) {
	c := checker{row: r}
	t := Term{
		Text:      c.key("text"),
		Name:      c.text("name"),
		Kind:      Kind(c.oneOf("kind", string(Exosome), string(Vesicle), string(ConditionedMedia), string(Related))),
		Origin:    c.origin("origin"),
		Likely:    c.likely(),
		Language:  r.get("language"),
		Evidence:  c.evidence(),
		Reference: r.get("reference"),
		Source:    r.get("source"),
	}
	if t.Likely != "" && t.Origin != Unspecified {
		c.fault("likely %q beside the stated origin %q", t.Likely, t.Origin)
	}
	if (t.Kind == Exosome || t.Kind == Vesicle) && t.Origin == "" {
		c.fault("an exosome needs an origin, if only %q", Unspecified)
	}
	return t, c.faults
}

func parseLookAlike(r row) (Term, []Fault) {
	c := checker{row: r}
	t := Term{
		Text: c.key("text"), Name: c.text("name"), Kind: LookAlike, Reason: c.text("reason"),
		Language: r.get("language"), Evidence: c.evidence(), Source: r.get("source"),
	}
	return t, c.faults
}

func parseWord(r row) (Word, []Fault) {
	c := checker{row: r}
	text, stem := strings.CutSuffix(c.key("text"), "*")
	w := Word{
		Text:   text,
		Stem:   stem,
		Name:   c.text("name"),
		Class:  Class(c.oneOf("class", classNames()...)),
		Kind:   Kind(c.oneOf("kind", "", string(Exosome), string(Vesicle), string(ConditionedMedia), string(Related))),
		Origin: c.origin("origin"),
		Likely: c.likely(), Language: r.get("language"), Evidence: c.evidence(), Source: r.get("source"),
	}
	if named := w.Class == ClassNoun || w.Class == ClassMedium; named != (w.Kind != "") {
		c.fault("kind %q for a word of class %q: nouns and media have one, others none", w.Kind, w.Class)
	}
	if want, ok := classOrigin(w.Class); w.Class != "" && (!ok && w.Origin != "" || ok && w.Origin != want) {
		c.fault("origin %q for a word of class %q, which states %q", w.Origin, w.Class, want)
	}
	if stem && len(Fold(text)) < minStem {
		c.fault("stem %q is shorter than %d letters: it would take in too much", text, minStem)
	}
	return w, c.faults
}

// minStem is the shortest stem, in bytes of its key: "eks*" would take in words that have nothing to
// do with exosomes.
const minStem = 4

// classOrigin gives the origin that the words of a class state.
func classOrigin(c Class) (Origin, bool) {
	switch c {
	case ClassHuman:
		return Human, true
	case ClassPlant:
		return Plant, true
	case ClassAnimal, ClassMilk:
		return Animal, true
	case ClassMicrobe:
		return Microbial, true
	case ClassSynthetic:
		return Synthetic, true
	}
	return "", false
}

func classNames() []string {
	var names []string
	for _, c := range []Class{ClassNoun, ClassMedium, ClassModifier, ClassHuman, ClassTissue, ClassPlant, ClassPart, ClassAnimal, ClassMilk, ClassMicrobe,
		ClassFerment, ClassSynthetic, ClassVegan, ClassWithout, ClassFree, ClassCarrier, ClassNeutral, ClassAmount} {
		names = append(names, string(c))
	}
	return names
}

func parseHeading(r row) (Heading, []Fault) {
	c := checker{row: r}
	h := Heading{
		Text: c.text("text"), Role: Role(c.oneOf("role", string(ListStart), string(ListMore), string(MayContain), string(ListEnd))),
		Language: r.get("language"), Evidence: c.evidence(), Source: r.get("source"),
	}
	return h, c.faults
}

func parseConfusion(r row) (Confusion, []Fault) {
	c := checker{row: r}
	cost, err := strconv.ParseFloat(c.text("cost"), 64)
	if err != nil || cost < 0 || cost > 1 {
		c.fault("cost %q is not a number from 0 to 1", r.get("cost"))
	}
	return Confusion{Read: r.get("read"), Meant: r.get("meant"), Cost: cost, Source: r.get("source")}, c.faults
}

// ruleTests are what a rule may ask for: a class of word, or a noun of one kind.
func ruleTests() []string { return append(classNames(), string(Exosome), string(Vesicle)) }

func parseRule(r row) (Rule, []Fault) {
	c := checker{row: r}
	rule := Rule{
		Name: c.text("name"), When: c.classes("when"), Unless: c.classes("unless"),
		Do:      Action(c.oneOf("do", string(Drop), string(Ignore), string(State), string(Guess))),
		Because: r.get("because"), Source: r.get("source"),
	}
	switch value := r.get("value"); rule.Do {
	case Ignore:
		rule.Class = Class(c.oneOf("value", classNames()...))
	case State:
		rule.Origin = c.origin("value")
	case Guess:
		rule.Origin = Origin(c.oneOf("value", "", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic)))
	case Drop:
		if value != "" {
			c.fault("value %q for %q, which takes none", value, Drop)
		}
	}
	if len(rule.When) == 0 {
		c.fault("a rule without a condition would always hold")
	}
	return rule, c.faults
}

func (c *checker) classes(column string) (classes []Class) {
	for _, s := range strings.Fields(c.row.get(column)) {
		if !slices.Contains(ruleTests(), s) {
			c.fault("%s: %q is not a class of word", column, s)
		}
		classes = append(classes, Class(s))
	}
	return classes
}
