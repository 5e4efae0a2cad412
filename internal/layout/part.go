package layout

import (
	"image"
	"math"
	"slices"
)

// Upright is the Mesh that only turns and scales: turn is how many degrees clockwise the print is
// turned, 0, 90, 180 or 270, and scale is in flat pixels per pixel of the photo.
func Upright(width, height, turn int, scale float64, light bool) *Mesh {
	m := &Mesh{Scale: scale, Widened: 1, Light: light, step: 1, zoom: scale, cos: 1, sheet: sheet{half: 1, high: 1},
		frame: frame{Quarters: Quarters{Turn: turn / 90, W: float64(width), H: float64(height)}}, ground: 255}
	if light {
		m.ground = 0
	}
	w, h := m.frame.Size()
	m.Width, m.Height = max(1, int(math.Ceil(w*scale))), max(1, int(math.Ceil(h*scale)))
	return m
}

// Part is the mesh of a part of the flat image. What lies around the print is not painted over there.
func (m *Mesh) Part(r image.Rectangle) *Mesh {
	r = r.Intersect(image.Rect(0, 0, m.Width, m.Height))
	p := *m
	p.Width, p.Height, p.kept, p.rows = r.Dx(), r.Dy(), nil, nil
	x, y := r.Min.X, r.Min.Y
	if m.flip {
		x, y = m.Width-r.Max.X, m.Height-r.Max.Y
	}
	p.u0, p.v0 = m.u0+float64(x)/m.along(), m.v0+float64(y)/m.zoom
	for _, r := range m.rows {
		o := *r
		o.mid = slices.Clone(r.mid)
		for i := range o.mid {
			o.mid[i] -= float64(y)
		}
		o.x0, o.x1, o.level = r.x0-x, r.x1-x, r.level-float64(y)
		o.from, o.to = r.from-x/cell, r.to-x/cell
		if mid := o.at(p.Width / 2); o.to > 0 && o.from*cell < p.Width && mid > 0 && mid < float64(p.Height) {
			p.rows = append(p.rows, &o)
		}
	}
	return &p
}
