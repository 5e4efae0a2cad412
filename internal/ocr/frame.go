package ocr

import (
	"encoding/binary"
	"fmt"
	"io"
)

// The wire between parent and worker is a sequence of frames, each way one for the other in turn:
//
//	"xos1"          4 bytes, so that stray output is known at once
//	header length   4 bytes, big-endian
//	body length     4 bytes, big-endian
//	header          JSON: a request or a reply
//	body            a request: the image's grey bytes, row by row, or nothing; a reply: JSON
//
// A reader knows beforehand how much it will take, so neither side can make the other allocate.
const frameMagic = "xos1"

const (
	maxHeader = 64 << 10
	maxReply  = 64 << 20 // a page of 20,000 letters with their alternatives is a tenth of it
)

// frame is one message.
type frame struct{ header, body []byte }

// readFrame reads a frame whose body is at most maxBody bytes. At the end of the stream, between
// frames, the error is io.EOF; within one it is io.ErrUnexpectedEOF; a frame that is none is neither.
func readFrame(r io.Reader, maxBody int) (frame, error) {
	var head [12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	if string(head[:4]) != frameMagic {
		return frame{}, fmt.Errorf("reading frame: it begins with %q, not %q", head[:4], frameMagic)
	}
	h, b := binary.BigEndian.Uint32(head[4:]), binary.BigEndian.Uint32(head[8:])
	if h > maxHeader {
		return frame{}, fmt.Errorf("reading frame: header of %d bytes, limit is %d", h, maxHeader)
	}
	if int64(b) > int64(maxBody) {
		return frame{}, fmt.Errorf("reading frame: body of %d bytes, limit is %d", b, maxBody)
	}
	f := frame{header: make([]byte, h), body: make([]byte, b)}
	for _, part := range [][]byte{f.header, f.body} {
		if _, err := io.ReadFull(r, part); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return frame{}, err
		}
	}
	return f, nil
}

// writeFrame writes a frame whose body comes in pieces.
func writeFrame(w io.Writer, header []byte, body ...[]byte) error {
	size := 0
	for _, b := range body {
		size += len(b)
	}
	if len(header) > maxHeader || int64(size) > 1<<32-1 {
		return fmt.Errorf("writing frame: header of %d and body of %d bytes are too long", len(header), size)
	}
	head := make([]byte, 0, 12+len(header))
	head = append(head, frameMagic...)
	head = binary.BigEndian.AppendUint32(head, uint32(len(header)))
	head = binary.BigEndian.AppendUint32(head, uint32(size))
	head = append(head, header...)
	for _, b := range append([][]byte{head}, body...) {
		if len(b) == 0 {
			continue
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}
