package photo

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// Open reads and decodes the file at path; a symbolic link to a file is followed.
func Open(path string, lim Limits) (*Image, error) {
	data, err := ReadFile(path, lim.orDefault().Bytes)
	if err != nil {
		return nil, err
	}
	return Decode(data, lim)
}

// ReadFile reads a regular file of at most limit bytes. What is not a regular file is refused without
// being waited for: O_NONBLOCK lets the opening of a FIFO return at once. A file that grows past the
// limit while it is read is refused, too; one that shrinks gives the bytes it had.
func ReadFile(path string, limit int64) ([]byte, error) {
	// Looked at before it is opened, since opening a device can have effects of its own.
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileError(err)
	}
	if err := regular(info); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fileError(err)
	}
	defer f.Close()
	// Looked at again, since the name may mean another file by now.
	if info, err = f.Stat(); err != nil {
		return nil, fileError(err)
	}
	if err := regular(info); err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, tooManyBytes(info.Size(), limit)
	}
	return readAll(f, info.Size(), limit)
}

// readAll reads to the end, expecting size bytes and refusing more than limit.
func readAll(r io.Reader, size, limit int64) ([]byte, error) {
	data := make([]byte, 0, size+1)
	for {
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > limit:
			return nil, &Error{Kind: TooLarge, Text: fmt.Sprintf("file is over %s MB, the limit", mega(float64(limit)))}
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, fileError(err)
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// Read reads an open file or a stream to its end, refusing more than limit bytes. It makes room for the size that
// is expected; 0 is unknown.
func Read(r io.Reader, size, limit int64) ([]byte, error) {
	return readAll(r, max(64<<10, min(size, limit)), limit)
}

func regular(info fs.FileInfo) error {
	mode := info.Mode()
	if mode.IsRegular() {
		return nil
	}
	what := "not a regular file"
	switch {
	case mode.IsDir():
		what = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "a named pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	case mode&fs.ModeDevice != 0:
		what = "a device"
	}
	return &Error{Kind: FileTrouble, Text: "is " + what + ", not a photo"}
}
