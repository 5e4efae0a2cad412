package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// peak runs exoscan over a folder and gives the most memory that the parent had, and that any one worker had, in
// megabytes of VmHWM. Each photo is read once, for it is the run that is measured and not the reading.
func peak(t *testing.T, folder string) (parent, worker float64) {
	t.Helper()
	cmd := exoscan("scan", "-q", "--allow-unreadable", "--readings", "1", "--resume", "--output", filepath.Join(t.TempDir(), "r.ndjson"), folder)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatalf("%v: %s", err, stderr.String())
			}
			return parent, worker
		case <-time.After(20 * time.Millisecond):
			parent = max(parent, highWater(cmd.Process.Pid))
			for _, pid := range children(cmd.Process.Pid) {
				n, _ := strconv.Atoi(pid)
				worker = max(worker, highWater(n))
			}
		}
	}
}

// highWater is a process's largest resident size so far in megabytes, 0 when it has gone.
func highWater(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(kb), " kB"), 64)
			return n / 1024
		}
	}
	return 0
}

// TestMemoryIsFlat reads folders that grow a hundredfold. The names of a folder and the keys of the
// journal are all that grows: some 150 bytes an input.
func TestMemoryIsFlat(t *testing.T) {
	sizes := []int{100, 10_000}
	if testing.Short() {
		sizes = []int{100, 3000}
	}
	var peaks []float64
	for _, n := range sizes {
		lists(t, n)
		parent, _ := peak(t, "in")
		peaks = append(peaks, parent)
		t.Logf("%6d lists: %.0f MB", n, peaks[len(peaks)-1])
	}
	if grown := peaks[len(peaks)-1] - peaks[0]; grown > 40 {
		t.Errorf("%.0f MB more for %d lists than for %d", grown, sizes[len(sizes)-1], sizes[0])
	}
}

// TestMemoryOverPhotos is the same with photos, which takes too long for every day: make bench runs it.
func TestMemoryOverPhotos(t *testing.T) {
	if os.Getenv("EXOSCAN_BENCH") == "" {
		t.Skip("it takes minutes; make bench sets EXOSCAN_BENCH")
	}
	for _, n := range []int{100, 1000, 10_000} {
		t.Chdir(t.TempDir())
		for i := range n {
			path := filepath.Join("in", fmt.Sprint(i%100), fmt.Sprintf("%05d.png", i))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, tinyPhoto(t, i), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		begun := time.Now()
		parent, worker := peak(t, "in")
		t.Logf("%6d photos: %.0f MB, the largest worker %.0f MB, %.1f photos a second", n, parent, worker, float64(n)/time.Since(begun).Seconds())
	}
}

// TestKilledWorkers kills the workers of a run, each once: the photo a worker had is read by another,
// and the results are those of an undisturbed run.
func TestKilledWorkers(t *testing.T) {
	if exec.Command("exoscan", "doctor").Run() != nil {
		t.Skip("exoscan doctor finds no Tesseract to read photos with")
	}
	photos, err := filepath.Abs("../../testdata/photos")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	args := []string{"scan", "--quiet", "--jobs", "2"}
	for _, name := range []string{"label.jpg", "none.jpg", "plant.jpg", "unspecified.png"} {
		args = append(args, filepath.Join(photos, name))
	}
	want := whole(t, args[2:]...)
	cmd := exoscan(append(args, "--output", "disturbed.ndjson")...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var workers []string
	for begun := time.Now(); len(workers) < 2 && time.Since(begun) < 20*time.Second; time.Sleep(10 * time.Millisecond) {
		workers = children(cmd.Process.Pid)
	}
	time.Sleep(150 * time.Millisecond) // some way into starting or reading
	for _, pid := range workers {
		n, err := strconv.Atoi(pid)
		if err == nil {
			err = syscall.Kill(n, syscall.SIGKILL)
		}
		if err != nil {
			t.Errorf("killing worker %s: %v", pid, err)
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v after %d workers were killed: %s", err, len(workers), stderr.String())
	}
	if len(workers) < 2 {
		t.Fatalf("only %d workers were there to be killed", len(workers))
	}
	if got := read(t, "disturbed.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// children are the process ids of a process's children.
func children(pid int) []string {
	var all []string
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, task := range tasks {
		if data, err := os.ReadFile(task); err == nil {
			all = append(all, strings.Fields(string(data))...)
		}
	}
	return all
}
