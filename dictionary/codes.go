package dictionary

import _ "embed" // errors.tsv, warnings.tsv

// Code is the stable name of a warning or an error in a result, with what it means.
type Code struct {
	Name string
	Kind string // "warning" or "error"
	Help string // one line
}

//go:embed errors.tsv
var errorsTable string

//go:embed warnings.tsv
var warningsTable string

// Codes gives every code a result can hold, warnings first, each kind in the order of its table. It
// reads the tables anew, since only someone who asks what a code means needs them.
func Codes() []Code {
	return append(codes("warning", warningsTable), codes("error", errorsTable)...)
}

func codes(kind, table string) []Code {
	sheet, faults := readSheet("dictionary/"+kind+"s.tsv", table)
	if len(faults) > 0 {
		panic(&Error{faults})
	}
	all := make([]Code, sheet.rows())
	for i := range all {
		r := row{sheet, i}
		all[i] = Code{r.get("code"), kind, r.get("help")}
	}
	return all
}
