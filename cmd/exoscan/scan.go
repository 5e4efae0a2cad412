package main

import (
	"errors"
	"fmt"
	"image"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"exoscan/internal/photo"
	"exoscan/internal/policy"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// scanFlags are the flags of exoscan scan.
type scanFlags struct {
	reading         readFlags
	output          outputFlags
	annotate        string
	jobs            int
	lines, words    bool
	together        bool
	perFolder       bool
	failOn          []string
	allowUnreadable bool
	baseline        string
	writeBaseline   string
	market          string
	shard           string
	quiet           bool
}

func newScanCmd() *cobra.Command {
	var f scanFlags
	cmd := &cobra.Command{
		Use:   "scan [flags] [PATH...]",
		Short: "Scan photos, lists and folders for exosomes and say where they come from",
		Long: `scan reads label photos, text files with ingredient lists, and folders of both, and gives a verdict
with its evidence for each. - is standard input, a photo or a text; without a PATH, a pipe is read.

In folders, photos and .txt files are read, and files and folders whose names begin with a dot are
not. A file you name is always tried.

A list that runs round a bottle is on no single photo. With --together all photos you name are of one
product: what they show is joined where it overlaps, in whatever order they come, and judged once.
With --per-folder each folder that holds photos is a product of its own.

Exit codes: 0 if all was read and nothing matched --fail-on, 1 if something matched, 2 if exoscan could
not run, 3 if an input could not be read or is unreadable (the results of the others are there, and 1
wins), 130 if it was interrupted. What a label is said to hold is what it states: no verdict says that a
product is legal or safe.`,
		Example: `  exoscan scan label.jpg
  pbpaste | exoscan scan
  exoscan scan --lines lists.txt
  exoscan scan --output results.csv photos/
  exoscan scan --output results.ndjson --resume photos/
  exoscan scan --together front.jpg left.jpg right.jpg
  exoscan scan --per-folder products/
  exoscan scan --fail-on human --quiet label.jpg`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd, args)
		},
	}
	f.add(cmd)
	return cmd
}

func (f *scanFlags) add(cmd *cobra.Command) {
	f.reading.add(cmd)
	f.output.add(cmd)
	flags := cmd.Flags()
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "how many inputs to read at a time")
	flags.BoolVar(&f.lines, "lines", false, "each line of a text is a list of its own")
	flags.BoolVar(&f.words, "words", false, "each PATH is a page that exoscan words has read from a photo")
	f.addProducts(flags)
	flags.StringSliceVar(&f.failOn, "fail-on", nil, "exit with 1 if there are exosomes of this `origin`: human, plant, animal, microbial, synthetic, unspecified, any")
	flags.BoolVar(&f.allowUnreadable, "allow-unreadable", false, "exit with 0, not 3, if an input could not be read")
	flags.StringVar(&f.baseline, "baseline", "", "with --fail-on: `file` of findings that are known and do not fail the run")
	flags.StringVar(&f.writeBaseline, "write-baseline", "", "write what is found to `file`, for --baseline")
	flags.BoolVar(&f.output.resume, "resume", false, "go on where a run with the same --output stopped")
	flags.StringVar(&f.market, "market", "", "quote what the rule book of a `market` says of what was found: cn, eu, jp, kr, tw, uk, us")
	flags.StringVar(&f.annotate, "annotate", "", "write each photo into `folder`, upright, with its boxes and verdict")
	flags.StringVar(&f.shard, "shard", "", "read part `i/n` of the files only, i from 1 to n; exoscan merge joins the results")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no progress, no summary: results and errors only")
	completeScan(cmd)
}

// run is exoscan scan: what was asked for is checked and opened, then read, then put in its place.
func (f *scanFlags) run(cmd *cobra.Command, args []string) error {
	_, files, err := settle(cmd.Flags())
	if err != nil {
		return err
	}
	inputs, err := f.inputs(cmd, args)
	if err != nil {
		return err
	}
	gate, err := f.newGate(cmd, files)
	if err != nil {
		return err
	}
	options, err := f.options()
	if err != nil {
		return err
	}
	reader, err := newReader(f.reading, f.jobs, inputs.Photos())
	if err != nil {
		return err
	}
	defer reader.Close()
	out, err := f.open(cmd, gate)
	if err != nil {
		return err
	}
	defer out.discard()
	known, baseline, err := f.openBaseline()
	if err != nil {
		return err
	}
	defer known.discard()

	options.Reader, options.Journal = reader, out.journal
	t := &tally{gate: gate, baseline: f.newBaseline()}
	passed, err := f.scan(cmd, inputs, options, t, out)
	switch {
	case err != nil:
		return out.stopped(err)
	case cmd.Context().Err() != nil:
		return out.interrupted(t)
	case passed.Seen == 0:
		return nothingToScan(args, *passed)
	}
	if err := out.commit(); err != nil {
		return out.stopped(err)
	}
	if err := errors.Join(out.describe(inputs.Shard, options.Settings, passed), saveBaseline(known, baseline, t.baseline)); err != nil {
		return err
	}
	if !f.quiet {
		t.show(cmd, *passed, f.output.path)
	}
	return t.exit(f)
}

// options are those of the scan, but for what it reads with and where it writes.
func (f *scanFlags) options() (scan.Options, error) {
	d, settings, err := f.reading.load()
	if err != nil {
		return scan.Options{}, err
	}
	if f.market != "" && !slices.Contains(d.Markets(), f.market) {
		return scan.Options{}, fmt.Errorf("market %q is none of %s", f.market, strings.Join(d.Markets(), ", "))
	}
	settings += fmt.Sprintf(" words=%t lines=%t together=%t folders=%t market=%s", f.words, f.lines, f.together, f.perFolder, f.market)
	o := scan.Options{
		Dictionary: d, Lang: f.reading.lang, Timeout: f.reading.timeout, Readings: f.reading.readings,
		Market: f.market, Settings: settings,
	}
	if f.annotate != "" {
		o.After = func(s *scan.Steps) error { return annotate(f.annotate, s) }
	}
	return o, nil
}

// scan reads the inputs, and counts and writes the answers. It gives what the listing passed over.
func (f *scanFlags) scan(cmd *cobra.Command, inputs scan.Inputs, options scan.Options, t *tally, out *output) (*scan.Passed, error) {
	passed := &scan.Passed{}
	progress := newProgress(cmd, f, inputs)
	defer progress.end()
	ctx := cmd.Context()
	return passed, scan.New(options).All(ctx, inputs.List(ctx, passed), f.jobs, func(a scan.Answer) error {
		t.add(a)
		progress.step(a, t)
		return out.write(a)
	})
}

// open opens the output; a shard's keeps what its manifest needs.
func (f *scanFlags) open(cmd *cobra.Command, gate policy.Gate) (*output, error) {
	f.output.shard = f.shard != ""
	var out *output
	out, err := f.output.open(cmd, report.Options{
		Photo: func(source string) (image.Image, error) { return out.picture(source) },
		Fails: func(r scan.Result) string { return f.why(gate, r) },
	})
	return out, err
}

// inputs checks what is to be scanned, and the flags that go with it.
func (f *scanFlags) inputs(cmd *cobra.Command, args []string) (scan.Inputs, error) {
	stdin, _ := cmd.InOrStdin().(*os.File)
	if len(args) == 0 {
		if !isPiped(stdin) {
			return scan.Inputs{}, hinted(errors.New("there is nothing to scan"), "name a photo, a text file or a folder, or pipe a list in: exoscan scan label.jpg")
		}
		args = []string{"-"}
	}
	in := scan.Inputs{Paths: args, Stdin: stdin, Limit: photo.DefaultLimits().Bytes, Lines: f.lines, Words: f.words, Together: f.together, PerFolder: f.perFolder, Except: []string{f.output.path, f.annotate}}
	if f.shard != "" {
		shard, err := scan.ParseShard(f.shard)
		if err != nil {
			return in, err
		}
		in.Shard = shard
	}
	stdins := 0
	for _, a := range args {
		if a == "-" {
			stdins++
		}
	}
	switch {
	case slices.Contains(args, ""):
		return in, hinted(errors.New("the name of an input is empty"), "a variable that is not set gives an empty name")
	case f.jobs < 1:
		return in, fmt.Errorf("--jobs is %d, at least 1 is needed", f.jobs)
	case f.reading.timeout <= 0:
		return in, fmt.Errorf("--timeout is %s, it must be more than 0", f.reading.timeout)
	case f.output.resume && f.output.path == "":
		return in, hinted(errors.New("--resume needs --output"), "the file to go on with: exoscan scan --resume --output results.ndjson ...")
	case f.lines && f.words:
		return in, errors.New("--lines is for texts and --words for pages: they do not go together")
	case f.shard != "" && (f.lines || stdins > 0):
		return in, errors.New("--shard splits files: it does not go with --lines or standard input")
	case stdins > 1:
		return in, errors.New("- is named twice, and standard input can be read once only")
	}
	return in, f.checkProducts(stdins)
}

// isPiped says whether someone has put data on stdin: a pipe or a file, not a terminal or /dev/null.
func isPiped(f *os.File) bool {
	if f == nil {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice == 0
}

// nothingToScan is what folders without a photo or a text give.
func nothingToScan(args []string, passed scan.Passed) error {
	if len(args) == 0 || slices.Equal(args, []string{"-"}) {
		return errors.New("there is nothing to scan in what came on standard input: all its lines are blank")
	}
	err := fmt.Errorf("there is nothing to scan in %s: no photo and no .txt file", strings.Join(args, ", "))
	if others := passed.Other + passed.Hidden + passed.Links; others > 0 {
		return hinted(err, fmt.Sprintf("%s passed over; a file that is named is always tried", plural(others, "other was", "others were")))
	}
	return hinted(err, "")
}
