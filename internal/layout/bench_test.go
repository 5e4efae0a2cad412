package layout

import (
	"image"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// scene is a sheet of print somewhere on a large, grainy photo.
func scene(b *testing.B, w, h int) *image.Gray {
	b.Helper()
	s := setPrint(b, sampleText, min(1000, w), 28)
	label := s.tilted(3, 1)
	g := image.NewGray(image.Rect(0, 0, w, h))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range g.Pix {
		g.Pix[i] = uint8(110 + i%w*40/w + r.IntN(9))
	}
	at := label.Rect.Add(image.Pt((w-label.Rect.Dx())/2, (h-label.Rect.Dy())/2))
	draw.Draw(g, at, label, image.Point{}, draw.Src)
	return g
}

func BenchmarkSurvey12MP(b *testing.B) { benchmarkSurvey(b, scene(b, 4000, 3000)) }
func BenchmarkSurvey1MP(b *testing.B)  { benchmarkSurvey(b, scene(b, 1200, 840)) }

func benchmarkSurvey(b *testing.B, g *image.Gray) {
	b.ReportAllocs()
	for b.Loop() {
		if l := Survey(g); len(l.Blocks) == 0 {
			b.Fatal("no block found")
		}
	}
}

func BenchmarkFlatten(b *testing.B) {
	l := Survey(scene(b, 1200, 840))
	b.ReportAllocs()
	for b.Loop() {
		l.Flatten(FlattenOptions{}, 0)
	}
}

func BenchmarkApply(b *testing.B) {
	g := scene(b, 1200, 840)
	l := Survey(g)
	for _, c := range []struct {
		name    string
		xHeight float64
		blur    float64
		even    bool
	}{{"smaller", 12, 0, false}, {"larger", 30, 0, false}, {"even", 30, 0, true}, {"sharpened", 30, 3, false}} {
		b.Run(c.name, func(b *testing.B) {
			m := l.Flatten(FlattenOptions{XHeight: c.xHeight}, 0)
			m.Blur, m.Even = c.blur, c.even
			b.SetBytes(int64(m.Width) * int64(m.Height)) // 1 MB/s is one megapixel a second
			for b.Loop() {
				m.Apply(g)
			}
		})
	}
}
