package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"exoscan/dictionary"
	"exoscan/internal/photo"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

func newExplainCmd() *cobra.Command {
	var f readFlags
	var words bool
	cmd := &cobra.Command{
		Use:   "explain PATH|CODE",
		Short: "Show every step from one photo or list to its verdict, or what a code means",
		Long: `explain reads one photo, text file or - for standard input, and shows what each stage made of it:
the words, where the list begins and ends, each ingredient with what it was taken for and why, the
rule that gave each origin, and the verdict.

With the code of a warning or an error it says what that means.`,
		Example: `  exoscan explain label.jpg
  exoscan explain claimed-not-listed`,
		Args: takes(1, "one PATH or CODE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if code, ok := findCode(args[0]); ok {
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s (%s): %s\n", code.Name, code.Kind, code.Help)
				return err
			}
			steps, err := f.one(cmd, args[0], words)
			if err != nil {
				return err
			}
			return explain(cmd, steps)
		},
	}
	cmd.ValidArgsFunction = completeCode
	f.add(cmd)
	cmd.Flags().BoolVar(&words, "words", false, "PATH is a page that exoscan words has read from a photo")
	return cmd
}

// findCode finds the code of a warning or an error, unless a file of that name is there.
func findCode(name string) (dictionary.Code, bool) {
	if _, err := os.Lstat(name); err == nil {
		return dictionary.Code{}, false
	}
	codes := dictionary.Codes()
	i := slices.IndexFunc(codes, func(c dictionary.Code) bool { return c.Name == name })
	if i < 0 {
		return dictionary.Code{}, false
	}
	return codes[i], true
}

// one reads one input with all its steps.
func (f *readFlags) one(cmd *cobra.Command, path string, words bool) (*scan.Steps, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%q is a folder, and one photo or list is needed", path)
	} else if errors.Is(err, fs.ErrNotExist) && path != "-" && !strings.ContainsAny(path, "./\\") {
		return nil, hinted(fmt.Errorf("%q is neither a file nor the code of a warning or an error", path), "codes stand in results, as in claimed-not-listed: exoscan explain claimed-not-listed")
	}
	d, _, err := f.load()
	if err != nil {
		return nil, err
	}
	inputs := scan.Inputs{Paths: []string{path}, Stdin: cmd.InOrStdin(), Limit: photo.DefaultLimits().Bytes, Words: words}
	reader, err := newReader(*f, 1, inputs.Photos())
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	scanner := scan.New(scan.Options{Dictionary: d, Reader: reader, Lang: f.lang, Timeout: f.timeout, Readings: f.readings})
	var steps *scan.Steps
	for in := range inputs.List(cmd.Context(), &scan.Passed{}) {
		steps = scanner.Explain(cmd.Context(), in)
	}
	if steps == nil || cmd.Context().Err() != nil {
		return nil, &exitError{code: exitInterrupted, err: errors.New("interrupted")}
	}
	return steps, nil
}

// explain prints the steps, as far as they went.
func explain(cmd *cobra.Command, s *scan.Steps) error {
	e := &explanation{steps: s}
	e.input()
	if s.Read != nil {
		e.readings()
	}
	if s.Page != nil {
		e.words()
	}
	if s.Label != nil {
		e.lists()
		e.ingredients()
		e.claims()
	}
	e.section("Verdict")
	w := cmd.OutOrStdout()
	if _, err := w.Write([]byte(e.b.String())); err != nil {
		return err
	}
	r, err := report.New("text", w, report.Options{Color: colors(w), Width: width(w)})
	if err != nil {
		return err
	}
	if err := errors.Join(r.Write(s.Result), r.Close()); err != nil {
		return err
	}
	if s.Result.Error != nil {
		return &exitError{code: exitUnreadable}
	}
	return nil
}
