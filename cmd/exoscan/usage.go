package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// unknownCommand is what a first word that is no command gets: at the root it is most often a photo.
func unknownCommand(parent *cobra.Command, word string) error {
	err := fmt.Errorf("there is no command %q", word)
	if parent.HasParent() {
		err = fmt.Errorf("%s has no command %q", parent.CommandPath(), word)
	} else if _, statErr := os.Lstat(word); statErr == nil {
		return hinted(err, "to scan it: exoscan scan "+word)
	}
	if near := parent.SuggestionsFor(word); len(near) > 0 {
		return hinted(err, "did you mean: "+parent.CommandPath()+" "+near[0])
	}
	return hinted(err, parent.CommandPath()+" --help lists the commands")
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

// badFlag says what is wrong with a flag, and what it should be where Go's parsers speak of themselves.
func badFlag(cmd *cobra.Command, err error) error {
	hint := cmd.CommandPath() + " --help shows the flags"
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		if needed := neededFor[bad.GetFlag().Value.Type()]; needed != "" {
			err = fmt.Errorf("--%s is %q, %s is needed", bad.GetFlag().Name, bad.GetValue(), needed)
		}
	}
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		if _, statErr := os.Lstat(name); statErr == nil {
			hint = "to name the file: " + cmd.CommandPath() + " ./" + name
		}
	}
	return hinted(err, hint)
}

// neededFor is what a flag must be, by its type.
var neededFor = map[string]string{
	"bool":     "true or false",
	"int":      "a whole number",
	"duration": "a duration such as 60s",
}
