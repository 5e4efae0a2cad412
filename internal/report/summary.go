package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"exoscan/internal/scan"
)

// Summary counts the results of a run: verdicts, failures by kind, and the inputs that took longest.
// The zero value is ready. It keeps counts and a few names, never the results.
type Summary struct {
	total    int
	verdicts map[string]int
	failures map[string]int
	slowest  []Timed
}

// Count is how often something came.
type Count struct {
	Name string
	N    int
}

// Timed is an input and how long it took.
type Timed struct {
	Source string
	Took   time.Duration
}

// slowestKept is how many slow inputs are worth naming at the end of a run.
const slowestKept = 3

// Add counts one result. took is 0 where nobody measured.
func (s *Summary) Add(r scan.Result, took time.Duration) {
	if s.verdicts == nil {
		s.verdicts, s.failures = map[string]int{}, map[string]int{}
	}
	s.total++
	s.verdicts[verdictOf(r)]++
	if verdictOf(r) == Failed {
		s.failures[errorOf(r).Code]++
	}
	if took <= 0 {
		return
	}
	// Before its equals only if slower, so that of equals the first stays.
	at, _ := slices.BinarySearchFunc(s.slowest, took, func(t Timed, took time.Duration) int {
		if t.Took >= took {
			return -1
		}
		return 1
	})
	s.slowest = slices.Insert(s.slowest, at, Timed{r.Source, took})
	s.slowest = s.slowest[:min(len(s.slowest), slowestKept)]
}

// Total is the number of results.
func (s *Summary) Total() int { return s.total }

// Verdicts counts each verdict that came, and Failed, in the order of Verdicts.
func (s *Summary) Verdicts() []Count {
	var counts []Count
	for _, v := range Verdicts() {
		if n := s.verdicts[v]; n > 0 {
			counts = append(counts, Count{v, n})
		}
	}
	return counts
}

// Failures counts the failed results by error code, the most frequent first.
func (s *Summary) Failures() []Count {
	var counts []Count
	for code, n := range s.failures {
		counts = append(counts, Count{code, n})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name))
	})
	return counts
}

// Write shows the summary as a small table for the end of a run. Of the options it obeys Color.
func (s *Summary) Write(w io.Writer, o Options) error {
	var b strings.Builder
	p := paint(o.Color)
	b.WriteString(p.bold(count(s.total, "input")) + "\n")
	digits := len(fmt.Sprint(s.total))
	for _, c := range s.Verdicts() {
		fmt.Fprintf(&b, "  %s  %*d  %s\n", p.verdict(c.Name, padded(c.Name, longestVerdict())), digits, c.N, p.dim(bar(c.N, s.total)))
	}
	for _, c := range s.Failures() {
		fmt.Fprintf(&b, "  %s  %*d\n", padded("  "+harmless(c.Name), longestVerdict()), digits, c.N)
	}
	for i, t := range s.slowest {
		label := "slowest"
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(&b, "  %s  %s %s\n", padded(label, longestVerdict()), t.Took.Round(10*time.Millisecond), harmless(t.Source))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func longestVerdict() int {
	longest := 0
	for _, v := range Verdicts() {
		longest = max(longest, len(v))
	}
	return longest
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columnsOf(s)))
}

// bar is a bar of up to 24 columns; whatever came at all has at least one.
func bar(n, total int) string {
	const longest = 24
	return strings.Repeat("▪", max(1, n*longest/total))
}
