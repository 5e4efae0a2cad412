package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first signal lets what is in flight finish; after it the default is back, so a second one ends at once.
	context.AfterFunc(ctx, stop)
	os.Exit(report(os.Stderr, newRootCmd(streams{os.Stdin, os.Stdout, os.Stderr}).ExecuteContext(ctx)))
}
