package main

import (
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"exoscan/internal/policy"
	"exoscan/internal/scan"
)

// settle gives the flags that the user did not set the values of the configuration files, and
// returns every setting with where it came from.
func settle(flags *pflag.FlagSet) ([]policy.Setting, []*policy.File, error) {
	// Without a home there are no settings of the user's own.
	home, _ := os.UserConfigDir()
	paths, err := policy.Find(".", home)
	if err != nil {
		return nil, nil, err
	}
	var files []*policy.File
	for _, path := range paths {
		file, err := policy.Read(path)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, file)
	}
	settings := policy.Settle(func(name string) (string, bool) {
		flag := flags.Lookup(name)
		if flag == nil {
			return "", false
		}
		if list, ok := flag.Value.(pflag.SliceValue); ok {
			return joined(list.GetSlice()), flag.Changed
		}
		return flag.Value.String(), flag.Changed
	}, files)
	for _, s := range settings {
		if s.From == "flag" || s.From == "default" || flags.Lookup(s.Name) == nil {
			continue
		}
		if err := flags.Set(s.Name, s.Value); err != nil {
			return nil, nil, fmt.Errorf("reading configuration %q: %s: %w", s.From, s.Name, err)
		}
	}
	return settings, files, nil
}

// configSample has every setting that a configuration file may have.
const configSample = `A configuration file may hold any of these:

    lang: eng+kor
    jobs: 4
    timeout: 90s
    format: ndjson
    market: eu
    allow-unreadable: true
    dictionary: [mine.tsv]      # beside this file
    baseline: known.tsv         # what scan --write-baseline wrote
    fail-on: [human, animal]
    suppress:                   # findings that do not fail a run, for a time
      - source: "night-*.jpg"   # or name: or origin:, or several of them
        name: Milk Exosomes
        origin: animal
        reason: sold out by summer
        until: 2030-06-30`

func newConfigCmd() *cobra.Command {
	// The flags of scan, so that each shows what it would be there.
	var f scanFlags
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show every setting, and whether it comes from a flag, a file or the default",
		Long: `config shows what exoscan scan would work with in this folder. Settings come from flags, from
.exoscan.yaml in this folder or the nearest one above it, and from exoscan/config.yaml in your
configuration folder, in this order.

` + configSample,
		Args: takes(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings, _, err := settle(cmd.Flags())
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, s := range settings {
				fmt.Fprintf(w, "%s\t%s\t%s\n", s.Name, s.Value, s.From)
			}
			return w.Flush()
		},
	}
	f.add(cmd)
	return cmd
}

// newGate makes the gate that --fail-on and the configuration files ask for.
func (f *scanFlags) newGate(cmd *cobra.Command, files []*policy.File) (policy.Gate, error) {
	gate := policy.Gate{Today: time.Now()}
	var err error
	if gate.FailOn, err = policy.NewSet(f.failOn); err != nil {
		return gate, err
	}
	for _, file := range files {
		gate.Suppress = append(gate.Suppress, file.Suppress...)
	}
	for _, s := range gate.Expired() {
		note(cmd, "the suppression of %s ended on %s (%s)", described(s), s.Until, s.Reason)
	}
	if f.baseline != "" {
		in, err := os.Open(f.baseline)
		if err != nil {
			return gate, hinted(fmt.Errorf("reading baseline: %w", err), "--write-baseline "+f.baseline+" makes one of what is found now")
		}
		defer in.Close()
		if gate.Baseline, err = policy.ReadBaseline(f.baseline, in); err != nil {
			return gate, err
		}
	}
	return gate, nil
}

// described names what a suppression covers.
func described(s policy.Suppression) string {
	words := ""
	for _, w := range []string{s.Origin, s.Name, s.Source} {
		if w != "" {
			words += " " + w
		}
	}
	if words == "" {
		return "everything"
	}
	return words[1:]
}

// newBaseline collects a baseline if one is to be written; nil is none.
func (f *scanFlags) newBaseline() policy.Baseline {
	if f.writeBaseline == "" {
		return nil
	}
	return policy.Baseline{}
}

// openBaseline makes the file of --write-baseline before anything is read: hours of reading should not end at a
// folder that is not there. Without the flag the writer is nil.
func (f *scanFlags) openBaseline() (*output, io.Writer, error) {
	out := &output{path: f.writeBaseline, cleanup: func() error { return nil }}
	if f.writeBaseline == "" {
		return out, nil, nil
	}
	w, err := out.openPending()
	return out, w, err
}

// saveBaseline writes what was collected, and puts the file in its place.
func saveBaseline(out *output, w io.Writer, b policy.Baseline) error {
	if w == nil {
		return nil
	}
	if err := b.Write(w); err != nil {
		return err
	}
	return out.commit()
}

// why says for a report why a result fails, "" if it does not.
func (f *scanFlags) why(gate policy.Gate, r scan.Result) string {
	switch {
	case gate.Judge(r).Fails:
		return "matches --fail-on " + joined(f.failOn)
	case unreadable(r) && !f.allowUnreadable:
		return "could not be read"
	}
	return ""
}
