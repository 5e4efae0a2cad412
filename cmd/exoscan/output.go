package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"image"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"exoscan/internal/journal"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// output is where results go: to stdout as they come, or into a file that is there whole or not at all.
type output struct {
	path    string // what --output says; "" is stdout
	writer  report.Writer
	journal *journal.Journal // with --resume
	shard   *scan.Manifest   // with --shard: the places of what is written
	sum     hash.Hash        // of what is written, with a shard
	replace func() error     // puts the finished file in its place; nil where there is nothing to replace
	cleanup func() error     // takes away what an unfinished run would leave
	input   scan.Input       // whose result is being written
}

// outputFlags are the flags of commands that write results.
type outputFlags struct {
	format, path string
	resume       bool
	shard        bool // the results are those of a shard
}

func (f *outputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", strings.Join(report.Formats(), ", ")+" (default: what the name of --output ends in, else text)")
	flags.StringVarP(&f.path, "output", "o", "", "write the results to `file`, all of them or, if the run fails, none")
	completeFormat(cmd)
}

// open opens what the flags ask for. What a terminal can show, it adds to the options itself.
func (f *outputFlags) open(cmd *cobra.Command, options report.Options) (*output, error) {
	out := &output{path: f.path, cleanup: func() error { return nil }}
	format, err := f.name()
	if err != nil {
		return nil, err
	}
	w := cmd.OutOrStdout()
	switch {
	case f.path == "":
		options.Color, options.Width = colors(w), width(w)
	case f.resume:
		w, err = out.openPart(cmd)
	default:
		w, err = out.openPending()
	}
	if err != nil {
		return nil, err
	}
	if f.shard && f.path != "" && format == "ndjson" {
		out.shard, out.sum = &scan.Manifest{Places: []int{}}, sha256.New()
		w = io.MultiWriter(w, out.sum)
	}
	if out.writer, err = report.New(format, w, options); err != nil {
		out.discard()
		return nil, err
	}
	return out, nil
}

// name is the format asked for, or the one that the name of the output file speaks of. A name that
// promises something else, as .pdf does, is refused: text would be a surprise in it.
func (f *outputFlags) name() (string, error) {
	if f.format != "" {
		return f.format, nil
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(f.path), "."))
	switch ending {
	case "", "txt", "log", "out":
		return "text", nil
	case "htm":
		return "html", nil
	case "jsonl":
		return "ndjson", nil
	case "xml":
		return "junit", nil
	}
	if slices.Contains(report.Formats(), ending) {
		return ending, nil
	}
	return "", hinted(fmt.Errorf("--output %q: there is no format called %s", f.path, ending),
		"--format says which to write: "+strings.Join(report.Formats(), ", "))
}

// writable is what to look at where a file cannot be made.
const writable = "the folder it is to be in must be there, and yours to write in"

// openPending makes a file beside the output that will replace it. What is no regular file, such as
// /dev/null or a pipe, is written to directly: replacing it would destroy it.
func (o *output) openPending() (io.Writer, error) {
	path := o.path
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("writing %q: it is a folder", path)
	case err == nil && !info.Mode().IsRegular():
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("writing results: %w", err)
		}
		o.replace, o.cleanup = file.Close, file.Close
		return file, nil
	case err == nil:
		// A link stays a link: the file it leads to is replaced.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, fmt.Errorf("writing results: %w", err)
		}
	}
	file, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithPermissions(0o666), renameio.WithExistingPermissions())
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = fmt.Errorf("%s: %w", o.path, pe.Err) // the name that was asked for, not that of the file beside it
	}
	if err != nil {
		return nil, hinted(fmt.Errorf("writing results: %w", err), writable)
	}
	o.replace, o.cleanup = file.CloseAtomicallyReplace, file.Cleanup
	return file, nil
}

// openPart opens the journal and, under its lock, a part file of a fixed name: one that a killed run
// left is written over and never piles up.
func (o *output) openPart(cmd *cobra.Command) (io.Writer, error) {
	target := o.path
	switch info, err := os.Stat(o.path); {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("writing %q: it is a folder", o.path)
	case err == nil && !info.Mode().IsRegular():
		return nil, hinted(fmt.Errorf("writing %q: it is no file that a later run could go on with", o.path), "leave --resume out, or name a file")
	case err == nil:
		// A link stays a link here too.
		if target, err = filepath.EvalSymlinks(o.path); err != nil {
			return nil, fmt.Errorf("writing results: %w", err)
		}
	}
	path := o.path + ".journal"
	j, mended, err := journal.Open(path)
	if errors.Is(err, journal.ErrLocked) {
		return nil, hinted(err, "wait for it to end, or give this run an --output of its own")
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return nil, hinted(err, writable)
	}
	if err != nil {
		return nil, err
	}
	if mended.Torn > 0 {
		note(cmd, "%s: the last line was cut off and has been taken out (%d bytes); its input is read again", path, mended.Torn)
	}
	if mended.Lines > 0 {
		note(cmd, "%s: passing over %s; what they were for is read again", path, plural(mended.Lines, "damaged line", "damaged lines"))
	}
	part := target + ".part"
	file, err := os.Create(part)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("writing results: %w", err), j.Close())
	}
	o.journal = j
	o.replace = func() error {
		return errors.Join(file.Sync(), file.Close(), os.Rename(part, target))
	}
	o.cleanup = func() error { return errors.Join(file.Close(), os.Remove(part)) }
	return file, nil
}

// picture is the photo of the result that is being written, decoded anew: keeping the decoded photos
// of all results that wait for their turn would take gigabytes.
func (o *output) picture(source string) (image.Image, error) {
	img, err := o.input.Photo(source).Picture()
	if err != nil {
		return nil, err
	}
	if img == nil {
		return nil, errors.New("this result comes from no photo")
	}
	return img.Color, nil
}

func (o *output) write(a scan.Answer) error {
	o.input = a.Input
	if err := o.writer.Write(a.Result); err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	if o.shard != nil {
		o.shard.Places = append(o.shard.Places, a.Input.Place)
	}
	return nil
}

// commit ends the document and puts the file in its place.
func (o *output) commit() error {
	if o.writer != nil {
		if err := o.writer.Close(); err != nil {
			return fmt.Errorf("writing results: %w", err)
		}
	}
	if o.replace != nil {
		if err := o.replace(); err != nil {
			return fmt.Errorf("writing results: %w", err)
		}
	}
	o.cleanup = func() error { return nil }
	return nil
}

// describe writes the manifest of a shard, beside results that are in place.
func (o *output) describe(shard scan.Shard, settings string, passed *scan.Passed) error {
	if o.shard == nil {
		return nil
	}
	m := scan.NewManifest(shard, settings, passed)
	m.Places, m.Results = o.shard.Places, fmt.Sprintf("%x", o.sum.Sum(nil))
	data, err := json.Marshal(m)
	if err == nil {
		err = renameio.WriteFile(scan.ManifestName(o.path), append(data, '\n'), 0o666, renameio.WithTempDir(filepath.Dir(o.path)))
	}
	if err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	return nil
}

// discard takes away what was begun and not committed. After a commit it only gives the journal back.
func (o *output) discard() {
	_ = o.cleanup() // what it would say has been said: the run failed
	if o.journal != nil {
		_ = o.journal.Close()
	}
}

// stopped is the error of a run that could not go on.
func (o *output) stopped(err error) error {
	if e := (*scan.Error)(nil); errors.As(err, &e) {
		return hinted(err, "exoscan doctor shows what is there and what is missing")
	}
	if o.journal != nil {
		return hinted(err, fmt.Sprintf("%s kept in %s.journal; run the same command again to go on", plural(o.journal.Len(), "result is", "results are"), o.path))
	}
	return err
}

// interrupted is the end of a run that someone stopped. On stdout the document is ended, so that what
// was finished can be used.
func (o *output) interrupted(t *tally) error {
	e := &exitError{code: exitInterrupted}
	read := plural(t.summary.Total(), "input", "inputs")
	switch {
	case o.journal != nil:
		e.err = fmt.Errorf("interrupted after %s; %s is not written yet", read, o.path)
		e.hint = fmt.Sprintf("%s kept in %s.journal; run the same command again to go on", plural(o.journal.Len(), "result is", "results are"), o.path)
	case o.path != "":
		e.err = fmt.Errorf("interrupted after %s; %s is not written", read, o.path)
		e.hint = "with --resume an interrupted run can go on where it stopped"
	default:
		e.err = fmt.Errorf("interrupted after %s", read)
		if err := o.writer.Close(); err != nil {
			e.err = errors.Join(e.err, fmt.Errorf("writing results: %w", err))
		}
	}
	return e
}

// note tells the user something that is no error and no result.
func note(cmd *cobra.Command, format string, args ...any) {
	fmt.Fprintf(cmd.ErrOrStderr(), "exoscan: "+format+"\n", args...)
}
