package reading

import (
	"image"

	"exoscan/internal/layout"
	"exoscan/internal/photo"
)

// samples is how many places along each side a channel is judged by.
const samples = 160

// bestChannel is the channel that shows the print with the most contrast, and how many times that of
// luminance it is. Contrast is the mean step between neighbouring pixels over the print, or over the
// whole picture where none was found.
func bestChannel(img *photo.Image, l *layout.Layout) (photo.Channel, float64) {
	area := image.Rect(0, 0, img.Width, img.Height)
	if len(l.Blocks) > 0 && l.Blocks[0].Letters > 100 {
		area = l.Blocks[0].Bounds
	}
	if _, ok := img.Color.(*image.Gray); ok {
		return "", 0
	}
	gap := 2
	if len(l.Blocks) > 0 {
		gap = max(2, int(l.Blocks[0].XHeight/4))
	}
	plain := steps(img.Gray(), area, gap)
	best, most := photo.Channel(""), 0.0
	for _, c := range [...]photo.Channel{photo.Red, photo.Green, photo.Blue, photo.Min, photo.Max} {
		if s := steps(img.Channel(c), area, gap); s > most {
			best, most = c, s
		}
	}
	if plain <= 0 {
		return best, most
	}
	return best, most / plain
}

func steps(g *image.Gray, area image.Rectangle, gap int) float64 {
	area = area.Intersect(g.Rect)
	dx, dy := max(1, area.Dx()/samples/2), max(1, area.Dy()/samples)
	sum, n := 0, 0
	for y := area.Min.Y; y < area.Max.Y; y += dy {
		row := g.Pix[y*g.Stride:]
		for x := area.Min.X; x+gap < area.Max.X; x += dx {
			d := int(row[x]) - int(row[x+gap])
			sum += max(d, -d)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(sum) / float64(n)
}

// mirrored is the picture with left and right exchanged.
func mirrored(g *image.Gray) *image.Gray {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		from, to := g.Pix[y*g.Stride:y*g.Stride+w], out.Pix[y*out.Stride:]
		for x, v := range from {
			to[w-1-x] = v
		}
	}
	return out
}
