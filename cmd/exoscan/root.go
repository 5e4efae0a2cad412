package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// streams are where a command reads and writes; results go to out and nothing else does.
type streams struct {
	in  *os.File
	out io.Writer
	err io.Writer
}

// newRootCmd is the table of contents.
func newRootCmd(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "exoscan",
		Short: "Say where the exosomes on a cosmetic label come from",
		Long: `exoscan reads a label photo, an ingredient list or a folder of them, and says whether the
exosomes in it are human, plant, animal or microbial, with the words that prove it.`,
		Example: `  exoscan scan label.jpg
  pbpaste | exoscan scan
  exoscan scan --format csv --output results.csv photos/`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return unknownCommand(cmd, args[0])
		},
		SuggestionsMinimumDistance: 2, // "scna" is still scan
		SilenceUsage:               true,
		SilenceErrors:              true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return hinted(err, fmt.Sprintf("%s --help shows the flags", cmd.CommandPath()))
	})
	root.AddCommand(
		newScanCmd(),
		newExplainCmd(),
		newWordsCmd(),
		newMergeCmd(),
		newReportCmd(),
		newConfigCmd(),
		newDictCmd(),
		newDoctorCmd(),
		newWorkerCmd(),
		newManCmd(),
		newVersionCmd(),
	)
	root.InitDefaultCompletionCmd("completion")
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return hinted(fmt.Errorf("there is no completion for %q", args[0]), "there is one for bash, zsh, fish and powershell")
		}
		completion.Args = cobra.ArbitraryArgs
	}
	return root
}

// unknownCommand is what a first word that is no command gets: most often it is a photo.
func unknownCommand(root *cobra.Command, word string) error {
	err := fmt.Errorf("there is no command %q", word)
	if _, statErr := os.Lstat(word); statErr == nil {
		return hinted(err, "to scan it: exoscan scan "+word)
	}
	if near := root.SuggestionsFor(word); len(near) > 0 {
		return hinted(err, "did you mean: exoscan "+near[0])
	}
	return hinted(err, "exoscan --help lists the commands")
}

// takes is the argument check of a command that takes exactly n of what.
func takes(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return hinted(fmt.Errorf("%s takes %s, not %d", cmd.CommandPath(), what, len(args)), "usage: "+cmd.UseLine())
	}
}
