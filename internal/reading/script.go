package reading

import (
	"image"
	"slices"
	"strings"
	"unicode"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// script is a way of writing beside Latin, and Tesseract's language that reads it.
type script struct {
	lang   string
	name   string
	signs  bool // not built as Latin letters are, which the survey looks for
	latin  bool // its data knows Latin letters, too: with English beside it, it costs twice as much and reads worse
	tables []*unicode.RangeTable
}

// scripts in the order they are tried: those lists of cosmetics are often printed in.
func scripts() []script {
	return []script{
		{"kor", "Korean", true, true, []*unicode.RangeTable{unicode.Hangul}},
		{"jpn", "Japanese", true, true, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
		{"chi_sim", "Chinese", true, true, []*unicode.RangeTable{unicode.Han}},
		{"rus", "Russian", false, false, []*unicode.RangeTable{unicode.Cyrillic}},
		{"tha", "Thai", true, false, []*unicode.RangeTable{unicode.Thai}},
		{"ara", "Arabic", true, false, []*unicode.RangeTable{unicode.Arabic}},
	}
}

// When print is taken to be of a script.
const (
	foreignBelow = 72.0 // confidence of a Latin reading; Latin that is read at all is read better
	latinKnown   = 0.15 // share of a list that is known, which chance does not give
	ownShare     = 0.5  // of the letters, in the script
	ownLeast     = 6    // letters in the script
	likelyScript = 60.0 // confidence of a reading in it
	surelyScript = 72.0 // from here on no other need be tried
	heldHeight   = 10.0 // x-heights of the part that is read as the photo is held
	signMargin   = 3.5  // x-heights around what the survey saw of the print: it may have missed a part of a line
	heldEdge     = 0.5  // x-heights of its edge, where lines are cut
)

// otherScript reads a little of the print in each script there is data for, and all of it in the one
// that fits best.
func otherScript(w *work) []plan {
	if w.Lang != "" || w.script != "" || w.best == nil || !w.best.score.foreign() {
		return nil
	}
	tried := slices.DeleteFunc(scripts(), func(s script) bool { return !slices.Contains(w.Installed, s.lang) })
	v := w.best.plan.view
	if len(tried) == 0 || len(v.layout.Blocks) == 0 || v.layout.Blocks[0].Letters < columnLetters {
		return nil
	}
	found, fits := w.fitting(v, tried)
	step := Step{What: "other script", Why: "Latin made no sense of it", Decision: "none fits"}
	if fits {
		step.Decision = found.recipe.Lang
	}
	w.step(step)
	if !fits {
		return nil
	}
	w.script = found.recipe.Lang
	return []plan{found}
}

// foreign says whether what was read as Latin may be in another script: of a list in Latin letters some names are known,
// however badly it is read.
func (s Score) foreign() bool {
	return s.Confidence < foreignBelow && s.poor() && (!s.ListFound || s.Known < latinKnown)
}

// fitting is the plan in the script that fits a little of the print best, and whether one does. What shapes say of which
// way is up holds for Latin letters only, and signs stand as near to those below as to those beside them: people hold
// photos the right way up.
func (w *work) fitting(v *view, tried []script) (found plan, fits bool) {
	lead := &v.layout.Blocks[0]
	ways := []stance{{opposite: lead.Turn == 180}, {opposite: lead.Turn != 180}}
	if lead.Turn%180 != 0 {
		ways = append([]stance{{held: true}}, ways...)
	}
	most := likelyScript
	for _, way := range ways {
		for _, s := range tried {
			if w.spent() {
				return found, fits
			}
			if way.held && !s.signs {
				continue
			}
			p := way.plan(v, s)
			c := s.fit(w.little(p))
			if c > most {
				found, fits, most = p, true, c
				if !s.latin {
					found.recipe.Lang += "+eng"
				}
			}
			if c >= surelyScript {
				return found, true
			}
		}
	}
	return found, fits
}

// stance is how print may stand: as the photo is held, or laid flat as the survey saw it, or the other way up.
type stance struct{ held, opposite bool }

func (t stance) plan(v *view, s script) plan {
	if t.held {
		return plan{view: v, recipe: ocr.Recipe{Mode: modeAuto, Lang: s.lang}}
	}
	flat := layout.FlattenOptions{XHeight: readAt, Opposite: t.opposite, Signs: s.signs}
	if s.signs {
		flat.Margin = signMargin
	}
	return plan{view: v, blocks: together(v.layout, 0), flat: flat, recipe: ocr.Recipe{Lang: s.lang}}
}

// little are the words a plan reads in a few lines, or in the middle of the first block where it shows the picture as
// it is.
func (w *work) little(p plan) []ocr.Word {
	if len(p.blocks) > 0 {
		return w.glimpse(p, false)
	}
	b := &p.view.layout.Blocks[0]
	wide, high := int(probeWidth*b.XHeight), int(heldHeight*b.XHeight)
	middle := b.Bounds.Min.Add(b.Bounds.Max).Div(2)
	part := image.Rect(middle.X-wide/2, middle.Y-high/2, middle.X+wide/2, middle.Y+high/2).Intersect(b.Bounds)
	page, err := w.ask(p.view.gray, ocr.Recipe{Mode: modeBlock, Lang: p.recipe.Lang, Region: &ocr.Box{X: part.Min.X, Y: part.Min.Y, W: part.Dx(), H: part.Dy()}})
	if err != nil {
		return nil // a probe that fails tells nothing
	}
	// Lines at the edge were cut.
	edge := int(heldEdge * b.XHeight)
	return slices.DeleteFunc(slices.Clone(page.Words), func(word ocr.Word) bool {
		return word.Box.Y < part.Min.Y+edge || word.Box.Y+word.Box.H > part.Max.Y-edge
	})
}

// fit is the confidence of a reading whose letters are of the script, 0 of others.
func (s script) fit(words []ocr.Word) float64 {
	own, all, sum := 0, 0, 0.0
	for _, w := range words {
		n := 0
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				all++
				if unicode.In(r, s.tables...) || s.lang == "jpn" && unicode.Is(unicode.Han, r) {
					own++
					n++
				}
			}
		}
		sum += float64(n) * w.Confidence
	}
	if own < ownLeast || float64(own) < ownShare*float64(all) {
		return 0
	}
	return sum / float64(own)
}

// notInstalled names the scripts that could not be tried, with the command that gets them.
func (w *work) notInstalled() string {
	var names, langs []string
	for _, s := range scripts() {
		if !slices.Contains(w.Installed, s.lang) {
			names, langs = append(names, s.name), append(langs, ocr.InstallLanguage(s.lang))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + " were not tried, for example: " + langs[0]
}
