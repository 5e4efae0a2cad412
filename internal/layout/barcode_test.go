package layout

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// printAround is print that runs round a pattern of bars, lying down: each as many times 4 pixels thick as its digit says,
// black and white by turns.
func printAround(t *testing.T, bars string) (img *image.Gray, at image.Rectangle) {
	s := setPrint(t, sampleText, 700, 30)
	img = s.tilted(0, 1)
	at = image.Rect(img.Rect.Max.X-230, 150, img.Rect.Max.X-70, 150)
	room := image.Rect(at.Min.X-20, at.Min.Y-20, img.Rect.Max.X, img.Rect.Max.Y)
	draw.Draw(img, room, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
	for i, c := range bars {
		bar := at
		bar.Min.Y, bar.Max.Y = at.Max.Y, at.Max.Y+4*int(c-'0')
		if i%2 == 0 {
			draw.Draw(img, bar, image.NewUniform(color.Gray{25}), image.Point{}, draw.Src)
		}
		at.Max.Y = bar.Max.Y
	}
	return img, at
}

func TestBarcodeIsNoPrint(t *testing.T) {
	img, at := printAround(t, "1113211122211121231131112311112113212")
	l := Survey(img)
	if len(l.Blocks) == 0 {
		t.Fatal("no block found")
	}
	for _, line := range l.Blocks[0].Lines {
		if end := line.Base[len(line.Base)-1]; image.Pt(int(end.X), int(end.Y)).In(at) {
			t.Errorf("a line of print ends at %v, on the barcode at %v", end, at)
		}
	}
	m := l.Flatten(FlattenOptions{}, 0)
	flat := m.Apply(img)
	u, v0 := m.Inverse(float64(at.Min.X+20), float64(at.Min.Y+4))
	_, v1 := m.Inverse(float64(at.Min.X+20), float64(at.Max.Y-4))
	for v := int(v0); v < int(v1); v++ {
		if p := flat.GrayAt(int(u), v).Y; p < 200 {
			t.Fatalf("the barcode is still there at %d, %d: %d", int(u), v, p)
		}
	}
}

func TestRulesAreNoBarcode(t *testing.T) {
	for name, bars := range map[string]string{
		"a table":  "19191919191919191919191919191",
		"hatching": "22222222222222222222222222222",
	} {
		img, _ := printAround(t, bars)
		if l := Survey(img); len(l.bars) > 0 {
			t.Errorf("%s is taken for a barcode", name)
		}
	}
}

// TestGrainIsNoBarcode has the same bars as long as a code's, and from side to side of a table.
func TestGrainIsNoBarcode(t *testing.T) {
	for long, want := range map[int32]bool{200: true, 1500: false} {
		var all []blob
		for i, y := int32(0), int32(0); i < 24; i++ {
			thick := 6 + 6*(i%3)
			all = append(all, blob{x1: long, y0: y, y1: y + thick, area: long * thick})
			y += thick + 12
		}
		if got := len(barcodes(all)) > 0; got != want {
			t.Errorf("bars %d pixels long are a barcode: %v, want %v", long, got, want)
		}
	}
}
