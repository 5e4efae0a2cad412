package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"exoscan/internal/ocr"
	"exoscan/internal/photo"
	"exoscan/internal/reading"
)

// labelLanguages are the languages that labels are printed in most, by Tesseract's names: what doctor
// says is missing, since a label in one of them cannot be read without it.
func labelLanguages() []string { return []string{"eng", "kor", "jpn", "chi_sim", "chi_tra", "rus"} }

func newDoctorCmd() *cobra.Command {
	f := readFlags{timeout: defaultTimeout, readings: reading.MostReadings}
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Show what exoscan works with, what is missing and how to get it",
		Args:  takes(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return doctor(cmd, f)
		},
	}
	f.addSources(cmd)
	return cmd
}

// doctor prints what it finds, up to what is amiss.
func doctor(cmd *cobra.Command, f readFlags) error {
	var b strings.Builder
	err := f.examine(cmd.Context(), &b)
	_, unwritten := io.WriteString(cmd.OutOrStdout(), b.String())
	return cmp.Or(err, unwritten)
}

func (f readFlags) examine(ctx context.Context, w io.Writer) error {
	say := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%-12s %s\n", name, fmt.Sprintf(format, args...))
	}
	say("exoscan", "%s, %s, %s/%s, %s", buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH, plural(runtime.GOMAXPROCS(0), "processor", "processors"))
	d, _, err := f.load()
	if err != nil {
		return err
	}
	say("dictionary", "%d terms and the INCI names of CosIng", len(d.Terms()))
	limits := photo.DefaultLimits()
	say("limits", "photos up to %d MB and %d megapixels, %s each", limits.Bytes>>20, limits.Pixels/1e6, f.timeout)
	pool, err := newReader(f, 1, true)
	if err != nil {
		return err
	}
	defer pool.Close()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	about, hardening, err := pool.About(ctx)
	if err != nil {
		return cannotRead(w, err)
	}
	say("Tesseract", "%s, with Leptonica %s", about.Tesseract, about.Leptonica)
	say("languages", "%s, in %s", strings.Join(about.Data.Languages, " "), about.Data.Path)
	for _, lang := range labelLanguages() {
		if !slices.Contains(about.Data.Languages, lang) {
			say("", "%s is missing, for labels in it: %s", lang, ocr.InstallLanguage(lang))
		}
	}
	for _, m := range hardening {
		state := "held"
		if !m.Active {
			state = "not held"
		}
		say("workers", "%s %s: %s", m.Name, state, m.Detail)
	}
	return nil
}

// cannotRead says that texts can be scanned and photos cannot, and what would change that.
func cannotRead(w io.Writer, err error) error {
	fmt.Fprintf(w, "%-12s not usable: photos cannot be read, texts can\n", "Tesseract")
	hint := ocr.InstallEngine()
	if e := (*ocr.Error)(nil); errors.As(err, &e) && e.Hint != "" {
		hint = e.Hint
	}
	return hinted(fmt.Errorf("starting Tesseract: %w", err), hint)
}
