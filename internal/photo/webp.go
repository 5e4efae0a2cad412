package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"io"

	"golang.org/x/image/webp"
)

// webpSize reads the size of a WebP; for an animation, that of the whole picture.
func webpSize(data []byte, r io.Reader) (image.Config, error) {
	return webp.DecodeConfig(r)
}

// webpPixels decodes a WebP, of an animation the first frame in its place on the picture.
func webpPixels(data []byte, r io.Reader) (image.Image, error) {
	chunks := riffChunks(data)
	for _, c := range chunks {
		if c.id == "ANMF" {
			return webpFrame(chunks[0], c.data)
		}
	}
	img, err := webp.Decode(r)
	if err != nil {
		return nil, err
	}
	return fullRange(img), nil
}

// webpFrame decodes one frame of an animation, which is a WebP without its envelope.
func webpFrame(head chunk, frame []byte) (image.Image, error) {
	const frameHeader = 16 // x, y, width-1, height-1, duration: 24 bits each; flags
	if head.id != "VP8X" || len(head.data) < 10 || len(frame) < frameHeader {
		return nil, errors.New("an animation without a header")
	}
	canvas := image.Rect(0, 0, 1+uint24(head.data[4:]), 1+uint24(head.data[7:]))
	x, y := 2*uint24(frame), 2*uint24(frame[3:])
	place := image.Rect(x, y, x+1+uint24(frame[6:]), y+1+uint24(frame[9:]))
	if !place.In(canvas) {
		return nil, errors.New("a frame outside the picture")
	}
	img, err := webp.Decode(bytes.NewReader(envelope(frame[6:12], frame[frameHeader:])))
	if err != nil {
		return nil, err
	}
	if img.Bounds().Size() != place.Size() {
		return nil, errors.New("a frame of another size than it says")
	}
	return onCanvas(fullRange(img), place, canvas), nil
}

// envelope makes a file of the chunks of one frame; size is width-1 and height-1, 24 bits each.
func envelope(size, chunks []byte) []byte {
	flags := byte(0)
	if bytes.HasPrefix(chunks, []byte("ALPH")) {
		flags = 1 << 4
	}
	var out bytes.Buffer
	out.WriteString("RIFF")
	binary.Write(&out, binary.LittleEndian, uint32(4+18+len(chunks))) // a bytes.Buffer does not fail
	out.WriteString("WEBPVP8X\x0a\x00\x00\x00")
	out.Write([]byte{flags, 0, 0, 0})
	out.Write(size)
	out.Write(chunks)
	return out.Bytes()
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// fullRange stretches the colours of a lossy WebP. WebP keeps them as television does, black at 16 and
// white at 235; golang.org/x/image/webp hands them on as they are, in a type in which black is 0 and white 255.
func fullRange(img image.Image) image.Image {
	var m *image.YCbCr
	switch t := img.(type) {
	case *image.YCbCr:
		m = t
	case *image.NYCbCrA:
		m = &t.YCbCr
	default:
		return img
	}
	var light, colour [256]byte
	for i := range light {
		light[i] = byte(min(max(((i-16)*255+109)/219, 0), 255))
		colour[i] = byte(min(max(((i-128)*255+112*sign(i-128))/224+128, 0), 255))
	}
	through(m.Y, &light)
	through(m.Cb, &colour)
	through(m.Cr, &colour)
	return img
}

func sign(i int) int {
	if i < 0 {
		return -1
	}
	return 1
}

func through(pix []byte, table *[256]byte) {
	for i, v := range pix {
		pix[i] = table[v]
	}
}
