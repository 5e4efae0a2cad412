package scan

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"exoscan/internal/photo"
)

// Inputs are what the user named: files, folders and "-" for stdin, in that order.
type Inputs struct {
	Paths []string
	Stdin io.Reader
	Limit int64 // bytes of stdin at most
	Lines bool  // each line of a text is an input of its own
	Words bool  // each path is a page recorded by "exoscan words"
	Shard Shard // the part of the listing that is ours

	Together  bool // all of it is photos of one product
	PerFolder bool // the photos in each folder are of one product

	// Except names files and folders that are no inputs where they are met: what the run itself writes.
	Except []string
}

// Passed counts what a listing met in folders and did not take for an input. It is complete once the
// listing has been read to its end.
type Passed struct {
	Other  int // neither a photo nor a text, by name
	Hidden int // names that begin with a dot
	Links  int // links to folders, which are not followed: what they hold may be listed already
	Seen   int // inputs, those of other shards too

	listing hash.Hash // over the relative paths of all inputs
}

// digest is a hash of the whole listing, whichever shard read it.
func (p *Passed) digest() string {
	if p.listing == nil {
		return ""
	}
	return fmt.Sprintf("%x", p.listing.Sum(nil))
}

// List lists the inputs as they are asked for: folders in the byte order of their names, each folder
// where its name stands. One folder's names are held at a time on each level, because order needs
// them; nothing else is. The listing ends early when ctx is done.
func (in Inputs) List(ctx context.Context, passed *Passed) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		passed.listing = sha256.New()
		l := &lister{Inputs: in, ctx: ctx, passed: passed, yield: yield}
		if in.Together {
			l.together()
			return
		}
		for _, path := range in.Paths {
			if !l.named(path) {
				return
			}
		}
	}
}

type lister struct {
	Inputs
	ctx    context.Context
	passed *Passed
	yield  func(Input) bool
}

// give numbers the input and passes it on if this shard has it. False ends the listing.
func (l *lister) give(in Input, relative string) bool {
	if l.ctx.Err() != nil {
		return false
	}
	in.Place = l.passed.Seen
	l.passed.Seen++
	if l.Shard.Count > 0 {
		fmt.Fprintf(l.passed.listing, "%q\n", filepath.ToSlash(relative))
	}
	return !l.Shard.Has(relative) || l.yield(in)
}

// named lists what the user named: it is always tried, whatever its name.
func (l *lister) named(path string) bool {
	if path == "-" {
		return l.stdin()
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return l.give(Input{Source: SourceName(path), Path: path, err: pathError(err)}, path)
	case info.IsDir() && l.PerFolder:
		return l.products(path, ".")
	case info.IsDir():
		return l.folder(path, ".")
	}
	return l.file(Input{Source: SourceName(path), Path: path, page: l.Words}, path)
}

// stdin is read here and not by a worker: how long it takes is the other program's affair, so no
// deadline applies, but an interrupt does.
func (l *lister) stdin() bool {
	r := interruptible(l.ctx, l.Stdin)
	in := Input{Source: "-"}
	if l.Lines {
		return l.lines(in, "-", r)
	}
	br := bufio.NewReaderSize(r, 64<<10)
	if head, _ := br.Peek(photo.SniffLen); photo.Sniff(head) != "" {
		in.data, in.err = readBounded(br, 0, l.Limit)
	} else {
		// No more of a text than shows that it is no list: a pipe may have no end.
		in.data, in.err = readBounded(io.LimitReader(br, maxText+1), 0, maxText+1)
	}
	return l.give(in, "-")
}

// file lists one file, or its lines.
func (l *lister) file(in Input, relative string) bool {
	if !l.Lines || in.page {
		return l.give(in, relative)
	}
	f, err := openFile(l.ctx, in.Path, in.found)
	if err != nil {
		in.err = err
		return l.give(in, relative)
	}
	defer f.Close()
	return l.lines(in, relative, f)
}

// folder lists what is in the folder and below it.
func (l *lister) folder(path, relative string) bool {
	entries, err := l.read(path)
	for _, e := range entries {
		if !l.entry(filepath.Join(path, e.name), filepath.Join(relative, e.name), e) {
			return false
		}
	}
	if err == nil {
		return true
	}
	return l.give(Input{Source: SourceName(path), Path: path, found: true, err: pathError(err)}, relative)
}

// entry is what order needs of a directory entry: an fs.DirEntry holds three times as much.
type entry struct {
	name string
	mode fs.FileMode
}

// read returns the folder's entries in order, and what it got where it could not get all.
func (l *lister) read(path string) ([]entry, error) {
	dir, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	var entries []entry
	for {
		some, err := dir.ReadDir(1024)
		for _, e := range some {
			if strings.HasPrefix(e.Name(), ".") {
				l.passed.Hidden++
				continue
			}
			entries = append(entries, entry{e.Name(), e.Type()})
		}
		if errors.Is(err, io.EOF) {
			err = nil
		} else if err == nil && l.ctx.Err() == nil {
			continue
		}
		slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
		return entries, err
	}
}

// entry lists one entry of a folder.
func (l *lister) entry(path, relative string, e entry) bool {
	if l.excepted(path) {
		return true
	}
	in := Input{Source: SourceName(path), Path: path, found: true}
	mode := e.mode
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && !isInput(path):
			l.passed.Other++
			return true
		case err != nil:
			in.err = pathError(err)
			return l.give(in, relative)
		case info.IsDir():
			return l.folderLink(in, relative)
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir():
		return l.folder(path, relative)
	case !mode.IsRegular():
		in.err = notAFile(mode)
		return l.give(in, relative)
	case !isInput(path):
		l.passed.Other++
		return true
	}
	return l.file(in, relative)
}

// excepted compares names first, since asking the system about every file would take longer than
// listing them.
func (l *lister) excepted(path string) bool {
	return slices.ContainsFunc(l.Except, func(except string) bool {
		if filepath.Base(except) != filepath.Base(path) {
			return false
		}
		a, errA := os.Stat(except)
		b, errB := os.Stat(path)
		return errA == nil && errB == nil && os.SameFile(a, b)
	})
}

// folderLink meets a link to a folder. It is not followed, as find and grep do not: the photos may
// be listed in their own place already, and links can cross so that there is no end. A loop is
// a fault of the folder, and gets a result of its own.
func (l *lister) folderLink(in Input, relative string) bool {
	target, errTarget := realPath(in.Path)
	here, errHere := realPath(filepath.Dir(in.Path))
	if err := errors.Join(errTarget, errHere); err != nil {
		in.err = pathError(err)
		return l.give(in, relative)
	}
	if here != target && !strings.HasPrefix(here, strings.TrimSuffix(target, string(filepath.Separator))+string(filepath.Separator)) {
		l.passed.Links++
		return true
	}
	in.err = &Error{Code: "symlink-loop", Text: "it is a link back to a folder it is in"}
	return l.give(in, relative)
}

// realPath is the absolute path without links.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// pathError says in one line why a path could not be reached, without the path, which the source gives.
func pathError(err error) *Error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Code: "not-found", Text: "there is no such file, or it has gone"}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Code: "unreadable-file", Text: "permission to read it is denied"}
	case errors.Is(err, syscall.ELOOP):
		return &Error{Code: "symlink-loop", Text: "it is a link that leads to itself"}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &Error{Code: "timed-out", Text: "it gave no data in time"}
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err
	}
	return &Error{Code: "unreadable-file", Text: fmt.Sprintf("it cannot be read: %v", err)}
}

// notAFile is the error of an entry whose reading would block, never end, or do something.
func notAFile(mode fs.FileMode) *Error {
	what := "a device"
	switch {
	case mode&fs.ModeNamedPipe != 0:
		what = "a named pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	case mode.IsDir():
		what = "a folder"
	}
	return &Error{Code: "not-a-file", Text: fmt.Sprintf("it is %s, not a photo or a text", what)}
}
