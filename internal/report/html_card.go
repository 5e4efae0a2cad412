package report

import (
	"fmt"
	"html/template"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// card is one result as the page shows it: every string is in its final words and harmless, and
// html/template escapes each for where it stands.
type card struct {
	N                  int
	Source, Verdict    string
	Failed             bool
	Code               string
	Headline, Sentence string
	Plain              bool // nothing was found: photo and headline may be small
	Figures            []figure
	NoPhoto            string
	Findings           []exhibit
	Related            []exhibit
	Claims             []claimed
	Warnings           []origin.Warning
	Notes              []marketNote
	List               []item
	ListNote           string
	Open, Unknown      bool
	Strip              *strip
	Reading            string // how well the photo was read
	// what the table of results shows
	Names, Codes, Known string
	Ingredients         string
}

// exhibit is a finding with its evidence.
type exhibit struct {
	N                           int
	Kind, Word                  string
	Name, Origin, Because       string
	Read                        []fragment
	Match, Place, On, Reference string
	Crop                        *picture
}

// marketNote is a rule book's note on what was found.
type marketNote struct{ Market, Text string }

type claimed struct{ Text, Says string }

// item is an ingredient in the list. Kind is set where it is a finding or related.
type item struct {
	N          int
	Name, Read string
	Known      bool
	Kind, Word string
}

// strip is the list as a row of cells: where the terms stand and what was not understood.
type strip struct {
	N     int
	Short bool // cells as wide as the page would be slabs
	Cells []stripCell
}

type stripCell struct{ Kind, X, Y, H string }

// picture is a small image inside the page.
type picture struct {
	Data template.URL
	W, H int
}

func (h *web) card(r scan.Result) card {
	c := card{N: h.total, Source: harmless(r.Source), Verdict: harmless(verdictOf(r)), Sentence: sentence(gloss(r))}
	if verdictOf(r) == Failed {
		c.Failed, c.Code, c.Sentence = true, harmless(errorOf(r).Code), gloss(r)
		return c
	}
	c.Headline, c.Plain = headline(r), len(r.Findings) == 0
	for i, f := range r.Findings {
		c.Findings = append(c.Findings, exhibited(i+1, f, r))
	}
	for i, f := range r.Related {
		c.Related = append(c.Related, exhibited(i+1, f, r))
	}
	for _, claim := range r.Claims {
		says := ""
		if claim.Origin != "" {
			says = originWord(claim.Origin)
		}
		c.Claims = append(c.Claims, claimed{asRead(claim.Read), says})
	}
	for _, w := range r.Warnings {
		c.Warnings = append(c.Warnings, origin.Warning{Code: harmless(w.Code), Text: sentence(harmless(w.Text))})
	}
	for _, n := range r.Notes {
		c.Notes = append(c.Notes, marketNote{strings.ToUpper(harmless(n.Market)), noteLine(n)})
	}
	c.list(r)
	c.Names = harmless(joined(r.Findings, name))
	c.Codes = harmless(joined(r.Warnings, func(w origin.Warning) string { return w.Code }))
	if r.Reading.ListFound { // no list is not a list of none
		c.Ingredients = fmt.Sprint(len(r.Ingredients))
		c.Known = decimal(r.Reading.Known, 2)
	}
	h.picture(&c, r)
	c.Open = c.Open || len(c.Figures) > 0 // there is room for it beside the photo
	c.Reading = sentenceStart(strings.Join(photoFacts(r), ", "))
	if c.NoPhoto != "" {
		c.Reading += "; " + c.NoPhoto
	}
	return c
}

func exhibited(n int, f origin.Finding, r scan.Result) exhibit {
	e := exhibit{
		N: n, Kind: originClass(f.Origin), Word: chipWord(f.Origin),
		Name: name(f), Origin: originLine(f), Because: harmless(f.Because),
		Match: sentenceStart(matchLine(f)), Place: place(f, r.Ingredients),
		On:        onPhoto("", f.Box) + photoName(f.Photo),
		Reference: harmless(f.Reference),
	}
	e.Read = []fragment{{Text: asRead(f.Read)}}
	if f.Edits > 0 {
		e.Read = compared(asRead(f.Read), name(f))
	}
	return e
}

// originClass is the style of an origin; whatever is not one of the stated origins is unspecified.
func originClass(o dictionary.Origin) string {
	switch o {
	case dictionary.Human, dictionary.Plant, dictionary.Animal, dictionary.Microbial, dictionary.Synthetic:
		return string(o)
	}
	return string(dictionary.Unspecified)
}

// chipWord is the short word for an origin, one of six: a chip has no room for anything else.
func chipWord(o dictionary.Origin) string { return originWord(dictionary.Origin(originClass(o))) }

func (c *card) list(r scan.Result) {
	marks := map[int]item{}
	for _, f := range r.Related {
		marks[f.Ingredient] = item{Kind: "related", Word: "related"}
	}
	for _, f := range r.Findings {
		marks[f.Ingredient] = item{Kind: originClass(f.Origin), Word: chipWord(f.Origin)}
	}
	for i, in := range r.Ingredients {
		it := marks[i+1]
		it.N, it.Name, it.Known = i+1, called(in), in.Known
		if read := asRead(in.Read); !strings.EqualFold(read, it.Name) {
			it.Read = read
		}
		c.Unknown = c.Unknown || !in.Known
		c.List = append(c.List, it)
	}
	c.ListNote = count(len(c.List), "ingredient") + ", " + strings.ReplaceAll(percent(r.Reading.Known), " ", "\u00a0") + " known"
	c.Open = len(r.Findings)+len(r.Related) > 0 || verdictOf(r) == string(origin.Unreadable)
	if len(c.List) > 1 {
		c.Strip = stripOf(c.List)
	}
}

func stripOf(list []item) *strip {
	s := &strip{N: len(list), Short: len(list) < 12}
	for i, it := range list {
		cell := stripCell{Kind: it.Kind, X: fmt.Sprintf("%d.1", i), Y: "0", H: "10"}
		switch {
		case it.Kind == "" && it.Known:
			cell = stripCell{"known", cell.X, "3", "4"}
		case it.Kind == "":
			cell = stripCell{"unknown", cell.X, "3", "4"}
		}
		s.Cells = append(s.Cells, cell)
	}
	return s
}

// sentence makes a gloss a sentence, its percentages unbroken.
func sentence(s string) string {
	s = sentenceStart(strings.ReplaceAll(s, " %", "\u00a0%"))
	if s != "" && !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

func sentenceStart(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
