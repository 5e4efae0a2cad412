package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// table writes CSV as RFC 4180 has it: a header, one row per input, lines ended by CR LF, UTF-8
// without a byte order mark. Where an input has several findings, claims or warnings their values
// stand in one cell, joined by " | "; the nth value of one finding column belongs to the nth of the
// others. Line breaks and control characters are spelled out, so a row is always one line.
type table struct {
	w      *csv.Writer
	header bool
}

func newCSV(w io.Writer, _ Options) Writer {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &table{w: c}
}

type column struct {
	name  string
	value func(scan.Result) string
}

func columns() []column {
	return []column{
		{"source", func(r scan.Result) string { return r.Source }},
		{"kind", func(r scan.Result) string { return r.Kind }},
		{"verdict", verdictCell},
		{"origins", func(r scan.Result) string { return strings.Join(r.Origins, " | ") }},
		{"names", findings(func(f origin.Finding) string { return f.Name })},
		{"read", findings(func(f origin.Finding) string { return asRead(f.Read) })},
		{"finding_origins", findings(func(f origin.Finding) string { return string(f.Origin) })},
		{"likely", findings(func(f origin.Finding) string { return string(f.Likely) })},
		{"because", findings(func(f origin.Finding) string { return f.Because })},
		{"how", findings(func(f origin.Finding) string { return f.How })},
		{"edits", findings(func(f origin.Finding) string { return strconv.Itoa(f.Edits) })},
		{"places", findings(func(f origin.Finding) string { return strconv.Itoa(f.Ingredient) })},
		{"references", findings(func(f origin.Finding) string { return f.Reference })},
		{"related", func(r scan.Result) string {
			return joined(r.Related, func(f origin.Finding) string { return f.Name })
		}},
		{"claims", func(r scan.Result) string {
			return joined(r.Claims, func(c origin.Claim) string { return asRead(c.Read) })
		}},
		{"warnings", func(r scan.Result) string {
			return joined(r.Warnings, func(w origin.Warning) string { return w.Code })
		}},
		{"notes", func(r scan.Result) string { return joined(r.Notes, noteLine) }},
		{"list_found", func(r scan.Result) string { return strconv.FormatBool(r.Reading.ListFound) }},
		{"ingredients", func(r scan.Result) string { return strconv.Itoa(len(r.Ingredients)) }},
		{"known", func(r scan.Result) string { return decimal(r.Reading.Known, 2) }},
		{"confidence", func(r scan.Result) string { return decimal(r.Reading.Confidence, 1) }},
		{"rotation", func(r scan.Result) string { return strconv.Itoa(r.Reading.Rotation) }},
		{"lang", func(r scan.Result) string { return r.Reading.Lang }},
		{"error_code", func(r scan.Result) string { return errorOf(r).Code }},
		{"error", func(r scan.Result) string { return errorOf(r).Text }},
	}
}

func (t *table) Write(r scan.Result) error {
	if err := t.begin(); err != nil {
		return err
	}
	r = settled(r)
	return t.row(func(c column) string { return c.value(r) })
}

// Close writes the header if no result did: an empty run is still a table.
func (t *table) Close() error { return t.begin() }

func (t *table) begin() error {
	if t.header {
		return nil
	}
	t.header = true
	return t.row(func(c column) string { return c.name })
}

// row flushes each line, so that a reader of a pipe sees a result when it is there.
func (t *table) row(value func(column) string) error {
	var cells []string
	for _, c := range columns() {
		cells = append(cells, cell(value(c)))
	}
	if err := t.w.Write(cells); err != nil {
		return err
	}
	t.w.Flush()
	return t.w.Error()
}

// formulaStarts are the characters a spreadsheet takes for the beginning of a formula; Excel takes
// the full-width forms too.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// cell makes a value harmless to a spreadsheet: one that would begin a formula gets an apostrophe in
// front, as OWASP advises. A lone "-" is the source of what came from stdin and is no formula.
func cell(s string) string {
	if s != "-" && strings.ContainsAny(firstRune(s), formulaStarts) {
		return "'" + harmless(s)
	}
	return harmless(s)
}

func firstRune(s string) string {
	for _, r := range strings.TrimLeft(s, " \u00a0\u3000") {
		return string(r)
	}
	return ""
}

func verdictCell(r scan.Result) string {
	if verdictOf(r) == Failed {
		return ""
	}
	return verdictOf(r)
}

func errorOf(r scan.Result) scan.Error {
	if r.Error == nil {
		return scan.Error{}
	}
	return *r.Error
}

func findings(value func(origin.Finding) string) func(scan.Result) string {
	return func(r scan.Result) string { return joined(r.Findings, value) }
}

func joined[T any](all []T, value func(T) string) string {
	var values []string
	said := false
	for _, v := range all {
		values = append(values, value(v))
		said = said || value(v) != ""
	}
	if !said {
		return "" // a row of bars would look like a value
	}
	return strings.Join(values, " | ")
}
