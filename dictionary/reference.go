package dictionary

import (
	"slices"
	"strconv"
)

// Note is what the rule book of a market says about material of an origin. It is quoted for the
// reader to look up; it never says that a product is legal or safe.
type Note struct {
	Market   string // eu, uk, us, kr, cn, tw, jp
	Origin   Origin
	Text     string
	Citation string
	Date     string // of the rule or of the source, as far as known: 2009, 2019-12-06
	Evidence string
	Source   string
}

// Limit is an ingredient that a product holds little of, by law or by custom: what is listed after
// it is as little, because lists are in descending order down to one percent.
type Limit struct {
	Name     string
	Percent  float64 // at most so much
	Basis    string  // "law" or "custom"
	Evidence string
	Source   string // the entry that sets it
}

// Brand is what is known of a brand's exosomes. A brand is a hint with a date, never a proof: lines
// and years differ, and makers change their source.
type Brand struct {
	Text     string // as printed; Fold(Text) is the key
	Likely   Origin // "" where it is not known or has changed
	What     string // what the source says it holds
	Evidence string
	Source   string
}

// Markets gives the markets that Notes knows, sorted.
func (d *Dictionary) Markets() []string {
	var all []string
	for _, n := range d.notes {
		if !slices.Contains(all, n.Market) {
			all = append(all, n.Market)
		}
	}
	slices.Sort(all)
	return all
}

// Notes gives what a market's rule book says about an origin, in the order of the table.
func (d *Dictionary) Notes(market string, o Origin) []Note {
	var all []Note
	for _, n := range d.notes {
		if n.Market == market && n.Origin == o {
			all = append(all, n)
		}
	}
	return all
}

// Limit gives the limit of an ingredient, by its name as CosIng's are shown or by its key.
func (d *Dictionary) Limit(name string) (Limit, bool) {
	l, ok := d.limits[name]
	return l, ok
}

// Brands gives the brands that are known, in the order of the table.
func (d *Dictionary) Brands() []Brand { return slices.Clone(d.brands) }

func (c checker) note() Note {
	n := Note{
		Market: c.text("market"), Origin: Origin(c.oneOf("origin", string(Human), string(Plant), string(Animal), string(Microbial), string(Synthetic), string(Unspecified))),
		Text: c.text("note"), Citation: c.text("citation"), Date: c.get("date"), Evidence: c.evidence(), Source: c.get("source"),
	}
	if n.Evidence != Seen {
		c.fault("a note on a rule book must have been seen in a source")
	}
	return n
}

func (c checker) limit() Limit {
	percent, err := strconv.ParseFloat(c.text("percent"), 64)
	if err != nil || percent <= 0 || percent > 1 {
		c.fault("percent %q is not above 0 and at most 1", c.get("percent"))
	}
	return Limit{Name: c.text("name"), Percent: percent, Basis: c.oneOf("basis", "law", "custom"), Evidence: c.evidence(), Source: c.text("source")}
}

func (c checker) brand() Brand {
	return Brand{Text: c.text("text"), Likely: c.guess("likely"), What: c.text("what"), Evidence: c.evidence(), Source: c.text("source")}
}
