package dictionary

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table is a TSV file: a header line that names the columns, then one row a line. A cell holds no
// tab and no line break; there is no quoting. Blank lines and lines that begin with # are skipped.

// sheet is a table read but not yet understood. All its cells lie in one slice.
type sheet struct {
	file   string
	header []string
	cells  []string
	lines  []int // of each row, from 1
}

// row is one line of a sheet.
type row struct {
	of *sheet
	n  int
}

func (s *sheet) rows() int { return len(s.lines) }

// get gives the cell of a column, "" where the table has no such column.
func (r row) get(column string) string {
	for i, h := range r.of.header {
		if h == column {
			return r.of.cells[r.n*len(r.of.header)+i]
		}
	}
	return ""
}

func (r row) fault(format string, args ...any) Fault {
	return Fault{r.of.file, r.of.lines[r.n], fmt.Sprintf(format, args...)}
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

// readSheet reads a table and gives every fault of its form.
func readSheet(file, text string) (*sheet, []Fault) {
	s := &sheet{file: file}
	var faults []Fault
	size := strings.Count(text, "\n") + 1
	text = strings.TrimPrefix(text, "\ufeff")
	valid := utf8.ValidString(text)
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		switch {
		case !valid && !utf8.ValidString(line):
			faults = append(faults, Fault{file, n, "the line is not UTF-8"})
			continue
		case trim(line) == "" || line[0] == '#':
			continue
		case s.header == nil:
			s.header = splitCells(nil, line)
			faults = append(faults, checkHeader(file, n, s.header)...)
			s.cells = make([]string, 0, size*len(s.header))
			s.lines = make([]int, 0, size)
			continue
		}
		before := len(s.cells)
		s.cells = splitCells(s.cells, line)
		if got := len(s.cells) - before; got != len(s.header) {
			faults = append(faults, Fault{file, n, fmt.Sprintf("%d cells, the header names %d columns", got, len(s.header))})
			s.cells = s.cells[:before]
			continue
		}
		s.lines = append(s.lines, n)
	}
	if s.header == nil {
		faults = append(faults, Fault{file, 0, "no header line"})
	}
	return s, faults
}

func splitCells(cells []string, line string) []string {
	for {
		i := strings.IndexByte(line, '\t')
		if i < 0 {
			return append(cells, trim(line))
		}
		cells, line = append(cells, trim(line[:i])), line[i+1:]
	}
}

// trim is strings.TrimSpace, which is slow where there is nothing to trim.
func trim(s string) string {
	if n := len(s); n == 0 || s[0] > ' ' && s[0] < utf8.RuneSelf && s[n-1] > ' ' && s[n-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

func checkHeader(file string, line int, header []string) (faults []Fault) {
	for i, h := range header {
		switch {
		case h == "":
			faults = append(faults, Fault{file, line, fmt.Sprintf("column %d has no name", i+1)})
		case slices.Contains(header[:i], h):
			faults = append(faults, Fault{file, line, fmt.Sprintf("column %q appears twice", h)})
		}
	}
	return faults
}
