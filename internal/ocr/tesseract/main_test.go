//go:build cgo

package tesseract

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

// TestMain starts itself again with OMP_THREAD_LIMIT=1, which counts only when it is there before the
// process starts: the tests take a third of the time, and read as the workers do.
func TestMain(m *testing.M) {
	if os.Getenv("OMP_THREAD_LIMIT") != "1" {
		self, err := os.Executable()
		if err == nil {
			err = syscall.Exec(self, os.Args, append(os.Environ(), "OMP_THREAD_LIMIT=1"))
		}
		fmt.Fprintln(os.Stderr, "starting again with OMP_THREAD_LIMIT=1:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}
