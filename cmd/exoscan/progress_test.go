package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// TestProgress shows a bar that learns its total on the way, and the line of a log.
func TestProgress(t *testing.T) {
	none := origin.None
	for _, total := range []int64{40, 41} { // 40 is what the library takes for the total of a bar that has none
		var out bytes.Buffer
		p := &progress{bar: newBar(&out), begun: time.Now().Add(-time.Minute), stop: func() {}}
		done := &tally{}
		for i := range total - 1 {
			if i == 1 {
				p.total.Store(total)
			}
			a := scan.Answer{Result: scan.Result{Verdict: &none}}
			done.add(a)
			p.step(a, done)
			if i == total-3 {
				time.Sleep(110 * time.Millisecond) // the bar is drawn no more often
			}
		}
		if want := fmt.Sprintf("/%d, ", total); !strings.Contains(out.String(), want) {
			t.Errorf("the bar of %d is %q", total, out.String())
		}
		want := fmt.Sprintf("%d of %d inputs read, %d none, ", total-1, total, total-1)
		if got := p.line(time.Minute, done); !strings.HasPrefix(got, want) || !strings.Contains(got, "a second") || !strings.Contains(got, " left") {
			t.Errorf("the line is %q, want %q", got, want)
		}
		p.end()
	}
}
