package reading

import (
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
	ownShare     = 0.5  // of the letters, in the script
	ownLeast     = 6    // letters in the script
	likelyScript = 60.0 // confidence of a reading in it
	surelyScript = 72.0 // from here on no other need be tried
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

// fitting is the plan in the script that fits a little of the print best, and whether one does. What shapes say of which
// way is up holds for Latin letters only: people hold photos the right way up.
func (w *work) fitting(v *view, tried []script) (found plan, fits bool) {
	turned := v.layout.Blocks[0].Turn == 180
	most := likelyScript
	for _, opposite := range [...]bool{turned, !turned} {
		for _, s := range tried {
			if w.spent() {
				return found, fits
			}
			flat := layout.FlattenOptions{XHeight: readAt, Opposite: opposite, Signs: s.signs}
			p := plan{view: v, blocks: together(v.layout, 0), flat: flat, recipe: ocr.Recipe{Lang: s.lang}}
			c := s.fit(w.glimpse(p, false))
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
