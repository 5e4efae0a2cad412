package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newWordsCmd() *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "words PHOTO",
		Short: "Print the words of a photo with their places, as JSON",
		Long: `words reads a photo and prints its words with their boxes and confidences as one JSON object.
exoscan scan --words reads that again, without the photo and without Tesseract.`,
		Example: `  exoscan words label.jpg > label.json
  exoscan scan --words label.json`,
		Args: takes(1, "one PHOTO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			steps, err := f.one(cmd, args[0], false)
			if err != nil {
				return err
			}
			if e := steps.Result.Error; e != nil {
				return &exitError{code: exitUnreadable, err: fmt.Errorf("reading %q: %w", steps.Input.Source, e)}
			}
			if steps.Page == nil {
				return fmt.Errorf("reading %q: it is a text, and only photos have words with places", steps.Input.Source)
			}
			data, err := steps.Page.JSON()
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(data)
			return err
		},
	}
	f.add(cmd)
	return cmd
}
