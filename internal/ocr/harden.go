package ocr

// Hardening says what stands between a hostile photo and the rest of the machine, measure by measure,
// in the order a reader would ask.
type Hardening []Measure

// Measure is one of them.
type Measure struct {
	Name   string `json:"name"`   // memory, core-dumps, files, network, programs, descriptors, orphans
	Active bool   `json:"active"` // false: this machine does not have it, Detail says why
	Detail string `json:"detail"`
}

// measure makes the Measure of an attempt.
func measure(name, detail string, err error) Measure {
	if err != nil {
		return Measure{Name: name, Detail: err.Error()}
	}
	return Measure{Name: name, Active: true, Detail: detail}
}
