package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"testing"

	"exoscan/internal/photo/phototest"
)

// exifBlock is the smallest EXIF data with an orientation.
func exifBlock(order binary.AppendByteOrder, orientation uint16) []byte {
	head := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		head = "MM\x00*"
	}
	b := order.AppendUint32([]byte(head), 8)
	b = order.AppendUint16(b, 1)
	b = order.AppendUint16(b, 274)
	b = order.AppendUint16(b, 3)
	b = order.AppendUint32(b, 1)
	b = order.AppendUint16(b, orientation)
	return append(b, 0, 0, 0, 0, 0, 0)
}

// withEXIF puts EXIF data where the format keeps them.
func withEXIF(t testing.TB, format string, data, exif []byte) []byte {
	t.Helper()
	switch format {
	case "jpeg":
		exif = append([]byte("Exif\x00\x00"), exif...)
		app1 := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(exif)+2))
		return bytes.Join([][]byte{data[:2], app1, exif, data[2:]}, nil)
	case "png":
		const afterHeader = 8 + 25
		return bytes.Join([][]byte{data[:afterHeader], phototest.PNGChunk("eXIf", exif), data[afterHeader:]}, nil)
	}
	t.Fatalf("no place for EXIF in %s", format)
	return nil
}

// stored is how a camera with this orientation would have stored the upright picture: for each place in
// the file, the place in the upright picture, spelled out from the EXIF standard and not from turn.go.
func stored(upright *image.RGBA, orientation int) *image.RGBA {
	w, h := upright.Rect.Dx(), upright.Rect.Dy()
	sw, sh := w, h
	if orientation >= 5 {
		sw, sh = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, sw, sh))
	for y := range sh {
		for x := range sw {
			at := map[int]image.Point{
				1: {X: x, Y: y},                 // row 0 is the top, column 0 the left
				2: {X: w - 1 - x, Y: y},         // top, right
				3: {X: w - 1 - x, Y: h - 1 - y}, // bottom, right
				4: {X: x, Y: h - 1 - y},         // bottom, left
				5: {X: y, Y: x},                 // left, top
				6: {X: w - 1 - y, Y: x},         // right, top
				7: {X: w - 1 - y, Y: h - 1 - x}, // right, bottom
				8: {X: y, Y: h - 1 - x},         // left, bottom
			}[orientation]
			out.SetRGBA(x, y, upright.RGBAAt(at.X, at.Y))
		}
	}
	return out
}

func TestOrientations(t *testing.T) {
	for _, format := range []string{"jpeg", "png"} {
		for o := 1; o <= 8; o++ {
			for _, size := range []image.Point{{64, 48}, {67, 130}, {1, 9}} {
				want := quarters(size.X, size.Y)
				if size.X == 1 {
					want.SetRGBA(0, 0, color.RGBA{0xFF, 0xFF, 0xFF, 0xFF})
				}
				order := binary.AppendByteOrder(binary.LittleEndian)
				if o%2 == 0 {
					order = binary.BigEndian
				}
				data := withEXIF(t, format, encode(t, format, stored(want, o)), exifBlock(order, uint16(o)))
				p, err := Decode(data, Limits{})
				if err != nil {
					t.Fatal(err)
				}
				if p.Orientation != o {
					t.Errorf("%s: orientation is %d, want %d", format, p.Orientation, o)
				}
				if format == "png" {
					if !bytes.Equal(p.Color.(*image.RGBA).Pix, want.Pix) {
						t.Errorf("png %v, orientation %d: the picture is not upright", size, o)
					}
				} else if size.X > 1 {
					near(t, p.Color, want, 12)
				}
			}
		}
	}
}

// Every way a JPEG shares its colour samples, odd edges included: turning must move each pixel, colour
// and all, to its place exactly.
func TestTurnYCbCr(t *testing.T) {
	for ratio := image.YCbCrSubsampleRatio444; ratio <= image.YCbCrSubsampleRatio410; ratio++ {
		for _, size := range []image.Point{{16, 8}, {15, 8}, {8, 15}, {13, 7}} {
			m := image.NewYCbCr(image.Rect(0, 0, size.X, size.Y), ratio)
			for i := range m.Y {
				m.Y[i] = byte(i * 7)
			}
			for i := range m.Cb {
				m.Cb[i], m.Cr[i] = byte(i*31), byte(255-i*17)
			}
			upright := image.NewRGBA(m.Rect)
			for y := range size.Y {
				for x := range size.X {
					upright.Set(x, y, m.At(x, y))
				}
			}
			for o := 2; o <= 8; o++ {
				// stored(…, back) is what turning m by o should give.
				back := map[int]int{2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}[o]
				want := stored(upright, back)
				got := turn(m, o)
				if got.Bounds() != want.Rect {
					t.Fatalf("%v %v turned by %d has bounds %v, want %v", ratio, size, o, got.Bounds(), want.Rect)
				}
				for y := range want.Rect.Dy() {
					for x := range want.Rect.Dx() {
						if c := color.RGBAModel.Convert(got.At(x, y)); c != color.Color(want.RGBAAt(x, y)) {
							t.Fatalf("%v %v turned by %d: (%d,%d) is %v, want %v", ratio, size, o, x, y, c, want.RGBAAt(x, y))
						}
					}
				}
			}
		}
	}
}

// A phone writes a HEIC's rotation twice, as a property and as EXIF. The decoder obeys the first; the second
// must not be obeyed after it.
func TestHEICRotatesOnce(t *testing.T) {
	want := quarters(256, 192)
	p, err := Decode(read(t, "turned-left.heic"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, p.Color, stored(want, 6), 16)
	p, err = Decode(read(t, "exif-only.heic"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, p.Color, want, 16)
}

func TestWebPOrientation(t *testing.T) {
	p, err := Decode(read(t, "turned.webp"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Orientation != 6 {
		t.Errorf("orientation is %d, want 6", p.Orientation)
	}
	near(t, p.Color, stored(quarters(64, 48), 8), 16)
}

func TestTIFFOrientation(t *testing.T) {
	data := encode(t, "tiff", quarters(64, 48))
	if got := tiffOrientation(data); got != 0 {
		t.Fatalf("orientation before is %d, want none", got)
	}
	// The encoder writes no orientation. Tags are in order: 277 to 279 move over 282, the resolution, which no
	// decoder needs, and leave room for 274.
	entry := func(tag uint16) int {
		for i := int(binary.LittleEndian.Uint32(data[4:])) + 2; ; i += 12 {
			if binary.LittleEndian.Uint16(data[i:]) == tag {
				return i
			}
		}
	}
	from, to := entry(277), entry(282)
	copy(data[from+12:to+12], data[from:to])
	copy(data[from:], []byte{274 & 0xFF, 274 >> 8, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0})
	p, err := Decode(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Orientation != 3 {
		t.Fatalf("orientation is %d, want 3", p.Orientation)
	}
	near(t, p.Color, stored(quarters(64, 48), 3), 0)
}

func TestOrientationNonsense(t *testing.T) {
	plain := encode(t, "jpeg", quarters(16, 16))
	for name, exif := range map[string][]byte{
		"value 0":             exifBlock(binary.LittleEndian, 0),
		"value 9":             exifBlock(binary.LittleEndian, 9),
		"empty":               nil,
		"not TIFF":            []byte("XX*\x00\x08\x00\x00\x00"),
		"directory past end":  []byte("II*\x00\xff\xff\xff\xff"),
		"65535 entries":       []byte("II*\x00\x08\x00\x00\x00\xff\xff"),
		"cut inside an entry": exifBlock(binary.BigEndian, 6)[:16],
	} {
		p, err := Decode(withEXIF(t, "jpeg", plain, exif), Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if p.Orientation != 1 {
			t.Errorf("%s: orientation is %d, want 1", name, p.Orientation)
		}
	}
}

func FuzzOrientation(f *testing.F) {
	jpeg := encode(f, "jpeg", quarters(8, 8))
	png := encode(f, "png", quarters(8, 8))
	for o := range uint16(10) {
		block := exifBlock(binary.LittleEndian, o)
		f.Add(block)
		f.Add(withEXIF(f, "jpeg", jpeg, block))
		f.Add(withEXIF(f, "png", png, block))
	}
	f.Add(read(f, "turned.webp"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []string{"jpeg", "png", "webp", "tiff", "heic", ""} {
			if o := orientation(format, data); o < 1 || o > 8 {
				t.Fatalf("%s: orientation is %d", format, o)
			}
		}
	})
}
