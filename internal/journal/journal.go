// Package journal keeps what a long run has finished, so that a run that was killed goes on where it
// stopped.
//
// It promises that a line is whole or not there: each is written with one call and carries a
// checksum, and a line that a power cut or a full disk tore is dropped when the file is opened again,
// and counted. Killing the process at any moment loses no line that Put returned for, since the
// system has it by then; a power cut can lose the lines of the last second, because making each
// line safe from that would cost a disk's seek for each. Whatever is lost is only done again.
//
// It refuses two writers: the file is locked for as long as it is open.
//
// # The file
//
// Lines of text, only ever appended: "exoscan journal 1", then for each finished input a checksum
// (CRC-32C of the rest of the line, 8 hex digits), a space, the key (32 hex digits), a space, and
// the value, which is JSON and so holds no line break.
package journal

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

const header = "exoscan journal 1\n"

// prefix is the length of a line before its value: checksum, space, key, space.
const prefix = 8 + 1 + 32 + 1

// longest bounds the memory one line may ask for when it is read; the results of a label stay far
// below it.
const longest = 64 << 20

// syncEvery is how often, at most, the disk is made to have what was written.
const syncEvery = time.Second

// ErrLocked is inside the error of Open where another process has the journal.
var ErrLocked = errors.New("another exoscan is using it")

// Key tells inputs apart: a hash of all that the value depends on.
type Key [16]byte

// span is where a value lies in the file.
type span struct {
	offset int64
	length int
}

// Journal is an open journal. Its memory is some 60 bytes for each value in the file; the values
// stay there. It may be used by many goroutines.
type Journal struct {
	mu     sync.Mutex
	file   *os.File
	values map[Key]span
	size   int64 // of the whole lines in the file; where the next one goes
	synced time.Time
	failed error // of a write that could not be undone: nothing more is written
}

// Mended says what Open found damaged and left out.
type Mended struct {
	Torn  int64 // bytes of a last line without an end, cut off
	Lines int   // other lines whose checksum was wrong, passed over
}

// Open opens the journal, or makes it, and locks it. Of a key written twice the last value counts.
func Open(path string) (*Journal, Mended, error) {
	var mended Mended
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, mended, fmt.Errorf("opening journal: %w", err)
	}
	j := &Journal{file: f, values: map[Key]span{}, synced: time.Now()}
	if err := lock(f); err != nil {
		f.Close()
		return nil, mended, fmt.Errorf("opening journal %q: %w", path, err)
	}
	if mended, err = j.load(); err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		f.Close()
		return nil, mended, fmt.Errorf("opening journal %q: %w", path, err)
	}
	return j, mended, nil
}

// load reads what is there, and cuts off a last line without an end.
func (j *Journal) load() (Mended, error) {
	var mended Mended
	r := bufio.NewReaderSize(j.file, 1<<20)
	for first := true; ; first = false {
		line, length, err := readLine(r)
		if err == io.EOF {
			mended.Torn = length
			break
		}
		if err != nil {
			return mended, err
		}
		key, ok := parse(line)
		switch {
		case ok:
			j.values[key] = span{j.size + prefix, len(line) - prefix}
		case first && string(line)+"\n" == header:
		case first:
			return mended, errors.New("it is not a journal of this exoscan; move it away")
		default:
			mended.Lines++
		}
		j.size += length
	}
	if j.size == 0 {
		if mended.Torn > 0 && mended.Torn >= int64(len(header)) {
			return mended, errors.New("it is not a journal; move it away")
		}
		mended.Torn = 0 // a run that was killed before it had written anything
		return mended, j.write([]byte(header))
	}
	if mended.Torn == 0 {
		return mended, nil
	}
	return mended, j.file.Truncate(j.size)
}

// readLine gives a line without its end, and its length with it. A line without an end is io.EOF; of
// one that is too long only the length is given.
func readLine(r *bufio.Reader) ([]byte, int64, error) {
	var line []byte
	length := int64(0)
	for {
		part, err := r.ReadSlice('\n')
		length += int64(len(part))
		if length <= longest {
			line = append(line, part...)
		} else {
			line = nil
		}
		switch {
		case err == nil:
			return bytes.TrimSuffix(line, []byte("\n")), length, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, length, err
		}
	}
}

// parse checks a line and gives its key.
func parse(line []byte) (Key, bool) {
	var key Key
	var sum [4]byte
	if len(line) < prefix || line[8] != ' ' || line[prefix-1] != ' ' {
		return key, false
	}
	_, errSum := hex.Decode(sum[:], line[:8])
	_, errKey := hex.Decode(key[:], line[9:prefix-1])
	return key, errSum == nil && errKey == nil && sum == checksum(line[9:])
}

func checksum(data []byte) [4]byte {
	c := crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
	return [4]byte{byte(c >> 24), byte(c >> 16), byte(c >> 8), byte(c)}
}

// Len is how many values there are.
func (j *Journal) Len() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return len(j.values)
}

// Get gives the value of a key, nil if there is none.
func (j *Journal) Get(key Key) ([]byte, error) {
	j.mu.Lock()
	s, ok := j.values[key]
	j.mu.Unlock()
	if !ok {
		return nil, nil
	}
	value := make([]byte, s.length)
	if _, err := j.file.ReadAt(value, s.offset); err != nil {
		return nil, fmt.Errorf("reading journal: %w", err)
	}
	return value, nil
}

// Put keeps a value, which must not hold a line break. When it returns without an error the line is
// whole in the file.
func (j *Journal) Put(key Key, value []byte) error {
	if bytes.IndexByte(value, '\n') >= 0 {
		return errors.New("writing journal: the value holds a line break")
	}
	rest := make([]byte, 0, 32+1+len(value))
	rest = hex.AppendEncode(rest, key[:])
	rest = append(append(rest, ' '), value...)
	sum := checksum(rest)
	line := make([]byte, 0, prefix+len(value)+1)
	line = append(hex.AppendEncode(line, sum[:]), ' ')
	line = append(append(line, rest...), '\n')

	j.mu.Lock()
	defer j.mu.Unlock()
	at := j.size
	if err := j.write(line); err != nil {
		return fmt.Errorf("writing journal: %w", err)
	}
	j.values[key] = span{at + prefix, len(value)}
	return nil
}

// write appends a line, or takes back what it could write of it.
func (j *Journal) write(line []byte) error {
	if j.failed != nil {
		return j.failed
	}
	if _, err := j.file.WriteAt(line, j.size); err != nil {
		if errCut := j.file.Truncate(j.size); errCut != nil {
			j.failed = err // the next Open mends it
		}
		return err
	}
	j.size += int64(len(line))
	if time.Since(j.synced) < syncEvery {
		return nil
	}
	j.synced = time.Now()
	return j.file.Sync()
}

// Close makes the disk have everything, and gives the lock back.
func (j *Journal) Close() error {
	err := errors.Join(j.file.Sync(), j.file.Close())
	if err != nil {
		return fmt.Errorf("closing journal: %w", err)
	}
	return nil
}

// syncFolder makes the disk have the folder's entry for a file that was just made.
func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	// Some file systems cannot sync a folder and do not need it.
	_ = dir.Sync()
	return nil
}
