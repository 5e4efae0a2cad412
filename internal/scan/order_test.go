package scan

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"runtime"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		synctest.Test(t, func(t *testing.T) {
			next := 0
			var working atomic.Int32
			err := inOrder(context.Background(), count(3000), jobs, func(i int) int {
				if n := working.Add(1); int(n) > jobs {
					t.Errorf("%d at once with %d jobs", n, jobs)
				}
				time.Sleep(rand.N(time.Second))
				working.Add(-1)
				return i
			}, func(i int) error {
				if i != next {
					t.Fatalf("got %d, want %d", i, next)
				}
				next++
				return nil
			})
			if err != nil || next != 3000 {
				t.Errorf("emitted %d of 3000, %v", next, err)
			}
		})
	}
}

// TestInOrderBound holds the first input up: no more than a bounded number may be read ahead of it.
func TestInOrderBound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun atomic.Int32
		err := inOrder(context.Background(), count(100_000), 2, func(i int) int {
			begun.Add(1)
			if i == 0 {
				time.Sleep(time.Minute)
				if n := begun.Load(); n > ahead+4 {
					t.Errorf("%d were begun while the first was waited for", n)
				}
			}
			return i
		}, func(int) error { return nil })
		if err != nil || begun.Load() != 100_000 {
			t.Errorf("did %d, %v", begun.Load(), err)
		}
	})
}

// TestInOrderInterrupted lets what is begun finish, emits it, and begins nothing new.
func TestInOrderInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		var begun, emitted atomic.Int32
		go func() { time.Sleep(10*time.Second + 1); cancel() }()
		err := inOrder(ctx, count(1000), 2, func(i int) int {
			begun.Add(1)
			time.Sleep(time.Second)
			return i
		}, func(int) error { emitted.Add(1); return nil })
		if err != nil || begun.Load() != 22 || emitted.Load() != 22 {
			t.Errorf("began %d, emitted %d, %v; want 22 of each", begun.Load(), emitted.Load(), err)
		}
	})
}

func TestInOrderEmitFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("disk full")
		emitted, begun := 0, atomic.Int32{}
		err := inOrder(context.Background(), count(1_000_000), 2, func(i int) int {
			begun.Add(1)
			time.Sleep(time.Millisecond)
			return i
		}, func(int) error {
			if emitted++; emitted == 10 {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) || emitted != 10 || begun.Load() > 20 {
			t.Errorf("began %d, emitted %d, %v", begun.Load(), emitted, err)
		}
	})
}

// BenchmarkInOrder shows what the order costs beside a list that takes 100 µs.
func BenchmarkInOrder(b *testing.B) {
	b.ReportAllocs()
	if err := inOrder(context.Background(), count(b.N), runtime.GOMAXPROCS(0), func(i int) int { return i }, func(int) error { return nil }); err != nil {
		b.Fatal(err)
	}
}
