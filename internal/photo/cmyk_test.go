package photo

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"testing"
)

// cmykJPEG writes an 8x8 JPEG of one colour in four inks, since no encoder at hand does. Each component is
// one block of which only the average is not zero. transform is what Adobe's marker says: 0 for inks as
// they are, 2 for inks as YCbCr and black; without the marker it says nothing.
func cmykJPEG(transform byte, adobe bool, samples [4]byte) []byte {
	var b bytes.Buffer
	segment := func(marker byte, body ...byte) {
		b.Write([]byte{0xFF, marker})
		binary.Write(&b, binary.BigEndian, uint16(len(body)+2))
		b.Write(body)
	}
	b.Write([]byte{0xFF, 0xD8})
	if adobe {
		segment(0xEE, append([]byte("Adobe\x00\x64\x00\x00\x00\x00"), transform)...)
	}
	segment(0xDB, append([]byte{0}, bytes.Repeat([]byte{1}, 64)...)...)
	segment(0xC0, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	// Huffman tables: an average of 11 bits has the code 0, one of none the code 10, the end of a block 0.
	dc := append(make([]byte, 17), 11, 0)
	dc[1], dc[2] = 1, 1
	segment(0xC4, dc...)
	ac := make([]byte, 18)
	ac[0], ac[1] = 0x10, 1
	segment(0xC4, ac...)
	segment(0xDA, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)
	var bits, n uint64
	for _, s := range samples {
		// The average of a block counts eightfold, from the middle of the range. Only the middle and the
		// far ends fit these tables; a number below zero is written as in JPEG, less one.
		switch {
		case s == 128:
			bits, n = bits<<3|0b100, n+3
		case s > 128:
			bits, n = bits<<13|2047<<1, n+13
		default:
			bits, n = bits<<13|(2048-1024-1)<<1, n+13
		}
	}
	for ; n >= 8; n -= 8 {
		stuffed(&b, byte(bits>>(n-8)))
	}
	stuffed(&b, byte(bits<<(8-n))|byte(0xFF>>n))
	b.Write([]byte{0xFF, 0xD9})
	return b.Bytes()
}

func stuffed(b *bytes.Buffer, v byte) {
	b.WriteByte(v)
	if v == 0xFF {
		b.WriteByte(0)
	}
}

// Four inks, full (0 or 255) or none. Adobe stores them upside down: 255 is no ink.
func TestFourInks(t *testing.T) {
	const none, full = 0, 255
	for _, test := range []struct {
		name      string
		transform byte
		adobe     bool
		samples   [4]byte // as stored
		want      color.RGBA
	}{
		{"adobe, cyan", 0, true, [4]byte{0, 255, 255, 255}, color.RGBA{0, 255, 255, 255}},
		{"adobe, no ink", 0, true, [4]byte{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		{"adobe, black", 0, true, [4]byte{255, 255, 255, 0}, color.RGBA{0, 0, 0, 255}},
		{"adobe YCCK, no ink", 2, true, [4]byte{0, 128, 128, 255}, color.RGBA{255, 255, 255, 255}},
		{"adobe YCCK, black", 2, true, [4]byte{0, 128, 128, 0}, color.RGBA{0, 0, 0, 255}},
		{"adobe YCCK, three inks", 2, true, [4]byte{255, 128, 128, 255}, color.RGBA{0, 0, 0, 255}},
		{"plain, cyan", 0, false, [4]byte{full, none, none, none}, color.RGBA{0, 255, 255, 255}},
		{"plain, no ink", 0, false, [4]byte{none, none, none, none}, color.RGBA{255, 255, 255, 255}},
		{"plain, black", 0, false, [4]byte{none, none, none, full}, color.RGBA{0, 0, 0, 255}},
	} {
		p, err := Decode(cmykJPEG(test.transform, test.adobe, test.samples), Limits{})
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		got := color.RGBAModel.Convert(p.Color.At(3, 3)).(color.RGBA)
		if apart(got.R, test.want.R) > 2 || apart(got.G, test.want.G) > 2 || apart(got.B, test.want.B) > 2 {
			t.Errorf("%s: colour is %v, want %v", test.name, got, test.want)
		}
	}
}
