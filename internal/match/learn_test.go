//go:build learn

package match_test

import (
	"cmp"
	"fmt"
	"image/png"
	"maps"
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
//	go test -tags learn ./internal/match -run TestLearn -v
//
// The costs follow the odds: a confusion seen in one of a hundred chances is nearly free, one as rare as
// an arbitrary wrong letter costs as much.
func TestLearn(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed")
	}
	c := counts{errors: map[[2]string]int{}, chances: map[string]int{}}
	labels := 0
	for _, condition := range []string{"phone", "tiny", "glare", "blur", "low-contrast", "dense"} {
		for i := range labelsEach {
			c.learn(t, condition, i)
			labels++
		}
	}
	t.Logf("%d labels, %d letters aligned, %d kinds of confusion", labels, c.letters, len(c.errors))
	writeConfusions(t, c, labels)
}

const (
	labelsEach = 24
	// Seen fewer times than this, a confusion is an accident.
	leastSeen = 3
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
}

func (c *counts) learn(t *testing.T, condition string, i int) {
	l, optics := labeltest.Tuning().Case(condition, i)
	l.Hyphenate = false // a hyphen at a line's end is no confusion
	rng := rand.New(rand.NewPCG(uint64(i), 11))
	if i%2 == 1 { // half of all labels print their lists in capitals
		for k := range l.List.Ingredients {
			l.List.Ingredients[k] = strings.ToUpper(l.List.Ingredients[k])
		}
	}
	// Harder than the set itself: what is read without errors teaches nothing.
	hard := 1 + rng.Float64()
	xHeight := 16 * cmp.Or(optics.Zoom, 1)
	if condition == "tiny" {
		xHeight = 8
	}
	optics.Zoom = cmp.Or(optics.Zoom, 1) * max(5.5/xHeight, 1/hard)
	optics.Blur *= hard
	optics.Noise *= hard
	l.Before, l.After = l.Before[:min(1, len(l.Before))], nil
	img, truth := l.Render(optics)
	file := filepath.Join(t.TempDir(), "label.png")
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
	cmd := exec.Command("tesseract", file, "-", "--psm", "3")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	read := []rune(lettersOnly(string(text)))
	for _, name := range truth.Ingredients {
		c.align(read, []rune(lettersOnly(name)))
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

// align finds the name anywhere in what was read, and if it is there counts where the two differ.
func (c *counts) align(read, name []rune) {
	n, m := len(read), len(name)
	if m < 5 {
		return
	}
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
		return
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
			i, j = i-1, j-1
		case i > 0 && cost[j][i] == cost[j-1][i-1]+1:
			a, b = append(a, read[i-1]), append(b, name[j-1])
			i, j = i-1, j-1
		case cost[j][i] == cost[j-1][i]+1:
			b = append(b, name[j-1])
			j--
		default:
			a = append(a, read[i-1])
			i--
		}
	}
	flush()
	for _, e := range blocks {
		if len([]rune(e[0])) <= 2 && len(e[1]) <= 2 && e[0] != "" && e[1] != "" {
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
}

// writeConfusions merges what was learned into the table.
func writeConfusions(t *testing.T, c counts, labels int) {
	const file = "../../dictionary/confusions.tsv"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[[2]string]string{}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if !strings.HasPrefix(cells[3], "learned") {
			rows[[2]string{cells[0], cells[1]}] = line
		}
	}
	learned := 0
	for e, n := range c.errors {
		chances := c.chances[e[1]]
		if n < leastSeen || e[0] == e[1] {
			continue
		}
		odds := float64(n) / float64(chances)
		share := math.Log(commonest/odds) / math.Log(commonest/rarest)
		price := leastCost + (1-leastCost)*min(max(share, 0), 1)
		if price >= 0.95 {
			continue
		}
		rows[e] = fmt.Sprintf("%s\t%s\t%s\tlearned: %d of %d on %d labels of the tuning set", e[0], e[1],
			strconv.FormatFloat(math.Round(price*20)/20, 'f', -1, 64), n, chances, labels)
		learned++
	}
	keys := slices.SortedFunc(maps.Keys(rows), func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	out := []string{lines[0]}
	for _, k := range keys {
		out = append(out, rows[k])
	}
	t.Logf("%d rows learned of %d", learned, len(keys))
	if err := os.WriteFile(file, []byte(strings.Join(out, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}
