//go:build !unix

package journal

import (
	"errors"
	"os"
)

// lock refuses: without locks two runs could write one journal.
func lock(*os.File) error { return errors.New("this system has no file locks that a journal can use") }
