package layout

import (
	"cmp"
	"math"
	"slices"
)

// What makes a block look like a list of ingredients. Prose has a comma or a point for every thirty
// letters, a list for every fifteen; a name or a slogan has few lines.
const (
	listLines   = 4    // lines from which a block is long enough
	listMarks   = 0.06 // marks per letter of a list
	marksWeight = 0.5  // how much more a block with the marks of a list counts than one without any

	// Specks of a texture form lines now and then. They are fewer and fainter than print.
	leastBlock   = 4    // letters
	faintest     = 0.15 // of the contrast of the block that ranks first
	faintLetters = 40   // a faint block with so many letters is print all the same

	// A wall or a cloth out of focus has more of what looks like letters than a label before it has print. A list half
	// in the shade keeps 0.4 of its contrast there.
	longPrint = 100  // letters of a block that is print for sure, if it has the lines of a list
	texture   = 0.25 // of the contrast of such print
)

// rank sorts the blocks by their likeness to an ingredient list, what is a texture beside print behind that, and lets
// go of specks.
func rank(blocks []Block) []Block {
	for i := range blocks {
		b := &blocks[i]
		marks := math.Min(1, float64(b.Marks)/float64(b.Letters)/listMarks)
		b.Score = float64(b.Letters) * math.Min(1, (float64(len(b.Lines))+0.5)/listLines) * (1 + marksWeight*marks)
	}
	strongest := 0.0
	for i := range blocks {
		if b := &blocks[i]; b.Letters >= longPrint && len(b.Lines) >= listLines {
			strongest = math.Max(strongest, b.Measures.Contrast)
		}
	}
	slices.SortStableFunc(blocks, func(a, b Block) int {
		if faint := a.Measures.Contrast < texture*strongest; faint != (b.Measures.Contrast < texture*strongest) {
			if faint {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.Score, a.Score)
	})
	return slices.DeleteFunc(blocks, func(b Block) bool {
		faint := b.Measures.Contrast < faintest*blocks[0].Measures.Contrast && b.Letters < faintLetters
		return b.Letters < leastBlock || faint
	})
}
