package ocr

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"math"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

func pool(t *testing.T, o Options) *Pool {
	t.Helper()
	p, err := NewPool(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func mustRead(t *testing.T, p *Pool, img *image.Gray) *Page {
	t.Helper()
	page, err := p.Read(context.Background(), img, Recipe{})
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// Each way to die costs its reading one error of the right kind, and nothing else: the pool reads on.
func TestWaysToDie(t *testing.T) {
	tests := []struct {
		fake string
		kind Kind
		text string
	}{
		{"segv", Crashed, "exit status 2"},
		{"killed", Crashed, "killed"},
		{"exit0", Crashed, "without an answer"},
		{"hang", TimedOut, "longer than 300ms"},
		{"no-memory", OutOfMemory, "more than the 256 MB"},
		{"gluttonous", OutOfMemory, "more than the 256 MB"},
		{"garbage", Protocol, "begins with"},
		{"huge", Protocol, "body of 4294967295 bytes"},
		{"torn", Crashed, "without an answer"},
		{"not-json", Protocol, "ends in the middle"},
		{"wrong-id", Protocol, "answers request 77"},
		{"bad-utf8", Protocol, "not valid UTF-8"},
		{"bad-page", Protocol, "lang is missing"},
		{"stillborn", NoEngine, "does not start"},
		{"no-language", MissingLanguage, "no eng"},
	}
	for _, tt := range tests {
		t.Run(tt.fake, func(t *testing.T) {
			t.Parallel()
			if tt.fake == "gluttonous" && runtime.GOOS != "linux" {
				t.Skip("memory is limited on Linux only")
			}
			timeout := 10 * time.Second
			if tt.fake == "hang" {
				timeout = 300 * time.Millisecond
			}
			p := pool(t, Options{Command: command(tt.fake), Timeout: timeout, MemoryLimit: 256 << 20})
			for range 2 { // the second time it is another worker
				_, err := p.Read(context.Background(), grey(1), Recipe{})
				var e *Error
				if !errors.As(err, &e) || e.Kind != tt.kind || !strings.Contains(e.Text, tt.text) {
					t.Fatalf("error is %#v, want %s with %q", err, tt.kind, tt.text)
				}
				if strings.Contains(e.Text, "\n") {
					t.Errorf("text has several lines: %q", e.Text)
				}
			}
		})
	}
}

func TestStderrOfACrashIsKept(t *testing.T) {
	p := pool(t, Options{Command: command("segv")})
	_, err := p.Read(context.Background(), grey(1), Recipe{})
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Stderr, "nil pointer") || len(e.Stderr) > tailSize+10 {
		t.Errorf("stderr of the crash is %q", e.Stderr)
	}
}

func TestTransientDeathIsTriedAgain(t *testing.T) {
	p := pool(t, Options{Command: command("transient", filepath.Join(t.TempDir(), "died"))})
	if got := mustRead(t, p, grey(1)).Words[0].Text; got != sum(grey(1)) {
		t.Errorf("read %q", got)
	}
}

// Workers that died while they were idle are not held against the image that comes next.
func TestIdleWorkersMayDie(t *testing.T) {
	p := pool(t, Options{Command: command("slow"), Workers: 2})
	var both sync.WaitGroup
	for n := range 2 {
		both.Go(func() {
			if _, err := p.Read(context.Background(), grey(n), Recipe{}); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	for _, w := range p.idle {
		w.kill()
	}
	mustRead(t, p, grey(3))
}

func TestStrayOutputIsNotInTheWay(t *testing.T) {
	p := pool(t, Options{Command: command("noisy")})
	for n := range 3 {
		if got := mustRead(t, p, grey(n)).Words[0].Text; got != sum(grey(n)) {
			t.Errorf("read %q", got)
		}
	}
}

func TestSlowIsNotDead(t *testing.T) {
	p := pool(t, Options{Command: command("slow"), Timeout: 20 * time.Second})
	mustRead(t, p, grey(1))
}

func sum(img *image.Gray) string { return fmt.Sprint(crc32.ChecksumIEEE(img.Pix)) }

func TestCallersDeadlineAndCancel(t *testing.T) {
	p := pool(t, Options{Command: command("hang")})
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err := p.Read(ctx, grey(1), Recipe{})
	var e *Error
	if !errors.As(err, &e) || e.Kind != TimedOut || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after the deadline: %v", err)
	}
	ctx, cancel = context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := p.Read(ctx, grey(1), Recipe{}); err != context.Canceled {
		t.Errorf("after cancel: %v", err)
	}
}

func TestCloseEndsWhatIsAtWork(t *testing.T) {
	p := pool(t, Options{Command: command("hang")})
	time.AfterFunc(200*time.Millisecond, func() { p.Close() })
	if _, err := p.Read(context.Background(), grey(1), Recipe{}); err != errClosed {
		t.Errorf("closed while reading: %v", err)
	}
	if _, err := p.Read(context.Background(), grey(1), Recipe{}); err != errClosed {
		t.Errorf("closed before reading: %v", err)
	}
}

// A photo's recipes follow each other on one worker, which gets the pixels once.
func TestImageIsSentOnce(t *testing.T) {
	p := pool(t, Options{Command: command("honest"), Workers: 2})
	a, b := grey(1), grey(2)
	first := mustRead(t, p, a)
	for range 3 {
		again := mustRead(t, p, a)
		if again.Words[1].Text != first.Words[1].Text || again.Words[2].Text != "1" {
			t.Errorf("read by process %s with %s images, the first time by %s", again.Words[1].Text, again.Words[2].Text, first.Words[1].Text)
		}
	}
	// Others come and go; what was forgotten is sent again.
	for _, img := range []*image.Gray{b, a, grey(3), grey(4), grey(5), b, a} {
		if got := mustRead(t, p, img).Words[0].Text; got != sum(img) {
			t.Errorf("read %s, want %s", got, sum(img))
		}
	}
}

func TestPaddedImagesArriveWithoutPadding(t *testing.T) {
	p := pool(t, Options{Command: command("honest")})
	whole := grey(3)
	part := whole.SubImage(image.Rect(5, 7, 25, 19)).(*image.Gray)
	packed := image.NewGray(image.Rect(0, 0, 20, 12))
	for y := range 12 {
		copy(packed.Pix[y*20:], part.Pix[y*part.Stride:y*part.Stride+20])
	}
	if got := mustRead(t, p, part).Words[0].Text; got != sum(packed) {
		t.Errorf("read %s, want %s", got, sum(packed))
	}
}

func TestWorkersAreRecycled(t *testing.T) {
	p := pool(t, Options{Command: command("honest"), RecycleAfter: 2})
	seen := map[string]int{}
	for n := range 6 {
		seen[mustRead(t, p, grey(n)).Words[1].Text]++
	}
	if len(seen) != 3 {
		t.Errorf("6 readings of 2 for each worker were done by %v", seen)
	}
}

// Many callers, few workers, some of which die: each gets its own image's answer or a clear error.
func TestManyCallers(t *testing.T) {
	p := pool(t, Options{Command: command("moody"), Workers: 3})
	var all sync.WaitGroup
	for c := range 6 {
		all.Go(func() {
			for i := range 12 {
				img := grey(c*12 + i)
				page, err := p.Read(context.Background(), img, Recipe{})
				var e *Error
				switch {
				case img.Pix[0]%8 == 7:
					if !errors.As(err, &e) || e.Kind != Crashed {
						t.Errorf("image %d: %v", c*12+i, err)
					}
				case err != nil:
					t.Errorf("image %d: %v", c*12+i, err)
				case page.Words[0].Text != sum(img):
					t.Errorf("image %d: got another's answer", c*12+i)
				}
			}
		})
	}
	all.Wait()
	if len(p.idle) > 3 {
		t.Errorf("%d workers for 3 slots", len(p.idle))
	}
}

func TestAbout(t *testing.T) {
	p := pool(t, Options{Command: command("honest"), Lang: "kor"})
	about, hardening, err := p.About(context.Background())
	if err != nil || about.Tesseract != "fake kor" {
		t.Fatalf("about is %+v, %v", about, err)
	}
	names := ""
	for _, m := range hardening {
		names += m.Name + ", "
		if m.Detail == "" {
			t.Errorf("%s: no detail", m.Name)
		}
		if runtime.GOOS == "linux" && m.Name != "files" && !m.Active {
			t.Errorf("%s is not active: %s", m.Name, m.Detail)
		}
	}
	if want := "memory, core-dumps, files, network and programs, descriptors, orphans, "; names != want {
		t.Errorf("measures are %s, want %s", names, want)
	}
}

// A run of texts needs no worker, and a photo should find one that has its models.
func TestFirstWorker(t *testing.T) {
	for _, early := range []bool{false, true} {
		p := pool(t, Options{Command: command("honest"), Early: early})
		if n := len(p.idle); n > 0 != early {
			t.Errorf("early %t: %d workers before there is an image", early, n)
		}
		mustRead(t, p, grey(1))
		if n := len(p.idle); n != 1 {
			t.Errorf("early %t: %d workers after one image", early, n)
		}
	}
}

func TestPoolRefusesWhatNoWorkerCanRead(t *testing.T) {
	p := pool(t, Options{Command: command("honest")})
	for name, tt := range map[string]struct {
		img    *image.Gray
		recipe Recipe
		kind   Kind
	}{
		"no image":      {nil, Recipe{}, TooLarge},
		"short pixels":  {&image.Gray{Pix: make([]byte, 9), Stride: 10, Rect: image.Rect(0, 0, 10, 10)}, Recipe{}, BadRecipe},
		"rotation":      {grey(1), Recipe{Rotation: 45}, BadRecipe},
		"region":        {grey(1), Recipe{Region: &Box{30, 0, 11, 5}}, BadRecipe},
		"scaled beyond": {grey(1), Recipe{Scale: 100}, BadRecipe},
		"skew":          {grey(1), Recipe{Skew: 2}, BadRecipe},
		"no number":     {grey(1), Recipe{Skew: math.NaN()}, BadRecipe},
		"scale":         {grey(1), Recipe{Scale: 2}, BadRecipe},
		"invert":        {grey(1), Recipe{Invert: true}, BadRecipe},
		"sharpen":       {grey(1), Recipe{Sharpen: true}, BadRecipe},
		"binarize":      {grey(1), Recipe{Binarize: "otsu"}, BadRecipe},
		"flatten":       {grey(1), Recipe{Flatten: true}, BadRecipe},
		"language":      {grey(1), Recipe{Lang: "../../etc/passwd"}, BadRecipe},
	} {
		_, err := p.Read(context.Background(), tt.img, tt.recipe)
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.kind {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := NewPool(Options{Command: []string{"/does/not/exist"}, Early: true}); err == nil {
		t.Error("a pool without a program for its workers")
	}
}
