package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"exoscan/internal/ocr"
	"exoscan/internal/ocr/tesseract"
)

// newReader makes the pool of workers that read photos. If there will be some, the first one starts at once.
func newReader(f readFlags, jobs int, photos bool) (*ocr.Pool, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program to start workers with: %w", err)
	}
	pool, err := ocr.NewPool(ocr.Options{Command: []string{self, "worker"}, Workers: jobs, Timeout: f.timeout, Lang: f.lang, Early: photos})
	if err != nil {
		return nil, fmt.Errorf("preparing to read photos: %w", err)
	}
	return pool, nil
}

// newWorkerCmd is what the pool starts: Tesseract in a process of its own, which may die.
func newWorkerCmd() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Short:  "Read images for another exoscan, from standard input",
		Args:   takes(0, "no arguments"),
		Hidden: true,
		RunE:   func(*cobra.Command, []string) error { return ocr.Serve(tesseract.Open) },
	}
}
