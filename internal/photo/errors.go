package photo

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Kind says in one word why there is no picture.
type Kind string

// The kinds of refusal.
const (
	TooLarge    Kind = "too-large"       // over the limit in bytes or pixels
	NotImage    Kind = "not-an-image"    // text, a web page, an archive, nothing at all
	Truncated   Kind = "truncated"       // the file ends before the picture does
	Unsupported Kind = "unsupported"     // a picture, but of a kind that cannot be decoded here
	Unreadable  Kind = "unreadable"      // a picture whose data are damaged
	FileTrouble Kind = "unreadable-file" // the file system would not give the bytes
	TimedOut    Kind = "timed-out"       // it took longer than allowed; PDF only, pictures take no long time
)

// Error is why there is no picture. Its text is one line that does not name the file: the caller knows
// the name. Hint, where there is one, says what to do.
type Error struct {
	Kind Kind
	Text string
	Hint string
	Err  error // the cause, for errors.Is; its text is in Text where it helps
}

func (e *Error) Error() string { return e.Text }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func tooManyPixels(w, h int, limit int64) *Error {
	return &Error{
		Kind: TooLarge,
		Text: fmt.Sprintf("image is %s megapixels (%d x %d), limit is %s", mega(float64(w)*float64(h)), w, h, mega(float64(limit))),
		Hint: "make it smaller, or cut out the label",
	}
}

func tooManyBytes(size, limit int64) *Error {
	return &Error{
		Kind: TooLarge,
		Text: fmt.Sprintf("file is %s MB, limit is %s", mega(float64(size)), mega(float64(limit))),
	}
}

// mega writes n in millions with as many digits as tell it from its neighbours.
func mega(n float64) string {
	if n >= 10e6 {
		return fmt.Sprintf("%.0f", n/1e6)
	}
	return fmt.Sprintf("%.3g", n/1e6)
}

// fileError puts an error of the file system in plain words without the path.
func fileError(err error) *Error {
	text := "file cannot be read"
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		text = "no such file"
	case errors.Is(err, fs.ErrPermission):
		text = "permission denied"
	case errors.As(err, &pe):
		text = fmt.Sprintf("file cannot be read: %v", pe.Err)
	}
	return &Error{Kind: FileTrouble, Text: text, Err: err}
}

// decodeError sorts what a decoder said. starved means it asked for bytes after the end of the data.
func decodeError(format string, err error, starved bool) *Error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	name := title(format)
	switch {
	case starved || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return &Error{Kind: Truncated, Text: name + " is cut short: the file ends before the picture does", Err: err,
			Hint: "copy or download the file again"}
	case isUnsupported(err):
		return &Error{Kind: Unsupported, Text: fmt.Sprintf("this sort of %s cannot be decoded: %v", name, err), Err: err,
			Hint: "save it as an ordinary JPEG or PNG"}
	}
	return &Error{Kind: Unreadable, Text: fmt.Sprintf("%s is damaged: %v", name, err), Err: err}
}
