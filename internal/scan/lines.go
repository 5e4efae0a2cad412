package scan

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"exoscan/internal/photo"
)

// maxText is the longest list in bytes. The longest on any label we know is under 10 kB; a megabyte
// is a file of many lists, or none.
const maxText = 1_000_000

// sniffLen is how much of an input is looked at to tell a photo from a text, at most; sniffLeast is
// what is waited for, so that the lines of a slow pipe are answered as they come.
const (
	sniffLen   = 4096
	sniffLeast = 16
)

// lines lists each line of a text that is not blank. A photo has no lines and stays one input.
func (l *lister) lines(whole Input, relative string, r io.Reader) bool {
	br := bufio.NewReaderSize(r, 64<<10)
	_, err := br.Peek(sniffLeast)
	head, _ := br.Peek(min(br.Buffered(), sniffLen))
	if photo.Sniff(head) != "" {
		if whole.Path == "" {
			whole.data, whole.err = readBounded(br, 0, l.Limit)
		}
		return l.give(whole, relative)
	}
	if len(head) == 0 && errors.Is(err, io.EOF) {
		whole.line, whole.err = true, emptyFile()
		return l.give(whole, relative)
	}
	if whole.err = otherEncoding(head, whole.Source); whole.err != nil {
		whole.line = true
		return l.give(whole, relative)
	}
	br.Discard(len(byteOrderMark(head)))
	for n := 1; ; n++ {
		text, err := readLine(br)
		in := Input{Source: fmt.Sprintf("%s:%d", whole.Source, n), line: true, data: text}
		switch {
		case errors.Is(err, io.EOF) && len(text) == 0:
			return true
		case errors.Is(err, bufio.ErrTooLong):
			in.data, in.err = nil, &Error{Code: "too-large", Text: fmt.Sprintf("this line is longer than a list can be: the limit is %s", megabytes(maxText))}
		case err != nil && !errors.Is(err, io.EOF):
			in.err = pathError(err)
			l.give(in, relative)
			return l.ctx.Err() == nil
		case len(bytes.TrimSpace(text)) == 0:
			continue
		}
		if !l.give(in, relative) {
			return false
		}
	}
}

// readLine reads a line of its own memory without its end, of at most maxText bytes; of a longer one
// it reads past the end.
func readLine(br *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := br.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxText; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || errors.Is(err, io.EOF)) {
			return nil, bufio.ErrTooLong
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}
