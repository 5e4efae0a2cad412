package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// Overlay draws the layout on the image it was made from: the baselines in the colour of their block,
// dark print's blocks in warm colours, light print's in cold ones; the first block with a thick frame.
func (l *Layout) Overlay(g *image.Gray) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, g.Rect.Dx(), g.Rect.Dy()))
	draw.Draw(out, out.Rect, g, g.Rect.Min, draw.Src)
	thick := max(1, max(l.Width, l.Height)/900)
	for i := len(l.Blocks) - 1; i >= 0; i-- {
		b := &l.Blocks[i]
		c := [...]color.RGBA{{255, 0, 0, 255}, {255, 120, 0, 255}, {200, 0, 120, 255}, {180, 140, 0, 255}}[i%4]
		if b.Light {
			c = [...]color.RGBA{{0, 255, 0, 255}, {0, 200, 255, 255}, {90, 160, 255, 255}, {0, 255, 170, 255}}[i%4]
		}
		wide := thick
		if i == 0 {
			wide = 3 * thick
		}
		r := b.Bounds
		corners := []Point{{float64(r.Min.X), float64(r.Min.Y)}, {float64(r.Max.X), float64(r.Min.Y)},
			{float64(r.Max.X), float64(r.Max.Y)}, {float64(r.Min.X), float64(r.Max.Y)}, {float64(r.Min.X), float64(r.Min.Y)}}
		stroke(out, corners, wide, c)
		for _, ln := range b.Lines {
			stroke(out, ln.Base, thick, c)
		}
	}
	return out
}

// stroke draws a line through the points.
func stroke(img *image.RGBA, pts []Point, wide int, c color.RGBA) {
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := int(math.Max(math.Abs(b.X-a.X), math.Abs(b.Y-a.Y))) + 1
		for s := range n + 1 {
			t := float64(s) / float64(n)
			x, y := int(a.X+t*(b.X-a.X)), int(a.Y+t*(b.Y-a.Y))
			draw.Draw(img, image.Rect(x-wide/2, y-wide/2, x-wide/2+wide, y-wide/2+wide), image.NewUniform(c), image.Point{}, draw.Src)
		}
	}
}
