package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"exoscan/internal/origin"
	"exoscan/internal/policy"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// tally counts what decides the exit code and what the summary says.
type tally struct {
	gate       policy.Gate
	baseline   policy.Baseline // what is found, if it is to be written; else nil
	summary    report.Summary
	matched    int
	unreadable int
	excused    int // findings that would have failed the run but for a suppression or the baseline
	kept       int // answered by an earlier run
}

// slow is from when on an input may be named among the slowest.
const slow = time.Second

func (t *tally) add(a scan.Answer) {
	took := a.Took
	if took < slow {
		took = 0
	}
	t.summary.Add(a.Result, took)
	outcome := t.gate.Judge(a.Result)
	if outcome.Fails {
		t.matched++
	}
	t.excused += outcome.Excused
	if t.baseline != nil {
		t.baseline.Add(a.Result)
	}
	if unreadable(a.Result) {
		t.unreadable++
	}
	if a.Kept {
		t.kept++
	}
}

// unreadable says whether an input gave no verdict, or the verdict that none is possible.
func unreadable(r scan.Result) bool {
	return r.Verdict == nil || *r.Verdict == origin.Unreadable
}

// short is the counts so far in a few words.
func (t *tally) short() string {
	var parts []string
	for _, c := range t.summary.Verdicts() {
		parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Name))
	}
	return strings.Join(parts, ", ")
}

// exit is the exit code for a run that came to its end. With --quiet the code says it all.
func (t *tally) exit(f *scanFlags) error {
	var e *exitError
	switch {
	case t.matched > 0:
		e = &exitError{code: exitMatched, err: fmt.Errorf("%s --fail-on %s", plural(t.matched, "input matches", "inputs match"), joined(f.failOn))}
	case t.unreadable > 0 && !f.allowUnreadable:
		e = &exitError{code: exitUnreadable, err: fmt.Errorf("%d of %s could not be read", t.unreadable, plural(t.summary.Total(), "input", "inputs"))}
	default:
		return nil
	}
	if f.quiet {
		e.err = nil
	}
	return e
}

// show prints the summary of a run of more than one input.
func (t *tally) show(cmd *cobra.Command, passed scan.Passed, output string) {
	w := cmd.ErrOrStderr()
	if t.excused > 0 {
		note(cmd, "%s excused, by a suppression or the baseline", plural(t.excused, "finding is", "findings are"))
	}
	if t.summary.Total() < 2 && passed.Other+passed.Hidden+passed.Links == 0 {
		return
	}
	if isTerminal(cmd.OutOrStdout()) && output == "" {
		fmt.Fprintln(w) // apart from the last result
	}
	t.summary.Write(w, report.Options{Color: colors(w)})
	if t.kept > 0 {
		fmt.Fprintf(w, "  %d from an earlier run\n", t.kept)
	}
	for _, p := range []struct {
		n    int
		what string
	}{
		{passed.Other, "neither a photo nor a .txt file"},
		{passed.Hidden, "hidden"},
		{passed.Links, "links to folders"},
	} {
		if p.n > 0 {
			fmt.Fprintf(w, "  %d passed over: %s\n", p.n, p.what)
		}
	}
	if output != "" {
		fmt.Fprintf(w, "  results are in %s\n", output)
	}
}

// joined is a list as it is written after a flag.
func joined(words []string) string { return strings.Join(words, ",") }

// plural is "1 input" or "3 inputs".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
