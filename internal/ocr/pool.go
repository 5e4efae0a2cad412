package ocr

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"sync"
	"time"
)

// Options says how a Pool works. Only Command has no default.
type Options struct {
	Command      []string      // starts a worker: a program that calls Serve, and its arguments
	Workers      int           // processes, and so images read at a time; default 1
	Timeout      time.Duration // for one reading; default a minute. A photo's own deadline is the context's
	MemoryLimit  int64         // bytes a worker may take beyond its loaded engine; default 2 GB
	Lang         string        // loaded at the start, and read where a recipe names none; default "eng"
	DataPath     string        // folder of *.traineddata; default is where they are found
	RecycleAfter int           // readings after which a worker is replaced; default 500
	Early        bool          // there will be an image: the first worker loads its models while it is decoded
}

const (
	// A page of a 12-megapixel photo takes some 5 seconds, on a slow and busy machine ten times that.
	defaultTimeout = time.Minute
	// Enough for the largest image that is read, 64 megapixels with Tesseract's five copies of it.
	defaultMemory = 2 << 30
	// gosseract loses the text of each reading, up to 2 MB with letters; a start costs as much as
	// half a reading. At 500 both are below a hundredth.
	defaultRecycle = 500
)

// Pool is the Reader that reads in child processes. Each worker reads one image at a time, within
// deadline and memory limit; one that dies, hangs or talks nonsense costs its reading and is
// replaced, and a reading whose worker died is tried once more, on a fresh one. A worker that already
// has an image is preferred for it, so a photo's recipes follow each other on one worker for the
// price of one transfer; more workers than callers are never started.
type Pool struct {
	options Options
	slots   chan struct{} // one for each worker that is at work
	ctx     context.Context
	close   context.CancelCauseFunc

	mu   sync.Mutex
	idle []*worker // longest idle first
	dead *Error    // why no worker can start, once that is known: it will not change
	busy sync.WaitGroup
	shut bool
}

// NewPool makes a pool. Nothing is waited for: what is wrong with the engine is the error of the first
// reading, or of About.
func NewPool(o Options) (*Pool, error) {
	if len(o.Command) == 0 {
		return nil, errorf(NoEngine, "making a pool: no command starts its workers")
	}
	o.Workers = max(o.Workers, 1)
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	if o.MemoryLimit <= 0 {
		o.MemoryLimit = defaultMemory
	}
	if o.RecycleAfter <= 0 {
		o.RecycleAfter = defaultRecycle
	}
	if _, err := Languages(o.Lang); err != nil {
		return nil, err
	}
	p := &Pool{options: o, slots: make(chan struct{}, o.Workers)}
	p.ctx, p.close = context.WithCancelCause(context.Background())
	if !o.Early {
		return p, nil
	}
	w, err := startWorker(o)
	if err != nil {
		return nil, err
	}
	p.idle = append(p.idle, w)
	return p, nil
}

// Read reads the image in a worker, and in a new one if the first dies of it: one that was idle may be dead, too.
func (p *Pool) Read(ctx context.Context, img *image.Gray, r Recipe) (*Page, error) {
	if err := r.Check(img); err != nil {
		return nil, err
	}
	if n := img.Rect.Dx() * img.Rect.Dy(); n > MaxImage {
		return nil, tooLarge("image is %d megapixels, limit is %d", n/1_000_000, MaxImage/1_000_000)
	}
	release, err := p.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	for attempt := 1; ; attempt++ {
		var page *Page
		err := p.with(ctx, img, attempt > 1, func(ctx context.Context, w *worker) (err error) {
			page, err = w.page(ctx, img, r)
			return err
		})
		var e *Error
		switch {
		case err == nil:
			return page, nil
		case !errors.As(err, &e) || e.Kind != Crashed:
			return nil, err
		case attempt == 1:
			continue
		case e.unstarted:
			e.Kind, e.Text, e.Hint = NoEngine, "Tesseract does not start: "+e.Text, InstallEngine()
			p.mu.Lock()
			p.dead = e
			p.mu.Unlock()
		}
		return nil, e
	}
}

// acquire waits for a slot.
func (p *Pool) acquire(ctx context.Context) (release func(), err error) {
	p.mu.Lock()
	if p.shut {
		p.mu.Unlock()
		return nil, errClosed
	}
	p.busy.Add(1)
	p.mu.Unlock()
	select {
	case p.slots <- struct{}{}:
		return func() { <-p.slots; p.busy.Done() }, nil
	case <-p.ctx.Done():
		err = errClosed
	case <-ctx.Done():
		if err = ctx.Err(); err == context.DeadlineExceeded {
			err = &Error{Kind: TimedOut, Text: "the deadline passed while waiting for a worker", Err: err}
		}
	}
	p.busy.Done()
	return nil, err
}

// with does something with a worker, within the time a reading has, and keeps the worker if it is
// still good.
func (p *Pool) with(ctx context.Context, img *image.Gray, fresh bool, do func(context.Context, *worker) error) error {
	w, err := p.take(img, fresh)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, p.options.Timeout, errSlow)
	defer cancel()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	stop := context.AfterFunc(p.ctx, func() { end(errClosed) })
	defer stop()
	err = do(ctx, w)
	if w.refused != nil {
		p.mu.Lock()
		p.dead = w.refused
		p.mu.Unlock()
	}
	if !w.good() || w.spent() {
		w.discard()
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shut {
		w.discard()
		return err
	}
	p.idle = append(p.idle, w)
	return err
}

// take gives the idle worker that has the image, else the one longest idle, else a new one. A fresh one is new, and
// takes the place of the one longest idle.
func (p *Pool) take(img *image.Gray, fresh bool) (*worker, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.dead != nil {
		return nil, p.dead
	}
	if fresh && len(p.idle) > 0 {
		p.idle[0].discard()
		p.idle = slices.Delete(p.idle, 0, 1)
	}
	if fresh || len(p.idle) == 0 {
		return startWorker(p.options)
	}
	i := max(0, slices.IndexFunc(p.idle, func(w *worker) bool {
		if img == nil {
			return false
		}
		_, ok := w.holds(img)
		return ok
	}))
	w := p.idle[i]
	p.idle = slices.Delete(p.idle, i, i+1)
	return w, nil
}

// About says which engine the workers have and what they are held by.
func (p *Pool) About(ctx context.Context) (About, Hardening, error) {
	release, err := p.acquire(ctx)
	if err != nil {
		return About{}, nil, err
	}
	defer release()
	var h hello
	err = p.with(ctx, nil, false, func(ctx context.Context, w *worker) error {
		defer func() { h = w.hello }()
		return w.greet(ctx)
	})
	return h.About, h.Hardening, err
}

// Close ends all workers, also those at work, whose readings fail, and returns when they are gone.
func (p *Pool) Close() error {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.shut = nil, true
	p.mu.Unlock()
	p.close(errClosed)
	for _, w := range idle {
		w.discard()
	}
	p.busy.Wait()
	return nil
}

// late is the text for a reading whose time was over.
func late(ctx context.Context, o Options) string {
	if context.Cause(ctx) == errSlow {
		return fmt.Sprintf("reading took longer than %v; the worker was stopped", o.Timeout)
	}
	return "reading took longer than the photo's deadline; the worker was stopped"
}
