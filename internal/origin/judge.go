package origin

import (
	"slices"
	"strconv"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// Judgement is what the matches of one label come to. No slice is nil.
type Judgement struct {
	Verdict  Verdict
	Origins  []dictionary.Origin // the stated ones that decided, in the order of origins
	Findings []Finding           // ingredients that name exosomes, in the order of the list
	Related  []Finding           // conditioned media and the like; never part of the verdict
	Claims   []Claim             // what the pack says outside the list
	Warnings []Warning
	Known    float64 // share of the list that was understood, 0 to 1
}

// minKnown is the share of a list that must be understood before it may be called free of exosomes.
const minKnown = 0.8

// origins in the order they are reported.
var origins = [...]dictionary.Origin{dictionary.Human, dictionary.Plant, dictionary.Animal, dictionary.Microbial, dictionary.Synthetic}

// Judge turns the matches of a label into a judgement: list holds what stands in its lists of
// ingredients, claims what stands outside. It is pure and total.
//
// The verdict, in this order: origins that ingredients state decide, two or more are Mixed, and
// ingredients that state none make Unspecified; but all are Unreadable where an ingredient that a negation stands beside
// would state another. Without such an ingredient a list that was found is
// None if enough of it was understood, no word of it could be a misread exosome, none stands inside it
// without being an ingredient and the photo shows all of it, else Unreadable.
// Claims decide only where there is no list, nor print that was not read and may be one.
func Judge(d *dictionary.Dictionary, l *label.Label, list, claims []match.Match) Judgement {
	j := judge{d: d, l: l, list: list}
	j.out = Judgement{
		Origins: []dictionary.Origin{}, Findings: []Finding{}, Related: []Finding{}, Claims: []Claim{}, Warnings: []Warning{},
	}
	known := 0
	for i := range list {
		m := &list[i]
		if m.Known || m.Kind != "" {
			known++
		}
		if m.Doubt != "" {
			j.doubtful = append(j.doubtful, m)
			continue
		}
		switch m.Kind {
		case dictionary.Exosome, dictionary.Vesicle:
			j.ingredient(i)
		case dictionary.ConditionedMedia, dictionary.Related:
			j.related(i)
		}
	}
	if len(list) > 0 {
		j.out.Known = float64(known) / float64(len(list))
	}
	for i := range claims {
		j.claim(&claims[i])
	}
	j.verdict()
	j.warn()
	return j.out
}

// judge is one judgement being made.
type judge struct {
	d    *dictionary.Dictionary
	l    *label.Label
	list []match.Match
	out  Judgement

	doubtful []*match.Match      // could be exosomes, had they been read better
	negated  []*match.Match      // stand in a clause with a negation
	hidden   []dictionary.Origin // what those may come from
	signed   []*match.Match      // of a list, denied by a sign or a cell beside them
	among    []*match.Match      // claims that may be ingredients: inside a list, or misread behind its end
	holder   *match.Match        // the first that may hold vesicles: a medium cells have been in, a platelet extract
	places   []int               // of Findings: index in list
	vegan    bool                // a claim rules animals out
	byClaim  bool                // claims made the verdict
}

// ingredient adds the findings of list[i]: one for each origin it states.
func (j *judge) ingredient(i int) {
	m, doubt := j.read(&j.list[i])
	o := j.opinion(m)
	if o.denied && !o.mended {
		if j.bySign(m) {
			j.signed = append(j.signed, m)
		}
		return
	}
	if j.leftOpen(m) || j.asks(m) {
		j.negated = append(j.negated, m)
		for _, s := range o.stated {
			j.hidden = append(j.hidden, s.origin)
		}
		return
	}
	stated := len(o.stated) > 0
	if o.mended || doubt || j.sourceLost(i, m, stated) || j.takenBack(m, stated) {
		j.doubtful = append(j.doubtful, m)
		return
	}
	if !stated {
		f := j.finding(m, i)
		f.Origin, f.Likely, f.Because = dictionary.Unspecified, o.likely, o.why
		j.add(f, i)
		return
	}
	for _, s := range o.stated {
		f := j.finding(m, i)
		f.Origin, f.Because = s.origin, s.because
		j.add(f, i)
	}
	if len(o.stated) > 1 {
		j.warning(SeveralOrigins, quoted(m.Read)+" names "+andOrigins(o.stated))
	}
}

// leftOpen reports whether words or signs beside a match leave open whether what it names is there.
func (j *judge) leftOpen(m *match.Match) bool {
	return j.maybeDenied(m) || j.enumerated(m) || j.either(m) || j.several(m) || j.freeOpen(m) || j.humanGoesOn(m) || j.maybeCrossed(m)
}

func (j *judge) add(f Finding, i int) {
	j.out.Findings = append(j.out.Findings, f)
	j.places = append(j.places, i)
}

// related adds list[i], which may hold vesicles without being declared as such.
func (j *judge) related(i int) {
	m, _ := j.read(&j.list[i])
	o := j.opinion(m)
	if o.denied && m.Term == nil {
		return
	}
	f := j.finding(m, i)
	f.Origin, f.Likely, f.Because = dictionary.Unspecified, o.likely, o.why
	for k, s := range o.stated {
		if k == 0 || m.Term != nil && s.origin == m.Term.Origin { // the table knows what a microbe was fed on
			f.Origin, f.Because, f.Likely = s.origin, s.because, ""
		}
	}
	j.out.Related = append(j.out.Related, f)
	medium := func(p match.Part) bool { return p.Word.Class == dictionary.ClassMedium }
	if j.holder == nil && (m.Kind == dictionary.ConditionedMedia || slices.ContainsFunc(m.Parts, medium)) {
		j.holder = m
	}
}

// finding fills in all but the origin of list[i], read as m. Its place is the one in list, which holds
// more or fewer than the label's ingredients where the dictionary parts or joins those.
func (j *judge) finding(m *match.Match, i int) Finding {
	f := Finding{
		Name: m.Name, Read: m.Read, How: string(m.How), Edits: m.Edits,
		Ingredient: i + 1, Of: len(j.list), Reference: reference(m),
	}
	if f.Name == "" {
		f.Name = m.Read
	}
	if b, ok := j.l.Box(m.Start, m.End); ok {
		f.Box, f.Photo, f.Parts = &b, j.l.Photo(m.Start, m.End), j.parts(m)
	}
	return f
}

// parts gives the box of a match line by line, nil where it is in one piece.
func (j *judge) parts(m *match.Match) []ocr.Box {
	if parts := j.l.Parts(m.Start, m.End); len(parts) > 1 {
		return parts
	}
	return nil
}

// reference says where the name is known from.
func reference(m *match.Match) string {
	switch {
	case m.Term != nil && m.Term.Reference != "":
		return m.Term.Reference
	case m.Term != nil:
		return m.Term.Source
	case m.Reference > 0:
		return "CosIng " + strconv.Itoa(m.Reference)
	}
	return "understood word by word"
}

func (j *judge) claim(m *match.Match) {
	if m.Doubt != "" {
		j.doubtful = append(j.doubtful, m)
		return
	}
	m, _ = j.read(m)
	o := j.opinion(m)
	if o.denied || m.Kind != dictionary.Exosome && m.Kind != dictionary.Vesicle {
		return
	}
	c := Claim{Read: m.Read}
	if b, ok := j.l.Box(m.Start, m.End); ok {
		c.Box, c.Photo, c.Parts = &b, j.l.Photo(m.Start, m.End), j.parts(m)
	}
	j.vegan = j.vegan || o.vegan
	between := func(r label.Range) bool { return m.Start >= r.Start && m.End <= r.End }
	if j.insideList(m) || slices.ContainsFunc(j.betweenPieces(), between) || m.How == match.Edited && j.behindList(m) || j.beforeList(m) || j.behindComma(m) {
		j.among = append(j.among, m)
	}
	if j.leftOpen(m) || j.asked(m) {
		return
	}
	if len(o.stated) == 0 {
		j.out.Claims = append(j.out.Claims, c)
	}
	for _, s := range o.stated {
		c.Origin = s.origin
		j.out.Claims = append(j.out.Claims, c)
	}
}

// insideList reports whether a match stands between the start and the end of a list.
func (j *judge) insideList(m *match.Match) bool { return j.inList(m.Start) }

// behindComma reports whether a match stands on the line that goes on behind a list that ends with a comma: "INCI: Aqua,
// Exosomes Code: 12". Where such a line ends, or what of it are ingredients, nobody knows.
func (j *judge) behindComma(m *match.Match) bool {
	return slices.ContainsFunc(j.l.Lists, func(l label.List) bool {
		if l.Range.End > m.Start {
			return false
		}
		list, rest := strings.TrimSpace(j.l.Text[:l.Range.End]), j.l.Text[l.Range.End:m.Start]
		return !strings.Contains(rest, "\n") && (strings.HasSuffix(list, ",") || strings.HasPrefix(strings.TrimSpace(rest), ","))
	})
}

// inList reports whether a byte of Label.Text is of a list.
func (j *judge) inList(at int) bool {
	return slices.ContainsFunc(j.l.Lists, func(l label.List) bool { return at >= l.Range.Start && at < l.Range.End })
}

func (j *judge) verdict() {
	out := &j.out
	named := len(out.Findings) > 0
	if !named { // signs may as well say of ingredients that they are not vegan, or no allergens
		j.negated = append(j.negated, j.signed...)
	}
	var stated []dictionary.Origin
	for _, f := range out.Findings {
		stated = append(stated, f.Origin)
	}
	if !j.l.ListFound && !named && !j.muchUnread() {
		for _, c := range out.Claims {
			named, j.byClaim = true, true
			stated = append(stated, c.Origin)
		}
	}
	for _, o := range origins {
		if slices.Contains(stated, o) {
			out.Origins = append(out.Origins, o)
		}
	}
	switch {
	case slices.ContainsFunc(j.hidden, func(o dictionary.Origin) bool { return !slices.Contains(stated, o) }):
		out.Verdict, out.Origins = Unreadable, out.Origins[:0]
	case len(out.Origins) > 1:
		out.Verdict = Mixed
	case len(out.Origins) == 1:
		out.Verdict = derived(out.Origins[0])
	case named:
		out.Verdict = Unspecified
	case j.l.ListFound && len(j.list) > 0 && out.Known >= minKnown && len(j.doubtful)+len(j.negated)+len(j.among) == 0 && !j.partSeen() && !j.breaksOff() && !j.tornApart() && !j.signsUnread():
		out.Verdict = None
	default:
		out.Verdict = Unreadable
	}
}

// partSeen reports whether a photo shows a list in part. Of typed text what is there is all there is.
func (j *judge) partSeen() bool { return j.l.CutOff && j.l.Page() != nil }

func derived(o dictionary.Origin) Verdict {
	switch o {
	case dictionary.Human:
		return Human
	case dictionary.Plant:
		return Plant
	case dictionary.Animal:
		return Animal
	case dictionary.Microbial:
		return Microbial
	}
	return Synthetic
}
