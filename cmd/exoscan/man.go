package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCmd() *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "Write the man pages into a folder",
		Args:   takes(1, "one DIR"),
		Hidden: true, // for those who package exoscan
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return fmt.Errorf("writing man pages: %w", err)
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			header := &doc.GenManHeader{Section: "1", Source: "exoscan " + buildVersion(), Manual: "exoscan"}
			if err := doc.GenManTree(root, header, args[0]); err != nil {
				return fmt.Errorf("writing man pages: %w", err)
			}
			return plainSwitches(args[0])
		},
	}
}

// plainSwitches has --quiet where cobra writes --quiet[=false], which nobody types.
func plainSwitches(dir string) error {
	pages, err := filepath.Glob(filepath.Join(dir, "*.1"))
	for _, page := range pages {
		text, readErr := os.ReadFile(page)
		plain := bytes.ReplaceAll(text, []byte("[=false]"), nil)
		err = errors.Join(err, readErr, os.WriteFile(page, plain, 0o666))
	}
	if err != nil {
		return fmt.Errorf("writing man pages: %w", err)
	}
	return nil
}
