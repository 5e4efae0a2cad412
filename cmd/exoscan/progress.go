package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"exoscan/internal/scan"
)

// logEvery is how often a long run says how far it is where nobody sees a bar. Runs that are shorter
// say nothing.
const logEvery = 30 * time.Second

// progress shows on stderr how far a run is: a bar on a terminal, a line now and then in a log.
type progress struct {
	w     io.Writer
	bar   *progressbar.ProgressBar // nil where a log is written
	total atomic.Int64             // inputs, once they are counted; before that 0
	known bool                     // the bar has been told the total
	begun time.Time
	said  time.Time // when the log last said something
	done  int       // inputs answered
	read  int       // of these, not from an earlier run
	stop  func()
}

// newProgress begins to show progress; with nothing to show it is nil, which is fine to use. Results
// that roll by on the same terminal are progress enough.
func newProgress(cmd *cobra.Command, f *scanFlags, inputs scan.Inputs) *progress {
	w := cmd.ErrOrStderr()
	if f.quiet || f.output.path == "" && isTerminal(cmd.OutOrStdout()) {
		return nil
	}
	ctx, cancel := context.WithCancel(cmd.Context())
	p := &progress{w: w, begun: time.Now(), said: time.Now(), stop: cancel}
	if isTerminal(w) {
		p.bar = newBar(w)
	}
	if !inputs.Lines && !slices.Contains(inputs.Paths, "-") { // these can be read once only
		go p.count(ctx, inputs)
	}
	return p
}

func newBar(w io.Writer) *progressbar.ProgressBar {
	return progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionClearOnFinish(),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("inputs"),
		progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionThrottle(100*time.Millisecond))
}

// count lists the inputs a second time, names only, to know how many there are to come.
func (p *progress) count(ctx context.Context, inputs scan.Inputs) {
	var n int64
	for range inputs.List(ctx, &scan.Passed{}) {
		n++
	}
	if ctx.Err() == nil {
		p.total.Store(n)
	}
}

// step shows one more answer.
func (p *progress) step(a scan.Answer, t *tally) {
	if p == nil {
		return
	}
	p.done++
	if !a.Kept {
		p.read++
	}
	switch {
	case p.bar != nil:
		// Of a bar without a total the library says that it is 40.
		if total := p.total.Load(); total > 0 && !p.known {
			p.known = true
			p.bar.ChangeMax64(total)
		}
		p.bar.Describe(t.short())
		_ = p.bar.Add(1)
	case time.Since(p.said) >= logEvery:
		p.said = time.Now()
		fmt.Fprintf(p.w, "exoscan: %s\n", p.line(time.Since(p.begun), t))
	}
}

// line is how far the run is, in words.
func (p *progress) line(took time.Duration, t *tally) string {
	parts := []string{fmt.Sprintf("%d inputs read", p.done)}
	total := int(p.total.Load())
	if total > 0 {
		parts[0] = fmt.Sprintf("%d of %d inputs read", p.done, total)
	}
	parts = append(parts, t.short())
	if rate := float64(p.read) / took.Seconds(); p.read > 0 {
		parts = append(parts, fmt.Sprintf("%.1f a second", rate))
		if total > p.done {
			parts = append(parts, fmt.Sprintf("about %s left", time.Duration(float64(total-p.done)/rate*float64(time.Second)).Round(time.Second)))
		}
	}
	return strings.Join(parts, ", ")
}

// end takes the bar away.
func (p *progress) end() {
	if p == nil {
		return
	}
	p.stop()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
