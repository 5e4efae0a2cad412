package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestCommandsInProse holds every command line in the README and in the examples of --help to the
// commands and flags there are.
func TestCommandsInProse(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	root := newRootCmd(streams{os.Stdin, os.Stdout, os.Stderr})
	prose := map[string]string{"README.md": string(readme)}
	var gather func(*cobra.Command)
	gather = func(cmd *cobra.Command) {
		prose[cmd.CommandPath()+" --help"] = cmd.Example
		for _, sub := range cmd.Commands() {
			gather(sub)
		}
	}
	gather(root)
	line := regexp.MustCompile("(?m)(?:^|[ |`])exoscan ((?:scan|explain|words|merge|report|config|dict|doctor|version|man)\\b[^|#`\n]*)")
	found := 0
	for where, text := range prose {
		for _, m := range line.FindAllStringSubmatch(text, -1) {
			found++
			words := strings.Fields(m[1])
			cmd, _, err := root.Find(words)
			if err != nil || cmd == root {
				t.Errorf("%s: exoscan %s: there is no such command", where, m[1])
				continue
			}
			for _, w := range words {
				name, _, _ := strings.Cut(strings.TrimPrefix(w, "--"), "=")
				if strings.HasPrefix(w, "--") && name != "" && name != "help" && cmd.Flags().Lookup(strings.Trim(name, ".,;:)")) == nil {
					t.Errorf("%s: %s has no flag %s", where, cmd.CommandPath(), w)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d command lines: this test looks for them in the wrong way", found)
	}
}
