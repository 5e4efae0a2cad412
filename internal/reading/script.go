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
	latinKnown   = 0.15 // share of a list that is known, which chance does not give
	ownShare     = 0.5  // of the letters, in the script
	ownLeast     = 6    // letters in the script
	kanaShare    = 0.15 // of the letters in a script that is read with others: Japanese with hardly any kana may be Chinese
	likelyScript = 30.0 // confidence of a reading in it
	likelierBy   = 1.25 // times as sure as in any other script, unless it is
	fairlyScript = 50.0 // as sure as this
	surelyScript = 72.0 // from here on no other need be tried
	signMargin   = 3.5  // x-heights above and below what the survey saw: two signs, as of a heading, make no line there
	signAside    = 1.5  // x-heights beside it: an edge of the label is taken for signs
)

// otherScript reads a little of the print in each script there is data for, and all of it in the one
// that fits best.
func otherScript(w *work) []plan {
	if w.Lang != "" || w.script != "" || w.best == nil || !w.best.score.foreign() {
		return nil
	}
	tried := slices.DeleteFunc(scripts(), func(s script) bool { return !slices.Contains(w.Installed, s.lang) })
	if len(tried) == 0 {
		return nil
	}
	found, fits := w.fitting(tried)
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

// Chinese is written in two ways. Data for the simplified one reads much of the traditional one, the nearest signs it has
// for the rest.
const (
	simplifiedData  = "chi_sim"
	traditionalData = "chi_tra"
	wellKnown       = 0.9 // share of a list that is known where the data fits
)

// traditional reads Chinese that was read as simplified, and little understood, as traditional.
func traditional(w *work) []plan {
	if w.Lang != "" || w.best == nil || w.best.page.Recipe.Lang != simplifiedData || w.best.score.Known >= wellKnown || !slices.Contains(w.Installed, traditionalData) {
		return nil
	}
	p := w.best.plan
	p.recipe.Lang = traditionalData
	return []plan{p}
}

// alsoCyrillic reads everything once more where lines of Cyrillic stand between the Latin ones: many a Russian label
// has the INCI names in a list that begins and ends in Russian.
func alsoCyrillic(w *work) []plan {
	if !w.twoScripts() {
		return nil
	}
	p := w.best.plan
	p.recipe.Lang = cyrillicToo
	w.script = cyrillicToo
	return []plan{p}
}

// cyrillicToo reads lines of both scripts. Data that is for one knows the letters of the other as well, but not its words.
const cyrillicToo = "rus+eng"

// twoScripts says whether the best reading is of Latin letters, some of which in its list look like Cyrillic ones, and
// those were not read as such.
func (w *work) twoScripts() bool {
	return w.Lang == "" && w.best != nil && slices.Contains(w.Installed, "rus") && (w.script == "" || w.script == cyrillicToo) && w.best.label.MixedList() &&
		!slices.ContainsFunc(w.tries, func(t *try) bool { return t.page.Recipe.Lang == cyrillicToo })
}

// reveals says whether a reading in the script that the print turned out to be in makes more sense than one in Latin
// that made none, however little its list is worth.
func (t *try) reveals(o *try) bool {
	return t.page.Recipe.Lang != o.page.Recipe.Lang && o.score.foreign() && t.score.Confidence > o.score.Confidence+sureWords
}

// foreign says whether what was read as Latin may be in another script: of a list in Latin letters some names are known,
// however badly it is read.
func (s Score) foreign() bool {
	return s.Confidence < foreignBelow && s.poor() && (!s.ListFound || s.Known < latinKnown)
}

// fitting is the plan in the script that fits a little of the print best, and whether one does. People hold photos the
// right way up; what shapes say of that holds for Latin letters only.
func (w *work) fitting(tried []script) (found plan, fits bool) {
	letters := w.best.plan.view
	signs := w.surveySigns(letters)
	most, next := 0.0, 0.0
	for _, over := range [2]bool{false, true} {
		for _, s := range tried {
			v, opposite := letters, over
			if s.signs {
				v = signs
			}
			if len(v.layout.Blocks) == 0 || v.layout.Blocks[0].Letters < columnLetters {
				continue
			}
			if !s.signs && v.layout.Blocks[0].Turn == 180 {
				opposite = !over
			}
			if w.spent() {
				return found, most > fairlyScript
			}
			p := plan{view: v, blocks: together(v.layout, 0), flat: v.flat(readAt, opposite), recipe: ocr.Recipe{Lang: s.lang}}
			c := s.fit(w.glimpse(p, false))
			if c <= most {
				next = max(next, c)
				continue
			}
			found, most, next = p, c, most
			if !s.latin {
				found.recipe.Lang += "+eng"
			}
			if c >= surelyScript {
				return found, true
			}
		}
	}
	return found, most > fairlyScript || most > likelyScript && most > likelierBy*next
}

// surveySigns finds the signs on the picture of a view.
func (w *work) surveySigns(v *view) *view {
	out := &view{channel: v.channel, gray: v.gray, signs: true, layout: layout.SurveySigns(v.gray)}
	w.step(Step{What: "survey of signs", Why: "Latin made no sense of the print", Decision: describe(out.layout)})
	return out
}

// fit is the confidence of a reading whose letters are of the script, 0 of others. Digits are what letters of another
// script are read as where there is nothing better. A Japanese address has hardly any kana: read
// as surely as that Chinese is tried as well.
func (s script) fit(words []ocr.Word) float64 {
	own, all, kana, sum := 0, 0, 0, 0.0
	for _, w := range words {
		n := 0
		for _, r := range w.Text {
			switch {
			case unicode.In(r, s.tables...):
				kana++
				n++
			case s.lang == "jpn" && unicode.Is(unicode.Han, r):
				n++
			case !unicode.IsLetter(r) && !unicode.IsDigit(r):
				continue
			}
			all++
		}
		own += n
		sum += float64(n) * w.Confidence
	}
	if own < ownLeast || float64(own) < ownShare*float64(all) {
		return 0
	}
	confidence := sum / float64(own)
	switch {
	case float64(kana) >= kanaShare*float64(own):
		return confidence
	case confidence < surelyScript:
		return 0
	}
	return surelyScript - 1
}

// notInstalled names the scripts that could not be tried, with the command that gets them.
func (w *work) notInstalled() string {
	var names, langs []string
	for _, s := range scripts() {
		if !slices.Contains(w.Installed, s.lang) {
			names, langs = append(names, s.name), append(langs, ocr.InstallLanguage(s.lang))
		}
	}
	if !slices.Contains(w.Installed, traditionalData) {
		names, langs = append(names, "Traditional Chinese"), append(langs, ocr.InstallLanguage(traditionalData))
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + " were not tried, for example: " + langs[0]
}
