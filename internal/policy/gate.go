package policy

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"exoscan/dictionary"
	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// anyOrigin is the word for every origin.
const anyOrigin = "any"

// origins are the words a --fail-on or a suppression may name.
func origins() []string {
	return []string{
		string(dictionary.Human), string(dictionary.Plant), string(dictionary.Animal),
		string(dictionary.Microbial), string(dictionary.Synthetic), string(dictionary.Unspecified),
	}
}

// Set is a set of origins that fail a run.
type Set map[string]bool

// NewSet reads the words of --fail-on; "any" stands for all. An unknown word is an error that lists
// the known ones.
func NewSet(words []string) (Set, error) {
	set := Set{}
	for _, w := range words {
		switch {
		case w == anyOrigin:
			for _, o := range origins() {
				set[o] = true
			}
		case slices.Contains(origins(), w):
			set[w] = true
		default:
			return nil, fmt.Errorf("fail-on %q is none of %s, %s", w, strings.Join(origins(), ", "), anyOrigin)
		}
	}
	return set, nil
}

// Gate decides whether findings fail a run.
type Gate struct {
	FailOn   Set
	Suppress []Suppression
	Baseline Baseline
	Today    time.Time // the day suppressions are held against
}

// Outcome is what the gate says of one result.
type Outcome struct {
	Fails   bool
	Excused int // findings that would have failed, but are suppressed or known
}

// Judge holds a result against the gate. The result is not changed.
func (g Gate) Judge(r scan.Result) Outcome {
	var out Outcome
	for _, f := range deciding(r) {
		if !g.FailOn[string(f.Origin)] {
			continue
		}
		if g.excuses(r.Source, f) {
			out.Excused++
			continue
		}
		out.Fails = true
	}
	return out
}

// deciding are the findings that a verdict rests on. Where it rests on what the pack claims, because
// there is no list, the claims of its origin stand in for them.
func deciding(r scan.Result) []origin.Finding {
	if len(r.Findings) > 0 || r.Verdict == nil || *r.Verdict == origin.None || *r.Verdict == origin.Unreadable {
		return r.Findings
	}
	var all []origin.Finding
	for _, c := range r.Claims {
		o := c.Origin
		if o == "" {
			o = dictionary.Unspecified
		}
		if o == dictionary.Unspecified && *r.Verdict != origin.Unspecified {
			continue
		}
		all = append(all, origin.Finding{Name: c.Read, Read: c.Read, Origin: o})
	}
	return all
}

// excuses reports whether a finding is in the baseline, or suppressed today.
func (g Gate) excuses(source string, f origin.Finding) bool {
	return g.Baseline[entry(source, f)] || slices.ContainsFunc(g.Suppress, func(s Suppression) bool {
		return s.covers(source, f) && s.holds(g.Today)
	})
}

// Expired lists the suppressions that no longer hold, so that the run can say so.
func (g Gate) Expired() []Suppression {
	var out []Suppression
	for _, s := range g.Suppress {
		if !s.holds(g.Today) {
			out = append(out, s)
		}
	}
	return out
}

func (s Suppression) holds(today time.Time) bool {
	return today.Before(s.until.AddDate(0, 0, 1))
}

func (s Suppression) covers(source string, f origin.Finding) bool {
	if s.Source != "" {
		whole, _ := filepath.Match(s.Source, source)
		base, _ := filepath.Match(s.Source, filepath.Base(source))
		if !whole && !base {
			return false
		}
	}
	return (s.Name == "" || strings.EqualFold(s.Name, f.Name)) && (s.Origin == "" || s.Origin == string(f.Origin))
}

// Baseline is the set of findings known when it was written: only new ones fail.
type Baseline map[string]bool

// baselineHead is the first line of a baseline file; it names the columns.
const baselineHead = "source\torigin\tname"

func entry(source string, f origin.Finding) string {
	clean := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	return clean.Replace(source) + "\t" + string(f.Origin) + "\t" + clean.Replace(f.Name)
}

// Add takes the findings of a result into the baseline.
func (b Baseline) Add(r scan.Result) {
	for _, f := range deciding(r) {
		b[entry(r.Source, f)] = true
	}
}

// Write writes the baseline as a sorted TSV, so that a change reads well in review.
func (b Baseline) Write(w io.Writer) error {
	lines := make([]string, 0, len(b))
	for l := range b {
		lines = append(lines, l)
	}
	slices.Sort(lines)
	_, err := io.WriteString(w, strings.Join(append([]string{baselineHead}, lines...), "\n")+"\n")
	if err != nil {
		return fmt.Errorf("writing baseline: %w", err)
	}
	return nil
}

// ReadBaseline reads what Write wrote; name is used in errors, which give name:line.
func ReadBaseline(name string, r io.Reader) (Baseline, error) {
	b := Baseline{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	n := 1
	for ; in.Scan(); n++ {
		line := in.Text()
		switch {
		case n == 1 && line == baselineHead:
		case n == 1:
			return nil, fmt.Errorf("reading baseline: %s:1: the first line must be %q", name, baselineHead)
		case strings.Count(line, "\t") != 2:
			return nil, fmt.Errorf("reading baseline: %s:%d: three columns are needed: source, origin, name", name, n)
		default:
			b[line] = true
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("reading baseline %q: %w", name, err)
	}
	if n == 1 {
		return nil, fmt.Errorf("reading baseline %q: the file is empty, write one with --write-baseline", name)
	}
	return b, nil
}
