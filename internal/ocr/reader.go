package ocr

import (
	"context"
	"image"
)

// Reader turns images into pages. There are two: the Pool, which reads in child processes, and
// the engine inside such a child.
//
// An image given to a Reader must not change afterwards: the Pool knows it again by its address and
// does not send it twice, so several recipes on one photo cost one transfer.
type Reader interface {
	// Read reads the image as the recipe says. Boxes are in pixels of img. A page without words is
	// an answer; everything that kept the image from being read is an *Error, or the context's own
	// error when it was cancelled.
	Read(ctx context.Context, img *image.Gray, r Recipe) (*Page, error)
	Close() error
}
