package layout

import (
	"image"
	"math"
)

// Mesh maps between a flat image of print and the photo it was taken from. A zero Mesh maps nothing;
// Layout.Flatten makes them.
type Mesh struct {
	Width, Height int     // pixels of the flat image
	Scale         float64 // flat pixels per pixel of the photo down the print, at its middle
	Widened       float64 // flat pixels along the print for one down: more than 1 where its letters are narrow
	Light         bool    // the print is light on dark
	Arc           float64 // degrees of a cylinder the print covers, 0 if flat
	XHeight       float64 // of the print, in pixels of the flat image

	// How Apply treats the flat image; Flatten chooses by the block's measures, and a caller may
	// choose otherwise.
	Even bool    // bring ground and ink to the same levels everywhere
	Blur float64 // pixels of the flat image: sigma of a blur to take back; 0 is none

	frame    frame
	step     float64 // photo pixels per work pixel
	cx, cy   float64 // middle of the print in the line frame, work pixels
	cos, sin float64 // of the skew
	roll     roll
	sheet    sheet
	u0, v0   float64           // of the flat image's top left corner, work pixels in the level frame
	zoom     float64           // flat pixels per work pixel
	flip     bool              // turned by 180 degrees
	ground   uint8             // what lies outside the photo
	kept     []kept            // where the print is
	rows     []*row            // its lines
	bars     []image.Rectangle // of barcodes and dot leaders
	pitch    float64           // x-heights from line to line, where they are tightest
}

// along is flat pixels per work pixel along the lines.
func (m *Mesh) along() float64 { return m.zoom * m.Widened }

// Forward leads from the flat image to the photo.
func (m *Mesh) Forward(u, v float64) (x, y float64) {
	if m.flip {
		u, v = float64(m.Width)-u, float64(m.Height)-v
	}
	lu, lv := u/m.along()+m.u0, v/m.zoom+m.v0
	ly := m.sheet.height(lu, lv)
	lx := m.roll.bend(lu)
	fx := m.cx + lx*m.cos - ly*m.sin
	fy := m.cy + lx*m.sin + ly*m.cos
	x, y = m.frame.onWork(fx, fy)
	return x * m.step, y * m.step
}

// Opposite says whether the print is shown the other way up than the survey took it to stand.
func (m *Mesh) Opposite() bool { return m.flip }

// Inverse leads from the photo to the flat image.
func (m *Mesh) Inverse(x, y float64) (u, v float64) {
	lu, ly := m.level(x/m.step, y/m.step)
	u = (lu - m.u0) * m.along()
	v = (ly - m.sheet.bulge(lu, ly) - m.v0) * m.zoom
	if m.flip {
		u, v = float64(m.Width)-u, float64(m.Height)-v
	}
	return u, v
}

// level leads from the working copy to the level frame, unrolled.
func (m *Mesh) level(x, y float64) (lu, ly float64) {
	fx, fy := m.frame.ofWork(x, y)
	fx, fy = fx-m.cx, fy-m.cy
	return m.roll.unbend(fx*m.cos + fy*m.sin), fy*m.cos - fx*m.sin
}

// Box leads a box on the flat image back to the photo: the smallest upright box around its place there.
func (m *Mesh) Box(r image.Rectangle) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	const steps = 4 // along each side: a bent side bulges between its ends
	for i := range steps + 1 {
		for j := range steps + 1 {
			u := float64(r.Min.X) + float64(r.Dx()*i)/steps
			v := float64(r.Min.Y) + float64(r.Dy()*j)/steps
			x, y := m.Forward(u, v)
			x0, x1 = math.Min(x0, x), math.Max(x1, x)
			y0, y1 = math.Min(y0, y), math.Max(y1, y)
		}
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}

// roll is the cylinder the print is wrapped round, in the level frame: a place at u along the print
// lies at x = mid + radius·sin((u-mid)/radius). No radius means flat.
type roll struct {
	mid, radius float64
}

// widestRoll is the angle, in radians from the middle, beyond which a cylinder is continued as a plane:
// print there is a tenth as wide as in the middle.
const widestRoll = 84 * math.Pi / 180

func (r roll) bend(u float64) float64 {
	if r.radius == 0 {
		return u
	}
	t := (u - r.mid) / r.radius
	e := math.Max(-widestRoll, math.Min(widestRoll, t))
	return r.mid + r.radius*(math.Sin(e)+(t-e)*math.Cos(e))
}

func (r roll) unbend(x float64) float64 {
	if r.radius == 0 {
		return x
	}
	s := (x - r.mid) / r.radius
	limit := math.Sin(widestRoll)
	e := math.Max(-limit, math.Min(limit, s))
	t := math.Asin(e) + (s-e)/math.Cos(widestRoll)
	return r.mid + r.radius*t
}

// angle is the angle from the middle of the roll, in radians, at u along the print.
func (r roll) angle(u float64) float64 {
	if r.radius == 0 {
		return 0
	}
	return (u - r.mid) / r.radius
}
