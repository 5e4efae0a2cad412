package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledRunsGoOn kills a run with SIGKILL at random moments, until one comes to its end: the
// results are, byte for byte, those of a run that nobody disturbed, and no input was kept twice.
func TestKilledRunsGoOn(t *testing.T) {
	const inputs = 1500
	lists(t, inputs)
	want := whole(t, "in")
	kills := 0
	wanted := 50
	if testing.Short() {
		wanted = 10
	}
	for run := 0; kills < wanted; run++ {
		if _, err := os.Stat("r.ndjson"); err == nil { // it got through: begin again
			if got := read(t, "r.ndjson"); !bytes.Equal(got, want) {
				t.Fatalf("after %d kills the results differ: %s", kills, firstDifference(got, want))
			}
			if lines := bytes.Count(read(t, "r.ndjson.journal"), []byte("\n")); lines != inputs+1 {
				t.Fatalf("the journal has %d lines for %d inputs and its header", lines, inputs)
			}
			for _, name := range []string{"r.ndjson", "r.ndjson.journal"} {
				if err := os.Remove(name); err != nil {
					t.Fatal(err)
				}
			}
		}
		cmd := exoscan("scan", "-q", "--allow-unreadable", "--resume", "--output", "r.ndjson", "in")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(200 * time.Millisecond))
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err != nil {
			kills++
		}
	}
	if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--resume", "--output", "r.ndjson", "in")); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if got := read(t, "r.ndjson"); !bytes.Equal(got, want) {
		t.Fatalf("the results differ: %s", firstDifference(got, want))
	}
	left, err := filepath.Glob("*")
	if err != nil || len(left) != 4 { // in, r.ndjson, r.ndjson.journal, whole.ndjson
		t.Errorf("what is left: %q, %v", left, err)
	}
}

// TestDiskFull lets no file grow past some size: one clear error, exit code 2, and the next run, with
// room, goes on.
func TestDiskFull(t *testing.T) {
	lists(t, 300)
	want := whole(t, "in")
	for _, blocks := range []int{1, 40, 300, 1500} {
		limited := exec.Command("sh", "-c", fmt.Sprintf("ulimit -f %d; exec exoscan scan -q --allow-unreadable --resume --output r.ndjson in", blocks))
		code, stderr := run(t, limited)
		if code != exitCannotRun || strings.Count(stderr, "exoscan: ") != 2 || !strings.Contains(stderr, "file too large") || !strings.Contains(stderr, "hint: ") {
			t.Errorf("with %d blocks: exit %d, %q", blocks, code, stderr)
		}
		if _, err := os.Stat("r.ndjson"); err == nil {
			t.Errorf("with %d blocks: results were written", blocks)
		}
	}
	if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--resume", "--output", "r.ndjson", "in")); code != 0 || stderr != "" {
		t.Fatalf("with room: exit %d, %q", code, stderr)
	}
	if got := read(t, "r.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// TestChangesAreReadAgain changes one list, then a setting.
func TestChangesAreReadAgain(t *testing.T) {
	lists(t, 20)
	resume := func(args ...string) int {
		t.Helper()
		args = append([]string{"scan", "-q", "--allow-unreadable", "--resume", "--output", "r.ndjson", "in"}, args...)
		if code, stderr := run(t, exoscan(args...)); code != 0 {
			t.Fatalf("exit %d: %s", code, stderr)
		}
		return bytes.Count(read(t, "r.ndjson.journal"), []byte("\n")) - 1
	}
	if n := resume(); n != 20 {
		t.Errorf("read %d of 20", n)
	}
	if n := resume(); n != 20 {
		t.Errorf("read %d again with nothing changed", n-20)
	}
	if err := os.WriteFile("in/0/0000.txt", []byte("Aqua, Milk Exosomes"), 0o644); err != nil {
		t.Fatal(err)
	}
	if n := resume(); n != 21 {
		t.Errorf("read %d after one change", n-20)
	}
	if n := resume("--timeout", "59s"); n != 41 {
		t.Errorf("read %d with another setting", n-21)
	}
	if got, want := read(t, "r.ndjson"), whole(t, "in"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// TestTornJournal cuts the journal off inside a line: it is mended, said, and nothing is lost.
func TestTornJournal(t *testing.T) {
	lists(t, 20)
	want := whole(t, "in")
	args := []string{"scan", "-q", "--allow-unreadable", "--resume", "--output", "r.ndjson", "in"}
	run(t, exoscan(args...))
	journal := read(t, "r.ndjson.journal")
	if err := errors.Join(os.WriteFile("r.ndjson.journal", journal[:len(journal)-100], 0o644), os.Remove("r.ndjson")); err != nil {
		t.Fatal(err)
	}
	code, stderr := run(t, exoscan(args...))
	if code != 0 || !strings.Contains(stderr, "r.ndjson.journal: the last line was cut off") {
		t.Errorf("exit %d, %q", code, stderr)
	}
	if got := read(t, "r.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// TestSecondRunIsRefused starts a run while another has the journal.
func TestSecondRunIsRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	first := exoscan("scan", "-q", "--resume", "--output", "r.ndjson", "-")
	stdin, err := first.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	for range 500 { // it has the journal when the part file is there
		if _, err := os.Stat("r.ndjson.part"); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	second := exoscan("scan", "--resume", "--output", "r.ndjson", "-")
	second.Stdin = strings.NewReader("Aqua, Glycerin")
	code, stderr := run(t, second)
	if code != exitCannotRun || !strings.Contains(stderr, "another exoscan is using it") {
		t.Errorf("the second run: exit %d, %q", code, stderr)
	}
	if _, err := io.WriteString(stdin, "Aqua, Glycerin, Milk Exosomes"); err != nil {
		t.Fatal(err)
	}
	stdin.Close()
	if err := first.Wait(); err != nil {
		t.Errorf("the first run: %v", err)
	}
	if got := read(t, "r.ndjson"); !bytes.Contains(got, []byte(`"Milk Exosomes"`)) {
		t.Errorf("the first run wrote %q", got)
	}
}

// TestInterrupt sends ctrl-C while stdin is open: what was read by then is printed, and the code is 130.
func TestInterrupt(t *testing.T) {
	for _, format := range []string{"ndjson", "json"} {
		cmd := exoscan("scan", "--lines", "--format", format, "-")
		var stderr bytes.Buffer
		stdout, err := os.Create(filepath.Join(t.TempDir(), "stdout"))
		if err != nil {
			t.Fatal(err)
		}
		defer stdout.Close()
		cmd.Stdout, cmd.Stderr = stdout, &stderr
		stdin, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(stdin, strings.Repeat("Aqua, Glycerin, Milk Exosomes\n", 100)); err != nil {
			t.Fatal(err)
		}
		results := func() int { return bytes.Count(read(t, stdout.Name()), []byte(`"source":`)) }
		for begun := time.Now(); results() < 100 && time.Since(begun) < 30*time.Second; {
			time.Sleep(10 * time.Millisecond)
		}
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
			t.Fatal("it did not end")
		}
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(stderr.String(), "interrupted after 100 inputs") {
			t.Errorf("%s: exit %d, %q", format, code, stderr.String())
		}
		if n := results(); n != 100 {
			t.Errorf("%s: %d results", format, n)
		}
		if data := read(t, stdout.Name()); format == "json" && !json.Valid(data) {
			t.Errorf("the document is not ended: %.100q", data[max(0, len(data)-100):])
		}
	}
}
