package labeltest

import (
	"image"
	"math"
)

// Optics is how the picture is taken. The zero value is a scan: every pixel of the label a pixel.
type Optics struct {
	// Geometry.
	Arc      float64     // degrees of a bottle that the label goes round, edge to edge; 0 is flat
	Circle   float64     // degrees of circles that the lines of a flat label are laid on, edge to edge, as on a lid; negative: like a smile
	Spin     float64     // degrees the bottle is turned, so that another part of a label that goes far round is seen
	Pitch    float64     // degrees the camera looks down on the label; bends the lines of a curved one
	Yaw      float64     // degrees the camera stands to the side
	Roll     float64     // degrees clockwise the lines run downhill, any angle
	Turn     int         // degrees clockwise the finished picture is turned: 0, 90, 180, 270
	Mirrored bool        // as a front camera shows it
	Distance float64     // of the camera in label sizes; 0 is 3, near as one holds a bottle
	Zoom     float64     // pixels of the picture per pixel of the label; 0 is 1
	Frame    image.Point // pixels of the picture; zero fits the label
	Place    [2]float64  // where in the frame the middle of the label is, 0 to 1; zero is the middle
	Scene    string      // what lies behind: "" plain, "wood", "stone", "cloth"

	// Light, lens, sensor.
	Shade float64 // 0 to 1: how much darker the dark side is
	Light float64 // degrees: where the light comes from
	Glare []Blob  // reflections
	Fade  float64 // 0 to 1: how much of the contrast is lost
	Blur  float64 // sigma in pixels
	Noise float64 // sigma in grey levels
	JPEG  int     // quality; 0 is uncompressed
	Seed  uint64
}

// Blob is a reflection: brightest in its middle, gone at two radii.
type Blob struct {
	X, Y     float64 // where on the label, 0 to 1
	Radius   float64 // in widths of the label
	Strength float64 // 0 to 1: 1 is white
}

// camera maps between the label, in pixels of the label with the origin at its top left, and the picture.
type camera struct {
	labelW, labelH float64
	radius         float64 // of the bottle; 0 is flat
	circle         float64 // radius of the circle in the middle of the label; 0 is none
	spin           float64 // radians
	distance       float64 // of the eye from the middle of the label
	focal          float64
	scale          float64 // pixels of the picture per pixel of the label in its middle
	turn           [3][3]float64
	w, h           int     // of the picture, before Optics.Turn
	cx, cy         float64 // where the middle of the label is in the picture
}

func newCamera(w, h float64, o Optics) *camera {
	c := &camera{labelW: w, labelH: h, scale: or(o.Zoom, 1)}
	c.distance = or(o.Distance, 3) * max(w, h)
	c.focal = c.distance * c.scale
	if o.Arc > 0 {
		c.radius = w / (o.Arc * math.Pi / 180)
		c.spin = o.Spin * math.Pi / 180
	}
	if o.Circle != 0 {
		c.circle = w / (o.Circle * math.Pi / 180)
	}
	c.turn = mul(around(2, o.Roll), mul(around(0, o.Pitch), around(1, o.Yaw)))
	c.w, c.h = o.Frame.X, o.Frame.Y
	if o.Frame == (image.Point{}) {
		x0, y0, x1, y1 := c.extent()
		c.w, c.h = int(math.Ceil(x1-x0)), int(math.Ceil(y1-y0))
		c.cx, c.cy = -x0, -y0
		return c
	}
	c.cx, c.cy = or(o.Place[0], 0.5)*float64(c.w), or(o.Place[1], 0.5)*float64(c.h)
	return c
}

// extent is what of the picture the label covers, with the label's middle at the origin.
func (c *camera) extent() (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	const steps = 32
	for i := range steps + 1 {
		t := float64(i) / steps
		for _, p := range [][2]float64{{t, 0}, {t, 1}, {0, t}, {1, t}} {
			x, y := c.project(p[0]*c.labelW, p[1]*c.labelH)
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	return x0, y0, x1, y1
}

// project says where in the picture a point of the label is.
func (c *camera) project(u, v float64) (x, y float64) {
	p := [3]float64{u - c.labelW/2, v - c.labelH/2, 0}
	if c.radius > 0 {
		a := p[0]/c.radius + c.spin
		p[0], p[2] = c.radius*math.Sin(a), c.radius*(1-math.Cos(a))
	}
	if c.circle != 0 {
		sin, cos := math.Sincos(p[0] / c.circle)
		far := c.circle - p[1]
		p[0], p[1] = far*sin, c.circle-far*cos
	}
	q := apply(c.turn, p)
	depth := c.distance + q[2]
	return c.cx + c.focal*q[0]/depth, c.cy + c.focal*q[1]/depth
}

// look says which point of the label a point of the picture shows, and how squarely: 1 is head on. It is
// not ok past the surface's edge; on a bottle u may lie outside the label, on the bare bottle.
func (c *camera) look(x, y float64) (u, v, square float64, ok bool) {
	d := [3]float64{(x - c.cx) / c.focal, (y - c.cy) / c.focal, 1}
	from, to := applyBack(c.turn, [3]float64{0, 0, -c.distance}), applyBack(c.turn, d)
	if c.radius == 0 {
		if math.Abs(to[2]) < 1e-9 {
			return 0, 0, 0, false
		}
		t := -from[2] / to[2]
		x, y := from[0]+t*to[0], from[1]+t*to[1]
		if c.circle != 0 {
			side := math.Copysign(1, c.circle)
			dx, dy := side*x, side*(c.circle-y)
			x, y = c.circle*math.Atan2(dx, dy), c.circle-side*math.Hypot(dx, dy)
		}
		return x + c.labelW/2, y + c.labelH/2, 1, t > 0
	}
	// The ray meets the cylinder about the axis x=0, z=radius.
	a := to[0]*to[0] + to[2]*to[2]
	b := from[0]*to[0] + (from[2]-c.radius)*to[2]
	e := from[0]*from[0] + (from[2]-c.radius)*(from[2]-c.radius) - c.radius*c.radius
	root := b*b - a*e
	if root < 0 || a == 0 {
		return 0, 0, 0, false
	}
	t := (-b - math.Sqrt(root)) / a
	px, pz := from[0]+t*to[0], from[2]+t*to[2]
	angle := wind(math.Atan2(px, c.radius-pz)-c.spin) + c.spin
	square = math.Sqrt(root) / (c.radius * math.Sqrt(a))
	return (angle-c.spin)*c.radius + c.labelW/2, from[1] + t*to[1] + c.labelH/2, square, t > 0
}

// box is the bounds in the picture of a rectangle of the sheet.
func (c *camera) box(r rect, stretch float64) image.Rectangle {
	out := image.Rectangle{}
	const steps = 4
	for i := range steps + 1 {
		t := float64(i) / steps
		for _, v := range []float64{r.y0, r.y1} {
			x, y := c.project((r.x0+t*(r.x1-r.x0))*stretch, v)
			p := image.Pt(int(math.Floor(x)), int(math.Floor(y)))
			out = out.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
		}
	}
	return out
}

// around is a turn about an axis: 0 is x, 1 is y, 2 is z.
func around(axis int, degrees float64) [3][3]float64 {
	s, c := math.Sincos(degrees * math.Pi / 180)
	i, j := (axis+1)%3, (axis+2)%3
	var m [3][3]float64
	m[axis][axis], m[i][i], m[j][j], m[i][j], m[j][i] = 1, c, c, -s, s
	return m
}

func mul(a, b [3][3]float64) (m [3][3]float64) {
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				m[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return m
}

func apply(m [3][3]float64, p [3]float64) (q [3]float64) {
	for i := range 3 {
		q[i] = m[i][0]*p[0] + m[i][1]*p[1] + m[i][2]*p[2]
	}
	return q
}

// applyBack undoes apply: the inverse of a turn is its transpose.
func applyBack(m [3][3]float64, p [3]float64) (q [3]float64) {
	for i := range 3 {
		q[i] = m[0][i]*p[0] + m[1][i]*p[1] + m[2][i]*p[2]
	}
	return q
}

// wind brings an angle to within half a turn of the middle of the label.
func wind(a float64) float64 { return math.Remainder(a, 2*math.Pi) }

// sees tells whether a rectangle of the sheet is on the near side and not too near its edge to be read.
func (c *camera) sees(r rect, stretch float64) bool {
	const leastSquare = 0.1 // seen at some 84 degrees
	for _, u := range []float64{r.x0, r.x1} {
		u *= stretch
		v := (r.y0 + r.y1) / 2
		gu, _, square, ok := c.look(c.project(u, v))
		if !ok || square < leastSquare || math.Abs(gu-u) > 1 {
			return false
		}
	}
	return true
}
