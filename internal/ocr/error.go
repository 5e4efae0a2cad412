package ocr

import (
	"errors"
	"fmt"
)

// Kind says why an image was not read. The values are the error codes users see.
type Kind string

// errSlow is the cause of a context that ends with the pool's own timeout.
var errSlow = errors.New("the reading's time is over")

// errClosed is the cause of readings that Close ended.
var errClosed = errors.New("the pool is closed")

// The kinds of failure, each with its own cure.
const (
	TimedOut        Kind = "timed-out"        // the deadline passed; the worker was killed
	Crashed         Kind = "crashed"          // the worker died, twice
	OutOfMemory     Kind = "out-of-memory"    // the worker reached its memory limit
	Protocol        Kind = "protocol"         // the worker's answer was not understood
	TooLarge        Kind = "too-large"        // the image is beyond what is read
	BadRecipe       Kind = "bad-recipe"       // the caller asked for what cannot be done
	BadPage         Kind = "bad-page"         // a recorded page does not keep to the schema
	MissingLanguage Kind = "missing-language" // language data is not installed
	NoEngine        Kind = "no-engine"        // Tesseract is not there, or does not start
)

// Error is a reading that did not happen.
type Error struct {
	Kind   Kind   `json:"kind"`
	Text   string `json:"text"`             // one line that names the object and both numbers, without the photo's name
	Hint   string `json:"hint,omitempty"`   // what to try, often a command; may be empty
	Stderr string `json:"stderr,omitempty"` // for crashes: the first 1 KB and the last 3 KB the worker wrote while it read
	Err    error  `json:"-"`                // the cause, where there is one

	unstarted bool // the worker died before it could be asked anything
}

func (e *Error) Error() string { return e.Text }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// errorf makes an *Error; a %w in the format becomes its cause.
func errorf(kind Kind, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	e := &Error{Kind: kind, Text: err.Error()}
	if u, ok := err.(interface{ Unwrap() error }); ok {
		e.Err = u.Unwrap()
	}
	return e
}

// tooLarge is for an image that was decoded and is beyond what is read.
func tooLarge(format string, args ...any) *Error {
	e := errorf(TooLarge, format, args...)
	e.Hint = "make it smaller, or cut out the label"
	return e
}
