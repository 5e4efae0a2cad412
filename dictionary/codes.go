package dictionary

import (
	_ "embed"
	"strings"
)

// Code is the stable name of a warning or an error in a result, with what it means.
type Code struct {
	Name string
	Kind string // "warning" or "error"
	Help string // one line
}

//go:embed codes.tsv
var codesTable string

// Codes gives every code a result can hold, in the order of their names. It reads the table anew,
// since only someone who asks what a code means needs it.
func Codes() []Code {
	header, rows, faults := readTable("dictionary/codes.tsv", strings.NewReader(codesTable))
	if len(faults) > 0 || len(header) == 0 {
		panic(&Error{faults})
	}
	codes := make([]Code, len(rows))
	for i, r := range rows {
		codes[i] = Code{r.get("code"), r.get("kind"), r.get("help")}
	}
	return codes
}
