package layout

import (
	"image"
	"math/rand/v2"
	"testing"
	"time"
)

// FuzzSurvey gives it images of any size made of runs, blocks and noise. It must neither panic nor
// hang, name no place outside the image, and flatten whatever it found.
func FuzzSurvey(f *testing.F) {
	f.Add(uint16(40), uint16(30), uint64(1), []byte{0, 255, 17, 3})
	f.Add(uint16(700), uint16(9), uint64(2), []byte{9, 9, 200})
	f.Add(uint16(8), uint16(1200), uint64(3), []byte{})
	f.Add(uint16(333), uint16(333), uint64(4), []byte{255, 0, 0, 0, 255, 128})
	f.Fuzz(func(t *testing.T, w, h uint16, seed uint64, pattern []byte) {
		g := image.NewGray(image.Rect(0, 0, int(w)%1500, int(h)%1500))
		scribble(g, seed, pattern)
		start := time.Now()
		l := Survey(g)
		for i := range l.Blocks {
			b := &l.Blocks[i]
			if !b.Bounds.In(g.Rect) || b.Bounds.Empty() {
				t.Fatalf("block %d at %v of %v", i, b.Bounds, g.Rect)
			}
			if !(b.XHeight > 0) || !(b.Upright >= 0 && b.Upright <= 1) || b.Letters < leastBlock {
				t.Fatalf("block %d: x-height %v, upright %v, %d letters", i, b.XHeight, b.Upright, b.Letters)
			}
			if i > 2 {
				continue
			}
			m := l.Flatten(FlattenOptions{XHeight: 12, Pixels: 200_000}, i)
			if m.Width < 1 || m.Height < 1 || m.Width*m.Height > 210_000+m.Width+m.Height {
				t.Fatalf("block %d: flat image of %dx%d", i, m.Width, m.Height)
			}
			m.pitch = tightPitch // whether it is or not
			m.Show(g)
			part := m.Part(image.Rect(m.Width/5, m.Height/3, m.Width/2, m.Height*2/3))
			part.flip = i%2 == 1
			part.Show(g)
			m.Box(image.Rect(0, 0, m.Width, m.Height))
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Fatalf("%dx%d took %v", g.Rect.Dx(), g.Rect.Dy(), d)
		}
	})
}

// scribble fills g with what confuses a survey of print: stripes, boxes and noise.
func scribble(g *image.Gray, seed uint64, pattern []byte) {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	if w == 0 || h == 0 {
		return
	}
	r := rand.New(rand.NewPCG(seed, 1))
	for i := range g.Pix {
		if len(pattern) > 0 {
			g.Pix[i] = pattern[(i/(1+int(seed%7)))%len(pattern)]
		}
	}
	for range 60 {
		x, y, a, b := r.IntN(w), r.IntN(h), r.IntN(12)+1, r.IntN(12)+1
		v := uint8(r.IntN(256))
		for n := range 1 + r.IntN(30) {
			for dy := range b {
				for dx := range a {
					if px, py := x+n*(a+2)+dx, y+dy+n/5; px < w && py < h {
						g.Pix[py*g.Stride+px] = v
					}
				}
			}
		}
	}
	if seed%3 == 0 {
		for i := range g.Pix {
			g.Pix[i] = uint8(max(0, min(255, int(g.Pix[i])+r.IntN(61)-30)))
		}
	}
}
