package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"exoscan/dictionary"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// Failed is the name, in counts and filters, of a result with an error in place of a verdict.
const Failed = "failed"

// wording is how one verdict is said.
type wording struct {
	verdict  string
	headline string
}

// wordings lists every verdict, in the order of counts and charts, with its headline.
func wordings() []wording {
	return []wording{
		{string(origin.Human), "Human-derived exosomes"},
		{string(origin.Plant), "Plant-derived exosomes"},
		{string(origin.Animal), "Animal-derived exosomes"},
		{string(origin.Microbial), "Microbial-derived exosomes"},
		{string(origin.Synthetic), "Synthetic exosomes"},
		{string(origin.Mixed), "Exosomes of more than one origin"},
		{string(origin.Unspecified), "Exosomes, source not stated"},
		{string(origin.None), "No exosomes in the list"},
		{string(origin.Unreadable), "Not readable enough to say"},
		{Failed, "Could not be read"},
	}
}

// Verdicts names every verdict and Failed, in the order of counts and charts.
func Verdicts() []string {
	var names []string
	for _, w := range wordings() {
		names = append(names, w.verdict)
	}
	return names
}

// verdictOf is the result's verdict, or Failed.
func verdictOf(r scan.Result) string {
	if r.Error != nil || r.Verdict == nil {
		return Failed
	}
	return string(*r.Verdict)
}

// headline says the verdict in a few words, and that it is only claimed where no list bears it out.
func headline(r scan.Result) string {
	v := verdictOf(r)
	if r.Reading.ListFound || len(r.Findings) > 0 || v == string(origin.Unreadable) || v == string(origin.None) {
		return bareHeadline(r, v)
	}
	return bareHeadline(r, v) + ", as the pack claims"
}

func bareHeadline(r scan.Result, v string) string {
	if v == string(origin.Mixed) && len(r.Origins) > 1 {
		return "Exosomes of more than one origin: " + and(r.Origins)
	}
	for _, w := range wordings() {
		if w.verdict == v {
			return w.headline
		}
	}
	return harmless(v)
}

// gloss says in one sentence, without capital or full stop, what the verdict rests on.
func gloss(r scan.Result) string {
	n := len(r.Ingredients)
	switch v := verdictOf(r); {
	case v == Failed && r.Error != nil:
		return harmless(r.Error.Text)
	case v == string(origin.None):
		return fmt.Sprintf("%s read, %s known, none of them names exosomes", count(n, "ingredient"), percent(r.Reading.Known))
	case v == string(origin.Unreadable) && !r.Reading.ListFound:
		return "no ingredient list was found"
	case v == string(origin.Unreadable) && warned(r, origin.ListCutOff):
		return fmt.Sprintf("a list of %s was found, %s of it known, but not all of the list is there: what is missing may name exosomes", count(n, "ingredient"), percent(r.Reading.Known))
	case v == string(origin.Unreadable) && warned(r, origin.PossibleExosome) && !warned(r, origin.LittleUnderstood):
		return fmt.Sprintf("a list of %s was found, %s of it known, but what was read badly may be an exosome", count(n, "ingredient"), percent(r.Reading.Known))
	case v == string(origin.Unreadable):
		return fmt.Sprintf("a list of %s was found, %s of it known: too little to say that it holds no exosomes", count(n, "ingredient"), percent(r.Reading.Known))
	case !r.Reading.ListFound:
		return "no ingredient list was found; the words on the pack name exosomes"
	}
	naming, bare := map[int]bool{}, 0 // an ingredient with two sources is two findings
	for _, f := range r.Findings {
		naming[f.Ingredient] = true
		if f.Origin == dictionary.Unspecified {
			bare++
		}
	}
	verb := "names"
	if len(naming) != 1 {
		verb = "name"
	}
	g := fmt.Sprintf("%d of %s %s exosomes", len(naming), count(n, "ingredient"), verb)
	if verdictOf(r) == string(origin.Unspecified) {
		return g + ", and the list does not say what they come from"
	}
	if bare > 0 {
		g += fmt.Sprintf(", %d of them without a source", bare)
	}
	return g
}

func warned(r scan.Result, code string) bool {
	return slices.ContainsFunc(r.Warnings, func(w origin.Warning) bool { return w.Code == code })
}

// originWord is an origin in words.
func originWord(o dictionary.Origin) string {
	if o == dictionary.Unspecified || o == "" {
		return "not stated"
	}
	return harmless(string(o))
}

// originLine is the origin of a finding with what an unstated one probably is.
func originLine(f origin.Finding) string {
	s := originWord(f.Origin)
	if f.Likely != "" && f.Likely != f.Origin {
		s += ", perhaps " + harmless(string(f.Likely)) + " (a guess, which does not decide)"
	}
	return s
}

// matchLine says how far the words read are from the name.
func matchLine(f origin.Finding) string {
	switch {
	case f.Edits == 1:
		return "1 letter corrected"
	case f.Edits > 1:
		return fmt.Sprintf("%d letters corrected", f.Edits)
	case f.How == "folded":
		return "letter for letter, apart from case and punctuation"
	case f.How == "exact":
		return "letter for letter"
	}
	return harmless(f.How)
}

// place is where in the list a finding stands: "7th of 31, before Phenoxyethanol".
func place(f origin.Finding, list []scan.Ingredient) string {
	if f.Ingredient < 1 {
		return "outside the list"
	}
	s := fmt.Sprintf("%s of %d", ordinal(f.Ingredient), f.Of)
	switch next := f.Ingredient; { // places count from 1, so the place is the index of the next one
	case f.Ingredient == f.Of:
		s += ", the last"
	case next < len(list):
		s += ", before " + called(list[next])
	}
	return s
}

// called is the name of an ingredient, or what was read where it has none.
func called(i scan.Ingredient) string {
	if i.Name != "" {
		return harmless(i.Name)
	}
	return asRead(i.Read)
}

// readingLine says how well the input was read.
func readingLine(r scan.Result) string {
	if !r.Reading.ListFound {
		return strings.Join(append([]string{"no list found"}, photoFacts(r)...), ", ")
	}
	parts := []string{
		"list of " + count(len(r.Ingredients), "ingredient"),
		percent(r.Reading.Known) + " known",
	}
	return strings.Join(append(parts, photoFacts(r)...), ", ")
}

func photoFacts(r scan.Result) []string {
	if r.Kind != "photo" {
		return nil
	}
	facts := []string{"Tesseract's confidence " + decimal(r.Reading.Confidence, 1) + " of 100"}
	if r.Reading.Rotation != 0 {
		facts = append(facts, fmt.Sprintf("turned %d° clockwise", r.Reading.Rotation))
	}
	if r.Reading.Lang != "" {
		facts = append(facts, harmless(r.Reading.Lang))
	}
	return facts
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func and(words []string) string {
	clean := make([]string, len(words))
	for i, w := range words {
		clean[i] = harmless(w)
	}
	if n := len(clean); n > 1 {
		return strings.Join(clean[:n-1], ", ") + " and " + clean[n-1]
	}
	return strings.Join(clean, "")
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// percent shows a share, rounded down as floor says.
func percent(share float64) string {
	return fmt.Sprintf("%d %%", int(floor(share, 2)*100+0.5))
}

// floor cuts a share off, so that 0.796 never looks like the 0.8 that earns a verdict. The small term
// gives back what binary fractions take away: 0.29*100 is 28.999….
func floor(f float64, places int) float64 {
	p := math.Pow10(places)
	return math.Floor(f*p+1e-6) / p
}

func decimal(f float64, places int) string {
	return strconv.FormatFloat(round(f, places), 'f', -1, 64)
}

func round(f float64, places int) float64 {
	p := math.Pow10(places)
	return math.Round(f*p) / p
}

// noteLine is a market's note with where to look it up. It always says what it is not.
func noteLine(n scan.Note) string {
	var from string
	for _, part := range []string{n.Citation, n.Date} {
		if part != "" {
			from += harmless(part) + ", "
		}
	}
	return harmless(n.Text) + " (" + from + "not legal advice)"
}
