// Package report turns results into bytes: text for people, JSON, NDJSON and CSV for programs, HTML
// for a browser, JUnit for a build server, and boxes drawn on the photo itself.
//
// It promises that a result looks the same whichever way it is written: the words for a verdict, a
// place and a match come from one place. Writers stream, so a run of any length needs the memory of
// one result. Every string that came from a label or a file name is hostile until it is escaped for
// where it goes: a terminal, a spreadsheet, a web page.
//
// It refuses to judge. It adds nothing to the verdict, never says whether a product is legal or
// safe, and shows no finding without the words and the source that support it.
package report

import (
	"fmt"
	"image"
	"io"
	"strings"

	"exoscan/internal/scan"
)

// Writer writes results in one format. Close ends the document; it does not close the file
// underneath. A Writer is for one goroutine.
type Writer interface {
	Write(scan.Result) error
	Close() error
}

// Options say how results are shown. The zero value suits a pipe.
type Options struct {
	// Color allows ANSI colours in text. The caller knows the terminal and NO_COLOR.
	Color bool
	// Width is the terminal's, in columns; text is wrapped to it. 0 does not wrap.
	Width int
	// Photo gives the upright, full-size photo of a source, for html. Nil, or an error, leaves the
	// photo out of the card and says so.
	Photo func(source string) (image.Image, error)
	// PhotoBytes is how much of an html page may be photos; cards after that keep only the enlarged
	// evidence. 0 is 100 MB: browsers open that in seconds, and a page of a gigabyte never.
	PhotoBytes int64
	// Fails says why a result fails the user's policy, "" if it does not, for junit. Nil fails nothing.
	Fails func(scan.Result) string
}

type format struct {
	name string
	open func(io.Writer, Options) Writer
}

// formats is the table of everything New can make, in the order help should name them.
func formats() []format {
	return []format{
		{"text", newText},
		{"json", newJSON},
		{"ndjson", newNDJSON},
		{"csv", newCSV},
		{"html", newHTML},
		{"junit", newJUnit},
	}
}

// Formats names the formats New knows.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// New makes the writer of a format.
func New(name string, w io.Writer, o Options) (Writer, error) {
	for _, f := range formats() {
		if f.name == name {
			return f.open(w, o), nil
		}
	}
	return nil, fmt.Errorf("format %q is not one of %s", name, strings.Join(Formats(), ", "))
}
