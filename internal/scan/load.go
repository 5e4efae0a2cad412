package scan

import (
	"context"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"exoscan/internal/photo"
)

// openFile opens a file to read: a regular one, or a pipe if the user named it, as the shell's
// <(command) does. Opening never blocks; reading a pipe ends when ctx does.
func openFile(ctx context.Context, path string, found bool) (*os.File, *Error) {
	// Looked at before it is opened: opening some devices does something.
	info, err := os.Stat(path)
	if err != nil {
		return nil, pathError(err)
	}
	if bad := unfit(info, found); bad != nil {
		return nil, bad
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, pathError(err)
	}
	// And after: what stood there may have been replaced meanwhile.
	info, err = f.Stat()
	if err != nil {
		f.Close()
		return nil, pathError(err)
	}
	if bad := unfit(info, found); bad != nil {
		f.Close()
		return nil, bad
	}
	if !info.Mode().IsRegular() {
		context.AfterFunc(ctx, func() { f.SetReadDeadline(time.Unix(1, 0)) })
	}
	return f, nil
}

func unfit(info os.FileInfo, found bool) *Error {
	mode := info.Mode()
	if mode.IsRegular() || mode&os.ModeNamedPipe != 0 && !found {
		return nil
	}
	return notAFile(mode)
}

// readFile reads a whole file of at most limit bytes.
func readFile(ctx context.Context, path string, found bool, limit int64) ([]byte, *Error) {
	f, bad := openFile(ctx, path, found)
	if bad != nil {
		return nil, bad
	}
	defer f.Close()
	// Asked first: reading up to the limit to find that out would take seconds.
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	if size > limit {
		return nil, &Error{Code: "too-large", Text: fmt.Sprintf("file is %s, the limit is %s", megabytes(size), megabytes(limit))}
	}
	return readBounded(f, size, limit)
}

// readBounded reads to the end, or past the limit, which is an error. The size is what is expected.
func readBounded(r io.Reader, size, limit int64) ([]byte, *Error) {
	data, err := photo.Read(r, size, limit)
	if err != nil {
		return nil, failure(err)
	}
	return data, nil
}

func megabytes(n int64) string {
	return fmt.Sprintf("%.4g MB", float64(n)/1e6)
}

// interruptible is r, but a Read that waits for data returns when ctx is done. The goroutine that
// waits in r's own Read stays until that returns: a read of a terminal cannot be called back.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, r)
		pw.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { pr.CloseWithError(ctx.Err()) })
	return pr
}
