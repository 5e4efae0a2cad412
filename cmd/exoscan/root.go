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
exosomes in it are human, plant, animal, microbial or synthetic, with the words that prove it.`,
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
	root.SetFlagErrorFunc(badFlag)
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
