package layout

import (
	"cmp"
	"math"
	"slices"
)

// rank sorts the blocks by their likeness to an ingredient list: many letters in several long lines.
func rank(blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		lines := float64(len(b.Lines))
		b.Score = float64(b.Letters) * math.Min(1, (lines+0.5)/4)
	}
	slices.SortStableFunc(blocks, func(a, b Block) int { return cmp.Compare(b.Score, a.Score) })
}
