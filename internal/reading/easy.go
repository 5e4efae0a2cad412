package reading

import (
	"math"
	"slices"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// Print that needs no preparation.
const (
	easyTilt     = 1.0 // degrees
	easyFan      = 1.5 // degrees the most tilted line is tilted
	easyBend     = 0.25
	easySmall    = 13.0 // pixels of x-height
	easyLarge    = 45.0
	easyBlur     = 0.06 // x-heights
	easyShade    = 0.3
	easyContrast = 70
	easyFaint    = 0.7 // of the contrast left to the faintest letters
	easyPixels   = 3_000_000
)

func easy(w *work) []plan {
	v := w.survey("")
	if len(v.layout.Blocks) == 0 {
		return []plan{{view: v, recipe: ocr.Recipe{Mode: modeAuto, Background: true}}}
	}
	if !asItIs(v.layout) {
		return nil
	}
	return []plan{{view: v, recipe: ocr.Recipe{Mode: modeAuto}}}
}

// asItIs says whether print can be read as it is: the block that leads, and what lies around it.
func asItIs(l *layout.Layout) bool {
	b := &l.Blocks[0]
	m := &b.Measures
	if l.Leads() || b.Turn != 0 || b.Light || math.Abs(b.Skew) > easyTilt || b.Bend > easyBend || b.XHeight < easySmall || b.XHeight > easyLarge ||
		m.Blur > easyBlur*b.XHeight || m.Shade > easyShade || m.Faint < easyFaint || m.Contrast < easyContrast || l.Width*l.Height > easyPixels {
		return false
	}
	return !slices.ContainsFunc(together(l, 0), func(id int) bool {
		o := &l.Blocks[id]
		return math.Abs(o.Measures.Ground-m.Ground) > easyShade*m.Contrast || steepest(o) > easyFan
	})
}

// steepest is how many degrees the most tilted line of a block is tilted, which has letters enough to tell.
func steepest(b *layout.Block) float64 {
	most := 0.0
	for _, l := range b.Lines {
		if p, q := l.Base[0], l.Base[len(l.Base)-1]; l.Letters >= columnLetters {
			most = math.Max(most, math.Abs(math.Atan2(q.Y-p.Y, q.X-p.X))*180/math.Pi)
		}
	}
	return most
}
