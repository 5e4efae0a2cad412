// Package layout says where the print is on a photo and how it lies: which way the lines run, how far
// they are tilted and bent, how large, sharp and bright the letters are, and which block of lines looks
// like a list of ingredients. From the lines it makes a Mesh that lays such a block flat: turned,
// levelled, unbent, cut out and scaled in one interpolation. What a lens out of focus did to print it
// takes back.
//
// It promises that every position leads back: what is found on the flat image has a place on the photo.
// It promises to finish: time and memory are bounded by the number of pixels, whatever they show.
// It refuses to read. Whether print stands on its head is only hinted at, whether it is mirrored not
// even that, and the block it ranks first is a proposal: the words decide.
//
// Coordinates are continuous: pixel i covers [i,i+1), the origin is the top left corner of the image.
// Angles are degrees clockwise.
package layout

import (
	"image"
	"slices"
)

// Layout is what Survey found on one image.
type Layout struct {
	Width, Height int     // pixels of the image
	Blocks        []Block // the one most like an ingredient list first
	Noise         float64 // typical deviation of a pixel from its neighbours on quiet ground, in grey levels

	work    *work
	bars    []image.Rectangle // of barcodes
	leaders []image.Rectangle
}

// Leads says whether the print has dot leaders, which Apply paints over.
func (l *Layout) Leads() bool { return len(l.leaders) > 0 }

// Point is a place on an image.
type Point struct{ X, Y float64 }

// Block is a paragraph of print: lines of one size and polarity, one below the other.
type Block struct {
	Bounds image.Rectangle // pixels of the image; holds the letters, not the ground around them
	Light  bool            // light print on dark ground
	Turn   int             // degrees clockwise the print is turned: 0, 90, 180 or 270; see Upright
	Round  bool            // its lines are circles about one centre, and Turn and Skew are those of their middle
	Skew   float64         // degrees clockwise the lines are tilted beyond Turn, at the middle of the block
	Bend   float64         // greatest distance of a baseline from the straight line through its ends, in x-heights

	// Upright is the evidence for Turn against the opposite, from 0 (none: 180 degrees more are as
	// likely) to 1. A hint: capitals without commas have no evidence to give.
	Upright float64

	XHeight  float64 // pixels of the image: height of an x; for capitals the height an x would have
	Capitals bool    // no small letters seen
	Lines    []Line  // top to bottom
	Letters  int     // letters, or pieces of joined letters
	Marks    int     // commas and points on the baselines
	Bullets  []Point // spots between words, as lists have them for commas
	Density  float64 // share of the lines' area that is ink
	Measures Measures
	Score    float64 // likeness to an ingredient list, for comparison within one image only

	frame   frame
	blobs   *blobs // the letters are of
	lines   []line
	letters []letter
	bullets []Point
	xHeight float64 // work pixels
	weight  float64 // its mass, on which depends which block takes its place first
}

// Line is one line of print.
type Line struct {
	Base    []Point // the baseline, in reading direction
	Waist   []Point // the height of an x above each of those
	Height  float64 // pixels of the image: middle height of its letters
	Letters int
}

// kind is what print is taken to be.
type kind int

const (
	touchingLines kind = iota + 1
	ofSigns
)

// Survey finds the print on g. An image too small to hold a letter has no blocks.
func Survey(g *image.Gray) *Layout { return survey(g, 0) }

// SurveyApart is Survey with lines that touch cut apart; nil where there are next to none.
func SurveyApart(g *image.Gray) *Layout { return survey(g, touchingLines) }

func survey(g *image.Gray, of kind) *Layout {
	const leastTouching = 0.05 // of the print
	out := &Layout{Width: g.Rect.Dx(), Height: g.Rect.Dy()}
	k := newWork(g)
	if k == nil {
		return out
	}
	b, noise := findPrint(k, of)
	if of == touchingLines && b.touching < leastTouching {
		return nil
	}
	out.work, out.bars, out.leaders, out.Noise = k, b.bars, b.leaders, noise
	var found []Block
	for turn := range 2 {
		found = append(found, findBlocks(b, frame{Quarters: Quarters{Turn: turn, W: float64(k.w), H: float64(k.h)}})...)
	}
	if r, ok := findRing(found, k); ok {
		unrolled, _ := findPrint(k.unroll(&r), of)
		round := findBlocks(unrolled, frame{Quarters: Quarters{W: r.w, H: r.h}, ring: r})
		found = append(found, notStraight(round, found, k)...)
	}
	out.Blocks = settle(found, k)
	stand(out.Blocks, of == ofSigns)
	for i := range out.Blocks {
		bl := &out.Blocks[i]
		bl.trim()
		bl.describe(out)
		bl.Measures = measure(g, bl, k.step)
	}
	out.Blocks = rank(out.Blocks)
	return out
}

// findPrint finds the blobs that print of a kind is made of, and the noise.
func findPrint(k *work, of kind) (*blobs, float64) {
	b, noise := findBlobs(k, of == touchingLines)
	if of == ofSigns {
		b = joinSigns(b)
	}
	return b, noise
}

// findBlocks finds the print that runs along a frame.
func findBlocks(b *blobs, f frame) []Block {
	letters := lettersOf(b, f)
	lines := joinLines(b, f, letters, linesOf(b, f, letters, traceChains(b, f, letters)))
	if f.ring != (ring{}) {
		lines = slices.DeleteFunc(lines, func(l line) bool { return !f.follows(&l) })
	}
	var out []Block
	for _, ids := range group(lines) {
		out = append(out, newBlock(f, b, letters, lines, ids).splitColumns()...)
	}
	return out
}
