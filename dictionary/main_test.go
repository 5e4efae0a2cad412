package dictionary

import (
	"fmt"
	"os"
	"testing"
)

// TestMain says which rows are at fault, file and line, before any test runs into them and before
// -update gives them another line.
func TestMain(m *testing.M) {
	if _, faults := load(nil); len(faults) > 0 {
		fmt.Fprintln(os.Stderr, &Error{faults})
		os.Exit(1)
	}
	m.Run()
}
