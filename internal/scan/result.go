// Package scan is the pipeline: one input, or many in input order, become Results.
//
// It promises one Result per input, in input order, whatever happens to the others. It refuses to
// hide a failure: an input that could not be read has an Error and no verdict.
package scan

import (
	"exoscan/internal/ocr"
	"exoscan/internal/origin"
)

// ResultVersion is the version of the Result schema.
const ResultVersion = 1

// Result is the answer for one input. The order of the fields is the order of the JSON and does not
// change; slices are never null; there is no clock and no absolute path unless the user gave one.
type Result struct {
	V           int              `json:"v"`
	Source      string           `json:"source"` // the path as given, "-" for stdin, "name:12" for a line
	Kind        string           `json:"kind"`   // "photo" or "text"
	Verdict     *origin.Verdict  `json:"verdict"`
	Origins     []string         `json:"origins"`
	Findings    []origin.Finding `json:"findings"`
	Related     []origin.Finding `json:"related"`
	Claims      []origin.Claim   `json:"claims"`
	Ingredients []Ingredient     `json:"ingredients"`
	Reading     Reading          `json:"reading"`
	Warnings    []origin.Warning `json:"warnings"`
	Error       *Error           `json:"error"`
	Notes       []Note           `json:"notes,omitempty"` // with --market only
}

// Note is what the rule book of a market says of an origin that was found. It is quoted for the reader
// to look up, it is not legal advice, and it has no part in the verdict.
type Note struct {
	Market   string `json:"market"` // eu, uk, us, kr, cn, tw, jp
	Origin   string `json:"origin"`
	Text     string `json:"text"`
	Citation string `json:"citation"`
	Date     string `json:"date"` // of the rule or the source, as far as known, else ""
}

// Ingredient is one entry of the list as read and as understood.
type Ingredient struct {
	Read  string    `json:"read"`
	Name  string    `json:"name"` // canonical, "" when not known
	Known bool      `json:"known"`
	Start int       `json:"start"` // byte offset into the text, as typed or as read from a photo, half-open
	End   int       `json:"end"`
	Box   *ocr.Box  `json:"box"`             // null for typed text
	Photo string    `json:"photo,omitempty"` // of several photos of one product, the one Box is of
	Parts []ocr.Box `json:"parts,omitempty"` // Box line by line, where there is more than one
}

// Reading says how well the input was read.
type Reading struct {
	ListFound  bool    `json:"list_found"`
	Known      float64 `json:"known"`      // share of the list the dictionary knows, 0 to 1
	Confidence float64 `json:"confidence"` // Tesseract's, mean over the list, 0 to 100; 100 for typed text
	Rotation   int     `json:"rotation"`   // degrees clockwise the photo was turned
	Lang       string  `json:"lang"`       // "" for typed text
}

// Error is why an input has no verdict.
type Error struct {
	Code string `json:"code"` // timed-out, crashed, out-of-memory, too-large, not-an-image, unreadable-file, ...
	Text string `json:"text"` // one line that names the object and what to do
}
