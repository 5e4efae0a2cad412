package scan

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"exoscan/internal/journal"
	"exoscan/internal/ocr"
)

// recall takes the result from the journal, if it is there.
func (s *Scanner) recall(steps *Steps) (bool, error) {
	if s.Journal == nil || steps.Input.part {
		return false, nil
	}
	value, err := s.Journal.Get(s.key(steps))
	if err != nil || value == nil {
		return false, err
	}
	if err := json.Unmarshal(value, &steps.Result); err != nil {
		return false, fmt.Errorf("reading journal: what it has for %q is not a result: %w", steps.Input.Source, err)
	}
	return true, nil
}

// keep puts an answer into the journal, failures too: with the same content and settings the photo
// that ran into its deadline would do so again. What depends on more than these is not kept: a file that
// could not be read, a machine without the engine, a worker that died, perhaps because someone killed it.
func (s *Scanner) keep(steps *Steps) error {
	e := steps.Result.Error
	if s.Journal == nil || steps.data == nil || e != nil && (stops(e.Code) || died(e.Code)) {
		return nil
	}
	value, err := json.Marshal(steps.Result)
	if err != nil {
		return fmt.Errorf("writing journal: %w", err)
	}
	return s.Journal.Put(s.key(steps), value)
}

// died says whether an error is that of a worker that is no more. Another time it may live: the next run, with
// the same journal, reads the photo again.
func died(code string) bool {
	return code == string(ocr.Crashed) || code == string(ocr.OutOfMemory) || code == string(ocr.Protocol)
}

// key is the hash of all that an answer depends on: the settings, what the input is called and how it
// is taken, and its content.
func (s *Scanner) key(steps *Steps) journal.Key {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %t %t\n", s.Settings, steps.Input.Source, steps.Input.line, steps.Input.page)
	h.Write(steps.data)
	return journal.Key(h.Sum(nil))
}
