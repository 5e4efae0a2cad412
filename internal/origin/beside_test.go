package origin

import (
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
)

// TestMisreadExamples judges the examples that the comments on the rules give, and what stands beside each: a rule
// that is taken out, or takes too much, shows here.
func TestMisreadExamples(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		rule, name string
		want       Verdict
	}{
		{"half", "Horse Cxtrnvt Exosomes", Unreadable},
		{"half", "Horse Chestnut Exosomes", Plant},
		{"half", "O@t Milk Exosomes", Unreadable},
		{"half", "Oat Milk Exosomes", Plant},
		{"restOf", "Royal Jqlly Exosomes", Animal},
		{"restOf", "Yiger Grass Exosomes", Plant},
		{"restOf", "Soyt Milk Exosomes", Unreadable},
		{"beginsName", "Horse Chesqinutextracellofar Vesicles", Unreadable},
		{"unread", "Miilioh Colostrum Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vesicles/Hvnaw Stem Cell Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vesicles / Hvnaw Stem Cell Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vesicles + Hvnaw Stem Cell Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vésicles/Hvnaw Stem Cell Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vesicles/Human Fibroblast Exosomes", Mixed},
		{"clauseUnread", "Rosa Damascena Callus Vesicles /Hvnaw Stem Cell Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callus Vesicles/Hvqn Fibroblast Exosomes", Unreadable},
		{"clauseUnread", "Rosa Damascena Callusvi8icles/Humanfibrqblast Exosomes", Unreadable},
		{"wordUnread", "Rosa Damascena Callus Vesicles/Humanfibroblapstexosomes", Unreadable},
		{"goesOn", "Bovine Umxi/igal Stem Cell Exosomes", Animal},
		{"mute", "Rosa Damascena Callus Vesicles/Cqell Exosomes", Plant},
		{"denialUnread", "Exosome-Fref", Unreadable},
		{"denialUnread", "Exosome-Free", None},
		{"denialUnread", "Exosome-Tree", Unreadable},
		{"denialUnread", "Exosome-Rr€l Serum", Unreadable},
		{"goesWith", "Exosome-liks Qesicles", Unspecified},
		{"denialUnread", "Mo Exosomes", Unreadable},
		{"denialUnread", "No Exosomes", None},
		{"otherTissue", "Oat Hair Follicle Cell Exosomez", Unreadable},
		{"otherTissue", "Goat Hair Follicle Cell Exosomes", Animal},
		{"scraps", "Camel/ia Exosomes", Unreadable},
		{"scraps", "Càmél/ia Exosomes", Unreadable},
		{"scraps", "Camel Exosomes", Animal},
		{"insteadOfWord", "Godt's Rupe Exosomes", Unreadable},
		{"insteadOfWord", "Silybum Mar!anum (Mulk Th!rtle) Seed Exosomes", Unreadable},
		{"insteadOfWord", "Godt's Milk Exosomes", Animal},
		{"alien", "Breast Melk Exosomes", Unreadable},
		{"alien", "Blue Geen Algae Vesicles", Unreadable},
		{"milkOfUnread", "Ee Milk Exosomes", Unreadable},
		{"milkOfUnread", "Lait de ©co Exosomes", Unreadable},
		{"alien", "Human Breast Milk Exosomes", Human},
		{"nearerWord", "Goae Milk Vesicles", Animal},
		{"nearerWord", "Bee Zalm Exosomes", Unreadable},
		{"confused", "Cat Milk Exosomes", Unreadable},
		{"confused", "Cat Exosomes", Animal},
		{"cutsName", "Melkweed Exosomes", Unreadable},
		{"cutsName", "Camel+horn Vesicles", Unreadable},
		{"cutsName", "Camelthorn Vesicles", Plant},
		{"cutsName", "Goatmilk Exosomes", Animal},
		{"contradicted", "Human Cod Blood Deriwed Stem Cell Exosomes", Human},
		{"contradicted", "Human Cord Blood Derived Stem Cell Exosomes", Human},
		{"contradicted", "Human Umbilical Cod Cell Exosomes", Human},
		{"contradicted", "Cod Exosomes", Animal},
		{"brief", "Umbilical Cod Exosomes", Unreadable},
		{"brief", "Breast Silk Exosomes", Unreadable},
		{"brief", "Goat's Roe Exosomes", Unreadable},
		{"brief", "Goat Milk Exosomes", Animal},
		{"speciesBefore", "Rosa Canine Exosomes", Plant},
		{"speciesBefore", "Canine Exosomes", Animal},
		{"cutsWord", "Milkweed Exosomes", Plant},
		{"otherSigns", "真菊外泌体", Unreadable},
		{"otherSigns", "真菌外泌体", Microbial},
		{"otherSigns", "菊花外泌体", Plant},
		{"read", "Umbilical Mesenchymal Stem Cell Exosomes", Unspecified},
		{"rivals", "Anion Epithelial Cell Exosomes", Unreadable},
		{"bears", "ADSC Exosomes", Unspecified},
		{"bears", "hADSC Exosomes", Human},
		{"initialStrokes", "liADSC-Exo", Human},
		{"initialStrokes", "mADSC-Exo", Unspecified},
		{"longHead", "hFC-MSC Exosomes", Unspecified},
		{"standsNearly", "Nori-Animal Exosomes", Unreadable},
		{"standsNearly", "Non-Animal Exosomes", Unspecified},
		{"standsNearly", "Bee Palm Exosomes", Unreadable},
		{"denialInNoun", "Exosome-Fre", Unreadable},
		{"denialInNoun", "Exosomefrce", Unreadable},
		{"touched", "Derma Layer Super Exosome", Unreadable},
		{"touched", "Derma Laver Super Exosome", Plant},
		{"likePhrase", "RLA Exosomecomplex", Unreadable},
		{"likePhrase", "RNA Exosomecomplex", None},
		{"likePhrase", "Rye Exosome Complex", Plant},
		{"nounHolds", "Transferosorn e", Unreadable},
		{"gluedSourceLost", "人脂肪干绋胞外泌体", Human},
		{"gluedSourceLost", "益生菎外泌体", Unreadable},
		{"gluedSourceLost", "益生菌外泌体", Microbial},
		{"reaches", "Sem Cell Exosomes", Unspecified},
	} {
		l := label.FromText("Ingredients: Aqua, Glycerin, Butylene Glycol, Niacinamide, Allantoin, "+c.name+", Panthenol, Carbomer, Citric Acid, Xanthan Gum", d)
		if got := Judge(d, l, m.List(l), nil); got.Verdict != c.want {
			t.Errorf("%s: %q is %s, want %s (%+v)", c.rule, c.name, got.Verdict, c.want, got.Findings)
		}
	}
}
