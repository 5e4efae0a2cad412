package ocr

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
)

// ended says that the error is that of a pipe whose other end is gone.
func ended(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.EPIPE) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, fs.ErrClosed)
}

// kill ends the worker and all it may have started, at once. It may be called at any time.
func (w *worker) kill() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.over { // once it has been collected, its number may be another's
		_ = syscall.Kill(-w.cmd.Process.Pid, syscall.SIGKILL)
	}
}

// good says that the worker has answered all it was asked, and can be asked again.
func (w *worker) good() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.greeted && !w.over
}

// discard ends a worker that is not needed.
func (w *worker) discard() {
	w.kill()
	w.wait()
}

// wait collects the dead process.
func (w *worker) wait() *os.ProcessState {
	w.mu.Lock()
	over := w.over
	w.mu.Unlock()
	if over {
		return w.cmd.ProcessState
	}
	w.in.Close()
	_ = w.cmd.Wait() // how it ended is in the state
	w.out.Close()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = true
	return w.cmd.ProcessState
}

// nearLimit is the share of its memory limit above which a worker that dies is taken to have died of
// it. Memory is asked for in large pieces, and what did not fit may have been as large as the rest.
const nearLimit = 0.5

// causeOfDeath says why a worker is dead that was not killed by its parent. Memory is told by
// evidence: the status C code leaves with, the kernel's own count, what the worker had in use.
func (w *worker) causeOfDeath(state *os.ProcessState) (Kind, string) {
	text := "the worker left without an answer"
	status, ok := state.Sys().(syscall.WaitStatus)
	var memory bool
	switch {
	case ok && status.Signaled():
		text = fmt.Sprintf("the worker crashed: %v", status.Signal())
		memory = status.Signal() == syscall.SIGKILL && w.kills >= 0 && oomKills() > w.kills
	case state.ExitCode() == ExitOutOfMemory:
		memory = true
	case state.ExitCode() != 0:
		text = fmt.Sprintf("the worker crashed with exit status %d", state.ExitCode())
	}
	limit := w.options.MemoryLimit
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok && w.greeted && !state.Success() {
		unit := int64(1024)
		if runtime.GOOS == "darwin" {
			unit = 1
		}
		memory = memory || float64(usage.Maxrss*unit-w.base) >= nearLimit*float64(limit)
	}
	if memory {
		return OutOfMemory, fmt.Sprintf("reading needed more than the %d MB a worker has", limit>>20)
	}
	return Crashed, text
}

// separate puts the worker into a process group of its own: Ctrl-C at the terminal is for the
// parent to handle, and kill reaches what the worker started.
func separate(cmd *exec.Cmd) { cmd.SysProcAttr = processAttributes() }

// tail keeps the beginning and the end of what is written to it: a crash says first what it was and
// last where.
type tail struct {
	mu        sync.Mutex
	head, end []byte
	lost      bool
}

const (
	tailSize = 4 << 10
	headSize = 1 << 10
)

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(p)
	room := min(headSize-len(t.head), n)
	t.head, p = append(t.head, p[:room]...), p[room:]
	keep := tailSize - headSize
	t.lost = t.lost || len(t.end)+len(p) > keep
	t.end = append(t.end, p[max(0, len(p)-keep):]...)
	if extra := len(t.end) - keep; extra > 0 {
		t.end = append(t.end[:0], t.end[extra:]...)
	}
	return n, nil
}

// reset forgets what was said of earlier images.
func (t *tail) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.head, t.end, t.lost = t.head[:0], t.end[:0], false
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	between := ""
	if t.lost {
		between = "\n[...]\n"
	}
	return strings.ToValidUTF8(string(t.head)+between+string(t.end), "\uFFFD")
}
