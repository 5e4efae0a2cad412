package reading

import (
	"math"

	"exoscan/internal/layout"
	"exoscan/internal/ocr"
)

// laid says whether the words of a reading have a place on the print laid flat.
func (t *try) laid() bool { return t.mesh != nil || t.plan.view.mirror }

// frame is where the lines of a reading run level: the flat picture where there is one, else the photo,
// turned by quarters.
type frame struct {
	mesh   *layout.Mesh
	photo  layout.Quarters
	mirror bool
}

func frameOf(t *try) frame {
	turn := (4 - t.page.Rotation/90) % 4 // the photo was turned back by as much as its print is turned
	photo := layout.Quarters{Turn: turn, W: float64(t.page.Width), H: float64(t.page.Height)}
	return frame{mesh: t.mesh, photo: photo, mirror: t.plan.view.mirror}
}

// in leads from the photo into the frame.
func (f frame) in(x, y float64) (float64, float64) {
	if f.mirror {
		x = f.photo.W - x
	}
	if f.mesh != nil {
		return f.mesh.Inverse(x, y)
	}
	return f.photo.In(x, y)
}

// out leads from the frame to the photo.
func (f frame) out(u, v float64) (float64, float64) {
	x, y := f.photo.Out(u, v)
	if f.mesh != nil {
		x, y = f.mesh.Forward(u, v)
	}
	if f.mirror {
		x = f.photo.W - x
	}
	return x, y
}

// own is the place of one of its own words.
func (f frame) own(w ocr.Word) rect {
	if w.Laid != nil {
		return flatPlace(&w)
	}
	b := w.Box
	x0, y0 := f.in(float64(b.X), float64(b.Y))
	x1, y1 := f.in(float64(b.X+b.W), float64(b.Y+b.H))
	return rect{math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1)}
}

// foreign is the place of a word of another reading: as long and as high as there, measured along
// its line and across it, so that a tilt does not swell it.
func (f frame) foreign(o frame, w ocr.Word) rect {
	r := o.own(w)
	mx, my := r.middle()
	to := func(u, v float64) (float64, float64) { return f.in(o.out(u, v)) }
	lx, ly := to(r.x0, my)
	rx, ry := to(r.x1, my)
	tx, ty := to(mx, r.y0)
	bx, by := to(mx, r.y1)
	cx, cy := (lx+rx)/2, (ty+by)/2
	long, high := math.Hypot(rx-lx, ry-ly)/2, math.Hypot(bx-tx, by-ty)/2
	if math.Abs(ry-ly) > math.Abs(rx-lx) { // lines cross those of the base
		long, high = high, long
	}
	return rect{cx - long, cy - high, cx + long, cy + high}
}
