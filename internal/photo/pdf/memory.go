package pdf

import (
	"sync"

	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/sys/unix"
)

// memories gives pdfium its linear memory: address space for all it may ever have, of which the system
// gives pages as they are touched. What wazero does by itself is to grow by copying, and then a document
// that wants the most costs three times as much, which waits for the garbage collector.
type memories struct {
	mu      sync.Mutex
	reading int       // documents in work
	freed   []*memory // given back, and perhaps still in use
}

// memory is that of one instance.
type memory struct {
	owner *memories
	all   []byte
}

// Allocate implements experimental.MemoryAllocator.
func (m *memories) Allocate(_, most uint64) experimental.LinearMemory {
	all, err := unix.Mmap(-1, 0, int(most), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
	if err != nil {
		return &memory{all: make([]byte, most)} // where address space is short; the collector frees it
	}
	return &memory{m, all}
}

// Reallocate gives so much of it, always in the same place.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size]
}

// Free gives the pages back at once. The addresses stay for now: an instance is killed while it runs, and
// goes on for a moment.
func (m *memory) Free() {
	if m.owner == nil {
		return
	}
	_ = unix.Madvise(m.all, unix.MADV_DONTNEED) // at worst they go when the addresses do
	m.owner.mu.Lock()
	defer m.owner.mu.Unlock()
	m.owner.freed = append(m.owner.freed, m)
}

// begin and end stand round the reading of a document. When none is in work, nothing runs.
func (m *memories) begin() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reading++
}

func (m *memories) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.reading--; m.reading > 0 {
		return
	}
	for _, old := range m.freed {
		_ = unix.Munmap(old.all) // it was mapped by us, whole
	}
	m.freed = nil
}
