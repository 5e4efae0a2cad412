package ocr

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A worker can do what its measures leave it, and nothing else.
func TestHardening(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("measures are taken on Linux")
	}
	p := pool(t, Options{Command: command("prying")})
	_, hardening, err := p.About(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	page := mustRead(t, p, grey(1))
	for _, w := range page.Words[3:] {
		for _, m := range hardening {
			if m.Name == "files" && !m.Active && strings.HasSuffix(w.Text, "-file") {
				t.Skipf("%s: %s", w.Text, m.Detail)
			}
		}
		t.Errorf("the worker can: %s", w.Text)
	}
}

// What the parent inherited must not reach the worker.
func TestNothingIsInherited(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("measures are taken on Linux")
	}
	fd, err := unix.Open("/etc/passwd", unix.O_RDONLY, 0) // without close-on-exec
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	p := pool(t, Options{Command: command("honest")})
	about, _, err := p.About(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	// Standard input, output and error; requests and replies.
	if got, want := about.Leptonica, "/dev/null pipe pipe pipe pipe"; got != want {
		t.Errorf("the worker has %q, want %q", got, want)
	}
}

func TestWorkerDiesWithItsParent(t *testing.T) {
	parent := exec.Command(os.Args[0], command("parent")[1:]...)
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	var problem string
	var pid int
	if _, err := fmt.Fscan(out, &problem, &pid); err != nil || problem != "<nil>" {
		t.Fatalf("parent said %q: %v", problem, err)
	}
	parent.Process.Kill()
	parent.Wait()
	for range 100 {
		if dead(pid) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("worker %d outlives its parent", pid)
	unix.Kill(pid, unix.SIGKILL)
}

// dead says that the process is gone, or is a zombie nobody collects.
func dead(pid int) bool {
	if unix.Kill(pid, 0) != nil {
		return true
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && strings.Contains(string(stat), ") Z ")
}
