package reading

import (
	"fmt"
	"math"
	"slices"

	"exoscan/internal/label"
	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// The codes of warnings about a photo.
const (
	TooSmall    = "too-small"
	Blurred     = "blurred"
	Glare       = "glare"
	CurvedLabel = "curved-label"
	Mirrored    = "mirrored"
	LowContrast = "low-contrast"
	NoPrint     = "no-print"
	OtherScript = "other-script"
)

// What a photo can be blamed for.
const (
	leastKnown  = 0.8   // share of a list; one of which more is known has nothing to blame on the photo
	smallPrint  = 7.0   // pixels of x-height: below, letters merge
	blurredFrom = 0.075 // x-heights of blur: strokes blurred into each other seem sharper than they are
	unsharp     = 0.6   // pixels of blur: less is as sharp as the camera is
	glareFrom   = 0.08  // share of the block burnt out
	fadedBelow  = 0.5   // of the contrast left to the faintest letters: on white ground, light took the rest
	whiteGround = 230
	bentFrom    = 80   // degrees of arc the print covers: below, its sides are read as well as its middle
	sideShare   = 0.2  // of the width of the print, that is a side
	sideWorse   = 15.0 // confidence by which a side must be read worse than the middle
	faintFrom   = 25   // grey levels between ink and ground
)

// advice says why a reading is not good, as far as measurements tell.
func (w *work) advice() []Warning {
	var out []Warning
	add := func(code, format string, args ...any) {
		out = append(out, Warning{code, fmt.Sprintf(format, args...)})
	}
	b := w.best
	if b.plan.view.mirror {
		add(Mirrored, "the photo is mirrored; it was read the other way round")
	}
	if b.turnsAway() {
		add(CurvedLabel, "the label runs %.0f degrees round the bottle, and letters at its sides may be lost; turn the bottle and take another photo", b.mesh.Arc)
	}
	if b.score.ListFound && b.score.Known >= leastKnown {
		return out
	}
	l := b.plan.view.layout
	if len(l.Blocks) == 0 {
		add(NoPrint, "no print was found on the photo")
		return out
	}
	block := b.block(l)
	m := &block.Measures
	small, blurred := block.XHeight < smallPrint, m.Blur > blurredFrom*block.XHeight && m.Blur > unsharp
	if missing := w.notInstalled(); missing != "" && !small && !blurred && w.Lang == "" && b.score.poor() && b.score.Confidence < foreignBelow && block.Letters >= columnLetters {
		add(OtherScript, "the print may be in a script there is no data for: %s", missing)
	}
	if small {
		add(TooSmall, "the print is too small: x-height %.0f pixels, %.0f are needed; take the photo from nearer", block.XHeight, smallPrint)
	}
	if blurred {
		add(Blurred, "the photo is blurred: edges are %.1f pixels wide at an x-height of %.0f; hold still and let the camera focus", 2.5*m.Blur, block.XHeight)
	}
	switch {
	case m.Glare > glareFrom:
		add(Glare, "%.0f %% of the print is under a reflection; tilt the pack or move the light", 100*m.Glare)
	case m.Faint < fadedBelow && m.Ground > whiteGround && !block.Light && !blurred:
		add(Glare, "print fades into white, as under a reflection; tilt the pack or move the light")
	}
	if m.Contrast < faintFrom {
		add(LowContrast, "the print differs from its ground by %.0f of 255 grey levels; take the photo in more even light", m.Contrast)
	}
	return out
}

// turnsAway says whether print was lost at the sides of a curved label: a list goes on there, or what was not understood
// was read worse there than in the middle.
func (t *try) turnsAway() bool {
	if t.mesh == nil || t.mesh.Arc < bentFrom {
		return false
	}
	if slices.ContainsFunc(t.label.Lists, func(l label.List) bool { return l.BeyondHorizon }) {
		return true
	}
	if t.score.ListFound && t.score.Known >= leastKnown {
		return false
	}
	var left, middle, right []ocr.Word
	f, wide := frameOf(t), float64(t.mesh.Width)
	for _, word := range t.page.Words {
		switch x, _ := f.own(word).middle(); {
		case x < sideShare*wide:
			left = append(left, word)
		case x > (1-sideShare)*wide:
			right = append(right, word)
		default:
			middle = append(middle, word)
		}
	}
	legibly := sureness(middle)
	return legibly >= legibleFrom && math.Min(sureness(left), sureness(right)) < legibly-sideWorse
}

// block is the block of print a reading is about.
func (t *try) block(l *layout.Layout) *layout.Block {
	if len(t.plan.blocks) > 0 {
		return &l.Blocks[t.plan.blocks[0]]
	}
	if len(l.Blocks) == 0 {
		return nil
	}
	return &l.Blocks[0]
}
