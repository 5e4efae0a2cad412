package ocr

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"slices"
	"sync/atomic"

	"golang.org/x/sys/unix"
)

// Opener starts an engine in this process.
type Opener func(Setup) (Reader, About, error)

// ExitOutOfMemory is the status a worker leaves with when memory was refused to C code, which could
// only have crashed. The parent knows it by that.
const ExitOutOfMemory = 86

// Serve is the whole of a worker: it answers what comes in on standard input until that ends, which
// is also how it learns that its parent is gone. It takes the streams over first, so that whatever C
// code prints goes to standard error and never between two frames.
func Serve(open Opener) error {
	in, out, err := takeStreams()
	if err != nil {
		return fmt.Errorf("taking over standard input and output: %w", err)
	}
	s := &server{open: open, out: out, harden: hardenSelf}
	s.descriptors = closeInherited(int(in.Fd()), int(out.Fd()))
	return s.run(in, func() { os.Exit(0) })
}

// takeStreams moves standard input and output to descriptors nobody else knows. In their places are
// an empty input, and a second way to standard error.
func takeStreams() (in, out *os.File, err error) {
	null, err := unix.Open(os.DevNull, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, nil, err
	}
	defer unix.Close(null)
	moved := [2]int{}
	for fd, instead := range []int{0: null, 1: 2} {
		if moved[fd], err = unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3); err == nil {
			err = unix.Dup2(instead, fd)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return os.NewFile(uintptr(moved[0]), "requests"), os.NewFile(uintptr(moved[1]), "replies"), nil
}

// server is the state of a worker.
type server struct {
	open        Opener
	out         io.Writer
	harden      func(dataPath string) Hardening
	descriptors Measure
	engine      Reader
	images      []held
}

// held is an image that was sent and may be asked for again.
type held struct {
	key uint64
	img *image.Gray
}

// run serves until in ends. If that happens while the engine is at work there is nobody left to work
// for, and gone is called: the engine itself cannot be stopped.
func (s *server) run(in io.Reader, gone func()) error {
	var busy atomic.Bool
	var end error
	frames := make(chan frame)
	go func() {
		defer close(frames)
		for {
			f, err := readFrame(in, MaxImage)
			if err != nil {
				if end = err; busy.Load() {
					gone()
				}
				return
			}
			frames <- f
		}
	}()
	for f := range frames {
		busy.Store(true)
		if err := s.answer(f); err != nil {
			return err
		}
		busy.Store(false)
	}
	if s.engine != nil {
		s.engine.Close()
	}
	if end == io.EOF {
		return nil
	}
	return end
}

// answer answers one request. Its error means that there is no talking on.
func (s *server) answer(f frame) error {
	var q request
	if err := decodeStrict(f.header, &q); err != nil {
		return fmt.Errorf("reading request: %w", err)
	}
	result, err := s.do(q, f.body)
	r := reply{ID: q.ID}
	var body []byte
	if err == nil {
		body, err = json.Marshal(result)
	}
	if err != nil {
		if !errors.As(err, &r.Error) {
			r.Error = errorf(Protocol, "%w", err)
		}
		body = nil
	}
	header, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("writing reply: %w", err)
	}
	return writeFrame(s.out, header, body)
}

func (s *server) do(q request, body []byte) (any, error) {
	if (q.Op == opSetup) != (s.engine == nil) {
		return nil, errorf(Protocol, "request %q comes at the wrong time", q.Op)
	}
	if q.Op == opSetup {
		return s.setup(q)
	}
	if q.Op != opRead {
		return nil, errorf(Protocol, "request %q is not known", q.Op)
	}
	img, err := s.image(q, body)
	if err != nil {
		return nil, err
	}
	return s.engine.Read(context.Background(), img, q.Recipe)
}

func (s *server) setup(q request) (any, error) {
	if q.Setup == nil {
		return nil, errorf(Protocol, "setup is missing")
	}
	engine, about, err := s.open(*q.Setup)
	if err != nil {
		return nil, err
	}
	s.engine = engine
	return hello{about, append(s.harden(about.Data.Path), s.descriptors)}, nil
}

// image finds the request's image among those that are held, or takes it from the body.
func (s *server) image(q request, body []byte) (*image.Gray, error) {
	s.images = slices.DeleteFunc(s.images, func(h held) bool { return slices.Contains(q.Forget, h.key) })
	r := q.Image
	i := slices.IndexFunc(s.images, func(h held) bool { return h.key == r.Key })
	switch {
	case i >= 0 && len(body) == 0:
		return s.images[i].img, nil
	case i >= 0:
		return nil, errorf(Protocol, "image %d was sent twice", r.Key)
	case r.Width < 1 || r.Height < 1 || r.Width > MaxImage || r.Height > MaxImage/r.Width || len(body) != r.Width*r.Height:
		return nil, errorf(Protocol, "image %d of %d x %d came with %d bytes", r.Key, r.Width, r.Height, len(body))
	}
	img := &image.Gray{Pix: body, Stride: r.Width, Rect: image.Rect(0, 0, r.Width, r.Height)}
	s.images = append(s.images, held{r.Key, img})
	return img, nil
}
