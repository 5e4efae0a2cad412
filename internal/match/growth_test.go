package match_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/origin"
)

// TestGrowth reads texts of one size and of four times that: the time of four is four times as long, and not sixteen.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	const most = 8
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		name, text string // # is another number each time
		times      int
	}{
		{"claims on one line", "exosome glow with the milk our skin loves and the rose it adores for years as hair longs for honey ", 1000},
		{"strange words on one line", "with the serum of the cream and our pure quxly ", 1500},
		{"exosomes in a list", "Exosomes, Milk Exosomes, ", 1500},
		{"tags that nothing closes", "<t# x>Aqua ", 4000},
	} {
		t.Run(c.name, func(t *testing.T) {
			spent := func(times int) float64 {
				var b strings.Builder
				for i := range times {
					b.WriteString(strings.ReplaceAll(c.text, "#", strconv.Itoa(i)))
				}
				text := b.String()
				least := math.Inf(1)
				for range 5 {
					began := processorTime(t)
					l := label.FromText(text, d)
					origin.Judge(d, l, m.List(l), m.Claims(l))
					least = min(least, (processorTime(t) - began).Seconds())
				}
				return least
			}
			one, four := spent(c.times), spent(4*c.times)
			t.Logf("%.3f s, %.3f s", one, four)
			if four > most*one {
				t.Errorf("a text took %.3f s, and one of four times its length %.1f times that; want at most %d", one, four/one, most)
			}
		})
	}
}
