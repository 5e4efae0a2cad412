//go:build cgo

package tesseract

import (
	"fmt"
	"os"
	"syscall"
	"testing"

	"exoscan/internal/ocr"
)

// TestMain starts itself again with OMP_THREAD_LIMIT=1, which counts only when it is there before the
// process starts: the tests take a third of the time, and read as the workers do.
//
// As "test-worker" it is a worker, so that the pool is tested with the real engine.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "test-worker" {
		if err := ocr.Serve(Open); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
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
