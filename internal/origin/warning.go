package origin

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"exoscan/dictionary"
)

// The codes of warnings. warnings.tsv has a line of help for each.
const (
	ClaimedNotListed = "claimed-not-listed"
	OriginDiffers    = "origin-differs"
	BelowOnePercent  = "below-one-percent"
	ListCutOff       = "list-cut-off"
	PossibleExosome  = "possible-exosome"
	LittleUnderstood = "little-understood"
	NoList           = "no-list"
	ClaimDecides     = "claim-decides"
	RelatedOnly      = "related-only"
	BrandHint        = "brand-hint"
	SeveralOrigins   = "several-origins"
)

func (j *judge) warning(code, text string) {
	j.out.Warnings = append(j.out.Warnings, Warning{code, text})
}

// warn adds what the reader of the verdict should know.
func (j *judge) warn() {
	out := &j.out
	switch {
	case j.byClaim:
		j.warning(ClaimDecides, "no list of ingredients was found; the verdict rests on "+quoted(out.Claims[0].Read))
	case !j.l.ListFound && out.Verdict == Unreadable:
		j.warning(NoList, "no list of ingredients was found")
	}
	for _, m := range j.doubtful {
		if m.Could == "" { // the noun was read, and what may be its source was not
			j.warning(PossibleExosome, quoted(m.Read)+" names exosomes, and what stands beside it was read too badly to say what they come from")
			continue
		}
		j.warning(PossibleExosome, quoted(m.Read)+" could be "+m.Could+": "+m.Doubt)
	}
	for _, m := range j.negated {
		if j.either(m) || j.several(m) {
			j.warning(PossibleExosome, quoted(m.Read)+" stands where several sources are named, and may be of any")
			continue
		}
		j.warning(PossibleExosome, quoted(m.Read)+" stands beside a word that may deny it")
	}
	if out.Verdict == Unreadable {
		for _, m := range j.among {
			j.warning(PossibleExosome, quoted(m.Read)+" stands inside the list or right behind it, not where an ingredient is expected; it may be one")
		}
	}
	if out.Verdict == Unreadable && j.l.ListFound && out.Known < minKnown {
		j.warning(LittleUnderstood, fmt.Sprintf("%.0f %% of the list was understood, %.0f %% are needed to say that it names no exosome", 100*out.Known, 100*minKnown))
	}
	switch {
	case j.partSeen():
		j.warning(ListCutOff, "the list is not all on the photo, and what is missing was not judged; photograph the rest too, each photo with some of the last, and scan the photos with --together")
	case out.Verdict == Unreadable && j.l.ListFound && j.breaksOff():
		j.warning(ListCutOff, "what stands behind the list was read too badly to tell whether the list goes on; take a sharper photo")
	case out.Verdict == Unreadable && j.tornApart():
		j.warning(ListCutOff, "what stands between two pieces of the list was read too badly to tell whether it is of the list; take a sharper photo")
	case j.l.CutOff:
		j.warning(ListCutOff, "the list is not all there; what is missing was not judged")
	}
	j.compareClaims()
	j.position()
	if len(out.Findings) == 0 && j.holder != nil {
		j.warning(RelatedOnly, quoted(j.holder.Read)+" is not declared as exosomes and may hold vesicles all the same")
	}
	j.brands()
}

// compareClaims sets what the pack says beside what the list says.
func (j *judge) compareClaims() {
	out := &j.out
	if !j.l.ListFound {
		return
	}
	if len(out.Claims) > 0 && len(out.Findings) == 0 && len(j.among) == 0 {
		j.warning(ClaimedNotListed, "the pack says "+quoted(out.Claims[0].Read)+", no ingredient of the list is named so")
		return
	}
	if len(out.Findings) == 0 || len(out.Origins) == 0 {
		return
	}
	for _, c := range out.Claims {
		if c.Origin != "" && !slices.Contains(out.Origins, c.Origin) {
			j.warning(OriginDiffers, fmt.Sprintf("the pack says %s, the list states %s", quoted(c.Read), list(out.Origins)))
			return
		}
	}
	human, animal := slices.Contains(out.Origins, dictionary.Human), slices.Contains(out.Origins, dictionary.Animal)
	words, denied := j.rulesOut()
	switch {
	case j.vegan && (human || animal):
		j.warning(OriginDiffers, "the pack speaks of vegan or non-animal exosomes, the list states "+list(out.Origins))
	case human && denied == dictionary.Human, (human || animal) && denied == dictionary.Animal:
		j.warning(OriginDiffers, fmt.Sprintf("the pack says %q, the list states %s", words, list(out.Origins)))
	}
}

// rulesOut looks outside the list for words that rule an origin out for the whole product: vegan and
// its like rule out animals and humans, non-human rules out humans. "Not vegan" does not.
func (j *judge) rulesOut() (words string, denied dictionary.Origin) {
	const longest = 3 // words in "not of animal" and the like
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) }
	for _, r := range j.l.Rest {
		tokens := strings.FieldsFunc(dictionary.Fold(j.l.Text[r.Start:r.End]), apart)
		for i := range tokens {
			if i > 0 {
				if w, ok := j.d.Word(tokens[i-1]); ok && w.Class == dictionary.ClassWithout {
					continue
				}
			}
			for n := 1; n <= longest && i+n <= len(tokens); n++ {
				phrase := strings.Join(tokens[i:i+n], " ")
				if phrase == "non human" || phrase == "nonhuman" {
					return phrase, dictionary.Human
				}
				if w, ok := j.d.Word(phrase); ok && w.Class == dictionary.ClassVegan {
					return phrase, dictionary.Animal
				}
			}
		}
	}
	return "", ""
}

// quoted puts words as read between quotation marks, whatever line ends were among them; of what is longer than
// any ingredient the beginning.
func quoted(read string) string {
	const longest = 400 // letters
	letters := []rune(strings.Join(strings.Fields(read), " "))
	if len(letters) > longest {
		letters = append(letters[:longest:longest], '…')
	}
	return strconv.Quote(string(letters))
}

// position looks for an ingredient of at most one percent before each finding in the same list. A
// limit by law says more than one by custom.
func (j *judge) position() {
	limits := map[int]dictionary.Limit{} // by list: of what was passed
	passed := 0
	for k, f := range j.out.Findings {
		at := j.places[k]
		if k > 0 && at == j.places[k-1] { // two origins of one ingredient
			continue
		}
		for ; passed < at; passed++ {
			l, ok := j.d.Limit(j.list[passed].Name)
			found, limited := limits[j.listOf(passed)]
			if ok && (!limited || found.Basis != "law" && l.Basis == "law") {
				limits[j.listOf(passed)] = l
			}
		}
		if found, limited := limits[j.listOf(at)]; limited {
			j.warning(BelowOnePercent, fmt.Sprintf("%s stands after %s, which makes up at most %g %% by %s (%s)", quoted(f.Read), found.Name, found.Percent, found.Basis, found.Source))
		}
	}
}

// listOf gives the list of the label that a match stands in.
func (j *judge) listOf(i int) int {
	if n := j.list[i].Ingredient; n >= 0 && n < len(j.l.Ingredients) {
		return j.l.Ingredients[n].List
	}
	return -1
}

// brands looks for a brand on the pack where the words state no origin, and notes what it is known
// for. It decides nothing and changes no finding but its empty Likely.
func (j *judge) brands() {
	if j.out.Verdict != Unspecified {
		return
	}
	for _, r := range j.l.Rest {
		key := " " + dictionary.Fold(j.l.Text[r.Start:r.End]) + " "
		for _, b := range j.d.Brands() {
			if !strings.Contains(key, " "+dictionary.Fold(b.Text)+" ") {
				continue
			}
			j.warning(BrandHint, fmt.Sprintf("%s: %s (%s)", b.Text, b.What, b.Source))
			for i := range j.out.Findings {
				if f := &j.out.Findings[i]; f.Likely == "" {
					f.Likely = b.Likely
				}
			}
			return
		}
	}
}

func list(all []dictionary.Origin) string {
	names := make([]string, len(all))
	for i, o := range all {
		names[i] = string(o)
	}
	return strings.Join(names, " and ")
}

func andOrigins(all []statement) string {
	var names []dictionary.Origin
	for _, s := range all {
		names = append(names, s.origin)
	}
	return list(names)
}
