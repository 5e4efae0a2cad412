//go:build !linux

package ocr

import (
	"errors"
	"os"
	"syscall"
)

var errOnlyLinux = errors.New("only on Linux")

func hardenSelf(string) Hardening {
	return Hardening{
		measure("core-dumps", "none are written", syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})),
		measure("files", "", errOnlyLinux),
		measure("network and programs", "", errOnlyLinux),
	}
}

func closeInherited(...int) Measure  { return measure("descriptors", "", errOnlyLinux) }
func limitMemory(int, int64) Measure { return measure("memory", "", errOnlyLinux) }
func resident(int) int64             { return 0 }
func oomKills() int64                { return -1 }

func processAttributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

func orphans() Measure { return measure("orphans", "a worker leaves when its input ends", nil) }

func widen(*os.File) {}
