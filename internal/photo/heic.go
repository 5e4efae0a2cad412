package photo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"io"

	"github.com/gen2brain/heic"
)

// heicSide is the smallest side that is decoded. libheif never makes a row of a plane shorter than 64
// samples and gen2brain/heic does not know it, so that below 128 pixels its colours, shared by two, are garbled.
const heicSide = 128

// heicSize finds the largest picture a HEIC file declares, in its "ispe" boxes. libheif would tell, too,
// but only after its WebAssembly has been set up, and after it has trusted the file that far.
func heicSize(data []byte, _ io.Reader) (image.Config, error) {
	var cfg image.Config
	budget := 10_000 // boxes looked at: phones write a few hundred
	for _, meta := range boxes(data, "meta", &budget) {
		if len(meta) < 4 {
			continue
		}
		for _, props := range boxes(meta[4:], "iprp", &budget) { // after version and flags
			for _, list := range boxes(props, "ipco", &budget) {
				for _, ispe := range boxes(list, "ispe", &budget) {
					if len(ispe) < 12 {
						continue
					}
					w, h := int(binary.BigEndian.Uint32(ispe[4:])), int(binary.BigEndian.Uint32(ispe[8:]))
					if float64(w)*float64(h) >= float64(cfg.Width)*float64(cfg.Height) {
						cfg.Width, cfg.Height = w, h
					}
				}
			}
		}
	}
	if cfg.Width == 0 {
		return cfg, &Error{Kind: Unreadable, Text: "HEIC is damaged: it does not say how large its picture is"}
	}
	if min(cfg.Width, cfg.Height) < heicSide {
		return cfg, &Error{Kind: Unsupported, Text: fmt.Sprintf("HEIC of %d x %d pixels is too small to decode; it takes %d",
			cfg.Width, cfg.Height, heicSide)}
	}
	return cfg, nil
}

// boxes lists the bodies of the boxes of one kind on this level.
func boxes(data []byte, kind string, budget *int) [][]byte {
	var out [][]byte
	for len(data) >= 8 && *budget > 0 {
		*budget--
		head, n := int64(8), int64(binary.BigEndian.Uint32(data))
		switch {
		case n == 0: // to the end
			n = int64(len(data))
		case n == 1 && len(data) >= 16: // a length of 64 bits follows
			head, n = 16, int64(binary.BigEndian.Uint64(data[8:])&(1<<62-1))
		}
		if n < head || n > int64(len(data)) {
			return out
		}
		if string(data[4:8]) == kind {
			out = append(out, data[head:n])
		}
		data = data[n:]
	}
	return out
}

// heicPixels decodes a HEIC. The decoder obeys the file's own rotation, so none is applied after it.
func heicPixels(data []byte, _ io.Reader) (image.Image, error) {
	if heic.Dynamic() == nil {
		// Without the tag the library looks for a libheif of the system and calls it here, in this process.
		return nil, &Error{Kind: Unsupported, Text: "HEIC cannot be decoded: exoscan was built without -tags nodynamic and found C code for it",
			Hint: "build with make, or save the photo as JPEG"}
	}
	if cutShort(data) {
		return nil, io.ErrUnexpectedEOF
	}
	img, err := heic.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return img, nil
}

// cutShort tells whether the last box of a file says it is longer than the file.
func cutShort(data []byte) bool {
	for len(data) >= 8 {
		n := uint64(binary.BigEndian.Uint32(data))
		switch {
		case n == 0:
			return false
		case n == 1 && len(data) >= 16:
			n = binary.BigEndian.Uint64(data[8:])
		}
		if n > uint64(len(data)) {
			return true
		}
		data = data[max(n, 8):]
	}
	return len(data) > 0
}
