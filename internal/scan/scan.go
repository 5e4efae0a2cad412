package scan

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"time"

	"exoscan/dictionary"
	"exoscan/internal/journal"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/photo"
	"exoscan/internal/reading"
)

// Options are what a Scanner works with.
type Options struct {
	Dictionary *dictionary.Dictionary
	Reader     ocr.Reader       // reads photos
	Lang       string           // Tesseract's name for the languages to read, "eng+kor"; "" is its default
	Readings   int              // a photo may cost so many; 0 is the default of package reading
	Limits     photo.Limits     // zero fields take their defaults
	Timeout    time.Duration    // for one input, decoding and all readings of it; 0 is none
	Journal    *journal.Journal // where answers are kept and looked up; nil is nowhere
	Market     string           // whose rule book to quote, "" for none; one of Dictionary.Markets
	Settings   string           // all that answers depend on beside the input; part of a journal's keys

	// After is called with the steps of each input before its answer is given, by several workers at a
	// time. An error stops the run.
	After func(*Steps) error
}

// Scanner reads inputs and judges them. It may be used by many goroutines.
type Scanner struct {
	Options
	matcher *match.Matcher
	reading *reading.Reader
}

// New makes a Scanner.
func New(o Options) *Scanner {
	m := match.New(o.Dictionary)
	return &Scanner{Options: o, matcher: m, reading: reading.New(reading.Options{Engine: o.Reader, Dictionary: o.Dictionary, Matcher: m, Lang: o.Lang, Most: o.Readings})}
}

// Answer is the result for one input, and what a run wants to know about it.
type Answer struct {
	Result Result
	Input  Input
	Took   time.Duration // 0 if the answer was kept from an earlier run
	Kept   bool          // it was in the journal
	err    error         // why the whole run must stop
}

// All answers every input, up to jobs at a time, and emits the answers in the order of the inputs.
// When ctx is done no new input is begun; those begun are finished and emitted. An input that cannot
// be read is an answer like any other. An error is what stops a run: no engine for a photo, a journal
// that cannot be written, or what emit returned.
func (s *Scanner) All(ctx context.Context, inputs iter.Seq[Input], jobs int, emit func(Answer) error) error {
	unhurried := context.WithoutCancel(ctx)
	return inOrder(ctx, inputs, jobs, func(in Input) Answer { return s.answer(unhurried, in) }, func(a Answer) error {
		if a.err != nil {
			return a.err
		}
		return emit(a)
	})
}

// answer gives the result of one input, from the journal or by reading it.
func (s *Scanner) answer(ctx context.Context, in Input) Answer {
	start := time.Now()
	steps := s.Explain(ctx, in)
	a := Answer{Result: steps.Result, Input: in, Kept: steps.kept, err: steps.stop}
	if !a.Kept {
		a.Took = time.Since(start)
	}
	if e := a.Result.Error; e != nil && stops(e.Code) && a.err == nil {
		a.err = fmt.Errorf("reading %q: %w", in.Source, e)
	}
	if !a.Kept && a.err == nil {
		a.err = s.keep(steps)
	}
	if s.After != nil && a.err == nil {
		a.err = s.After(steps)
	}
	return a
}

// stops says whether an error is the machine's and not the input's, so that the next photo would
// fail in the same way.
func stops(code string) bool {
	return code == string(ocr.NoEngine) || code == string(ocr.MissingLanguage)
}

// grace is how long past its deadline an input is waited for. Workers are killed at the deadline
// itself; only Go code that does not look at the clock, a decoder on a hostile file, takes longer.
const grace = 5 * time.Second

// guarded takes the steps, and gives up on what neither ends nor dies: a file system that hangs, a
// decoder that goes round in circles. Such a goroutine is left behind, because Go has no way to end
// it, and the photo costs one error.
func (s *Scanner) guarded(ctx context.Context, steps *Steps) {
	if s.Timeout <= 0 {
		s.take(ctx, steps)
		return
	}
	limit := s.Timeout * time.Duration(max(1, len(steps.Input.parts)))
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	own := *steps
	done := make(chan *Steps, 1)
	go func() {
		s.take(ctx, &own)
		done <- &own
	}()
	late := time.NewTimer(limit + grace)
	defer late.Stop()
	select {
	case finished := <-done:
		*steps = *finished
	case <-late.C:
		steps.Result.Error = timedOut()
	}
}

// Steps is everything that was found out on the way to a result, stage by stage. A stage that was
// not reached is nil.
type Steps struct {
	Input     Input
	Photo     *photo.Image    // of a photo
	Read      *reading.Result // of a photo: which readings it took, and why
	Page      *ocr.Page       // of a photo
	Label     *label.Label
	List      []match.Match
	Claims    []match.Match
	Notes     []origin.Warning // what the reader of a document should know
	Judgement origin.Judgement
	Result    Result
	Times     []Time

	data []byte
	kept bool  // the result is from the journal
	stop error // why the whole run must stop
}

// Picture is the photo of the input, nil if it is none.
func (s *Steps) Picture() (*photo.Image, error) {
	if s.Photo != nil {
		return s.Photo, nil
	}
	return s.Input.Picture()
}

// Time is how long a stage took.
type Time struct {
	Stage string
	Took  time.Duration
}

// Explain reads one input and keeps every step.
func (s *Scanner) Explain(ctx context.Context, in Input) *Steps {
	steps := &Steps{Input: in, Result: blank(in), data: in.data}
	s.guarded(ctx, steps)
	return steps
}

// take goes through the stages and puts what stopped them into the result. A panic is a bug of ours
// in one of them, and costs this input only.
func (s *Scanner) take(ctx context.Context, steps *Steps) {
	defer func() {
		if p := recover(); p != nil {
			steps.Result = blank(steps.Input)
			steps.Result.Error = &Error{Code: string(ocr.Crashed), Text: fmt.Sprintf("exoscan itself failed on it, please report this: %v in %s", p, panicPlace())}
		}
	}()
	if err := s.stages(ctx, steps); err != nil {
		if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
			err = ctx.Err()
		}
		steps.Result.Error = failure(err)
	}
}

// panicPlace is the function and line that panicked; it is for the deferred function that recovers.
func panicPlace() string {
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	for panicking := false; ; {
		f, more := frames.Next()
		if panicking && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s, line %d", f.Function, f.Line)
		}
		panicking = panicking || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}

func (s *Scanner) stages(ctx context.Context, steps *Steps) error {
	if steps.Input.err != nil {
		return steps.Input.err
	}
	if err := steps.timed("load", func() error { return s.load(ctx, steps) }); err != nil {
		return err
	}
	if steps.kept, steps.stop = s.recall(steps); steps.kept || steps.stop != nil {
		return steps.stop
	}
	if err := s.read(ctx, steps); err != nil {
		return err
	}
	return steps.timed("judge", func() error {
		steps.Judgement = origin.Judge(s.Dictionary, steps.Label, steps.List, steps.Claims)
		steps.Result.fill(steps)
		steps.Result.quote(s.Dictionary, s.Market)
		return nil
	})
}

func (steps *Steps) timed(stage string, do func() error) error {
	start := time.Now()
	err := do()
	steps.Times = append(steps.Times, Time{stage, time.Since(start)})
	return err
}

// load gets the bytes of a file.
func (s *Scanner) load(ctx context.Context, steps *Steps) error {
	in := steps.Input
	if in.parts != nil {
		return s.loadProduct(ctx, steps)
	}
	if in.Path == "" || in.line {
		return nil // the listing has read it
	}
	data, bad := readFile(ctx, in.Path, in.found, s.byteLimit())
	if bad != nil {
		return bad
	}
	steps.data = data
	return nil
}

func (s *Scanner) byteLimit() int64 {
	if s.Limits.Bytes > 0 {
		return s.Limits.Bytes
	}
	return photo.DefaultLimits().Bytes
}

// read takes an input for what its content says it is, and understands it. A file named like a photo
// that holds none is an error, and not a text: nobody meant it to be one.
func (s *Scanner) read(ctx context.Context, steps *Steps) error {
	in, data := steps.Input, steps.data
	switch {
	case in.parts != nil:
		return s.readProduct(ctx, steps)
	case in.page:
		steps.Result.Kind = "photo"
		return s.readPage(steps, data)
	case len(data) == 0:
		return emptyFile()
	case !in.line && photo.Sniff(data) == "pdf":
		steps.Result.Kind = "photo"
		return s.readPDF(ctx, steps, data)
	case !in.line && (photo.Sniff(data) != "" || hasExtension(in.Path, photoExtensions())):
		steps.Result.Kind = "photo"
		return s.readPhoto(ctx, steps, data)
	}
	steps.Result.Kind = "text"
	return s.readText(steps, data)
}
