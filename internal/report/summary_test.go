package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"exoscan/internal/origin"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

func TestSummary(t *testing.T) {
	var s report.Summary
	add := func(source string, v origin.Verdict, code string, took time.Duration) {
		r := scan.Result{Source: source, Kind: "photo"}
		if code == "" {
			r.Verdict = &v
		} else {
			r.Error = &scan.Error{Code: code, Text: "x"}
		}
		s.Add(r, took)
	}
	add("a.jpg", origin.None, "", 400*time.Millisecond)
	add("b.jpg", origin.Human, "", 2*time.Second)
	add("c.jpg", origin.None, "", 2*time.Second)
	add("d.jpg", "", "too-large", 0)
	add("e.jpg", "", "crashed", 0)
	add("f.jpg", "", "crashed", 30*time.Second)
	add("写真\x1b.jpg", origin.Unreadable, "", 2500*time.Millisecond)
	var b strings.Builder
	if err := s.Write(&b, report.Options{}); err != nil {
		t.Fatal(err)
	}
	want := `7 inputs
  human-derived      1  ▪▪▪
  none               2  ▪▪▪▪▪▪
  unreadable         1  ▪▪▪
  failed             3  ▪▪▪▪▪▪▪▪▪▪
    crashed          2
    too-large        1
  slowest            30s f.jpg
                     2.5s 写真\x1b.jpg
                     2s b.jpg
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]report.Count{{"crashed", 2}, {"too-large", 1}}, s.Failures()); diff != "" {
		t.Errorf("failures -want +got:\n%s", diff)
	}
	if s.Total() != 7 {
		t.Errorf("total is %d", s.Total())
	}
}

func TestSummaryOfNothing(t *testing.T) {
	var s report.Summary
	var b strings.Builder
	if err := s.Write(&b, report.Options{Color: true}); err != nil {
		t.Fatal(err)
	}
	if b.String() != "\x1b[1m0 inputs\x1b[0m\n" {
		t.Errorf("an empty run is summed up as %q", b.String())
	}
}
