package main

import (
	"strings"

	"github.com/spf13/cobra"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
	"exoscan/internal/report"
)

// complete offers a fixed set of values for a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The error is for a flag that is not there, which the test of completion would show.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func completeFormat(cmd *cobra.Command) { complete(cmd, "format", report.Formats()...) }

// completeScan offers what the flags of scan take: origins, markets and the languages that are
// installed.
func completeScan(cmd *cobra.Command) {
	complete(cmd, "fail-on", "human", "plant", "animal", "microbial", "synthetic", "unspecified", "any")
	_ = cmd.RegisterFlagCompletionFunc("market", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return dictionary.Default().Markets(), cobra.ShellCompDirectiveNoFileComp
	})
	_ = cmd.RegisterFlagCompletionFunc("lang", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		data, err := ocr.FindData("")
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		before := typed[:strings.LastIndex(typed, "+")+1]
		var all []string
		for _, lang := range data.Languages {
			all = append(all, before+lang)
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// completeCode offers the codes that explain knows, beside the files.
func completeCode(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, c := range dictionary.Codes() {
		names = append(names, c.Name+"\t"+c.Help)
	}
	return names, cobra.ShellCompDirectiveDefault
}
