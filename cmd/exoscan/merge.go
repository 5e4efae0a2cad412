package main

import (
	"errors"

	"github.com/spf13/cobra"

	"exoscan/internal/scan"
)

func newMergeCmd() *cobra.Command {
	out := &output{cleanup: func() error { return nil }}
	cmd := &cobra.Command{
		Use:   "merge FILE...",
		Short: "Join the results of all shards of one folder into its order",
		Long: `merge joins the NDJSON results that scan --shard 1/n to n/n wrote with --output, into what one scan
of the whole folder would have written. Beside each results file its .shard file is needed. Shards
that overlap, leave a gap, or were made from different files or settings are refused.`,
		Example: `  exoscan scan --shard 1/2 --output a.ndjson photos/
  exoscan scan --shard 2/2 --output b.ndjson photos/
  exoscan merge a.ndjson b.ndjson --output all.ndjson`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return hinted(errors.New("there is nothing to merge"), "name the results of all shards: exoscan merge a.ndjson b.ndjson")
			}
			w := cmd.OutOrStdout()
			if out.path != "" {
				var err error
				if w, err = out.openPending(); err != nil {
					return err
				}
				defer out.discard()
			}
			if err := scan.Merge(w, args); err != nil {
				return err
			}
			return out.commit()
		},
	}
	cmd.Flags().StringVarP(&out.path, "output", "o", "", "write the results to `file`, all of them or, if something is wrong, none")
	return cmd
}
