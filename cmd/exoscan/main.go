package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// gcPercent lets the heap grow to three times what lives before it is swept. Most of that is the dictionary, which
// lives through the run: sweeping as often as Go does costs a photo a twentieth of its time.
const gcPercent = 200

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first signal lets what is in flight finish; after it the default is back, so a second one ends at once.
	context.AfterFunc(ctx, stop)
	// Past a limit on file sizes a write is an error like any other, and not the end of the process.
	signal.Ignore(syscall.SIGXFSZ)
	os.Exit(fail(os.Stderr, newRootCmd(streams{os.Stdin, os.Stdout, os.Stderr}).ExecuteContext(ctx)))
}
