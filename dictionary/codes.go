package dictionary

import _ "embed" // codes.tsv

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
	sheet, faults := readSheet("dictionary/codes.tsv", codesTable)
	if len(faults) > 0 {
		panic(&Error{faults})
	}
	codes := make([]Code, sheet.rows())
	for i := range codes {
		r := row{sheet, i}
		codes[i] = Code{r.get("code"), r.get("kind"), r.get("help")}
	}
	return codes
}
