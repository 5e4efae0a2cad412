package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"slices"
)

// maxScans bounds the passes of a progressive JPEG: cameras and encoders write about ten, and each one
// goes over the whole picture again, so that a small file with thousands would keep a core busy for long.
const maxScans = 100

// jpegPixels decodes a JPEG, and three sorts that image/jpeg leaves out.
func jpegPixels(data []byte, r io.Reader) (image.Image, error) {
	if n := countScans(data); n > maxScans {
		return nil, &Error{Kind: TooLarge, Text: fmt.Sprintf("JPEG has over %d passes, which no camera writes", maxScans)}
	}
	if img := decodeBaseline(data); img != nil {
		return img, nil
	}
	if printed := plainCMYK(data); printed != nil {
		return decodePlainCMYK(printed)
	}
	img, err := jpeg.Decode(r)
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		return img, err
	}
	// All of the picture may be there and only the end marker be missing: then the marker is all it takes.
	// If any of the picture is missing, the decoder meets the marker too early and says so.
	whole, again := jpeg.Decode(io.MultiReader(bytes.NewReader(data), bytes.NewReader([]byte{0xFF, 0xD9})))
	if again == nil {
		return whole, nil
	}
	return nil, err
}

// countScans counts the passes of a progressive JPEG, stopping soon after the limit; others have 0.
func countScans(data []byte) int {
	if !slices.ContainsFunc(jpegSegments(data), func(s segment) bool { return s.marker == 0xC2 }) {
		return 0
	}
	scans := 0
	// In picture data a marker is 0xFF followed by neither zero nor a restart; all other segments are
	// skipped whole, since they may hold a thumbnail with scans of its own.
	for i := 2; i+4 <= len(data) && scans <= maxScans; {
		next := bytes.IndexByte(data[i:], 0xFF)
		if next < 0 || i+next+4 > len(data) {
			break
		}
		i += next
		switch m := data[i+1]; {
		case m == 0xFF:
			i++
		case m == 0, m >= 0xD0 && m <= 0xD7:
			i += 2
		default:
			if m == 0xDA {
				scans++
			}
			i += 2 + max(2, int(data[i+2])<<8|int(data[i+3]))
		}
	}
	return scans
}

// plainCMYK gives a JPEG of four inks without Adobe's marker the marker that image/jpeg asks for, and
// nil for every other JPEG.
func plainCMYK(data []byte) []byte {
	inks := false
	for _, s := range jpegSegments(data) {
		switch {
		case s.marker == 0xEE && bytes.HasPrefix(s.data, []byte("Adobe")):
			return nil
		case s.marker >= 0xC0 && s.marker <= 0xC2 && len(s.data) > 5:
			inks = s.data[5] == 4
		}
	}
	if !inks {
		return nil
	}
	const adobe = "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00" // transform 0: the inks as they are
	return slices.Concat(data[:2], []byte(adobe), data[2:])
}

// decodePlainCMYK undoes the inversion that comes with Adobe's marker and not without it.
func decodePlainCMYK(data []byte) (image.Image, error) {
	img, err := jpeg.Decode(bytes.NewReader(data))
	if m, ok := img.(*image.CMYK); ok && err == nil {
		for i := range m.Pix {
			m.Pix[i] = 0xFF - m.Pix[i]
		}
	}
	return img, err
}
