package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The exit codes; doc.go says what each one means to a script.
const (
	exitOK          = 0
	exitMatched     = 1
	exitCannotRun   = 2
	exitUnreadable  = 3
	exitInterrupted = 130
)

// exitError is an error that knows its exit code. Every other error means that the command could not run.
type exitError struct {
	code int
	err  error  // nil where the results have said it already
	hint string // what to do about it, "" where there is nothing to add
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit status %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// hinted is err with the next step a user can take.
func hinted(err error, hint string) error {
	return &exitError{code: exitCannotRun, err: err, hint: hint}
}

// fail prints err as "exoscan: what" and "exoscan: hint: what to do", and returns its exit code.
// Nothing else in the program prints an error.
func fail(w io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	e := &exitError{code: exitCannotRun, err: err}
	errors.As(err, &e)
	if e.err != nil {
		for line := range strings.Lines(strings.TrimRight(err.Error(), "\n")) {
			fmt.Fprintf(w, "exoscan: %s\n", strings.TrimRight(line, "\n"))
		}
	}
	if e.hint != "" {
		fmt.Fprintf(w, "exoscan: hint: %s\n", e.hint)
	}
	return e.code
}
