// Package dictionary holds the reviewed data exoscan judges by: how exosomes are named, what only
// looks like them, where lists begin and end, which words state an origin, and the INCI names of
// CosIng. Every row has a source.
package dictionary

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
