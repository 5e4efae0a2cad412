package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"exoscan/internal/scan"
)

// decode reads one result and holds it to the schema.
func decode(data []byte) (scan.Result, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return scan.Result{}, plainError(err)
	}
	var v struct{ V int }
	if raw, ok := fields["v"]; ok && json.Unmarshal(raw, &v.V) == nil && v.V != scan.ResultVersion {
		return scan.Result{}, versionError(v.V)
	}
	if err := checkFields(fields); err != nil {
		return scan.Result{}, err
	}
	var r scan.Result
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return scan.Result{}, plainError(err)
	}
	return r, check(r)
}

func versionError(v int) error {
	return fmt.Errorf("results of version %d; this exoscan reads version %d", v, scan.ResultVersion)
}

// checkFields wants each field of the schema once by its own name: encoding/json alone would take
// "Verdict" for "verdict" and a missing list for an empty one.
func checkFields(fields map[string]json.RawMessage) error {
	var missing, known []string
	t := reflect.TypeFor[scan.Result]()
	for i := range t.NumField() {
		name, option, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		known = append(known, name)
		raw, ok := fields[name]
		if !ok && option != "omitempty" {
			missing = append(missing, name)
		}
		if ok && t.Field(i).Type.Kind() == reflect.Slice && string(raw) == "null" {
			return fmt.Errorf("%q is null where a list must be", name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("no %q in the result", missing[0])
	}
	for name := range fields {
		if !slices.Contains(known, name) {
			return fmt.Errorf("%q is not a field of a result", name)
		}
	}
	return nil
}

// check holds a result to what its fields mean.
func check(r scan.Result) error {
	switch {
	case r.Source == "":
		return errors.New("the source is empty")
	case r.Kind != "photo" && r.Kind != "text":
		return fmt.Errorf("kind %q is neither photo nor text", r.Kind)
	case (r.Verdict == nil) == (r.Error == nil):
		return errors.New("a result has either a verdict or an error")
	case r.Verdict != nil && (*r.Verdict == Failed || !slices.Contains(Verdicts(), string(*r.Verdict))):
		return fmt.Errorf("verdict %q is unknown", *r.Verdict)
	case !(r.Reading.Known >= 0 && r.Reading.Known <= 1):
		return fmt.Errorf("known is %v, not a share from 0 to 1", r.Reading.Known)
	case !(r.Reading.Confidence >= 0 && r.Reading.Confidence <= 100):
		return fmt.Errorf("confidence is %v, not from 0 to 100", r.Reading.Confidence)
	}
	for _, f := range append(slices.Clone(r.Findings), r.Related...) {
		if f.Ingredient < 0 || f.Of < f.Ingredient || f.Edits < 0 {
			return fmt.Errorf("%q is ingredient %d of %d with %d edits", f.Name, f.Ingredient, f.Of, f.Edits)
		}
	}
	for i, in := range r.Ingredients {
		if in.Start < 0 || in.End < in.Start {
			return fmt.Errorf("ingredient %d runs from %d to %d", i+1, in.Start, in.End)
		}
	}
	return nil
}

// plainError takes Go's words off an error of encoding/json.
func plainError(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Errorf("%q cannot be %s", kind.Field, kind.Value)
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}
