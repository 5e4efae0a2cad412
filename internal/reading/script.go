package reading

import (
	"math"
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
	tables []*unicode.RangeTable
}

// scripts in the order they are tried: those lists of cosmetics are often printed in.
func scripts() []script {
	return []script{
		{"kor", "Korean", []*unicode.RangeTable{unicode.Hangul}},
		{"jpn", "Japanese", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
		{"chi_sim", "Chinese", []*unicode.RangeTable{unicode.Han}},
		{"rus", "Russian", []*unicode.RangeTable{unicode.Cyrillic}},
		{"tha", "Thai", []*unicode.RangeTable{unicode.Thai}},
		{"ara", "Arabic", []*unicode.RangeTable{unicode.Arabic}},
	}
}

// When print is taken to be of a script.
const (
	foreignBelow = 72.0 // confidence of a Latin reading; Latin that is read at all is read better
	ownShare     = 0.5  // of the letters, in the script
	ownLeast     = 6    // letters in the script
	sureScript   = 60.0 // confidence of a reading in it
	probeHeight  = 14.0 // x-heights of the part that is read to tell: some five lines
)

// otherScript reads a little of the print in each script there is data for, and all of it in the one
// that fits best.
func otherScript(w *work) []plan {
	if w.Lang != "" || w.script != "" || w.best == nil || w.best.score.Confidence >= foreignBelow || !w.best.score.poor() {
		return nil
	}
	tried := slices.DeleteFunc(scripts(), func(s script) bool { return !slices.Contains(w.Installed, s.lang) })
	v := w.best.plan.view
	if len(tried) == 0 || len(v.layout.Blocks) == 0 || v.layout.Blocks[0].Letters < columnLetters {
		return nil
	}
	// What shapes say of which way is up holds for Latin letters only.
	opposite := v.layout.Blocks[0].Turn == 180
	flat := layout.FlattenOptions{XHeight: readAt, Opposite: opposite}
	mesh := v.layout.Flatten(flat, 0)
	gray := mesh.Apply(v.gray)
	probe := ocr.Box{W: mesh.Width, H: min(mesh.Height, int(probeHeight*mesh.XHeight))}
	best, most := "", sureScript
	for _, s := range tried {
		if w.spent() {
			break
		}
		page, err := w.ask(gray, ocr.Recipe{Mode: modeBlock, Lang: s.lang, Region: &probe})
		if err != nil {
			continue // a probe that fails tells nothing
		}
		if c := s.fit(page); c > most {
			best, most = s.lang, c
		}
	}
	step := Step{What: "other script", Why: "Latin made no sense of it", Decision: "none fits"}
	if best != "" {
		step.Decision = best
	}
	w.step(step)
	if best == "" {
		return nil
	}
	w.script = best + "+eng"
	// The survey looks for letters of Latin's build; where the print is level the whole photo is surer.
	lead := &v.layout.Blocks[0]
	if lead.Turn%180 == 0 && math.Abs(lead.Skew) < easyTilt {
		return []plan{{view: v, recipe: ocr.Recipe{Mode: modeAuto, Lang: w.script}}}
	}
	return []plan{{view: v, blocks: together(v.layout, 0), flat: flat, recipe: ocr.Recipe{Lang: w.script}}}
}

// fit is the confidence of a reading whose letters are of the script, 0 of others.
func (s script) fit(p *ocr.Page) float64 {
	own, all, sum := 0, 0, 0.0
	for _, w := range p.Words {
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
