//go:build unix

package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
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

// chunk is one of PNG's.
func chunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
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
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(head, 1, 0, 0, 0, 0)),
		chunk("IDAT", deflated(side*((side+7)/8+1))), chunk("IEND", nil)}, nil)
}

// tiffOf writes a TIFF of one black strip, deflated; next is where it says the next page stands.
func tiffOf(width, height uint32, strip []byte, next uint32) []byte {
	tags := [][3]uint32{{256, 4, width}, {257, 4, height}, {258, 3, 8}, {259, 3, 8}, {262, 3, 1}, {273, 4, 8}, {277, 3, 1}, {278, 4, height}, {279, 4, uint32(len(strip))}}
	b := binary.LittleEndian.AppendUint32([]byte("II*\x00"), uint32(8+len(strip)))
	b = append(b, strip...)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(tags)))
	for _, tag := range tags {
		b = binary.LittleEndian.AppendUint16(b, uint16(tag[0]))
		b = binary.LittleEndian.AppendUint16(b, uint16(tag[1]))
		b = binary.LittleEndian.AppendUint32(b, 1)
		b = binary.LittleEndian.AppendUint32(b, tag[2])
	}
	return binary.LittleEndian.AppendUint32(b, next)
}

// documentOf writes a PDF of the objects, the first of them the catalogue.
func documentOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
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
	return documentOf(objects...)
}

// streamPDF has one page whose content is the deflated stream.
func streamPDF(deflated []byte) []byte {
	return documentOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", len(deflated), deflated))
}
