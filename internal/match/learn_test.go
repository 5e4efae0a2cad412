//go:build learn

package match_test

import (
	"fmt"
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label/labeltest"
)

// TestLearn reads labels of the tuning set with Tesseract, aligns what was read with what was printed,
// and writes what it confused into dictionary/confusions.tsv: the rows whose source begins "learned".
// Rows from the shapes of letters stay where nothing was learned. The reporting set is never read.
//
//	go test -tags learn ./internal/match -run TestLearn -v && go test ./dictionary -run TablesAreNormal -update
//
// The costs follow the odds: a confusion seen in one of a hundred chances is nearly free, one as rare as
// an arbitrary wrong letter costs as much.
func TestLearn(t *testing.T) {
	c := learned(t)
	t.Logf("%d labels, %d letters aligned, %d kinds of confusion", labelsRead, c.letters, len(c.errors))
	writeConfusions(t, c)
}

// learned reads the labels.
func learned(t *testing.T) counts {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed")
	}
	c := newCounts(func(read, meant string) bool {
		return len([]rune(read)) <= 2 && len(meant) <= 2 && read != "" && meant != ""
	})
	for i := range labelsRead {
		c.learn(t, i)
	}
	return c
}

const (
	labelsRead = 70
	// Seen fewer times than this, a confusion is an accident.
	leastSeen = 3
	// Chances that count as none yet.
	fewChances = 200
	// A confusion seen in this share of the chances costs the least...
	commonest = 0.01
	// ...and one as rare as this costs as much as any wrong letter.
	rarest = 0.00004
	// What the commonest confusion costs: free would make two names one.
	leastCost = 0.1
)

type counts struct {
	errors  map[[2]string]int // read, meant
	chances map[string]int    // meant
	letters int
	wrong   int
	certain [len(bands) + 1]certainty // by band of the reader's confidence
	keep    func(read, meant string) bool
}

// newCounts counts the confusions that keep tells to.
func newCounts(keep func(read, meant string) bool) counts {
	return counts{errors: map[[2]string]int{}, chances: map[string]int{}, keep: keep}
}

// price is what a confusion seen n times costs. It is taken for a little rarer than seen, and where the chances were few
// for much rarer: one word on many labels is one witness.
func (c *counts) price(e [2]string, n, few int) float64 {
	odds := float64(n-leastSeen+1) / float64(c.chances[e[1]]+few)
	share := math.Log(commonest/odds) / math.Log(commonest/rarest)
	return math.Round(20*(leastCost+(1-leastCost)*min(max(share, 0), 1))) / 20
}

// learn reads one label of the names of three labels of the set, printed too small and unsharp to be
// read without errors: what is read well teaches nothing.
func (c *counts) learn(t *testing.T, i int) {
	rng := rand.New(rand.NewPCG(uint64(i), 11))
	l, _ := labeltest.Tuning().Case("flat", i)
	for k := 1; k <= 2; k++ {
		more, _ := labeltest.Tuning().Case("dense", 2*i+k)
		l.List.Ingredients = append(l.List.Ingredients, more.List.Ingredients...)
	}
	l.Hyphenate, l.Columns, l.Before, l.After = false, 0, nil, nil
	l.Size, l.Stretch, l.Width = 30, 0, 1300
	if i%2 == 1 { // half of all labels print their lists in capitals
		for k := range l.List.Ingredients {
			l.List.Ingredients[k] = strings.ToUpper(l.List.Ingredients[k])
		}
	}
	xHeight := 5 + 3*rng.Float64()
	optics := labeltest.Optics{
		Zoom: xHeight / 15.5, Roll: rng.Float64() - 0.5, Shade: 0.3 * rng.Float64(), Light: 360 * rng.Float64(),
		Blur: xHeight * (0.09 + 0.08*rng.Float64()), Noise: 2 + 4*rng.Float64(), JPEG: 60 + rng.IntN(35), Seed: rng.Uint64(),
	}
	img, truth := l.Render(optics)
	file := filepath.Join(t.TempDir(), "label.png")
	writePNG(t, file, img)
	cmd := exec.Command("tesseract", file, "-", "--psm", "6", "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	table, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var read []rune
	var certain []*certainty // of each letter
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		confidence, err := strconv.ParseFloat(cells[len(cells)-2], 64)
		if err != nil || confidence < 0 { // the heading, or no word
			continue
		}
		for _, r := range lettersOnly(cells[len(cells)-1]) {
			read, certain = append(read, r), append(certain, c.certainty(confidence))
		}
	}
	before, errs := c.letters, c.wrong
	for _, name := range truth.Ingredients {
		if letters := []rune(lettersOnly(name)); len(letters) >= 5 {
			c.align(read, certain, letters)
		}
	}
	t.Logf("label %d: x-height %.1f, blur %.2f: %d letters found, %d blocks wrong", i, xHeight, optics.Blur, c.letters-before, c.wrong-errs)
}

func writePNG(t *testing.T, file string, img image.Image) {
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// lettersOnly keeps what the distance compares, and marks that are read for letters.
func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("|!$@€£", r) || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, dictionary.Fold(s))
}

// align finds the name anywhere in what was read, and if it is there counts where the two differ. A letter that was lost
// counts as a wrong one of the word before it. It gives where the name ends there, 0 if it is not there.
func (c *counts) align(read []rune, certain []*certainty, name []rune) int {
	n, m := len(read), len(name)
	cost := make([][]int, m+1)
	for j := range cost {
		cost[j] = make([]int, n+1)
	}
	for j := 1; j <= m; j++ {
		cost[j][0] = j
		for i := 1; i <= n; i++ {
			d := cost[j-1][i-1]
			if read[i-1] != name[j-1] {
				d++
			}
			cost[j][i] = min(d, cost[j-1][i]+1, cost[j][i-1]+1)
		}
	}
	end := 0
	for i := range cost[m] {
		if cost[m][i] < cost[m][end] {
			end = i
		}
	}
	if 3*cost[m][end] > m { // it was not read, or not here
		return 0
	}
	var blocks [][2]string
	var a, b []rune
	flush := func() {
		if len(a)+len(b) > 0 {
			slices.Reverse(a)
			slices.Reverse(b)
			blocks = append(blocks, [2]string{string(a), string(b)})
			a, b = nil, nil
		}
	}
	for i, j := end, m; j > 0; {
		switch {
		case i > 0 && read[i-1] == name[j-1] && cost[j][i] == cost[j-1][i-1]:
			flush()
			certain[i-1].letters++
			i, j = i-1, j-1
		case i > 0 && cost[j][i] == cost[j-1][i-1]+1:
			a, b = append(a, read[i-1]), append(b, name[j-1])
			certain[i-1].letters++
			certain[i-1].wrong++
			i, j = i-1, j-1
		case cost[j][i] == cost[j-1][i]+1:
			b = append(b, name[j-1])
			certain[max(i-1, 0)].wrong++
			j--
		default:
			a = append(a, read[i-1])
			certain[i-1].letters++
			certain[i-1].wrong++
			i--
		}
	}
	flush()
	c.wrong += len(blocks)
	for _, e := range blocks {
		if c.keep(e[0], e[1]) {
			c.errors[e]++
		}
	}
	c.letters += m
	for j := range name {
		c.chances[string(name[j])]++
		if j+1 < m {
			c.chances[string(name[j:j+2])]++
		}
	}
	return end
}

// writeConfusions merges what was learned into the table.
func writeConfusions(t *testing.T, c counts) {
	_, _, shapes := others(t, learnedLetters)
	var rows []string
	for e, n := range c.errors {
		if n < leastSeen || e[0] == e[1] {
			continue
		}
		price := c.price(e, n, fewChances)
		// The shapes of letters also speak for other readers and for people: they stay where they ask less.
		if shape, ok := shapes[e]; price >= 0.95 || ok && shape <= price {
			continue
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%s%d of %d on %d labels of the tuning set", e[0], e[1], plain(price), learnedLetters, n, c.chances[e[1]], labelsRead))
	}
	replaceRows(t, learnedLetters, rows)
}

const (
	confusions = "../../dictionary/confusions.tsv"
	// learnedLetters begins the source of what TestLearn writes.
	learnedLetters = "learned: "
)

// others gives the rows of the table whose source does not begin as told, and the costs in them.
func others(t *testing.T, source string) (heading string, rows []string, costs map[[2]string]float64) {
	data, err := os.ReadFile(confusions)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	costs = map[[2]string]float64{}
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(cells[3], source) {
			continue
		}
		rows = append(rows, line)
		if costs[[2]string{cells[0], cells[1]}], err = strconv.ParseFloat(cells[2], 64); err != nil {
			t.Fatal(err)
		}
	}
	return lines[0], rows, costs
}

// replaceRows puts rows in place of those whose source begins as told. Where two have the same letters the cheaper one
// sorts first and the test of normal forms keeps that one.
func replaceRows(t *testing.T, source string, rows []string) {
	heading, kept, _ := others(t, source)
	t.Logf("%d rows learned of %d", len(rows), len(rows)+len(kept))
	rows = append(rows, kept...)
	slices.Sort(rows)
	if err := os.WriteFile(confusions, []byte(heading+"\n"+strings.Join(rows, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// plain writes a cost as the table has it.
func plain(cost float64) string { return strconv.FormatFloat(cost, 'f', -1, 64) }
