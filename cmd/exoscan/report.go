package main

import (
	"errors"
	"fmt"
	"image"
	"io"
	"os"

	"github.com/spf13/cobra"

	"exoscan/internal/photo"
	"exoscan/internal/report"
)

func newReportCmd() *cobra.Command {
	var f outputFlags
	cmd := &cobra.Command{
		Use:   "report RESULTS...",
		Short: "Show saved results in another form, without reading a photo again",
		Long: `report reads results that scan has saved as NDJSON or JSON (- is standard input), and writes them as
text, JSON, NDJSON, CSV, HTML or JUnit. For HTML it looks for the photos where the results say they were.`,
		Example: `  exoscan report results.ndjson --format html --output report.html
  exoscan report results.ndjson`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return hinted(errors.New("there is nothing to report"), "name what scan has saved: exoscan report results.ndjson")
			}
			out, err := f.open(cmd, report.Options{Photo: openPhoto})
			if err != nil {
				return err
			}
			defer out.discard()
			for _, path := range args {
				if err := out.copy(cmd, path); err != nil {
					return err
				}
			}
			return out.commit()
		},
	}
	f.add(cmd)
	return cmd
}

// openPhoto gives the photo of a source for a report.
func openPhoto(source string) (image.Image, error) {
	img, err := photo.Open(source, photo.Limits{})
	if err != nil {
		return nil, err
	}
	return img.Color, nil
}

// copy writes saved results anew.
func (o *output) copy(cmd *cobra.Command, path string) error {
	unread := func(err error) error {
		return hinted(fmt.Errorf("reading results %q: %w", path, err), "results are what scan --output saves as .ndjson or .json; photos and lists are for exoscan scan")
	}
	var in io.Reader = cmd.InOrStdin()
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return unread(err)
		}
		defer f.Close()
		in = f
	}
	for r, err := range report.Read(in) {
		if err != nil {
			return unread(err)
		}
		if err := o.writer.Write(r); err != nil {
			return fmt.Errorf("writing results: %w", err)
		}
	}
	return nil
}
