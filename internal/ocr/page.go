// Package ocr turns an upright grey image into a Page of Words.
//
// It promises that every box is in pixels of the image it was given, whatever was turned, scaled or
// flattened on the way, and that C and C++ code runs only in a child process that may die without
// taking anything else with it. It refuses to guess: a reading that did not happen is an *Error with
// its kind, never an empty Page.
package ocr

import (
	"encoding/json"
	"fmt"
)

// PageVersion is the version of the Page schema: the worker's answer, the output of
// "exoscan words" and the recordings that tests replay are all this one schema.
const PageVersion = 1

// Box is an axis-aligned rectangle in pixels of the upright full-size photo, origin at the top left.
// In JSON it is the array [x,y,w,h].
type Box struct{ X, Y, W, H int }

// MarshalJSON writes the box as [x,y,w,h].
func (b Box) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]int{b.X, b.Y, b.W, b.H})
}

// UnmarshalJSON reads [x,y,w,h]; a negative width or height is an error.
func (b *Box) UnmarshalJSON(data []byte) error {
	var v []int // not an array, which would forgive a wrong length
	if err := json.Unmarshal(data, &v); err != nil {
		return fmt.Errorf("reading box %s: %w", data, err)
	}
	if len(v) != 4 {
		return fmt.Errorf("reading box %s: it has %d numbers, not x, y, width, height", data, len(v))
	}
	if v[2] < 0 || v[3] < 0 {
		return fmt.Errorf("reading box %s: width and height cannot be negative", data)
	}
	*b = Box{v[0], v[1], v[2], v[3]}
	return nil
}

// Union is the smallest box that holds both; an empty box adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b.W == 0 && b.H == 0:
		return o
	case o.W == 0 && o.H == 0:
		return b
	}
	x, y := min(b.X, o.X), min(b.Y, o.Y)
	return Box{x, y, max(b.X+b.W, o.X+o.W) - x, max(b.Y+b.H, o.Y+o.H) - y}
}

// Page is what one reading of an image found, in Tesseract's reading order.
type Page struct {
	V        int     `json:"v"`
	Width    int     `json:"width"`    // pixels of the upright image
	Height   int     `json:"height"`   // pixels of the upright image
	Rotation int     `json:"rotation"` // degrees clockwise the image was turned before reading: 0, 90, 180 or 270
	Skew     float64 `json:"skew"`     // degrees clockwise of the text lines that were levelled, -45 to 45
	Lang     string  `json:"lang"`     // Tesseract's name: "eng", "eng+kor"
	Recipe   Recipe  `json:"recipe"`
	Words    []Word  `json:"words"`
}

// Word is one word as Tesseract printed it.
type Word struct {
	Text       string  `json:"text"`
	Box        Box     `json:"box"`
	Confidence float64 `json:"confidence"` // Tesseract's, 0 to 100
	Block      int     `json:"block"`      // from 1, unique on the page
	Paragraph  int     `json:"paragraph"`  // from 1, unique in its block
	Line       int     `json:"line"`       // from 1, unique in its paragraph
	// Joined says that no space stands between the word before it and this one: Tesseract gives Korean print in pieces.
	Joined bool `json:"joined,omitempty"`
	// Laid is the place of the word on the print laid flat, where the reading flattened it: lines run
	// level there, which they need not do on the photo. In pixels of no picture but comparable within a page.
	Laid *Box `json:"laid,omitempty"`
	// Photo is the source the word was read from, on a page put together from several; its box is of that photo.
	Photo string `json:"photo,omitempty"`
}

// Recipe says how an image is prepared and read. The zero value is Tesseract's own way with English.
//
// As a request it says what the engine is to do. On a finished page it also describes what was done to
// the picture before the engine saw it; what only describes is refused as a request, see Check.
type Recipe struct {
	Rotation   int     `json:"rotation,omitempty"`   // degrees clockwise to turn before reading: 0, 90, 180, 270
	Skew       float64 `json:"skew,omitempty"`       // describes: degrees clockwise of the text lines, undone before reading
	Region     *Box    `json:"region,omitempty"`     // the part to read; nil is the whole image
	Scale      float64 `json:"scale,omitempty"`      // describes: factor; 0 is 1
	Background bool    `json:"background,omitempty"` // divide by the local background
	Invert     bool    `json:"invert,omitempty"`     // describes: light print on a dark ground
	OneGround  bool    `json:"one_ground,omitempty"` // all print is dark on light, once inverted: spares a second look at each doubtful line, a fifth of the time
	Sharpen    bool    `json:"sharpen,omitempty"`    // describes: blurred edges made steeper
	Binarize   string  `json:"binarize,omitempty"`   // describes: "" (Tesseract's own), "otsu" or "sauvola"
	Flatten    bool    `json:"flatten,omitempty"`    // describes: curved text lines levelled
	Mode       int     `json:"mode,omitempty"`       // Tesseract's page segmentation mode; 0 is 3, fully automatic
	Lang       string  `json:"lang,omitempty"`       // "" is "eng"
}
