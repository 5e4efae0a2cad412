//go:build learn

package match_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"exoscan/dictionary"
	"exoscan/internal/label/labeltest"
)

// TestLearnSigns reads lists of the names of each script whose signs are words or syllables, aligns what was read with
// what was printed, and writes what was confused into dictionary/confusions.tsv: the rows whose source begins "learned
// signs". Tesseract's data cannot write some signs of such names at all, and writes another or none.
//
//	TESSDATA_PREFIX=folder go test -tags learn ./internal/match -run TestLearnSigns -v -timeout 60m
//
// The folder has chi_sim, kor and jpn. Labels that report accuracy have other lists, sizes and seeds.
func TestLearnSigns(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed")
	}
	var rows []string
	for _, s := range signScripts {
		if err := labeltest.HasFace(s.faces[0]); err != nil {
			t.Skip(err)
		}
		rows = append(rows, s.learn(t)...)
	}
	replaceRows(t, learnedSigns, rows)
}

// learnedSigns begins the source of what TestLearnSigns writes.
const learnedSigns = "learned signs: "

// signScript is a script with the faces and Tesseract's data for it.
type signScript struct {
	language, data, heading, separator string
	faces                              []string
}

var signScripts = []signScript{
	{"zh-Hans", "chi_sim", "成分：", "、", []string{"noto-cjk-sc", "noto-serif-cjk-sc"}},
	{"ko", "kor", "전성분: ", ", ", []string{"noto-cjk-kr", "noto-serif-cjk-kr"}},
	{"ja", "jpn", "全成分：", "、", []string{"noto-cjk-jp", "noto-serif-cjk-jp"}},
}

const (
	// namesOnLabel are set on one label, and each name on so many labels.
	namesOnLabel, labelsOfName = 25, 4
	// A sign says as much as two or three letters: what is often confused costs more than a letter that is.
	leastSignCost = 0.2
	// A sign that is left out as often as this is one that the data cannot write; others are lost by accident.
	lostShare = 0.1
	// A name is looked for so many signs behind where the one before it ends.
	strayed = 60
	// Chances of a sign that count as none yet.
	fewSigns = 40
)

func (s signScript) learn(t *testing.T) (rows []string) {
	names := s.names()
	c := newCounts(func(read, meant string) bool {
		sign, n := utf8.DecodeRuneInString(meant)
		return n == len(meant) && sign >= utf8.RuneSelf && unicode.IsLetter(sign) && utf8.RuneCountInString(read) <= 1
	})
	rng := rand.New(rand.NewPCG(uint64(len(names)), 17))
	labels := 0
	for range labelsOfName {
		rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		for some := range slices.Chunk(names, namesOnLabel) {
			s.read(t, rng, &c, some, s.faces[labels%len(s.faces)])
			labels++
		}
	}
	known := map[string]bool{}
	for _, n := range names {
		known[string(lettersOf(n))] = true
	}
	for e, n := range c.errors {
		if n < leastSeen || s.parts(known, e) || e[0] == "" && float64(n) < lostShare*float64(c.chances[e[1]]) {
			continue
		}
		price := max(leastSignCost, c.price(e, n, fewSigns))
		if price < 0.95 {
			rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%s%d of %d on %d labels of names in %s", e[0], e[1], plain(price), learnedSigns, n, c.chances[e[1]], labels, s.language))
		}
	}
	t.Logf("%s: %d names, %d labels, %d signs aligned, %d kinds of confusion, %d learned", s.language, len(names), labels, c.letters, len(c.errors), len(rows))
	return rows
}

// names gives the names of the language that have signs of its script.
func (s signScript) names() []string {
	all := map[string]bool{}
	for _, term := range dictionary.Default().AllTerms() {
		if term.Language == s.language && utf8.RuneCountInString(term.Text) > 1 {
			all[term.Text] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// parts reports whether a confusion tells two names of the language apart: 钾 and 钠 do.
func (s signScript) parts(known map[string]bool, e [2]string) bool {
	for name := range known {
		if strings.Contains(name, e[1]) && known[strings.Replace(name, e[1], e[0], 1)] {
			return true
		}
	}
	return false
}

// read sets some names as a list, photographs it and counts what was confused.
func (s signScript) read(t *testing.T, rng *rand.Rand, c *counts, names []string, face string) {
	em := 16 + 18*rng.Float64() // pixels: small print to large
	l := labeltest.Label{
		Face: face, Size: 30, Width: 1100, Leading: 1.4,
		List: labeltest.List{Heading: s.heading, Separator: s.separator, Ingredients: names},
	}
	img, truth := l.Render(labeltest.Optics{
		Zoom: em / 30, Roll: rng.Float64() - 0.5, Shade: 0.3 * rng.Float64(), Light: 360 * rng.Float64(),
		Blur: em * 0.03 * rng.Float64(), Noise: 2 + 4*rng.Float64(), JPEG: 60 + rng.IntN(35), Seed: rng.Uint64(),
	})
	file := filepath.Join(t.TempDir(), "label.png")
	writePNG(t, file, img)
	cmd := exec.Command("tesseract", file, "-", "-l", s.data, "--psm", "6")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	read := lettersOf(string(text))
	certain := slices.Repeat([]*certainty{new(certainty)}, len(read)+1)
	from := 0
	for _, name := range truth.Ingredients {
		letters := lettersOf(name)
		to := min(from+2*len(letters)+strayed, len(read))
		from += c.align(read[from:to], certain, letters)
	}
}

// lettersOf gives the letters and signs of a text that the distance compares.
func lettersOf(text string) []rune {
	return []rune(string(dictionary.Squeeze(nil, dictionary.Fold(text))))
}
