package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"regexp"
	"slices"

	"exoscan/internal/scan"
)

// ErrCutOff is inside the error of saved results that end in the middle of one, as a run that was
// interrupted leaves them. Every result before the error is whole.
var ErrCutOff = errors.New("cut off in the middle of a result")

// longestLine bounds the memory one saved result may ask for. A label of a thousand ingredients is
// half a megabyte.
const longestLine = 64 << 20

// Read gives saved results back one at a time, from NDJSON or from the JSON document, whichever it
// finds. It is strict: a field that is missing, unknown or out of range is an error that names the
// line. After an error there is nothing more.
func Read(r io.Reader) iter.Seq2[scan.Result, error] {
	return func(yield func(scan.Result, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		if bom, _ := in.Peek(3); string(bom) == "\ufeff" {
			_, _ = in.Discard(3)
		}
		begin, _ := in.Peek(4096)
		read := readLines
		if opening().Match(begin) {
			read = readDocument
		}
		if err := read(in, func(res scan.Result) bool { return yield(res, nil) }); err != nil {
			yield(scan.Result{}, err)
		}
	}
}

// opening tells the document from a line: both are objects that begin with the version.
func opening() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\{\s*("v"\s*:\s*[0-9]+\s*,\s*)?"results"\s*:`)
}

func readLines(in *bufio.Reader, yield func(scan.Result) bool) error {
	for n := 1; ; n++ {
		line, err := readLine(in)
		if err != nil && err != io.EOF {
			return fmt.Errorf("reading line %d: %w", n, err)
		}
		whole := err == nil
		if text := bytes.TrimSpace(line); len(text) > 0 {
			res, err := decode(text)
			switch {
			case err != nil && !whole && !json.Valid(text):
				return fmt.Errorf("reading line %d: %w", n, ErrCutOff)
			case err != nil:
				return fmt.Errorf("reading line %d: %w", n, err)
			}
			if !yield(res) {
				return nil
			}
		}
		if !whole {
			return nil
		}
	}
}

// readLine is in.ReadBytes('\n') with a limit.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > longestLine {
			return nil, fmt.Errorf("a result of more than %d MB is none of ours", longestLine>>20)
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// readDocument reads {"v":1,"results":[...]}, laid out in any way.
func readDocument(in *bufio.Reader, yield func(scan.Result) bool) error {
	lines := &lineCounter{r: in, limit: longestLine}
	d := json.NewDecoder(lines)
	at := func(err error) error {
		offset := d.InputOffset()
		var bad *badValue
		if errors.As(err, &bad) {
			offset, err = bad.start, bad.err
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			offset, err = lines.read, ErrCutOff
		}
		return fmt.Errorf("reading line %d: %w", lines.lineOf(offset), err)
	}
	version, seen := scan.ResultVersion, false
	if _, err := d.Token(); err != nil { // "{", as opening saw
		return at(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return at(err)
		}
		switch {
		case key == "v":
			if err := d.Decode(&version); err != nil {
				return at(err)
			}
		case key == "results" && !seen:
			seen = true
			more, err := readArray(d, lines, yield)
			if err != nil {
				return at(err)
			}
			if !more {
				return nil
			}
		default:
			return at(fmt.Errorf("%q has no place in saved results", key))
		}
		if version != scan.ResultVersion {
			return at(versionError(version))
		}
	}
	if _, err := d.Token(); err != nil { // "}"
		return at(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return at(errors.New("something follows the end of the results"))
	}
	return nil
}

// readArray reads the results; false means that the caller wants no more.
func readArray(d *json.Decoder, lines *lineCounter, yield func(scan.Result) bool) (bool, error) {
	if t, err := d.Token(); err != nil {
		return false, err
	} else if t != json.Delim('[') {
		return false, errors.New("results is not a list")
	}
	for d.More() {
		lines.allow(d.InputOffset() + longestLine)
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return false, err
		}
		res, err := decode(raw)
		if err != nil {
			return false, &badValue{d.InputOffset() - int64(len(raw)), err}
		}
		if !yield(res) {
			return false, nil
		}
	}
	_, err := d.Token() // "]"
	return true, err
}

// badValue is well-formed JSON that is no result, and the byte it starts at.
type badValue struct {
	start int64
	err   error
}

func (b *badValue) Error() string { return b.err.Error() }

// lineCounter knows on which line a byte of a stream stands, keeping only the line ends that have
// not been asked past, and stops a stream that runs over what is allowed.
type lineCounter struct {
	r      io.Reader
	limit  int64 // of bytes read; a buffer's length over it does no harm
	read   int64
	passed int
	ends   []int64
}

func (l *lineCounter) Read(p []byte) (int, error) {
	if l.read > l.limit {
		return 0, fmt.Errorf("a result of more than %d MB is none of ours", longestLine>>20)
	}
	n, err := l.r.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

func (l *lineCounter) allow(until int64) {
	l.limit = until
	if l.limit < 0 {
		l.limit = math.MaxInt64
	}
	_ = l.lineOf(until - longestLine)
}

// lineOf counts from 1. Offsets must not go back.
func (l *lineCounter) lineOf(offset int64) int {
	i, _ := slices.BinarySearch(l.ends, offset)
	l.passed += i
	l.ends = slices.Delete(l.ends, 0, i)
	return l.passed + 1
}
