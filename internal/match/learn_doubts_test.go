//go:build learn

package match_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestLearnDoubts reads the labels of TestLearn, counts how often letters are wrong by how sure Tesseract was of their
// word, and writes dictionary/doubts.tsv.
//
//	go test -tags learn ./internal/match -run TestLearnDoubts -v
//
// The price of a wrong letter follows its likelihood, as that of a confusion does: where one in thirty is wrong, to say
// so costs log 30, where one in a thousand is, log 1000. The words that Tesseract was sure of are the measure.
func TestLearnDoubts(t *testing.T) {
	c := learned(t)
	sure := c.certain[len(bands)]
	var out strings.Builder
	out.WriteString("below\tfactor\tsource\n")
	for i, below := range bands {
		d := c.certain[i]
		factor := math.Round(20*math.Log(d.share())/math.Log(sure.share())) / 20
		fmt.Fprintf(&out, "%g\t%s\tlearned: %d of %d letters wrong on %d labels of the tuning set, of surer words %d of %d\n", below,
			strconv.FormatFloat(min(factor, 1), 'f', -1, 64), d.wrong, d.letters, labelsRead, sure.wrong, sure.letters)
	}
	t.Log("\n" + out.String())
	if err := os.WriteFile("../../dictionary/doubts.tsv", []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// bands are the confidences of words that doubts.tsv has a row for. Tesseract is surer than the last of six letters in seven
// on a passable photo.
var bands = [...]float64{80, 85, 90}

// certainty counts the letters in words of one band.
type certainty struct{ letters, wrong int }

func (c certainty) share() float64 { return float64(c.wrong+1) / float64(c.letters+1) }

// certainty gives the count for a confidence.
func (c *counts) certainty(confidence float64) *certainty {
	i := 0
	for i < len(bands) && confidence >= bands[i] {
		i++
	}
	return &c.certain[i]
}
