package ocr

import (
	"context"
	"image"
)

// Reader turns images into pages. There are three: the Pool, which reads in child processes; the
// engine inside such a child; and the Recording, which replays a page.
//
// An image given to a Reader must not change afterwards: the Pool knows it again by its address and
// does not send it twice, so several recipes on one photo cost one transfer.
type Reader interface {
	// Read reads the image as the recipe says. Boxes are in pixels of img. A page without words is
	// an answer; everything that kept the image from being read is an *Error, or the context's own
	// error when it was cancelled.
	Read(ctx context.Context, img *image.Gray, r Recipe) (*Page, error)
	// Survey measures the image without recognising it. Of the recipe it follows Region and
	// Rotation; what it measures is in pixels and degrees of the image turned that way, boxes are in
	// pixels of img.
	Survey(ctx context.Context, img *image.Gray, r Recipe) (*Survey, error)
	Close() error
}

// Survey is what can be said of an image before reading it, for a small part of the cost of reading.
// Each is a measurement and none is a decision: on an image without text they mean nothing, and
// Components says how much they rest on.
type Survey struct {
	V              int     `json:"v"`
	Width          int     `json:"width"`           // pixels of the image as sent
	Height         int     `json:"height"`          // pixels of the image as sent
	Skew           float64 `json:"skew"`            // degrees clockwise of the text lines, -20 to 20; Recipe.Skew undoes it
	SkewConfidence float64 `json:"skew_confidence"` // best score over worst, from 1; Leptonica trusts 3 and more
	Sideways       float64 `json:"sideways"`        // evidence that lines run up or down over evidence that they run across; over 1 means turned by 90 or 270
	XHeight        float64 `json:"x_height"`        // median height of letters without ascender, pixels of the image as sent; 0 when no text was found
	Components     int     `json:"components"`      // letter-like components that XHeight rests on
	DarkOnLight    bool    `json:"dark_on_light"`   // the print is darker than its ground
	Polarity       float64 `json:"polarity"`        // letter-like components of that polarity, share of both, 0.5 to 1
	Lines          []Box   `json:"lines"`           // text lines from top to bottom, pixels of the image as sent; never null
	Sharpness      float64 `json:"sharpness"`       // 0 to 1: steepness of letter edges; 1 is a step from ink to ground within a pixel
	Contrast       float64 `json:"contrast"`        // 0 to 1: difference of ink and ground at the letters
	Glare          float64 `json:"glare"`           // 0 to 1: share of the image that is burnt out white beside darker ground
}
