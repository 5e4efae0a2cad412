package origin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

// A genus has so many neighbours that a misread one is none by itself: what stands behind it tells.

// speciesBeside reports whether a genus that was mended is followed by one of its species, but for one letter in so
// many: a genus has so many neighbours that a misread one is none by itself.
func (j *judge) speciesBeside(m *match.Match, p match.Part, in int) bool {
	const behind = 2 // words in which the species may be: a misread one may have come apart
	species := dictionary.Species(dictionary.Fold(p.Word.Text))
	words := strings.FieldsFunc(dictionary.Fold(j.l.Text[p.End:m.End]), partsWords)
	return slices.ContainsFunc(words[:min(behind, len(words))], func(read string) bool {
		return slices.ContainsFunc(species, func(s string) bool { return resembles(read, s, in) || begins(read, s) })
	})
}

// partBehind reports whether a part that only plants have was read behind a plant: PERENKIA SEED.
func partBehind(m *match.Match, p match.Part) bool {
	return p.Word.Origin == dictionary.Plant && ofPlant(m) && slices.ContainsFunc(m.Parts, func(o match.Part) bool {
		return o.Word.Class == dictionary.ClassPart && o.Edits == 0 && o.Start >= p.End
	})
}

// longGenus reports whether a genus has its species with it, or is so long that it is like no other.
func longGenus(genus string) bool {
	return strings.Contains(genus, " ") || utf8.RuneCountInString(genus) >= longWord
}

// speciesBefore reports whether a part is the species of the genus before it, or nearly so: ROSA CANINE.
func (j *judge) speciesBefore(m *match.Match, p match.Part) bool {
	return slices.ContainsFunc(m.Parts, func(g match.Part) bool {
		return g.Word.Language == latin && g.Word.Origin != p.Word.Origin && g.End < p.Start && !j.joined(g, p) &&
			slices.ContainsFunc(dictionary.Species(dictionary.Fold(g.Word.Text)), func(s string) bool { return resembles(dictionary.Fold(p.Read), s, mendable) })
	})
}
