package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"exoscan/dictionary"
	"exoscan/internal/photo"
	"exoscan/internal/reading"
)

// readFlags are the flags of every command that reads inputs.
type readFlags struct {
	lang         string
	dictionaries []string
	timeout      time.Duration
	readings     int
}

// defaultTimeout is some thirty times what a hard photo takes on a slow machine: it is there for
// what would never end, not to hurry anyone.
const defaultTimeout = time.Minute

func (f *readFlags) add(cmd *cobra.Command) {
	f.addSources(cmd)
	flags := cmd.Flags()
	flags.DurationVar(&f.timeout, "timeout", defaultTimeout, "longest time for one photo")
	flags.IntVar(&f.readings, "readings", reading.MostReadings, "how often a hard photo may be read; 1 is quick, and more photos are unreadable")
}

// addSources adds those that name what is read with.
func (f *readFlags) addSources(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.lang, "lang", "", "Tesseract's `languages` to read with, as in eng+kor (default: what the label needs)")
	addDictionaryFlag(cmd, &f.dictionaries)
}

// load loads the dictionaries, and gives a text of all the settings that answers depend on.
func (f *readFlags) load() (*dictionary.Dictionary, string, error) {
	if f.readings < 1 {
		return nil, "", fmt.Errorf("--readings is %d, at least 1 is needed", f.readings)
	}
	d, err := dictionary.Load(f.dictionaries...)
	if err != nil {
		return nil, "", hinted(err, "exoscan dict check FILE shows every fault of a dictionary")
	}
	settings := fmt.Sprintf("%s lang=%s timeout=%s readings=%d limits=%v", buildVersion(), f.lang, f.timeout, f.readings, photo.DefaultLimits())
	for _, name := range slices.Sorted(slices.Values(f.dictionaries)) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, "", fmt.Errorf("reading dictionary: %w", err)
		}
		settings += fmt.Sprintf(" dictionary=%x", sha256.Sum256(data))
	}
	return d, settings, nil
}

func addDictionaryFlag(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringSliceVar(files, "dictionary", nil, "`file` of your own terms, on top of the built-in ones; may be repeated")
}
