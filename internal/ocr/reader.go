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
// Letters says how much they rest on. Angles and Sideways are those of the image after the recipe's
// rotation; boxes and lengths are in pixels of the image as sent.
type Survey struct {
	V              int     `json:"v"`
	Width          int     `json:"width"`           // pixels of the image as sent
	Height         int     `json:"height"`          // pixels of the image as sent
	Skew           float64 `json:"skew"`            // degrees clockwise of the text lines, -20 to 20; Recipe.Skew undoes it
	SkewConfidence float64 `json:"skew_confidence"` // score of the best angle over the worst; Leptonica trusts 3 and more
	Sideways       float64 `json:"sideways"`        // evidence that lines run up or down over evidence that they run across: over 1 hints at 90 or 270
	XHeight        float64 `json:"x_height"`        // median height of small letters, or of capitals where there are only these; 0 when no line was found
	Letters        int     `json:"letters"`         // letters in the lines that all this rests on
	DarkOnLight    bool    `json:"dark_on_light"`   // most letters are darker than their ground
	Polarity       float64 `json:"polarity"`        // share of letters that are of that polarity, 0.5 to 1
	Lines          []Line  `json:"lines"`           // what looks like lines of print, from top to bottom; never null
	Sharpness      float64 `json:"sharpness"`       // 0 to 1: one over the pixels an edge of ink takes, by the sharper lines
	Contrast       float64 `json:"contrast"`        // 0 to 1: difference of ink and ground, median over the lines
	Glare          float64 `json:"glare"`           // 0 to 1: share of the image burnt out to white while the ground of the print is darker
}

// Line is what looks like a line of print: letters of one height in a row.
type Line struct {
	Box     Box     `json:"box"`
	XHeight float64 `json:"x_height"` // as in Survey
	Letters int     `json:"letters"`
	Light   bool    `json:"light,omitempty"` // the print is lighter than its ground
}
