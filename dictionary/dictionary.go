// Package dictionary holds the reviewed data exoscan judges by: how exosomes are named, what only
// looks like them, where lists begin and end, which words state an origin, and the INCI names of
// CosIng. Every row has a source.
//
// It promises that built-in data, user files and test data go through one parser, that every fault
// is reported with its file and line, all of them at once, and that a row marked "seen" was read in
// the source it names. It refuses half a dictionary: a file with one bad row is refused whole. It
// does not match: what was read wrong is the business of package match.
package dictionary

import (
	"slices"
	"strings"
)

// Origin is where something comes from; "" says nothing.
type Origin string

// The origins. Plant takes in algae; Microbial takes in bacteria, yeasts and fungi.
const (
	Human       Origin = "human"
	Plant       Origin = "plant"
	Animal      Origin = "animal"
	Microbial   Origin = "microbial"
	Synthetic   Origin = "synthetic"
	Unspecified Origin = "unspecified"
)

// Kind is what a whole name stands for.
type Kind string

// The kinds. Exosome and Vesicle make a verdict; ConditionedMedia and Related are reported beside
// it; LookAlike is never an exosome, however little it differs; Ingredient is any other name; Function
// is what an ingredient is for, said before its name or number, "Emulsifier (322)", or beside it in a table.
const (
	Exosome          Kind = "exosome"
	Vesicle          Kind = "vesicle"
	ConditionedMedia Kind = "conditioned-media"
	Related          Kind = "related"
	LookAlike        Kind = "look-alike"
	Ingredient       Kind = "ingredient"
	Function         Kind = "function"
)

// Evidence says how a row came to be known.
const (
	Seen   = "seen"   // read in the source the row names
	Memory = "memory" // written from general knowledge; not yet checked against a source
)

// Term is a whole name as a list or a pack prints it.
type Term struct {
	Text      string // as listed; Fold(Text) is the key
	Name      string // the canonical name to show
	Kind      Kind
	Origin    Origin // what the name states; "" where origin has no meaning
	Likely    Origin // what an unspecified one probably is; never decides
	Language  string // "INCI", or a BCP 47 tag
	Evidence  string // Seen or Memory
	Source    string
	Reference string // "CosIng 94665"; "" for names outside CosIng
	Reason    string // for a look-alike: why it is not an exosome
}

// Class is what a word does in a name.
type Class string

// The classes of words. Only ClassHuman, ClassPlant, ClassAnimal, ClassMilk, ClassMicrobe and
// ClassSynthetic can state an origin, and rules.tsv says when they do.
const (
	ClassNoun      Class = "noun"      // exosomes, vesicles, EVs; Word.Kind says which
	ClassMedium    Class = "medium"    // conditioned media, secretome, lysate; Word.Kind says which
	ClassModifier  Class = "modifier"  // extracellular, derived, nano, complex: says nothing of the source
	ClassHuman     Class = "human"     // human, humain, ヒト, 인체, hADSC, autologous
	ClassTissue    Class = "tissue"    // placenta, adipose, MSC, stem cell: of which species is not said
	ClassPlant     Class = "plant"     // genera, species, common names, callus, phyto; algae
	ClassPart      Class = "part"      // leaf, root, seed: suggests a plant, never decides
	ClassAnimal    Class = "animal"    // bovine, salmon, deer velvet, egg
	ClassMilk      Class = "milk"      // milk, colostrum: animal unless a human word stands beside it
	ClassMicrobe   Class = "microbe"   // lactobacillus, yeast, mushroom
	ClassFerment   Class = "ferment"   // ferment, 발효: the microbe makes, the plant is its food
	ClassSynthetic Class = "synthetic" // synthetic, artificial, mimetic, biomimetic, 仿生
	ClassVegan     Class = "vegan"     // vegan, non-animal: excludes, does not state
	ClassWithout   Class = "without"   // without, no, sans, 不含: denies what follows it
	ClassFree      Class = "free"      // free, frei, 무첨가: denies the word before it
	ClassCarrier   Class = "carrier"   // liposome, lipid, lecithin: a vesicle made of these is no exosome
	ClassNeutral   Class = "neutral"   // holds an origin word and states nothing: human oligopeptide-1
	ClassAmount    Class = "amount"    // ppm, particles, billion, 億
)

// classes lists them for checking; an array, so that nobody can append to it.
var classes = [...]Class{ClassNoun, ClassMedium, ClassModifier, ClassHuman, ClassTissue, ClassPlant, ClassPart, ClassAnimal, ClassMilk, ClassMicrobe,
	ClassFerment, ClassSynthetic, ClassVegan, ClassWithout, ClassFree, ClassCarrier, ClassNeutral, ClassAmount}

// States gives the origin that the words of a class state, "" for none.
func (c Class) States() Origin {
	switch c {
	case ClassHuman:
		return Human
	case ClassPlant:
		return Plant
	case ClassAnimal, ClassMilk:
		return Animal
	case ClassMicrobe:
		return Microbial
	case ClassSynthetic:
		return Synthetic
	}
	return ""
}

// Word is one entry of the grammar by which names that no table lists are understood. An entry of
// several words wins over the words it is made of: "horse chestnut" is a plant.
type Word struct {
	Text     string // as listed, without the star; Fold(Text) is the key
	Stem     bool   // the entry was written with a trailing star: any ending may follow in the same word
	Name     string // English, for the evidence
	Class    Class
	Kind     Kind   // of a noun or a medium
	Origin   Origin // what the word states when the rules let it
	Likely   Origin
	Language string // a BCP 47 tag, or several, parted by a space, of languages that write it alike
	Evidence string
	Source   string
}

// SameLanguage reports whether two words may be of one language, by their Language.
func SameLanguage(a, b string) bool {
	if a == b || !strings.Contains(a, " ") && !strings.Contains(b, " ") {
		return a == b
	}
	others := strings.Fields(b)
	return slices.ContainsFunc(strings.Fields(a), func(l string) bool { return slices.Contains(others, l) })
}

// Role is what a heading does on a label.
type Role string

// The roles of headings.
const (
	ListStart  Role = "list-start"  // an ingredient list follows
	ListMore   Role = "list-more"   // a part of the list follows: active ingredients
	MayContain Role = "may-contain" // what follows is in some of the shades or batches only
	ListEnd    Role = "list-end"    // the list is over
	Allergens  Role = "allergens"   // the list is over, and foods are named again: "May contain nuts"
	Firm       Role = "firm"        // a legal form: the line it stands in is an address, and the list is over
)

// Heading is a phrase that opens or closes an ingredient list.
type Heading struct {
	Text     string // as listed; Fold(Text) is the key
	Role     Role
	Language string
	Evidence string
	Source   string
}

// Confusion is what a reader takes for something else, and how dear it is to assume so: 0 is free,
// 1 is the price of an arbitrary wrong letter. Nothing is read for a sign that the reader cannot write.
type Confusion struct {
	Read   string
	Meant  string
	Cost   float64
	Source string
}

// Doubt is what a wrong letter costs in a word that the reader was not sure of, as a share of its price in others.
type Doubt struct {
	Below  float64 // the reader's confidence in the word, 0 to 100
	Factor float64
	Source string
}

// ColumnRole is what a word does in a table of ingredients that was typed or pasted.
type ColumnRole string

// The roles. The first six head columns, the surest heading of names first.
const (
	InciColumn   ColumnRole = "inci-column"   // of INCI names
	NameColumn   ColumnRole = "name-column"   // of ingredients
	TradeColumn  ColumnRole = "trade-column"  // of names, which may be those of a trade
	SideColumn   ColumnRole = "side-column"   // of what stands beside names: numbers, shares, functions
	OriginColumn ColumnRole = "origin-column" // of what the ingredients come from; names a field that says so, too
	GoodsColumn  ColumnRole = "goods-column"  // of products: what stands in it is no ingredient
	Share        ColumnRole = "share"         // stands in cells of shares: "q.s. to 100"
	Sum          ColumnRole = "sum"           // names a row that sums up others
	Section      ColumnRole = "section"       // begins a row that heads a part of the table: "Phase A"
	Purpose      ColumnRole = "purpose"       // what an ingredient is for, before a colon in a footnote: 整肌成分：バラ由来
)

// ColumnWord is a word of tables.
type ColumnWord struct {
	Text     string
	Role     ColumnRole
	Language string
	Evidence string
	Source   string
}

// AffixRole is what a word says at the beginning or the end of a name.
type AffixRole string

// The roles.
const (
	Praise  AffixRole = "praise"  // stands before a name, or behind it, and says nothing of what it is, nor does how it was treated
	Place   AffixRole = "place"   // where a plant grew, which may be part of its name: "Moroccan Argan Oil", "Indian Gooseberry"
	General AffixRole = "general" // tells a plant's cells or any plant, not which: a noun may be missing behind it, "Rose Callus"
	Ending  AffixRole = "ending"  // ends words made of a plant's name and this: "Walnussöl"
	Made    AffixRole = "made"    // what is made of a source, said before it: "Huile de Coco"
	Subject AffixRole = "subject" // begins sentences that the pack says of the product, and no names: "This cream is free from ..."
	Product AffixRole = "product" // what is made of a source: no noun is missing behind it
	Food    AffixRole = "food"    // what foods are made of plants: "Carrot Juice"
	Goods   AffixRole = "goods"   // what shops sell and say of it, which stands in the name of a product and in no list of names
	Tail    AffixRole = "tail"    // ends names far more often than it is one
	Before  AffixRole = "before"  // stands between a name and its source: "exosomes from"
	Negator AffixRole = "negator" // makes a sentence with exosomes say that there are none, or leaves open what it says: "are not used"
	Against AffixRole = "against" // stands between two that are compared, neither of which need be there: "human exosomes vs rose exosomes"
	With    AffixRole = "with"    // says that something is there, after what is not: "no parabens, but human exosomes"
	Nor     AffixRole = "nor"     // joins the last of several that a negation denies: "free of parabens, silicones or human exosomes"
	Idiom   AffixRole = "idiom"   // has a negator and denies nothing: "never miss"
	Nothing AffixRole = "nothing" // says of what stands before a colon that there is none of it: "nil"
	Being   AffixRole = "being"   // stands beside a negation that says something of what is named before it: "are not used"
	Other   AffixRole = "other"   // stands in what packs say, in no name, and is a letter or two from a source: "Planet Exosomes"
	Beside  AffixRole = "beside"  // says where something works or what is beside it, not where it comes from: "tested in human cells"
)

// Affix is a word that names begin or end with.
type Affix struct {
	Text     string
	Role     AffixRole
	Language string // or several, parted by a space
	Evidence string
	Source   string
}

// Fault is one thing wrong with a dictionary file.
type Fault struct {
	File string
	Line int // from 1; 0 for the file as a whole
	Text string
}
