package photo

import (
	"bytes"
	"image/color"
	"testing"
)

func TestWebPAlphaOnWhite(t *testing.T) {
	p, err := Decode(read(t, "alpha.webp"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		x, y int
		want color.RGBA
	}{{10, 10, color.RGBA{255, 0, 0, 255}}, {50, 10, color.RGBA{255, 255, 255, 255}}, {50, 40, color.RGBA{255, 255, 255, 255}}} {
		got := color.RGBAModel.Convert(p.Color.At(test.x, test.y)).(color.RGBA)
		if apart(got.R, test.want.R) > 8 || apart(got.G, test.want.G) > 8 || apart(got.B, test.want.B) > 8 {
			t.Errorf("(%d,%d) is %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

// The first frame is the black quarter in its place; the second, over all, is not to be seen.
func TestWebPAnimation(t *testing.T) {
	data := read(t, "animated.webp")
	p, err := Decode(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for y := 4; y < 48; y += 8 {
		for x := 4; x < 64; x += 8 {
			want := uint8(0xFF)
			if x >= 32 && y >= 24 {
				want = 0
			}
			if got := p.Gray().GrayAt(x, y).Y; apart(got, want) > 8 {
				t.Fatalf("(%d,%d) is %d, want %d", x, y, got, want)
			}
		}
	}
	// A frame that says it reaches outside the picture, and one that says another size than it has.
	at := bytes.Index(data, []byte("ANMF")) + 8
	for _, i := range []int{at, at + 6} {
		bad := bytes.Clone(data)
		bad[i] += 40
		_, err := Decode(bad, Limits{})
		wantKind(t, err, Unreadable)
	}
}
