package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"exoscan/dictionary"
	"exoscan/internal/match"
)

func newDictCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:                        "dict",
		Short:                      "Look into the dictionary, and check one of your own",
		SuggestionsMinimumDistance: 2,
		Args:                       cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return unknownCommand(cmd, args[0])
		},
	}
	cmd.AddCommand(newDictFindCmd(), newDictCheckCmd(), newDictListCmd())
	return cmd
}

func newDictFindCmd() *cobra.Command {
	var dictionaries []string
	cmd := &cobra.Command{
		Use:   "find NAME...",
		Short: "Show what a name, misread or not, would be taken for, and why",
		Example: `  exoscan dict find ex0some
  exoscan dict find "human adipose stem cell exosomes"`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			query := strings.Join(args, " ")
			if strings.TrimSpace(query) == "" {
				return hinted(errors.New("there is nothing to find"), "name what you look for: exoscan dict find ex0some")
			}
			d, err := dictionary.Load(dictionaries...)
			if err != nil {
				return err
			}
			found := match.New(d).Find(query)
			if len(found) == 0 {
				note(cmd, "nothing in the dictionary is like %q", query)
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, c := range found {
				fmt.Fprintln(w, strings.Join([]string{c.Term.Name, string(c.Term.Kind), string(c.Term.Origin), c.Why, c.Term.Source}, "\t"))
			}
			return w.Flush()
		},
	}
	addDictionaryFlag(cmd, &dictionaries)
	return cmd
}

func newDictCheckCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Check dictionaries of your own: every fault, with its file and line",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return hinted(errors.New("there is nothing to check"), "name your file: exoscan dict check mine.tsv")
			}
			var all []error
			for _, name := range args {
				faults, err := checkDictionary(name)
				switch {
				case err != nil:
					all = append(all, err)
				case len(faults) == 0:
					fmt.Fprintf(cmd.OutOrStdout(), "%s: no faults\n", name)
				}
				for _, f := range faults {
					all = append(all, errors.New(f.String()))
				}
			}
			return errors.Join(all...)
		},
	}
}

func checkDictionary(name string) ([]dictionary.Fault, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading dictionary: %w", err)
	}
	defer f.Close()
	return dictionary.Check(name, f), nil
}

func newDictListCmd() *cobra.Command {
	kinds := strings.Join(dictionary.TermKinds(), ", ")
	var dictionaries []string
	var kind string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Print the terms in the form that a dictionary of your own has",
		Example: `  exoscan dict list --kind exosome
  exoscan dict list > mine.tsv`,
		Args: takes(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := dictionary.Load(dictionaries...)
			if err != nil {
				return err
			}
			var b strings.Builder
			b.WriteString(strings.Join(dictionary.TermColumns(), "\t") + "\n")
			found := false
			for _, t := range d.Terms() {
				if kind != "" && string(t.Kind) != kind {
					continue
				}
				found = true
				b.WriteString(strings.Join(t.Cells(), "\t") + "\n")
			}
			if !found {
				return fmt.Errorf("there are no terms of kind %q; kinds are %s", kind, kinds)
			}
			_, err = cmd.OutOrStdout().Write([]byte(b.String()))
			return err
		},
	}
	addDictionaryFlag(cmd, &dictionaries)
	cmd.Flags().StringVar(&kind, "kind", "", "only terms of this kind: "+kinds)
	return cmd
}
