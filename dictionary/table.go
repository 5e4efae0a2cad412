package dictionary

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table is a TSV file: a header line that names the columns, then one row a line. A cell holds no
// tab and no line break; there is no quoting. Blank lines and lines that begin with # are skipped.

// maxLine bounds a line of a user's file, in bytes. The longest INCI name has under 600.
const maxLine = 64 << 10

// row is one line of a table, with what is needed to say what is wrong with it.
type row struct {
	file  string
	line  int
	cells []string
	index map[string]int // column name to cell, shared by all rows of a table
}

// get gives the cell of a column, "" where the table has no such column.
func (r row) get(column string) string {
	if i, ok := r.index[column]; ok {
		return r.cells[i]
	}
	return ""
}

func (r row) fault(format string, args ...any) Fault {
	return Fault{r.file, r.line, fmt.Sprintf(format, args...)}
}

func (f Fault) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Text
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Text)
}

// Error is a dictionary that was refused. Its message has one fault a line.
type Error struct{ Faults []Fault }

func (e *Error) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// readTable gives the header and the rows of a table, and every fault of its form.
func readTable(file string, r io.Reader) (header []string, rows []row, faults []Fault) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	index := make(map[string]int)
	n := 0
	for in.Scan() {
		n++
		text := strings.TrimSuffix(in.Text(), "\r")
		if n == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		at := row{file: file, line: n}
		switch {
		case !utf8.ValidString(text):
			faults = append(faults, at.fault("the line is not UTF-8"))
			continue
		case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#"):
			continue
		}
		cells := strings.Split(text, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if header == nil {
			header = cells
			for i, h := range header {
				index[h] = i
			}
			faults = append(faults, checkHeader(at, header)...)
			continue
		}
		if len(cells) != len(header) {
			faults = append(faults, at.fault("%d cells, the header names %d columns", len(cells), len(header)))
			continue
		}
		at.cells, at.index = cells, index
		rows = append(rows, at)
	}
	if err := in.Err(); err != nil {
		faults = append(faults, Fault{file, n + 1, err.Error()})
	}
	if header == nil {
		faults = append(faults, Fault{file, 0, "no header line"})
	}
	return header, rows, faults
}

func checkHeader(at row, header []string) (faults []Fault) {
	for i, h := range header {
		switch {
		case h == "":
			faults = append(faults, at.fault("column %d has no name", i+1))
		case slices.Contains(header[:i], h):
			faults = append(faults, at.fault("column %q appears twice", h))
		}
	}
	return faults
}
