package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"exoscan/internal/scan"
)

// encode is one result as one line of JSON without the newline: fields in schema order, no slice
// null, "<" readable, and no more digits than the reading deserves.
func encode(r scan.Result) ([]byte, error) {
	r = settled(r)
	line, err := marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encoding the result of %q: %w", r.Source, err)
	}
	// A string that is not UTF-8 comes out as the six characters \ufffd. Read and written once more it
	// would come out as the character itself, so that is done here: what we write is a fixed point.
	if bytes.Contains(line, []byte(`\ufffd`)) {
		var again scan.Result
		if err := json.Unmarshal(line, &again); err != nil {
			return nil, fmt.Errorf("encoding the result of %q: %w", r.Source, err)
		}
		return marshal(again)
	}
	return line, nil
}

func marshal(r scan.Result) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// settled gives the result as every format shows it: known cut off at 2 places, confidence rounded to 1, and empty
// lists instead of missing ones. The caller's result is not changed.
func settled(r scan.Result) scan.Result {
	if r.V == 0 {
		r.V = scan.ResultVersion
	}
	r.Origins = notNil(r.Origins)
	r.Findings = notNil(r.Findings)
	r.Related = notNil(r.Related)
	r.Claims = notNil(r.Claims)
	r.Ingredients = notNil(r.Ingredients)
	r.Warnings = notNil(r.Warnings)
	r.Reading.Known = floor(r.Reading.Known, 2)
	r.Reading.Confidence = round(r.Reading.Confidence, 1)
	return r
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// ndjson writes one object a line: a line is complete when its newline is there, so a run that was
// interrupted can be resumed after the last one.
type ndjson struct{ w io.Writer }

func newNDJSON(w io.Writer, _ Options) Writer { return ndjson{w} }

func (n ndjson) Write(r scan.Result) error {
	line, err := encode(r)
	if err != nil {
		return err
	}
	_, err = n.w.Write(append(line, '\n'))
	return err
}

func (n ndjson) Close() error { return nil }

// document writes {"v":1,"results":[...]}, each result on its own line as it comes.
type document struct {
	w     io.Writer
	begun bool
}

func newJSON(w io.Writer, _ Options) Writer { return &document{w: w} }

func (d *document) Write(r scan.Result) error {
	line, err := encode(r)
	if err != nil {
		return err
	}
	before := ",\n"
	if !d.begun {
		before = d.opening() + "\n"
	}
	if _, err := io.WriteString(d.w, before); err != nil {
		return err
	}
	_, err = d.w.Write(line)
	return err
}

func (d *document) Close() error {
	end := "\n]}\n"
	if !d.begun {
		end = d.opening() + "]}\n"
	}
	_, err := io.WriteString(d.w, end)
	return err
}

func (d *document) opening() string {
	d.begun = true
	return fmt.Sprintf(`{"v":%d,"results":[`, scan.ResultVersion)
}
