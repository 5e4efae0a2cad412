package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"strings"
	"testing"
	"time"

	"exoscan/internal/photo/phototest"
)

// pngSaying is the header of a PNG of that size; the pixels never come.
func pngSaying(w, h uint32) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return append([]byte("\x89PNG\r\n\x1a\n"), phototest.PNGChunk("IHDR", append(head, 8, 2, 0, 0, 0))...)
}

func gifSaying(w, h uint16) []byte {
	b := binary.LittleEndian.AppendUint16([]byte("GIF89a"), w)
	b = binary.LittleEndian.AppendUint16(b, h)
	return append(b, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF)
}

func bmpSaying(w, h int32) []byte {
	b := make([]byte, 54)
	copy(b, "BM")
	binary.LittleEndian.PutUint32(b[10:], 54)
	binary.LittleEndian.PutUint32(b[14:], 40)
	binary.LittleEndian.PutUint32(b[18:], uint32(w))
	binary.LittleEndian.PutUint32(b[22:], uint32(h))
	b[26], b[28] = 1, 24
	return b
}

func tiffSaying(w, h uint32) []byte { return phototest.TIFF(w, h, phototest.Plain, nil, 0) }

// webpSaying is a WebP whose envelope and whose picture may disagree about the size; 0 leaves the envelope out.
func webpSaying(outer, inner int) []byte {
	var body []byte
	if outer > 0 {
		n := uint32(outer - 1)
		body = append(body, "VP8X\x0a\x00\x00\x00\x00\x00\x00\x00"...)
		body = append(body, byte(n), byte(n>>8), byte(n>>16), byte(n), byte(n>>8), byte(n>>16))
	}
	n := uint32(inner - 1)
	bits := n | n<<14
	body = append(body, "VP8L\x06\x00\x00\x00\x2f"...)
	body = binary.LittleEndian.AppendUint32(body, bits)
	body = append(body, 0)
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+len(body)))
	return append(append(out, "WEBP"...), body...)
}

func jpegSaying(t testing.TB, w, h uint16) []byte {
	data := encode(t, "jpeg", image.NewGray(image.Rect(0, 0, 8, 8)))
	at := bytes.Index(data, []byte{0xFF, 0xC0})
	binary.BigEndian.PutUint16(data[at+5:], h)
	binary.BigEndian.PutUint16(data[at+7:], w)
	return data
}

func heicSaying(t testing.TB, w, h uint32) []byte {
	data := bytes.Clone(read(t, "quarters.heic"))
	at := bytes.LastIndex(data, []byte("ispe"))
	binary.BigEndian.PutUint32(data[at+8:], w)
	binary.BigEndian.PutUint32(data[at+12:], h)
	return data
}

// Each of these claims, in a few bytes, to be a picture that would fill the memory. The claim alone is
// enough to refuse it, in no time.
func TestBombs(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		text string
	}{
		{"png", pngSaying(30_000, 30_000), "image is 900 megapixels (30000 x 30000), limit is 100"},
		{"gif", gifSaying(65535, 65535), "image is 4295 megapixels (65535 x 65535), limit is 100"},
		{"bmp", bmpSaying(30_000, 30_000), "image is 900 megapixels"},
		{"bmp top down", bmpSaying(30_000, -30_000), "image is 900 megapixels"},
		{"tiff", tiffSaying(200_000, 200_000), "image is 40000 megapixels"},
		{"webp", webpSaying(0, 16384), "image is 268 megapixels"},
		{"webp envelope", webpSaying(40_000, 16384), "image is 1600 megapixels"},
		{"jpeg", jpegSaying(t, 65500, 65500), "image is 4290 megapixels"},
		{"png of all there is", pngSaying(1<<31-1, 1<<31-1), "image is 4611686014132 megapixels"},
		{"bmp of all there is", bmpSaying(1<<31-1, -1<<31), "image is 4611686016280 megapixels"},
		{"heic", heicSaying(t, 1<<20, 1<<20), "megapixels"},
		{"heic of half the size", heicSaying(t, 8000, 8000), "image is 64 megapixels (8000 x 8000), limit is 50"},
		{"heic product over 64 bits", heicSaying(t, 1<<32-1, 1<<32-1), "megapixels"},
	} {
		start := time.Now()
		_, err := Decode(test.data, Limits{})
		e := wantKind(t, err, TooLarge)
		if !strings.Contains(e.Text, test.text) {
			t.Errorf("%s: error is %q, want %q in it", test.name, e.Text, test.text)
		}
		// Refusing takes microseconds; a second leaves room for a busy machine and none for decoding.
		if took := time.Since(start); took > time.Second {
			t.Errorf("%s: refusing took %v", test.name, took)
		}
	}
}

// A small envelope round a large picture must not get the large picture decoded.
func TestWebPEnvelopeThatLies(t *testing.T) {
	_, err := Decode(webpSaying(16, 16384), Limits{})
	wantKind(t, err, Unreadable)
}

func TestLimits(t *testing.T) {
	data := encode(t, "png", quarters(64, 48))
	if _, err := Decode(data, Limits{Pixels: 64 * 48, Bytes: int64(len(data))}); err != nil {
		t.Errorf("at the limits: %v", err)
	}
	_, err := Decode(data, Limits{Pixels: 64*48 - 1})
	wantKind(t, err, TooLarge)
	_, err = Decode(data, Limits{Bytes: int64(len(data)) - 1})
	wantKind(t, err, TooLarge)
	deep := encode(t, "png", image.NewNRGBA64(image.Rect(0, 0, 64, 48)))
	if _, err := Decode(deep, Limits{Pixels: 2 * 64 * 48}); err != nil {
		t.Errorf("at the limit, with 16 bits: %v", err)
	}
	_, err = Decode(deep, Limits{Pixels: 2*64*48 - 1})
	wantKind(t, err, TooLarge)
}

func TestNotPhotos(t *testing.T) {
	for _, test := range []struct {
		name, data string
		kind       Kind
		text, hint string
	}{
		{"empty", "", NotImage, "empty", ""},
		{"text", "Aqua, Glycerin, Parfum", NotImage, "plain text", ""},
		{"a list of paths", "/etc/passwd\n/etc/shadow\n", NotImage, "plain text", ""},
		{"text like BMP", "BMP stands for bitmap, and this is text", NotImage, "plain text", ""},
		{"korean text", strings.Repeat("정제수, 글리세린, ", 100), NotImage, "plain text", ""},
		{"noise", "\x01\x02\x00\xfe\xff\x80", NotImage, "not a picture of any known format", ""},
		{"svg", "<?xml version=\"1.0\"?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", NotImage, "SVG", "PNG"},
		{"html", "\n<!DOCTYPE HTML><title>404</title>", NotImage, "web page", ""},
		{"zip", "PK\x03\x04whatever", NotImage, "ZIP", "unpack"},
		{"gzip", "\x1f\x8b\x08whatever", NotImage, "GZIP", "unpack"},
		{"avif", "\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avifmiaf", Unsupported, "AVIF", "JPEG or PNG"},
		{"avif that says mif1", "\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf", Unsupported, "AVIF", "JPEG or PNG"},
		{"jpeg xl", "\xff\x0a\xfa\x1f", Unsupported, "JPEG XL", "JPEG or PNG"},
		{"photoshop", "8BPS\x00\x01", Unsupported, "PSD", "JPEG or PNG"},
	} {
		_, err := Decode([]byte(test.data), Limits{})
		e := wantKind(t, err, test.kind)
		if !strings.Contains(e.Text, test.text) || !strings.Contains(e.Hint, test.hint) {
			t.Errorf("%s: error is %q, hint %q; want %q and %q in them", test.name, e.Text, e.Hint, test.text, test.hint)
		}
	}
}

// Wherever a file is cut, there is an error or, where nothing of the picture was cut, the whole picture.
func TestTruncated(t *testing.T) {
	want := quarters(64, 48)
	for name, data := range map[string][]byte{
		"jpeg":             encode(t, "jpeg", want),
		"progressive jpeg": read(t, "progressive.jpg"),
		"png":              encode(t, "png", want),
		"gif":              encode(t, "gif", want),
		"bmp":              encode(t, "bmp", want),
		"tiff":             encode(t, "tiff", want),
		"lossy webp":       read(t, "lossy.webp"),
		"lossless webp":    read(t, "lossless.webp"),
	} {
		whole, err := Decode(data, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		kinds := map[Kind]int{}
		step := max(1, len(data)/300)
		for n := len(data) - 1; n > 32; n -= step {
			p, err := Decode(data[:n], Limits{})
			if err == nil {
				if !bytes.Equal(p.Gray().Pix, whole.Gray().Pix) {
					t.Fatalf("%s cut to %d of %d bytes is another picture", name, n, len(data))
				}
				continue
			}
			kinds[err.(*Error).Kind]++
		}
		t.Logf("%s: %v", name, kinds)
		if kinds[Truncated] == 0 || kinds[NotImage]+kinds[TooLarge]+kinds[Unsupported] > 0 {
			t.Errorf("%s: kinds of error are %v, want them truncated", name, kinds)
		}
	}
}

func TestTruncatedHEIC(t *testing.T) {
	data := read(t, "quarters.heic")
	_, err := Decode(data[:len(data)-40], Limits{})
	wantKind(t, err, Truncated)
}

func TestJPEGWithoutEndMarker(t *testing.T) {
	data := encode(t, "jpeg", quarters(64, 48))
	if _, err := Decode(bytes.TrimSuffix(data, []byte{0xFF, 0xD9}), Limits{}); err != nil {
		t.Errorf("without its end marker: %v", err)
	}
	_, err := Decode(data[:len(data)*3/4], Limits{})
	wantKind(t, err, Truncated)
}

func TestJPEGOfManyPasses(t *testing.T) {
	data := read(t, "progressive.jpg")
	at := bytes.LastIndex(data, []byte{0xFF, 0xDA})
	last := data[at : len(data)-2]
	_, err := Decode(append(bytes.Join([][]byte{data[:len(data)-2], bytes.Repeat(last, 5000)}, nil), 0xFF, 0xD9), Limits{})
	wantKind(t, err, TooLarge)
}

func FuzzDecode(f *testing.F) {
	m := quarters(16, 8)
	for _, format := range []string{"jpeg", "png", "gif", "bmp", "tiff"} {
		f.Add(encode(f, format, m))
	}
	for _, name := range []string{"lossy.webp", "lossless.webp", "alpha.webp", "animated.webp", "turned.webp", "progressive.jpg"} {
		f.Add(read(f, name))
	}
	f.Add(cmykJPEG(0, true, [4]byte{10, 20, 30, 40}))
	f.Add(webpSaying(16, 16384))
	f.Add(tiffSaying(1000, 1000))
	// Small limits keep the fuzzer at the parsing, which is where the surprises are.
	lim := Limits{Bytes: 1 << 20, Pixels: 1 << 16}
	f.Fuzz(func(t *testing.T, data []byte) {
		if Sniff(data) == "heic" {
			t.Skip("libheif's WebAssembly is too slow to fuzz here; heicSize has a fuzz target of its own")
		}
		p, err := Decode(data, lim)
		if err != nil {
			if e := err.(*Error); e.Text == "" || e.Kind == "" {
				t.Fatalf("error without words: %#v", e)
			}
			return
		}
		b := p.Color.Bounds()
		if b.Min != (image.Point{}) || b.Dx() != p.Width || b.Dy() != p.Height || int64(p.Width*p.Height) > lim.Pixels {
			t.Fatalf("bounds are %v, size %dx%d", b, p.Width, p.Height)
		}
		if g := p.Gray(); g.Stride != p.Width || len(g.Pix) != p.Width*p.Height {
			t.Fatalf("grey of %dx%d has stride %d and %d bytes", p.Width, p.Height, g.Stride, len(g.Pix))
		}
		p.Channel(Min)
	})
}

func FuzzHEICSize(f *testing.F) {
	f.Add(read(f, "quarters.heic"))
	f.Add(read(f, "turned-left.heic"))
	f.Fuzz(func(t *testing.T, data []byte) {
		cfg, err := heicSize(data, nil)
		if err == nil && (cfg.Width <= 0 || cfg.Height <= 0) {
			t.Fatalf("size is %dx%d without an error", cfg.Width, cfg.Height)
		}
		cutShort(data)
	})
}
