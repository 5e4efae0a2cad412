package dictionary

import _ "embed" // errors.tsv

// Code is the stable name of a warning or an error in a result, with what it means.
type Code struct {
	Name string
	Kind string // "warning" or "error"
	Help string // one line
}

//go:embed errors.tsv
var errorsTable string

// Codes gives every code a result can hold, warnings first, each kind in the order of its table.
func Codes() []Code {
	var codes []Code
	for _, h := range Default().Helps() {
		codes = append(codes, Code{h.Code, "warning", h.Text})
	}
	sheet, faults := readSheet("dictionary/errors.tsv", errorsTable)
	if len(faults) > 0 {
		panic(&Error{faults})
	}
	for i := range sheet.rows() {
		r := row{sheet, i}
		codes = append(codes, Code{r.get("code"), "error", r.get("help")})
	}
	return codes
}
