package dictionary

import (
	"slices"
	"strconv"
	"strings"
)

// The parsers below turn one row into one value. Each notes what is wrong and goes on, so that a
// file is reported whole.

// checker reads the cells of one row and collects its faults.
type checker struct {
	row    row
	faults *[]Fault
}

func (c checker) fault(format string, args ...any) {
	*c.faults = append(*c.faults, c.row.fault(format, args...))
}

// text reads a cell that may not be empty.
func (c checker) text(column string) string {
	s := c.row.get(column)
	if s == "" {
		c.fault("%s is empty", column)
	}
	return s
}

func (c checker) get(column string) string { return c.row.get(column) }

// oneOf checks a cell against its permitted values; "" stands for a permitted empty cell.
func (c checker) oneOf(column string, values ...string) string {
	s := c.row.get(column)
	if !slices.Contains(values, s) {
		values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
		c.fault("%s %q is not one of %s", column, s, strings.Join(values, ", "))
	}
	return s
}

func (c checker) origin(column string) Origin {
	return Origin(c.oneOf(column, "", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic), string(Unspecified)))
}

// guess is the origin an unspecified one probably has; it needs no "unspecified" of its own.
func (c checker) guess(column string) Origin {
	return Origin(c.oneOf(column, "", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic)))
}

func (c checker) evidence() string { return c.oneOf("evidence", "", Seen, Memory) }

func (c checker) term() Term {
	if Kind(c.get("kind")) == LookAlike {
		if origin := c.get("origin"); origin != "" {
			c.fault("origin %q of a look-alike, which is no exosome", origin)
		}
		return c.lookAlike()
	}
	if reason := c.get("reason"); reason != "" {
		c.fault("reason %q beside kind %q: only a %s has one", reason, c.get("kind"), LookAlike)
	}
	t := Term{
		Text:      c.text("text"),
		Name:      c.text("name"),
		Kind:      Kind(c.oneOf("kind", tableKinds[:]...)),
		Origin:    c.origin("origin"),
		Likely:    c.guess("likely"),
		Language:  c.get("language"),
		Evidence:  c.evidence(),
		Reference: c.get("reference"),
		Source:    c.get("source"),
	}
	if t.Likely != "" && t.Origin != Unspecified {
		c.fault("likely %q beside the stated origin %q", t.Likely, t.Origin)
	}
	if (t.Kind == Exosome || t.Kind == Vesicle) && t.Origin == "" {
		c.fault("an exosome needs an origin, if only %q", Unspecified)
	}
	return t
}

func (c checker) lookAlike() Term {
	return Term{
		Text: c.text("text"), Name: c.text("name"), Kind: LookAlike, Reason: c.text("reason"),
		Language: c.get("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
}

func (c checker) word() Word {
	text, stem := strings.CutSuffix(c.text("text"), "*")
	w := Word{
		Text:     text,
		Stem:     stem,
		Name:     c.text("name"),
		Class:    c.class(c.get("class")),
		Kind:     Kind(c.oneOf("kind", "", string(Exosome), string(Vesicle), string(ConditionedMedia), string(Related))),
		Origin:   c.origin("origin"),
		Likely:   c.guess("likely"),
		Language: c.get("language"),
		Evidence: c.evidence(),
		Source:   c.get("source"),
	}
	if named := w.Class == ClassNoun || w.Class == ClassMedium; named != (w.Kind != "") {
		c.fault("kind %q for a word of class %q: nouns and media have one, others none", w.Kind, w.Class)
	}
	if want := w.Class.States(); w.Class != ClassNoun && w.Origin != want { // a noun may: PDEN, OMV
		c.fault("origin %q for a word of class %q, which states %q", w.Origin, w.Class, want)
	}
	return w
}

func (c checker) heading() Heading {
	return Heading{
		Text: c.text("text"), Role: Role(c.oneOf("role", string(ListStart), string(ListMore), string(MayContain), string(ListEnd), string(Allergens), string(Firm))),
		Language: c.get("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
}

func (c checker) columnWord() ColumnWord {
	return ColumnWord{
		Text: c.text("text"), Role: ColumnRole(c.oneOf("role", string(InciColumn), string(NameColumn), string(TradeColumn), string(SideColumn), string(OriginColumn), string(Purpose),
			string(GoodsColumn), string(Share), string(Sum), string(Section))),
		Language: c.get("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
}

func (c checker) affix() Affix {
	return Affix{
		Text: c.text("text"), Role: AffixRole(c.oneOf("role", string(Praise), string(Place), string(General), string(Ending), string(Made), string(Subject), string(Product),
			string(Food), string(Goods), string(Tail), string(Before), string(Negator), string(Against), string(With), string(Nor), string(Idiom), string(Nothing), string(Being), string(Other), string(Beside))),
		Language: c.text("language"), Evidence: c.evidence(), Source: c.get("source"),
	}
}

func (c checker) confusion() Confusion {
	cost, err := strconv.ParseFloat(c.text("cost"), 64)
	if err != nil || cost < 0 || cost > 1 {
		c.fault("cost %q is not a number from 0 to 1", c.get("cost"))
	}
	return Confusion{Read: c.get("read"), Meant: c.get("meant"), Cost: cost, Source: c.get("source")}
}

func (c checker) doubt() Doubt {
	below, err := strconv.ParseFloat(c.text("below"), 64)
	if err != nil || below <= 0 || below > 100 {
		c.fault("below %q is not a confidence from 0 to 100", c.get("below"))
	}
	factor, err := strconv.ParseFloat(c.text("factor"), 64)
	if err != nil || factor < 0.01 || factor > 1 {
		c.fault("factor %q is not a number from 0.01 to 1", c.get("factor"))
	}
	return Doubt{Below: below, Factor: factor, Source: c.get("source")}
}

func (c checker) rule() Rule {
	r := Rule{
		Name: c.text("name"), When: c.tests("when"), Unless: c.tests("unless"),
		Do:      Action(c.oneOf("do", string(Drop), string(Ignore), string(State), string(Guess))),
		Because: c.text("because"), Source: c.get("source"),
	}
	switch value := c.get("value"); r.Do {
	case Ignore:
		r.Class = c.class(value)
	case State:
		r.Origin = c.guess("value")
		if value == "" {
			c.fault("nothing to state")
		}
	case Guess:
		r.Origin = c.guess("value")
	case Drop:
		if value != "" {
			c.fault("value %q for %q, which takes none", value, Drop)
		}
	}
	if len(r.When) == 0 {
		c.fault("a rule without a condition would always hold")
	}
	return r
}

// tests reads the conditions of a rule: classes of word, or a noun of one kind.
func (c checker) tests(column string) (classes []Class) {
	for _, s := range strings.Fields(c.get(column)) {
		if s != string(Exosome) && s != string(Vesicle) {
			c.class(s)
		}
		classes = append(classes, Class(s))
	}
	return classes
}

func (c checker) class(s string) Class {
	if !slices.Contains(classes[:], Class(s)) {
		c.fault("%q is not a class of word", s)
	}
	return Class(s)
}
