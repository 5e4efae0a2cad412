package ocr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"io"
	"unicode/utf8"
)

// What a worker can be asked. Setup comes first and once; it is what loads the engine.
const (
	opSetup = "setup"
	opRead  = "read"
)

// request is the header of a frame to the worker.
type request struct {
	ID     uint64   `json:"id"` // repeated in the reply
	Op     string   `json:"op"`
	Setup  *Setup   `json:"setup,omitempty"`
	Image  imageRef `json:"image,omitzero"`
	Forget []uint64 `json:"forget,omitempty"` // images that will not be asked for again
	Recipe Recipe   `json:"recipe,omitzero"`
}

// imageRef names an image. Its pixels are the frame's body the first time, and never again.
type imageRef struct {
	Key    uint64 `json:"key"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// reply is the header of a frame from the worker. The body is a hello or a Page, as was asked
// for, or nothing with an error.
type reply struct {
	ID    uint64 `json:"id"`
	Error *Error `json:"error,omitempty"`
}

// hello is the answer to setup.
type hello struct {
	About     About     `json:"about"`
	Hardening Hardening `json:"hardening"`
}

// decodeStrict decodes JSON that must be valid UTF-8, without unknown names, and end where it ends.
func decodeStrict(data []byte, v any) error {
	if !utf8.Valid(data) {
		return fmt.Errorf("line %d: not valid UTF-8", line(data, firstInvalid(data)))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return fmt.Errorf("line %d: it ends in the middle", line(data, len(data)))
		}
		var at int64
		switch e := err.(type) {
		case *json.SyntaxError:
			at = e.Offset
		case *json.UnmarshalTypeError:
			at = e.Offset
		default:
			at = d.InputOffset()
		}
		return fmt.Errorf("line %d: %w", line(data, int(at)), err)
	}
	if rest := bytes.TrimSpace(data[d.InputOffset():]); len(rest) > 0 {
		return fmt.Errorf("line %d: something follows its end", line(data, int(d.InputOffset())))
	}
	return nil
}

func line(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), len(data))], []byte{'\n'})
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// pixels is the body of a frame with an image: its rows without padding.
func pixels(img *image.Gray) [][]byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if img.Stride == w {
		return [][]byte{img.Pix[:w*h]}
	}
	packed := make([]byte, 0, w*h)
	for y := range h {
		packed = append(packed, img.Pix[y*img.Stride:y*img.Stride+w]...)
	}
	return [][]byte{packed}
}
