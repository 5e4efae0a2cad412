package layout

import (
	"strings"
	"testing"
)

func TestSurveyFindsBullets(t *testing.T) {
	for _, c := range []struct {
		name, separator string
		want            int
	}{
		{"bullets", " • ", strings.Count(sampleText, ", ")},
		{"commas", ", ", 0},
		{"hyphens", " - ", 0},
	} {
		s := setPrint(t, strings.ReplaceAll(sampleText, ", ", c.separator), 1000, 30)
		l := Survey(s.tilted(3, 1))
		if len(l.Blocks) == 0 {
			t.Fatal("no block found")
		}
		if n := len(l.Blocks[0].Bullets); n != c.want {
			t.Errorf("%s: %d bullets found, want %d", c.name, n, c.want)
		}
	}
}
