package scan

import (
	"context"
	"errors"
	"fmt"
	"os"

	"exoscan/internal/ocr"
	"exoscan/internal/photo"
)

// failure puts the error of any stage into the result's own form: its code, and one line with what
// to do about it.
func failure(err error) *Error {
	if own := (*Error)(nil); errors.As(err, &own) {
		return own
	}
	if pe := (*photo.Error)(nil); errors.As(err, &pe) {
		return &Error{Code: string(pe.Kind), Text: withHint(pe.Text, pe.Hint)}
	}
	if oe := (*ocr.Error)(nil); errors.As(err, &oe) {
		return &Error{Code: string(oe.Kind), Text: withHint(oe.Text, oe.Hint)}
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return timedOut()
	case errors.Is(err, context.Canceled):
		return &Error{Code: "interrupted", Text: "was interrupted"}
	}
	return &Error{Code: "unreadable-file", Text: fmt.Sprintf("it cannot be read: %v", err)}
}

// Error is the line without the code.
func (e *Error) Error() string { return e.Text }

func withHint(text, hint string) string {
	if hint == "" {
		return text
	}
	return text + "; " + hint
}

func timedOut() *Error {
	return &Error{Code: string(ocr.TimedOut), Text: "took longer than --timeout allows"}
}
