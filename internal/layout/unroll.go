package layout

import "math"

// show chooses what a picture of the ring shows: lines from v0 to v1 and those that may lie around them, as far round as
// the working copy reaches.
func (r *ring) show(v0, v1, tall float64, k *work) {
	v0, v1 = v0-ringAbove*tall, v1+ringAbove*tall
	if far := (1 - leastRing) * r.radius; r.radius > 0 {
		v1 = math.Min(v1, far)
	} else {
		v0 = math.Max(v0, far)
	}
	half := math.Pi * math.Abs(r.radius)
	u0, u1 := half, -half
	const steps = 360
	for i := range steps {
		u := (2*(float64(i)+0.5)/steps - 1) * half
		for _, v := range [3]float64{v0, (v0 + v1) / 2, v1} {
			if x, y := r.bend(u, v); x >= 0 && y >= 0 && x < float64(k.w) && y < float64(k.h) {
				u0, u1 = math.Min(u0, u), math.Max(u1, u)
			}
		}
	}
	r.u0, r.v0, r.w, r.h = u0, v0, math.Ceil(u1-u0), math.Ceil(v1-v0)
}

// beyond is the grey level of what lies outside the working copy.
const beyond = 128

// unroll makes the picture of a ring.
func (k *work) unroll(r *ring) *work {
	out := &work{w: int(r.w), h: int(r.h), step: k.step}
	out.pix = make([]uint8, out.w*out.h)
	src := source{pix: k.pix, stride: k.w, w: k.w, h: k.h, ground: beyond}
	for v := range out.h {
		for u := 0; u < out.w; u += cell {
			row := out.pix[v*out.w+u : v*out.w+min(u+cell, out.w)]
			x0, y0 := r.bend(float64(u)+0.5, float64(v)+0.5)
			x1, y1 := r.bend(float64(u+cell)+0.5, float64(v)+0.5)
			src.linear(row, x0-0.5, y0-0.5, (x1-x0)/cell, (y1-y0)/cell)
		}
	}
	return out
}
