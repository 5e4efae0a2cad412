package reading

import (
	"math"

	"exoscan/internal/layout"
)

// A block that stands beside another makes columns if both have so many letters and overlap by so much
// of the lower one's height.
const (
	columnLetters = 25
	besideBy      = 0.5
)

// modeFor is the page mode for blocks laid flat. Blocks one below the other are read as one: analysis
// of the page costs time and gains nothing. Columns need it.
func modeFor(m *layout.Mesh, l *layout.Layout, ids []int) int {
	var places []rect
	for _, id := range ids {
		if b := &l.Blocks[id]; b.Letters >= columnLetters {
			places = append(places, linesPlace(m, b.Lines))
		}
	}
	for i, a := range places {
		for _, b := range places[i+1:] {
			beside := math.Min(a.y1, b.y1) - math.Max(a.y0, b.y0)
			apart := math.Max(a.x0, b.x0) - math.Min(a.x1, b.x1)
			if beside > besideBy*math.Min(a.high(), b.high()) && apart > 0 {
				return modeAuto
			}
		}
	}
	return modeBlock
}

// linesPlace is where lines lie on the flat picture.
func linesPlace(m *layout.Mesh, lines []layout.Line) rect {
	r := nowhere()
	for _, line := range lines {
		for _, p := range line.Base {
			u, v := m.Inverse(p.X, p.Y)
			r.x0, r.x1 = math.Min(r.x0, u), math.Max(r.x1, u)
			top, bottom := v-line.Height*m.Scale, v
			if m.Opposite() { // the feet the survey saw are the heads of the letters
				top, bottom = v, v+line.Height*m.Scale
			}
			r.y0, r.y1 = math.Min(r.y0, top), math.Max(r.y1, bottom)
		}
	}
	return r
}
