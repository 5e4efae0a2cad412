//go:build unix

package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"exoscan/internal/photo/phototest"
)

// tinyJPEG is a photo that can be read, as JPEG.
func tinyJPEG(t *testing.T) []byte {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(tinyPhoto(t, 1)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// app1 puts an EXIF segment into a JPEG.
func app1(jpeg []byte, exif string) []byte {
	body := "Exif\x00\x00" + exif
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	return bytes.Join([][]byte{jpeg[:2], head, []byte(body), jpeg[2:]}, nil)
}

// deflated is n zero bytes, which take a thousandth of that.
func deflated(n int) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	zeros := make([]byte, 1<<16)
	for ; n > 0; n -= len(zeros) {
		_, _ = w.Write(zeros[:min(n, len(zeros))]) // a bytes.Buffer does not fail
	}
	_ = w.Close()
	return b.Bytes()
}

// bombPNG is a real PNG of that many black pixels, a bit each.
func bombPNG(side int) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(side)), uint32(side))
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), phototest.PNGChunk("IHDR", append(head, 1, 0, 0, 0, 0)),
		phototest.PNGChunk("IDAT", deflated(side*((side+7)/8+1))), phototest.PNGChunk("IEND", nil)}, nil)
}

// pagesPDF has n empty pages.
func pagesPDF(n int, catalogue string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>", ""}
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
		objects = append(objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>")
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), n)
	return phototest.PDF(objects...)
}

// streamPDF has one page whose content is the deflated stream.
func streamPDF(deflated []byte) []byte {
	return phototest.PDF("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 4 0 R >>",
		phototest.Stream("/Filter /FlateDecode", string(deflated)))
}
