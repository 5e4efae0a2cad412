package photo

import (
	"encoding/binary"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// phonePhoto is a 12-megapixel JPEG with about as much detail as a phone's: shades, edges and noise.
func phonePhoto(b *testing.B) []byte {
	m := image.NewRGBA(image.Rect(0, 0, 4000, 3000))
	r := rand.New(rand.NewPCG(1, 2))
	for y := range 3000 {
		for x := range 4000 {
			v := uint8(120 + x/60 + r.IntN(12))
			if x/40%3 == 0 && y/25%2 == 0 {
				v = uint8(40 + r.IntN(12))
			}
			m.SetRGBA(x, y, color.RGBA{v, v - 8, v - 20, 0xFF})
		}
	}
	return encode(b, "jpeg", m)
}

func BenchmarkGray12MP(b *testing.B) {
	photo := phonePhoto(b)
	for _, bench := range []struct {
		name string
		data []byte
	}{
		{"upright", photo},
		{"turned", withEXIF(b, "jpeg", photo, exifBlock(binary.LittleEndian, 6))},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.data)))
			b.ReportAllocs()
			for b.Loop() {
				p, err := Decode(bench.data, Limits{})
				if err != nil {
					b.Fatal(err)
				}
				p.Gray()
			}
		})
	}
}

func BenchmarkTurn12MP(b *testing.B) {
	m := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	for b.Loop() {
		turn(m, 6)
	}
}

func BenchmarkChannelMin12MP(b *testing.B) {
	p := New(image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420), "jpeg")
	for b.Loop() {
		p.Channel(Min)
	}
}

func BenchmarkGrayRGBA12MP(b *testing.B) {
	m := image.NewNRGBA(image.Rect(0, 0, 4000, 3000))
	for b.Loop() {
		New(m, "png").Gray()
	}
}
