package layout

import (
	"image"
	"math"
)

// Upright is the Mesh that only turns and scales: turn is how many degrees clockwise the print is
// turned, 0, 90, 180 or 270, and scale is in flat pixels per pixel of the photo.
func Upright(width, height, turn int, scale float64, light bool) *Mesh {
	m := &Mesh{Scale: scale, Light: light, step: 1, zoom: scale, cos: 1, sheet: sheet{half: 1, high: 1},
		frame: frame{turn: turn / 90, w: float64(width), h: float64(height)}, ground: 255}
	if light {
		m.ground = 0
	}
	w, h := m.frame.size()
	m.Width, m.Height = max(1, int(math.Ceil(w*scale))), max(1, int(math.Ceil(h*scale)))
	return m
}

// Part is the mesh of a part of the flat image. What lies around the print is not painted over there.
func (m *Mesh) Part(r image.Rectangle) *Mesh {
	r = r.Intersect(image.Rect(0, 0, m.Width, m.Height))
	p := *m
	p.Width, p.Height, p.kept = r.Dx(), r.Dy(), nil
	x, y := r.Min.X, r.Min.Y
	if m.flip {
		x, y = m.Width-r.Max.X, m.Height-r.Max.Y
	}
	p.u0, p.v0 = m.u0+float64(x)/m.zoom, m.v0+float64(y)/m.zoom
	return &p
}
