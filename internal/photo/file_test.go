package photo

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	photo := encode(t, "png", quarters(8, 8))
	for _, err := range []error{
		os.WriteFile(at("label.txt"), photo, 0o600), // the name does not count
		os.WriteFile(at("odd\n\xff.png"), photo, 0o600),
		os.Symlink("label.txt", at("link")),
		os.Symlink("loop", at("loop")),
		os.Symlink("gone", at("dangling")),
		os.Mkdir(at("folder"), 0o700),
		syscall.Mkfifo(at("fifo"), 0o600),
		os.Truncate(at("label.txt"), int64(len(photo))),
		os.WriteFile(at("big"), photo, 0o600),
		os.Truncate(at("big"), 1<<40), // a hole: no disk is used
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	socket, err := net.Listen("unix", at("socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()

	for _, test := range []struct {
		name string
		kind Kind // "" is a photo
		text string
	}{
		{"label.txt", "", ""},
		{"odd\n\xff.png", "", ""},
		{"link", "", ""},
		{"loop", FileTrouble, "too many levels of symbolic links"},
		{"dangling", FileTrouble, "no such file"},
		{"gone", FileTrouble, "no such file"},
		{"label.txt/gone", FileTrouble, "not a directory"},
		{"folder", FileTrouble, "is a folder"},
		{"fifo", FileTrouble, "is a named pipe"},
		{"socket", FileTrouble, "is a socket"},
		{"big", TooLarge, "file is 1099512 MB, limit is 134"},
	} {
		done := make(chan error, 1)
		go func() {
			_, err := Open(at(test.name), Limits{})
			done <- err
		}()
		select {
		case err = <-done:
		case <-time.After(10 * time.Second):
			t.Fatalf("%q: opening hangs", test.name)
		}
		if test.kind == "" {
			if err != nil {
				t.Errorf("%q: %v", test.name, err)
			}
			continue
		}
		e := wantKind(t, err, test.kind)
		if !strings.Contains(e.Text, test.text) || strings.Contains(e.Text, dir) {
			t.Errorf("%q: error is %q, want %q in it and no path", test.name, e.Text, test.text)
		}
	}
	if _, err = Open(at("gone"), Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file is not fs.ErrNotExist: %v", err)
	}
	_, err = Open("/dev/null", Limits{})
	wantKind(t, err, FileTrouble)
}

// A file may grow or fail while it is read, whatever its size was when it was opened.
func TestReadAll(t *testing.T) {
	data, err := Read(strings.NewReader("Aqua"), 0, 4)
	if string(data) != "Aqua" || err != nil {
		t.Errorf("got %q, %v", data, err)
	}
	_, err = Read(strings.NewReader("Aqua, Glycerin"), 1<<40, 4)
	wantKind(t, err, TooLarge)
	_, err = readAll(endless{}, 10, 1<<20)
	wantKind(t, err, TooLarge)
	_, err = Read(iotest.ErrReader(syscall.EIO), 0, 100)
	wantKind(t, err, FileTrouble)
	if data, err := Read(iotest.OneByteReader(strings.NewReader(strings.Repeat("x", 200_000))), 7, 1<<20); len(data) != 200_000 || err != nil {
		t.Errorf("got %d bytes, %v", len(data), err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
