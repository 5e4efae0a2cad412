package ocr

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"time"
	"weak"
)

// worker is the parent's end of one child process. It is used by one goroutine at a time, except for
// kill. After any error but one the worker itself reported it is to be discarded.
type worker struct {
	cmd     *exec.Cmd
	in, out *os.File
	stderr  *tail
	options Options

	mu      sync.Mutex // guards over, which says that the process has been collected
	over    bool
	greeted bool
	hello   hello
	refused *Error // what it answered to setup, where it cannot serve
	asked   uint64 // requests sent
	read    int    // readings done
	base    int64  // resident bytes when the engine was loaded
	held    []holding
	kills   int64 // the kernel's count of memory kills when the current request began
}

// holding is an image the worker has. Remembering it keeps it from being sent twice, and must not
// keep it from being collected.
type holding struct {
	key  uint64
	img  weak.Pointer[image.Gray]
	size int
}

// A worker holds the images of one photo: itself and perhaps two channels of it.
const (
	maxHeld       = 3
	maxHeldPixels = 100_000_000
)

// startWorker starts a process and sends it its setup. It does not wait for the answer: the models
// load while the caller decodes its photo.
func startWorker(o Options) (*worker, error) {
	childIn, in, err := os.Pipe()
	if err != nil {
		return nil, errorf(NoEngine, "starting worker: %w", err)
	}
	defer childIn.Close()
	out, childOut, err := os.Pipe()
	if err != nil {
		in.Close()
		return nil, errorf(NoEngine, "starting worker: %w", err)
	}
	defer childOut.Close()
	w := &worker{in: in, out: out, stderr: &tail{}, options: o}
	w.cmd = exec.Command(o.Command[0], o.Command[1:]...)
	w.cmd.Env = environment(os.Getenv)
	w.cmd.Stdin, w.cmd.Stdout, w.cmd.Stderr = childIn, childOut, w.stderr
	w.cmd.WaitDelay = time.Second // for standard error, should the worker have left a child with it
	separate(w.cmd)
	widen(in)
	if err := w.cmd.Start(); err != nil {
		in.Close()
		out.Close()
		return nil, errorf(NoEngine, "starting worker: %w", err)
	}
	w.kills = oomKills()
	// It fits the pipe; if the worker is dead already its reply will not come either.
	_ = w.send(request{Op: opSetup, Setup: &Setup{Lang: o.Lang, DataPath: o.DataPath}}, nil)
	return w, nil
}

// environment is all a worker gets to know: one thread, where the models and the libraries are.
func environment(get func(string) string) []string {
	env := []string{
		"OMP_THREAD_LIMIT=1", // Tesseract's threads cost three times what they give, and parallelism is ours
		"MALLOC_ARENA_MAX=1", // one thread allocates; each arena would take 64 MB of address space
		"GOTRACEBACK=none",   // of a crash in C, goroutines say nothing
	}
	for _, name := range []string{"TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"} {
		if v := get(name); v != "" {
			env = append(env, name+"="+v)
		}
	}
	return env
}

func (w *worker) send(q request, body [][]byte) error {
	w.asked++
	q.ID = w.asked
	header, err := json.Marshal(q)
	if err != nil {
		return err
	}
	return writeFrame(w.in, header, body...)
}

// receive reads the reply to the last request. The first error is the worker's own, after which it
// is still good; the second is the end of the worker. It is killed when the context ends.
func (w *worker) receive(ctx context.Context) (body []byte, reported *Error, err error) {
	stop := context.AfterFunc(ctx, w.kill)
	defer func() {
		if !stop() && err == nil {
			w.discard() // killed just as it answered
		}
	}()
	f, err := readFrame(w.out, maxReply)
	if err != nil {
		return nil, nil, err
	}
	var r reply
	if err := decodeStrict(f.header, &r); err != nil {
		return nil, nil, fmt.Errorf("reading reply: %w", err)
	}
	if r.ID != w.asked {
		return nil, nil, fmt.Errorf("reading reply: it answers request %d, asked was %d", r.ID, w.asked)
	}
	return f.body, r.Error, nil
}

// greet waits for the answer to setup and then limits the worker's memory. An error means discard.
func (w *worker) greet(ctx context.Context) error {
	if w.greeted {
		return nil
	}
	body, reported, err := w.receive(ctx)
	switch {
	case err != nil:
		return w.failed(ctx, err)
	case reported != nil:
		w.refused = reported
		return reported
	}
	if err := decodeStrict(body, &w.hello); err != nil {
		return w.failed(ctx, fmt.Errorf("reading hello: %w", err))
	}
	pid := w.cmd.Process.Pid
	w.hello.Hardening = append(Hardening{limitMemory(pid, w.options.MemoryLimit)}, w.hello.Hardening...)
	w.hello.Hardening = append(w.hello.Hardening, orphans())
	w.base = resident(pid)
	w.greeted = true
	return nil
}

// page has the image read.
func (w *worker) page(ctx context.Context, img *image.Gray, r Recipe) (*Page, error) {
	if err := w.greet(ctx); err != nil {
		return nil, err
	}
	w.kills = oomKills()
	w.stderr.reset()
	q := request{Op: opRead, Recipe: r, Image: imageRef{Width: img.Rect.Dx(), Height: img.Rect.Dy()}}
	var body [][]byte
	var known bool
	if q.Image.Key, known = w.holds(img); !known {
		q.Image.Key, q.Forget = w.hold(img)
		body = pixels(img)
	}
	stop := context.AfterFunc(ctx, w.kill)
	err := w.send(q, body)
	stop()
	if err != nil {
		return nil, w.failed(ctx, err)
	}
	answer, reported, err := w.receive(ctx)
	if err != nil {
		return nil, w.failed(ctx, err)
	}
	w.read++
	if reported != nil {
		return nil, reported
	}
	page, err := ParsePage(answer)
	if err == nil && (page.Width != img.Rect.Dx() || page.Height != img.Rect.Dy()) {
		err = fmt.Errorf("reading page: it is of %d x %d, the image of %d x %d", page.Width, page.Height, img.Rect.Dx(), img.Rect.Dy())
	}
	if err != nil {
		return nil, w.failed(ctx, err)
	}
	return page, nil
}

func (w *worker) holds(img *image.Gray) (uint64, bool) {
	p := weak.Make(img)
	i := slices.IndexFunc(w.held, func(h holding) bool { return h.img == p })
	if i < 0 {
		return 0, false
	}
	return w.held[i].key, true
}

// hold notes a new image, and which of the older ones make room for it.
func (w *worker) hold(img *image.Gray) (key uint64, forget []uint64) {
	size := img.Rect.Dx() * img.Rect.Dy()
	total := size
	for _, h := range w.held {
		total += h.size
	}
	for len(w.held) > 0 && (len(w.held) >= maxHeld || total > maxHeldPixels || w.held[0].img.Value() == nil) {
		total -= w.held[0].size
		forget = append(forget, w.held[0].key)
		w.held = w.held[1:]
	}
	key = w.asked + 1
	w.held = append(w.held, holding{key, weak.Make(img), size})
	return key, forget
}

// spent says that a worker has read enough: gosseract frees neither texts nor iterators, and what
// Tesseract has taken for a large photo it seldom gives back.
func (w *worker) spent() bool {
	o := w.options
	return w.read >= o.RecycleAfter || resident(w.cmd.Process.Pid)-w.base > o.MemoryLimit/2
}

// failed makes the error of a worker that did not answer, and ends it.
func (w *worker) failed(ctx context.Context, err error) error {
	w.kill()
	state := w.wait()
	e := &Error{Stderr: w.stderr.String(), Err: err}
	switch {
	case context.Cause(ctx) == errClosed:
		return errClosed
	case ctx.Err() == context.Canceled:
		return context.Canceled
	case ctx.Err() != nil:
		e.Kind, e.Text, e.Err = TimedOut, late(ctx, w.options), context.DeadlineExceeded
	case ended(err):
		e.Kind, e.Text = w.causeOfDeath(state)
		// What the system or a person kills at its start says nothing about the next one.
		status, _ := state.Sys().(syscall.WaitStatus)
		e.unstarted = !w.greeted && status.Signal() != syscall.SIGKILL
	default:
		e.Kind, e.Text = Protocol, "talking to the worker: "+err.Error()
	}
	return e
}
