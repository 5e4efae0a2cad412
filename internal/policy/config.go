// Package policy decides what a result means to the one who runs exoscan: which settings apply and
// where each came from, and whether a finding should fail the run.
//
// It promises that a policy never changes a verdict, only the exit code, and that every exception
// carries a reason and an end. It refuses a file it does not fully understand: an unknown key, a
// suppression without a reason or a date that is none is an error with its line, and nothing of
// that file is used.
package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// FileName is the name of the configuration file in a folder.
const FileName = ".exoscan.yaml"

// dateForm is how dates are written in the file: a suppression ends at the end of that day.
const dateForm = "2006-01-02"

// File is one configuration file. A key that is absent leaves the next source to decide.
type File struct {
	Lang            *string       `yaml:"lang"`
	Jobs            *int          `yaml:"jobs"`
	Timeout         *string       `yaml:"timeout"`
	Format          *string       `yaml:"format"`
	Market          *string       `yaml:"market"`
	FailOn          []string      `yaml:"fail-on"`
	AllowUnreadable *bool         `yaml:"allow-unreadable"`
	Dictionary      []string      `yaml:"dictionary"`
	Baseline        *string       `yaml:"baseline"`
	Suppress        []Suppression `yaml:"suppress"`

	Path string `yaml:"-"` // where it was read; relative names in it are relative to its folder
}

// Suppression says which findings do not fail the run, why, and until when.
type Suppression struct {
	Source string `yaml:"source"` // glob over the source as printed; "" is every source
	Name   string `yaml:"name"`   // canonical ingredient name, in any case; "" is every name
	Origin string `yaml:"origin"` // "" is every origin
	Reason string `yaml:"reason"` // required
	Until  string `yaml:"until"`  // required, the last day it holds, YYYY-MM-DD

	until time.Time
}

// Read reads one configuration file, strictly. Faults are reported all at once, each with its line
// where the format knows it.
func Read(path string) (*File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading configuration: %w", err)
	}
	f := &File{Path: path}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(f); err != nil && len(bytes.TrimSpace(data)) > 0 {
		return nil, misread(path, err)
	}
	if err := f.check(linesOf(path, data)); err != nil {
		return nil, err
	}
	dir := filepath.Dir(path)
	for i, d := range f.Dictionary {
		f.Dictionary[i] = from(dir, d)
	}
	if f.Baseline != nil {
		*f.Baseline = from(dir, *f.Baseline)
	}
	return f, nil
}

// from resolves a name written in a file against the folder of that file.
func from(dir, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

func (f *File) check(at lines) error {
	var faults []error
	if f.Jobs != nil && *f.Jobs < 1 {
		faults = append(faults, at.fault("jobs", "jobs is %d, it must be at least 1", *f.Jobs))
	}
	if f.Timeout != nil {
		if d, err := time.ParseDuration(*f.Timeout); err != nil || d <= 0 {
			faults = append(faults, at.fault("timeout", "timeout is %q, write a duration such as 60s", *f.Timeout))
		}
	}
	if _, err := NewSet(f.FailOn); err != nil {
		faults = append(faults, at.fault("fail-on", "%w", err))
	}
	for i := range f.Suppress {
		s := &f.Suppress[i]
		if err := s.check(); err != nil {
			faults = append(faults, at.fault(nth("suppress", i), "suppress %d: %w", i+1, err))
		}
	}
	return errors.Join(faults...)
}

func (s *Suppression) check() error {
	if strings.TrimSpace(s.Reason) == "" {
		return errors.New("a reason is missing: say why this finding may stay")
	}
	if s.Source == "" && s.Name == "" && s.Origin == "" {
		return errors.New("it names neither source, name nor origin: it would hide everything")
	}
	if s.Source != "" {
		if _, err := filepath.Match(s.Source, ""); err != nil {
			return fmt.Errorf("source %q is not a pattern: %w", s.Source, err)
		}
	}
	if s.Origin != "" && !slices.Contains(origins(), s.Origin) {
		return fmt.Errorf("origin %q is none of %s", s.Origin, strings.Join(origins(), ", "))
	}
	until, err := time.Parse(dateForm, s.Until)
	if err != nil {
		return fmt.Errorf("until is %q, write the last day it holds as YYYY-MM-DD", s.Until)
	}
	s.until = until
	return nil
}

// Find returns the configuration files that apply to dir, nearest first: dir and the folders above
// it up to the first that holds one, then the user's own (configHome, usually ~/.config, which may
// be ""). A file that cannot be looked at is an error; an absent one is not.
func Find(dir, configHome string) ([]string, error) {
	var found []string
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("looking for %s: %w", FileName, err)
	}
	for {
		path := filepath.Join(dir, FileName)
		ok, err := exists(path)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, path)
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	if configHome == "" {
		return found, nil
	}
	path := filepath.Join(configHome, "exoscan", "config.yaml")
	ok, err := exists(path)
	if ok {
		found = append(found, path)
	}
	return found, err
}

func exists(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("looking for configuration: %w", err)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("looking for configuration: %q is not a file", path)
	}
	return true, nil
}
