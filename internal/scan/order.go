package scan

import (
	"context"
	"iter"
	"sync"
)

// ahead is how many finished results may wait for a slower one before them. A photo that runs into
// its deadline holds the order up for a minute, in which the other workers finish a few hundred;
// a result is some 20 kB, so the wait costs 10 MB at most and nothing stands still.
const ahead = 512

// inOrder calls do for every input, up to jobs at a time, and emit for every answer in the order of
// the inputs. At most jobs inputs are in work and a fixed number of answers wait, so memory does not
// grow with the inputs. When ctx is done no new input is begun, those begun are finished and
// emitted. The first error of emit ends the run in the same way, and is returned.
func inOrder[T, R any](ctx context.Context, inputs iter.Seq[T], jobs int, do func(T) R, emit func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	type task struct {
		input  T
		answer chan R
	}
	tasks := make(chan task)
	queue := make(chan chan R, ahead)

	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range tasks {
				t.answer <- do(t.input)
			}
		})
	}
	go func() {
		defer close(queue)
		defer workers.Wait()
		defer close(tasks)
		for input := range inputs {
			t := task{input, make(chan R, 1)}
			select {
			case <-ctx.Done():
				return
			case tasks <- t:
				queue <- t.answer // only what a worker has taken is waited for
			}
		}
	}()

	var failed error
	for answer := range queue {
		r := <-answer
		if failed != nil {
			continue
		}
		if failed = emit(r); failed != nil {
			cancel()
		}
	}
	return failed
}
