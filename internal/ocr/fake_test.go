package ocr

import (
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"image"
	"net"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestMain makes the test binary the worker of its own tests: "fake-worker NAME [FILE]".
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "fake-worker" {
		fake := fakes()[os.Args[2]]
		fake(strings.Join(os.Args[3:], " "))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// fakes are workers, each with its own way to fail.
func fakes() map[string]func(arg string) {
	return map[string]func(string){
		"honest": func(string) { serveFake(true, func(*image.Gray) {}) },
		"slow":   func(string) { serveFake(false, func(*image.Gray) { time.Sleep(200 * time.Millisecond) }) },
		"hang":   func(string) { serveFake(false, func(*image.Gray) { select {} }) },
		"noisy": func(string) {
			serveFake(true, func(*image.Gray) { fmt.Println("Estimating resolution as 300"); os.Stdout.Write([]byte(frameMagic)) })
		},
		"segv":       func(string) { serveFake(true, func(*image.Gray) { *(*int)(nil) = 1 }) },
		"killed":     func(string) { serveFake(false, func(*image.Gray) { unix.Kill(os.Getpid(), unix.SIGKILL); select {} }) },
		"exit0":      func(string) { serveFake(false, func(*image.Gray) { os.Exit(0) }) },
		"no-memory":  func(string) { serveFake(false, func(*image.Gray) { os.Exit(ExitOutOfMemory) }) },
		"gluttonous": func(string) { serveFake(false, func(*image.Gray) { eat() }) },
		"garbage": func(string) {
			serveFake(false, func(*image.Gray) { os.Stdout.WriteString("{\"v\":1, \"words\":[]}\n") })
		},
		"huge": func(string) {
			serveFake(false, func(*image.Gray) { os.Stdout.WriteString("xos1\x00\x00\x00\x02\xff\xff\xff\xff{}") })
		},
		"torn": func(string) {
			serveFake(false, func(*image.Gray) { os.Stdout.WriteString("xos1\x00\x00\x00\x09\x00"); os.Exit(0) })
		},
		"not-json": func(string) { serveFake(false, func(*image.Gray) { writeFrame(os.Stdout, []byte("{"), nil) }) },
		"wrong-id": func(string) {
			serveFake(false, func(*image.Gray) { writeFrame(os.Stdout, []byte(`{"id":77}`), []byte("{}")) })
		},
		"bad-utf8": func(string) {
			serveFake(false, func(*image.Gray) { writeFrame(os.Stdout, []byte(`{"id":2}`), []byte("{\"v\":\"\xff\"}")) })
		},
		"bad-page": func(string) {
			serveFake(false, func(*image.Gray) {
				writeFrame(os.Stdout, []byte(`{"id":2}`), []byte(`{"v":1,"width":9,"height":9,"words":[]}`))
			})
		},
		"stillborn": func(string) { fmt.Fprintln(os.Stderr, "libtesseract.so.5: cannot open"); os.Exit(127) },
		"no-language": func(string) {
			serveOpener(func(Setup) (Reader, About, error) { return nil, About{}, errorf(MissingLanguage, "no eng") })
		},
		"prying": func(string) { serveFake(true, nil) },
		// The first process to get there dies, the next does not.
		"transient": func(file string) {
			serveFake(false, func(*image.Gray) {
				if f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL, 0o600); err == nil {
					f.Close()
					os.Exit(9)
				}
			})
		},
		// One reading in eight is fatal, by its image.
		"moody": func(string) {
			serveFake(false, func(img *image.Gray) {
				if img.Pix[0]%8 == 7 {
					unix.Kill(os.Getpid(), unix.SIGKILL)
					select {}
				}
			})
		},
		// Not a worker but a parent, which has one at work and waits to be killed.
		"parent": func(string) {
			p, err := NewPool(Options{Command: command("hang")})
			if err == nil {
				_, _, err = p.About(context.Background())
			}
			fmt.Println(err, p.idle[0].cmd.Process.Pid)
			p.Read(context.Background(), grey(1), Recipe{})
		},
	}
}

func command(fake string, args ...string) []string {
	return append([]string{os.Args[0], "fake-worker", fake}, args...)
}

// serveFake is a worker whose readings first do something. With the streams taken over and the
// hardening of a real one, or, for fakes that write what no engine could, without.
func serveFake(real bool, do func(*image.Gray)) {
	open := func(s Setup) (Reader, About, error) {
		return &fakeEngine{do: do}, About{Tesseract: "fake " + s.Lang, Leptonica: strings.Join(openFiles(), " ")}, nil
	}
	if real {
		if err := Serve(open); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	serveOpener(open)
}

func serveOpener(open Opener) {
	s := server{open: open, out: os.Stdout, harden: func(string) Hardening { return nil }}
	if err := s.run(os.Stdin, func() { os.Exit(0) }); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// fakeEngine reads the checksum of the image's pixels, the process's number and how many images it
// has seen, as three words.
type fakeEngine struct {
	do   func(*image.Gray) // nil pries
	seen map[*image.Gray]bool
}

func (e *fakeEngine) Read(_ context.Context, img *image.Gray, r Recipe) (*Page, error) {
	if e.seen == nil {
		e.seen = map[*image.Gray]bool{}
	}
	e.seen[img] = true
	var found []string
	if e.do != nil {
		e.do(img)
	} else {
		found = pry()
	}
	p := &Page{V: PageVersion, Width: img.Rect.Dx(), Height: img.Rect.Dy(), Lang: "eng", Recipe: r}
	for i, text := range append([]string{fmt.Sprint(crc32.ChecksumIEEE(img.Pix)), fmt.Sprint(os.Getpid()), fmt.Sprint(len(e.seen))}, found...) {
		p.Words = append(p.Words, Word{Text: text, Box: Box{i, 0, 1, 1}, Block: 1, Paragraph: 1, Line: 1})
	}
	return p, nil
}

func (e *fakeEngine) Close() error { return nil }

// eat takes memory until there is none.
func eat() {
	debug.SetGCPercent(-1)
	var all [][]byte
	for {
		b := bytes.Repeat([]byte{1}, 1<<20)
		all = append(all, b)
		runtime.KeepAlive(all)
	}
}

// pry tries what a worker has no business with, and says what worked.
func pry() []string {
	worked := []string{}
	if _, err := os.ReadFile("/etc/passwd"); err == nil {
		worked = append(worked, "read-file")
	}
	if f, err := os.CreateTemp("", ""); err == nil {
		f.Close()
		worked = append(worked, "write-file")
	}
	if err := exec.Command("/bin/true").Run(); err == nil {
		worked = append(worked, "exec")
	}
	if c, err := net.Dial("udp", "127.0.0.1:9"); err == nil {
		c.Close()
		worked = append(worked, "udp")
	}
	if l, err := net.Listen("tcp", "127.0.0.1:0"); err == nil {
		l.Close()
		worked = append(worked, "listen")
	}
	if err := unix.Kill(os.Getppid(), 0); err == nil {
		worked = append(worked, "signal")
	}
	var core unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &core); err != nil || core.Max != 0 {
		worked = append(worked, "core")
	}
	if f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0); err != nil {
		worked = append(worked, "but-not-dev-null")
	} else {
		f.Close()
	}
	return worked
}

// openFiles are the descriptors that are files, as the worker has them when it starts.
func openFiles() []string {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if to, err := os.Readlink("/proc/self/fd/" + e.Name()); err == nil && !strings.HasPrefix(to, "anon_inode:") && !strings.HasPrefix(to, "/proc/") {
			kind, _, _ := strings.Cut(to, ":")
			out = append(out, kind)
		}
	}
	return out
}

// grey is a small image, different for each n.
func grey(n int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = byte(n + i*n)
	}
	return img
}
