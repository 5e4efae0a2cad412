// Package origin turns matches into findings and one verdict.
//
// It promises to be pure and total: the same matches always give the same judgement, every set of
// matches gives one, and each finding names the words, the rule and the source that decided it. It
// refuses to guess: tissue words, stem cells and brands never make a verdict, an origin word never
// crosses a comma but from a footnote that the name refers to, and it never says whether a product is legal or safe.
package origin

import (
	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

// Verdict is the answer for one input.
type Verdict string

// The verdicts. Unspecified means an exosome is named and its source is not; None means the list was
// read and holds no exosome; Unreadable means no list was found, or too little of it was understood
// to say None.
const (
	Human       Verdict = "human-derived"
	Plant       Verdict = "plant-derived"
	Animal      Verdict = "animal-derived"
	Microbial   Verdict = "microbial-derived"
	Synthetic   Verdict = "synthetic"
	Mixed       Verdict = "mixed"
	Unspecified Verdict = "unspecified"
	None        Verdict = "none"
	Unreadable  Verdict = "unreadable"
)

// Finding is one ingredient that names exosomes, or in Related something near them.
type Finding struct {
	Name       string            `json:"name"`       // the canonical name
	Read       string            `json:"read"`       // the words as read
	Origin     dictionary.Origin `json:"origin"`     // "unspecified" where the ingredient does not say
	Because    string            `json:"because"`    // the words and the rule that gave the origin
	How        string            `json:"how"`        // exact, folded or edited
	Edits      int               `json:"edits"`      // letters that had to change, at least 0
	Ingredient int               `json:"ingredient"` // place in the list, from 1; 0 outside a list
	Of         int               `json:"of"`         // length of the list
	Box        *ocr.Box          `json:"box"`        // null for typed text
	Reference  string            `json:"reference"`  // "CosIng 94665", or the source of the term
	Likely     dictionary.Origin `json:"likely"`     // what an unspecified one probably is; never decides
	Photo      string            `json:"photo,omitempty"`
	Parts      []ocr.Box         `json:"parts,omitempty"` // Box line by line, where there is more than one
}

// Claim is exosome vocabulary outside the list: marketing, not an ingredient.
type Claim struct {
	Read   string            `json:"read"`
	Box    *ocr.Box          `json:"box"`
	Origin dictionary.Origin `json:"origin,omitempty"` // what the claim says of the origin
	Photo  string            `json:"photo,omitempty"`
	Parts  []ocr.Box         `json:"parts,omitempty"`
}

// Warning is something the reader of the verdict should know. Codes are stable.
type Warning struct {
	Code string `json:"code"`
	Text string `json:"text"`
}
